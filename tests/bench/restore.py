"""How long a worker takes to get its memory back: ``python -m tests.bench.restore [--rows 1000000]``.

Rows as dedupe writes them for items of 4 KB are put on a changelog of a real broker (Apache Kafka
where Java and Maven are installed, else the embedded one), and restored from it as a worker does
when it is assigned the partition. The words are invented: random keys and codes, as many of each
as real rows of invented items have.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from pipeline.dedup.decision import Dedupe
from pipeline.dedup.kept import own_keys
from pipeline.dedup.row import Parts, Remembered, packed, packed_head
from pipeline.engine.changelog import restore
from pipeline.outside.broker import embedded_broker
from pipeline.settings import Settings
from tests.kafka.artifacts import KafkaUnavailableError
from tests.kafka.broker import running_kafka

CHANGELOG = TopicPartition("bench.memory", 0)
_KEYS, _CODES = 10, 250
"""Of a row of an item of 4 KB (``python -m tests.bench.dedupe``); together some 690 bytes."""


def rows(count: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield *count* rows, ten items a second, so that no row leaves the window."""
    random = np.random.default_rng(1)
    for n in range(count):
        if n % 1000 == 0:
            keys = random.integers(0, 2**32, (1000, _KEYS), np.uint32)
            codes = random.integers(0, 4096, (1000, _CODES), np.uint16)
        at = 1_772_539_200_000_000 + n * 100_000
        guid = f"urn:newsml:example.org:20260303:{n:010}"
        headline = "A headline of some seventy characters, as an agency would write it out"
        row = Remembered(
            n, at, at, "en", f"example.org/{guid}", "1", at, "Northwire", headline, n.to_bytes(16)
        )
        origin, words = f"wire.raw/0/{n}".encode(), codes[n % 1000].tobytes()
        every = own_keys(origin, row) + keys[n % 1000].tobytes()
        yield origin, packed(Parts(n, every, packed_head(row, words), words))


@contextmanager
def some_broker() -> Iterator[tuple[str, str]]:
    """Run a broker; yield its address and its name."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with running_kafka(Path(folder) / "kafka") as kafka:
                yield kafka.address, "Apache Kafka"
        except KafkaUnavailableError:
            with embedded_broker(Settings(data=Path(folder))) as settings:
                yield settings.bootstrap, "the embedded broker"


async def main(count: int) -> None:
    """Write the rows, restore them, and print how long that took."""
    with some_broker() as (address, name):
        admin = AIOKafkaAdminClient(bootstrap_servers=address)
        await admin.start()
        await admin.create_topics([NewTopic(CHANGELOG.topic, 1, 1)])
        await admin.close()
        size = await _write(address, count)
        print(f"{count:,} rows of {size / count:.0f} bytes on {name}", flush=True)
        before = _memory_mb()
        dedupe = Dedupe(max_items=count + 1, window_hours=24.0 * 365)
        began, cpu = time.perf_counter(), time.process_time()

        def reader() -> AIOKafkaConsumer:
            return AIOKafkaConsumer(
                bootstrap_servers=address,
                enable_auto_commit=False,
                auto_offset_reset="earliest",
                isolation_level="read_committed",
                max_partition_fetch_bytes=8 * 1024 * 1024,
            )

        restored = await restore(reader, CHANGELOG, dedupe)
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
        assert restored is not None
        assert restored.rows == count, f"{restored.rows} of {count} rows came back"
        print(
            f"restored in {took:.1f} s ({cpu:.1f} s of CPU, {count / took:,.0f} rows a second, "
            f"{(_memory_mb() - before) * 1e6 / count:.0f} bytes of memory a row)"
        )


async def _write(address: str, count: int) -> int:
    producer = AIOKafkaProducer(bootstrap_servers=address, acks="all")
    await producer.start()
    size = 0
    try:
        sending: list[asyncio.Future[object]] = []
        builder = producer.create_batch()
        for key, value in rows(count):
            size += len(key) + len(value)
            if builder.append(timestamp=None, key=key, value=value) is None:
                sending.append(
                    await producer.send_batch(
                        builder, CHANGELOG.topic, partition=CHANGELOG.partition
                    )
                )
                builder = producer.create_batch()
                builder.append(timestamp=None, key=key, value=value)
        sending.append(
            await producer.send_batch(builder, CHANGELOG.topic, partition=CHANGELOG.partition)
        )
        await asyncio.gather(*sending)
    finally:
        await producer.stop()
    return size


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    asyncio.run(main(arguments.parse_args().rows))
