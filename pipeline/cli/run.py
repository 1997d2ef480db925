"""``dateline run``: a worker, or several."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace

import click

from pipeline.outside.broker import embedded_broker
from pipeline.outside.topics import create_topics, require_topics
from pipeline.plan import Plan, load_plan
from pipeline.settings import BadSetting, Settings
from pipeline.stages import check_plan
from pipeline.warm_up import warm_up
from pipeline.worker import patiently, run_worker, supervise, worker_slots

__all__ = ["command"]


@click.command("run")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--port", default=0, help="Port of the embedded broker; a free one by default.")
@click.option(
    "--no-hold",
    is_flag=True,
    help="Put copy under embargo on wire.early at once, for those who may read it.",
)
@click.option("--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("--verbose", is_flag=True, help="Say what Faust and the Kafka client do, too.")
def command(workers: int, port: int, no_hold: bool, quiet: bool, verbose: bool) -> None:
    """Run the five agents until they are stopped (Ctrl-C or SIGTERM).

    Without DATELINE_BROKER the embedded broker is started, its topics are created, and both
    stop with the last command that uses it.
    """
    _logging(quiet, verbose)
    settings = Settings.from_environment()
    settings = replace(settings, no_hold=no_hold or settings.no_hold)
    plan = load_plan(settings.plan)
    check_plan(plan)
    with embedded_broker(settings, port, keep=True) as settings:
        if settings.embedded and settings.promise == "exactly_once":
            # noida-db 0.2.3 names an aborted transaction in fetches beyond its abort marker too;
            # a client then skips what the same producer committed afterwards.
            raise BadSetting(
                "the embedded broker cannot keep exactly_once: after a crash its committed "
                "records may be skipped; leave DATELINE_GUARANTEE out, or name a Kafka by "
                "DATELINE_BROKER"
            )
        if settings.embedded:
            asyncio.run(create_topics(settings))
        elif "DATELINE_SUPERVISOR" in os.environ:  # its supervisor has seen the broker
            patiently(lambda: asyncio.run(require_topics(settings)))
        else:
            asyncio.run(require_topics(settings))

        def say_ready() -> None:
            if not quiet:
                click.echo(
                    f"dateline: {workers} worker(s) on {settings.bootstrap}, "
                    f"{settings.promise.replace('_', ' ')}; stop with Ctrl-C",
                    err=True,
                )

        if workers == 1 and (settings.worker_id or not settings.embedded):
            _run(settings, plan, say_ready)
            return
        with worker_slots(settings, workers) as ids:
            if workers == 1:
                _run(replace(settings, worker_id=ids[0]), plan, say_ready)
            else:
                say_ready()
                static = ids if settings.embedded else [""] * workers
                supervise(settings, static)


def _run(settings: Settings, plan: Plan, on_ready: Callable[[], None]) -> None:
    warm_up(plan)  # once, however often the worker has to begin
    patiently(lambda: asyncio.run(run_worker(settings, plan, on_ready)))


def _logging(quiet: bool, verbose: bool) -> None:
    level = logging.INFO if verbose else logging.ERROR if quiet else logging.WARNING
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    if not verbose:
        # A broker that goes away is told by the engine, once per partition and in its own words.
        logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
        for name in ("faust", "mode"):
            logging.getLogger(name).setLevel(logging.ERROR)
