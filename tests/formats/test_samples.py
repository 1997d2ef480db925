"""Invented pages in the shapes of European agencies' sites, with what must come of each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cleaning.words import unaccounted_words
from tests.formats.conftest import ReadOne

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "web_text").glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_page_comes_out_as_its_author_expects(read_one: ReadOne, path: Path) -> None:
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    item = read_one(path.read_bytes())

    assert item.headline == expected["headline"]
    assert item.dateline is not None
    assert list(item.dateline.places) == expected["places"]
    assert (item.dateline.on.isoformat() if item.dateline.on else None) == expected["date"]
    assert list(item.dateline.agencies) == expected["agencies"]
    assert len(item.body) == expected["paragraphs"]
    assert item.text.startswith(expected["first_words"])
    assert list(item.categories) == expected["categories"]
    assert unaccounted_words(item) == 0
