"""Invented NewsML files in the shapes of agencies' own, with what must come of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.cleaning.words import unaccounted_words
from pipeline.outcome import Divert, Keep, Outcome, Quarantine
from schemas.wire import WireItem
from tests.formats.conftest import Read

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "newsml1").glob("*.xml"))


def found(outcome: Outcome[WireItem], expected: dict[str, Any]) -> dict[str, Any]:
    """Return of an outcome what the expectation speaks of, in its words."""
    if not isinstance(outcome, Keep):
        assert isinstance(outcome, Divert | Quarantine)
        return {"outcome": type(outcome).__name__.lower(), "reason": outcome.reason.value}
    item = outcome.item
    said = item.model_dump(mode="json")
    said["places"] = list(item.dateline.places) if item.dateline else []
    said["paragraphs"] = len(item.body)
    said["kinds"] = [block.kind for block in item.body]
    said["first_words"] = item.text[: len(expected.get("first_words", ""))]
    said["removed"] = [[removed.step, removed.text] for removed in item.removed]
    said["references"] = [[one.rel, one.guid] for one in item.references]
    said["embargo"] = said["embargo"] and said["embargo"]["until"]
    said["subjects"] = [f"{one.scheme}:{one.code}" for one in item.subjects]
    return {name: said[name] for name in expected}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_file_comes_out_as_its_author_expects(read: Read, path: Path) -> None:
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    outcomes = read(path.read_bytes())

    assert [found(*pair) for pair in zip(outcomes, expected, strict=True)] == expected
    assert all(unaccounted_words(o.item) == 0 for o in outcomes if isinstance(o, Keep))


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 10
