"""Bytes from somebody who means harm, or from a line that broke: always an answer, and soon.

The mutations here are the first few thousand of those that ``python -m tests.formats.hostile``
makes by the hundred thousand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats import mutations
from tests.formats.hostile import MOST_SECONDS, main, series

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

    assert found == (b"<one/>", *mutations.PIECES)
    assert len(mutations.samples()) > len(mutations.PIECES)


def test_a_failure_is_kept_for_another_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing fails today, so that nothing may take longer than no time at all."""
    monkeypatch.setattr("tests.formats.hostile.MOST_SECONDS", -1.0)
    assert main(["--only", "5", "--seed", "9"]) == 1
    assert "slow" in capsys.readouterr().out
