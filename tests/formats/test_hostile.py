"""Bytes from somebody who means harm, or from a line that broke: always an answer, and soon.

The mutations here are the first few thousand of those that ``python -m tests.formats.hostile``
makes by the hundred thousand.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Block
from schemas.wire import WireItem
from tests.formats import mutations
from tests.formats.hostile import MOST_SECONDS, judge, keep, main, series
from tests.formats.pieces import PIECES

MUTATIONS = 2_400


@pytest.mark.parametrize("start", range(0, MUTATIONS, 300))
def test_whatever_the_bytes_are_the_answer_is_outcomes(start: int) -> None:
    """Never raised over, never slow; what is kept is whole, readable and has its id."""
    done = series(1, range(start, start + 300))

    assert done.failures == []
    assert done.slowest[0][0] < MOST_SECONDS, f"mutation {done.slowest[0][1]} is slow"
    assert sum(done.outcomes.values()) >= done.mutations == 300


def test_the_series_is_no_series_of_refusals() -> None:
    """Mutations that nobody reads would try nothing but the sniffers."""
    done = series(2, range(200))
    kept = sum(count for kind, count in done.outcomes.items() if kind.startswith("kept"))
    assert kept > 0.2 * done.mutations


def test_the_same_seed_gives_the_same_bytes() -> None:
    there = mutations.samples()
    assert mutations.mutation(3, 14, there) == mutations.mutation(3, 14, there)
    assert mutations.mutation(3, 14, there) != mutations.mutation(4, 14, there)


def test_every_sample_is_mutated(tmp_path: Path) -> None:
    """Whatever lies below tests/samples, but for what is expected of it."""
    (tmp_path / "dialect").mkdir()
    (tmp_path / "dialect" / "one.xml").write_bytes(b"<one/>")
    (tmp_path / "dialect" / "one.expected.json").write_bytes(b"[]")
    found = mutations.samples(tmp_path)

    assert found == (b"<one/>", *PIECES)
    assert len(mutations.samples()) > len(PIECES)


def test_a_failure_is_kept_for_another_look(tmp_path: Path) -> None:
    keep(tmp_path / "failures", 9, [(5, "slow: 3.00 s")])

    value = (tmp_path / "failures" / "9-5.bin").read_bytes()
    assert value == mutations.mutation(9, 5, mutations.samples())
    assert (tmp_path / "failures" / "9-5.txt").read_text() == "slow: 3.00 s\n"


def test_one_mutation_can_be_looked_at_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "5", "--seed", "9"]) == 0
    assert "problem=''" in capsys.readouterr().out


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda raw: {}, ""),
        (lambda raw: {"slugline": "a\x02b"}, "control character '\\x02' in slugline"),
        (lambda raw: {"body": (Block(text="rain", html="<em>\x85"),)}, "body:0.html"),
        (lambda raw: {"guid": raw.name, "item_id": f"test/{raw.name}"}, "another id"),
        (lambda raw: {"guid": ""}, "no id"),
        (lambda raw: {"words_read": 7}, "6 words unaccounted for"),
        (lambda raw: {"version": "seven"}, "raised Undecodable"),
        (lambda raw: {"version": 7.0}, "not the same after the codec"),
        (lambda raw: {"headline": "\ud800"}, "raised Unencodable"),
        (lambda raw: 1 / 0, "raised ZeroDivisionError"),
    ],
)
def test_what_must_not_be_is_seen(
    change: Callable[[RawItem], dict[str, object]], problem: str
) -> None:
    """A check that finds nothing may be one that looks at nothing."""

    def clean(raw: RawItem) -> list[Outcome[WireItem]]:
        item = WireItem(
            item_id="test/1",
            source="test",
            guid="1",
            origin=raw.origin,
            raw_digest=raw.digest,
            format="invented",
            received_at=raw.received_at,
            body=(Block(text="rain"),),
            words_read=1,
        )
        return [Keep(item.model_copy(update=change(raw)))]

    verdict = judge(b"rain", clean=clean)
    assert problem in verdict.problem
    assert bool(problem) == bool(verdict.problem)


def test_no_outcome_is_no_answer() -> None:
    assert judge(b"rain", clean=lambda raw: []).problem == "no outcome"


def test_work_of_too_long_is_seen() -> None:
    def clean(raw: RawItem) -> list[Outcome[WireItem]]:
        until = time.thread_time() + MOST_SECONDS
        while time.thread_time() < until:
            pass
        return [Quarantine(Reason.MALFORMED)]

    assert judge(b"rain", clean=clean).problem.startswith(f"slow: {MOST_SECONDS:.1f}")
