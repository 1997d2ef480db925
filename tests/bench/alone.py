"""How long an item alone in the system takes through one hop: sent, settled, read committed.

    python -m tests.bench.alone [--items 100] [--broker host:port]

The clock runs from before the send of the input to the arrival of the output at a
``read_committed`` reader, so it holds the producer, the broker, the hop with its transaction, and
the reader. Without ``--broker`` the embedded broker is used.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any, cast

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from pipeline.engine.batch import Output
from pipeline.engine.stream import BatchStream
from pipeline.outside.broker import embedded_broker
from pipeline.settings import Settings
from tests.bench.engine import BODY, _app


async def _measure(broker: str, guarantee: str, items: int) -> list[float]:
    source, to = f"alone-{guarantee}-in", f"alone-{guarantee}-out"
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(name, 1, 1) for name in (source, to)])
    await admin.close()
    app = _app(to, broker, "batches", Stream=BatchStream, stream_wait_empty=True)
    cast(Any, app.transport).configure(guarantee=guarantee)

    async def hop(stream: Any) -> None:
        async for batch in stream.batches():
            await batch.settle([Output(to, r.key, r.value) for r in batch.records])

    app.agent(app.topic(source), name="hop")(cast(Any, hop))
    reader = AIOKafkaConsumer(bootstrap_servers=broker, isolation_level="read_committed")
    producer = AIOKafkaProducer(bootstrap_servers=broker, acks="all", enable_idempotence=True)
    await app.start()
    await producer.start()
    await reader.start()
    out = TopicPartition(to, 0)
    reader.assign([out])
    await reader.seek_to_beginning(out)
    took = []
    for n in range(items + 10):
        began = time.perf_counter()
        await producer.send_and_wait(source, BODY, key=b"%d" % n)
        while not await reader.getmany(out, timeout_ms=1000):
            continue
        if n >= 10:  # connections and metadata are warm
            took.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.03)
    await reader.stop()
    await producer.stop()
    await app.stop()
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100)
    parser.add_argument("--broker", default="")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        embedded_broker(Settings(broker=options.broker, data=Path(folder))) as settings,
    ):
        for guarantee in ("at_least_once", "exactly_once"):
            took = asyncio.run(_measure(settings.bootstrap, guarantee, options.items))
            quantiles = statistics.quantiles(took, n=20)
            print(
                f"{guarantee:14} median {statistics.median(took):5.1f} ms, 95 % {quantiles[-1]:5.1f} ms"
            )


if __name__ == "__main__":
    main()
