"""Invented files of every dialect, with what must come of each item in them.

A file's ``.expected.json`` beside it is a list: for each item some of its fields, or the fate and the
reason of what is not kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.cleaning.words import unaccounted_words
from pipeline.formats.registry import formats
from pipeline.outcome import Already, Keep, Outcome, Tell
from schemas.wire import WireItem
from tests.formats.conftest import Read

FOLDER = Path(__file__).parents[1] / "samples"
SAMPLES = sorted(
    path
    for path in FOLDER.glob("*/*")
    if path.parent.name != "web_text" and not path.name.endswith(".expected.json")
)
NO_WORD_FOR_WORD = {"web_page"}
"""Of a page most words are menus; they are not accounted for."""


def found(outcome: Outcome[WireItem], expected: dict[str, Any]) -> dict[str, Any]:
    """Return of an outcome what the expectation speaks of, in its words."""
    assert not isinstance(outcome, (Already, Tell))
    if not isinstance(outcome, Keep):
        return {"outcome": type(outcome).__name__.lower(), "reason": outcome.reason.value}
    item = outcome.item
    said = item.model_dump(mode="json")
    said["places"] = list(item.dateline.places) if item.dateline else []
    said["paragraphs"] = len(item.body)
    said["kinds"] = [block.kind for block in item.body]
    said["first_words"] = item.text[: len(expected.get("first_words", ""))]
    said["removed"] = [[removed.step, removed.text] for removed in item.removed]
    said["references"] = [[one.rel, one.guid] for one in item.references]
    said["embargo"] = said["embargo"] and (said["embargo"]["until"] or said["embargo"]["note"])
    said["subjects"] = [f"{one.scheme}:{one.code}" for one in item.subjects]
    said["take"] = item.take and [item.take.number, item.take.of]
    return {name: said[name] for name in expected}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_comes_out_as_its_author_expects(read: Read, path: Path) -> None:
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    outcomes = read(path.read_bytes())

    assert [found(*pair) for pair in zip(outcomes, expected, strict=True)] == expected
    kept = [outcome.item for outcome in outcomes if isinstance(outcome, Keep)]
    assert all(unaccounted_words(i) == 0 for i in kept if i.format not in NO_WORD_FOR_WORD)


def test_every_dialect_has_samples() -> None:
    """Plain text and ninjs have their words in the tests themselves."""
    there = {path.parent.name for path in SAMPLES} | {"web_text", "plain_text", "ninjs"}
    assert there == set(formats.names())
