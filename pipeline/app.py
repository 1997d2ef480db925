"""Introduces everybody: the Faust app of one worker, with its transport, stages and agents."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import faust
from faust.types.auth import SASLMechanism

from pipeline.agents import clean, dedupe, enrich, publish, tag
from pipeline.engine.lane import LaneSettings
from pipeline.engine.stream import BatchStream
from pipeline.engine.transport import LaneOf
from pipeline.outside.aside import ChildProcess
from pipeline.outside.connection import tls_context
from pipeline.plan import Plan
from pipeline.settings import Settings
from pipeline.stages import build_stages
from schemas import topics

__all__ = ["build_app", "utc_now"]

_TICK_S = 0.5
"""How often publish looks whether an embargo has ended while nothing arrives."""

_SESSION_S = 10.0
"""A worker that is silent for so long loses its partitions (Kafka's own old default)."""


def utc_now() -> datetime:
    """Return the time, the only clock of the line; handed in where something needs it."""
    return datetime.now(UTC)


def build_app(settings: Settings, plan: Plan, now: Callable[[], datetime] = utc_now) -> faust.App:
    """Return a worker's app, ready to start. Nothing happens before that."""
    app = faust.App(
        settings.group,
        broker=[f"batches://{address}" for address in settings.bootstrap.split(",")],
        broker_credentials=_credentials(settings),
        broker_session_timeout=_SESSION_S,
        broker_heartbeat_interval=_SESSION_S / 4,
        broker_request_timeout=30.0,
        # Below the request's: a JoinGroup that is given up and sent again leaves a member behind
        # that never comes, and everybody waits for it until this time is over.
        broker_rebalance_timeout=20.0,
        broker_client_id="dateline",
        consumer_group_instance_id=settings.worker_id or None,
        consumer_max_fetch_size=4 * 1024 * 1024,
        producer_max_batch_size=1024 * 1024,
        producer_max_request_size=topics.MAX_RECORD_BYTES,
        producer_request_timeout=60.0,
        Stream=BatchStream,
        # A rebalance waits for the batch that an agent works on, and for no other.
        stream_wait_empty=True,
        # An agent never raises for an item; if it raises, the worker is broken and says so.
        agent_supervisor="mode.CrashingSupervisor",
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        store="memory://",
        # Faust makes folders for tables; there are none, so they may lie where they harm nobody.
        datadir=Path(tempfile.gettempdir()) / f"{settings.group}-faust-{os.getuid()}",
        value_serializer="raw",
        key_serializer="raw",
    )
    transport: Any = app.transport
    transport.configure(guarantee=settings.promise)
    stages = build_stages(plan, now, no_hold=settings.no_hold, aside=ChildProcess)
    pace = LaneSettings(max_items=settings.max_batch)
    for topic in (topics.RAW, topics.UNIQUE, topics.TAGGED):
        transport.work_on(topic.name, LaneOf(settings=pace))
    clean.attach(app, stages)
    dedupe.attach(app, stages, LaneOf(stages.new_dedupe, topics.MEMORY.name, pace))
    tag.attach(app, stages)
    enrich.attach(app, stages)
    ticking = LaneSettings(max_items=settings.max_batch, tick_s=_TICK_S)
    publish.attach(app, stages, LaneOf(stages.new_ledger, topics.LEDGER.name, ticking), now)
    return app


def _credentials(settings: Settings) -> Any:
    protocol = settings.security_protocol
    if protocol == "PLAINTEXT":
        return None
    context = tls_context(settings) if protocol.endswith("SSL") else None
    if protocol == "SSL":
        return faust.SSLCredentials(context)
    return faust.SASLCredentials(
        username=settings.sasl_username,
        password=settings.sasl_password,
        mechanism=SASLMechanism(settings.sasl_mechanism),
        ssl_context=context,
    )
