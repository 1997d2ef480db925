"""What one hop costs: plain aiokafka, stock Faust, and this engine, in one run on one broker.

    python -m tests.bench.engine [--items 20000] [--rounds 3] [--broker host:port]

Each hop reads N messages of 2 KB from one topic with four partitions and writes each to another.
Every way runs in a process of its own; its CPU time is that of the whole process between its
first record and its last confirmed output, and the ways take turns so that a noisy moment of
the machine does not hit one of them alone. Without ``--broker`` the embedded broker is used.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from pipeline.engine.batch import Output
from pipeline.engine.lane import LaneSettings
from pipeline.engine.stream import BatchStream
from pipeline.engine.transport import LaneOf
from pipeline.outside.broker import embedded_broker
from pipeline.settings import Settings

BODY = b"x" * 2000
PARTITIONS = 4
WAYS = ("plain aiokafka", "Faust per event", "Faust take_events", "at least once", "exactly once")


class Meter:
    """CPU and wall time from the first record to the last."""

    def __init__(self, items: int) -> None:
        self.items = items
        self.seen = 0
        self.done = asyncio.Event()
        self._cpu = self._wall = 0.0

    def saw(self, count: int) -> None:
        if not self.seen:
            self._cpu, self._wall = time.process_time(), time.perf_counter()
        self.seen += count

    def confirmed(self) -> None:
        if self.seen >= self.items:
            self.done.set()

    def result(self) -> dict[str, float]:
        cpu, wall = time.process_time() - self._cpu, time.perf_counter() - self._wall
        return {"cpu_us": cpu / self.items * 1e6, "per_s": self.items / wall}


def _app(name: str, broker: str, scheme: str, **more: Any) -> faust.App:
    return faust.App(
        name,
        broker=f"{scheme}://{broker}",
        consumer_group_instance_id=name,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        store="memory://",
        datadir=tempfile.mkdtemp(prefix="faust-"),
        value_serializer="raw",
        key_serializer="raw",
        consumer_auto_offset_reset="earliest",
        broker_max_poll_records=500,
        **more,
    )


async def _plain(broker: str, to: str, meter: Meter) -> None:
    consumer = AIOKafkaConsumer(
        "bench-in",
        bootstrap_servers=broker,
        group_id=to,
        group_instance_id=to,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        fetch_max_wait_ms=100,
    )
    producer = AIOKafkaProducer(
        bootstrap_servers=broker, acks="all", enable_idempotence=True, max_batch_size=1 << 20
    )
    await producer.start()
    await consumer.start()
    while not meter.done.is_set():
        fetched = await consumer.getmany(timeout_ms=500, max_records=500)
        sending = []
        for records in fetched.values():
            meter.saw(len(records))
            for r in records:
                sending.append(await producer.send(to, r.value, key=r.key, headers=[]))
        if sending:
            await asyncio.gather(*sending)
            await consumer.commit()
            meter.confirmed()
    await consumer.stop()
    await producer.stop()


async def _run(app: faust.App, meter: Meter) -> None:
    await app.start()
    await meter.done.wait()


async def _faust_per_event(broker: str, to: str, meter: Meter) -> None:
    app = _app(to, broker, "kafka")
    out = app.topic(to)

    async def hop(stream: Any) -> None:
        async for event in stream.events():
            meter.saw(1)
            await out.send(key=event.message.key, value=event.message.value)
            meter.confirmed()

    app.agent(app.topic("bench-in"), name="hop")(hop)
    await _run(app, meter)


async def _faust_take(broker: str, to: str, meter: Meter) -> None:
    app = _app(to, broker, "kafka")
    out = app.topic(to)

    async def hop(stream: Any) -> None:
        async for events in stream.take_events(500, within=0.05):
            meter.saw(len(events))
            sending = [await out.send(key=e.message.key, value=e.message.value) for e in events]
            await asyncio.gather(*sending)
            meter.confirmed()

    app.agent(app.topic("bench-in"), name="hop")(hop)
    await _run(app, meter)


def _ours(guarantee: str) -> Callable[[str, str, Meter], Awaitable[None]]:
    async def run(broker: str, to: str, meter: Meter) -> None:
        app = _app(
            to,
            broker,
            "batches",
            Stream=BatchStream,
            stream_wait_empty=True,
            producer_max_batch_size=1 << 20,
        )
        transport: Any = app.transport
        transport.configure(guarantee=guarantee)
        transport.work_on("bench-in", LaneOf(settings=LaneSettings(max_items=500)))

        async def hop(stream: Any) -> None:
            async for batch in stream.batches():
                meter.saw(len(batch.records))
                await batch.settle([Output(to, r.key, r.value) for r in batch.records])
                meter.confirmed()

        app.agent(app.topic("bench-in"), name="hop")(hop)
        await _run(app, meter)

    return run


_RUN: dict[str, Callable[[str, str, Meter], Awaitable[None]]] = {
    "plain aiokafka": _plain,
    "Faust per event": _faust_per_event,
    "Faust take_events": _faust_take,
    "at least once": _ours("at_least_once"),
    "exactly once": _ours("exactly_once"),
}


async def _prepare(broker: str, items: int, outputs: list[str]) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(n, PARTITIONS, 1) for n in ("bench-in", *outputs)])
    await admin.close()
    async with AIOKafkaProducer(bootstrap_servers=broker, max_batch_size=1 << 20) as producer:
        sending = [await producer.send("bench-in", BODY, key=b"%d" % n) for n in range(items)]
        await asyncio.gather(*sending)


def _one(way: str, broker: str, to: str, items: int) -> None:
    async def measure() -> None:
        meter = Meter(items)
        running = asyncio.ensure_future(_RUN[way](broker, to, meter))
        await asyncio.wait_for(meter.done.wait(), 300)
        print(json.dumps(meter.result()), flush=True)
        running.cancel()
        # Stock Faust's consumer thread outlives a cancelled app and would keep the process.
        os._exit(0)

    asyncio.run(measure())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--broker", default="")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "TO"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        _one(options.one[0], options.broker, options.one[1], options.items)
        return
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        embedded_broker(Settings(broker=options.broker, data=Path(folder))) as settings,
    ):
        names = {
            (way, n): f"bench-{WAYS.index(way)}-{n}" for way in WAYS for n in range(options.rounds)
        }
        asyncio.run(_prepare(settings.bootstrap, options.items, list(names.values())))
        found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
        for n in range(options.rounds):
            for way in WAYS:
                out = subprocess.run(
                    [
                        sys.executable,
                        "-m",
                        "tests.bench.engine",
                        "--one",
                        way,
                        names[way, n],
                        "--broker",
                        settings.bootstrap,
                        "--items",
                        str(options.items),
                    ],
                    check=False,
                    capture_output=True,
                    text=True,
                    timeout=400,
                )
                lines = [line for line in out.stdout.splitlines() if line.startswith("{")]
                if not lines:
                    raise SystemExit(f"{way} failed:\n{out.stderr[-2000:]}")
                found[way].append(json.loads(lines[0]))
                print(f"  {way:18} {found[way][-1]}", file=sys.stderr)
    print(
        f"\n{options.items} messages of {len(BODY)} bytes, one hop, {options.rounds} rounds, median"
    )
    base = statistics.median(r["cpu_us"] for r in found["plain aiokafka"])
    print(f"{'':18} {'CPU us/item':>12} {'items/s':>10} {'x plain':>8}")
    for way, rounds in found.items():
        cpu = statistics.median(r["cpu_us"] for r in rounds)
        per_s = statistics.median(r["per_s"] for r in rounds)
        print(f"{way:18} {cpu:12.1f} {per_s:10,.0f} {cpu / base:8.2f}")


if __name__ == "__main__":
    main()
