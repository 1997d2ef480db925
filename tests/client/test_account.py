"""The account counts items, and no words from stage to stage."""

from __future__ import annotations

from collections.abc import Callable

from aiokafka import ConsumerRecord

from pipeline.agents.account import Answer, outputs_of
from pipeline.client.account import Account
from pipeline.engine.batch import Output
from pipeline.outcome import Drop, Keep, Reason
from pipeline.stages import shard_of, telling_all_languages
from schemas import topics
from schemas.raw import RawItem
from schemas.types import Lifecycle, Named
from schemas.wire import WireItem


def record_of(output: Output, partition: int) -> ConsumerRecord[bytes, bytes]:
    headers = tuple((name, value) for name, value in output.headers)
    return ConsumerRecord(
        output.topic, partition, 0, 0, 0, output.key, output.value, None, 0, 0, headers
    )


def test_a_kill_that_is_told_to_other_partitions_is_one_item(
    make_item: Callable[..., WireItem], make_raw: Callable[..., RawItem]
) -> None:
    kill = make_item(
        headline="KILL: Crane falls",
        lifecycle=Lifecycle.KILL,
        named=(Named(headline="Crane falls"),),
    )
    outcomes = telling_all_languages(lambda _: [Keep(kill)])(make_raw())
    outputs = [
        output
        for n, outcome in enumerate(outcomes)
        for output in outputs_of(
            Answer(None, f"wire.raw/0/0{f'.{n}' if n else ''}", outcome),
            "clean",
            [topics.CLEAN.name],
            shard_of,
        )
    ]
    kept, word = outputs
    (end,) = outputs_of(
        Answer(None, "wire.raw/0/0", Drop(Reason.SUPERSEDED, kill.item_id)), "dedupe", [], shard_of
    )
    account = Account()
    account.add(record_of(Output(topics.RAW.name, None, b""), 0))
    account.add(record_of(kept, 0))
    account.add(record_of(word, 1))
    account.add(record_of(word, 2))

    assert (account.under_way, account.repeated) == (1, 0)

    account.add(record_of(end, 0))

    assert (account.items, account.under_way, account.repeated) == (1, 0, 0)
    assert account.adds_up
