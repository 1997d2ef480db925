"""Read documents as ``names.build`` trains on them: numbers for words, tags for names."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.names.build.corpora import KINDS, Document
from pipeline.enriching.names.build.training import Read
from pipeline.enriching.names.build.vocabulary import Vocabulary
from pipeline.enriching.names.net_by_python import item_kinds
from pipeline.enriching.names.signs import BREAKS, gap_kinds
from pipeline.words import signs
from pipeline.words.reading import Words, read_words

__all__ = ["TAGS", "encode", "shouted"]

Array = npt.NDArray[Any]

TAGS: Final = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BIES"))
_TAG: Final = {tag: number for number, tag in enumerate(TAGS)}


def encode(
    documents: Iterable[Document],
    vocabulary: Vocabulary,
    weight: float = 1.0,
    languages: Sequence[str] = ("en",),
) -> Read:
    """Return documents as numbers, two empty words after each."""
    known: dict[str, tuple[int, int, int]] = {}
    parts: list[tuple[Array, ...]] = []
    for document in documents:
        words = read_words(document.text)
        if not len(words):
            continue
        rows = np.full((len(words) + 2, 3), -1, np.int32)
        for n, (start, end) in enumerate(
            zip(words.starts.tolist(), words.ends.tolist(), strict=True)
        ):
            word = document.text[start:end]
            if word not in known:
                known[word] = vocabulary.of_word(word)
            rows[n] = known[word]
        gaps = gap_kinds(words.gaps)[:-1]
        items = item_kinds(words.shapes, words.plain, gaps, BREAKS)
        number = languages.index(document.language)
        parts.append(
            (
                rows,
                np.append(words.shapes, [0, 0]).astype(np.int64),
                np.append(gaps, [1, 1]).astype(np.int64),
                np.append(items, [0, 0]).astype(np.int64),
                np.full(len(words) + 2, number),
                np.append(_tags(document, words), [-1, -1]),
            )
        )
    joined = [np.concatenate(columns) for columns in zip(*parts, strict=True)]
    rows, shapes, gaps, items, spoken, tags = joined
    weights = np.full(len(shapes), weight, np.float32)
    return Read(rows, shapes, gaps, items, spoken, tags, weights)


def _tags(document: Document, words: Words) -> Array:
    """Return a tag for each word; -1 for words that stand near no capital and no name."""
    starts, ends = words.starts.tolist(), words.ends.tolist()
    tags = np.zeros(len(words), np.int64)
    skipped = np.zeros(len(words), bool)
    for start, end, kind in document.names:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first > 0 and ends[first - 1] > start:
            first -= 1
        if last <= first:
            continue
        if kind not in KINDS:
            skipped[first:last] = True
        elif last - first == 1:
            tags[first] = _TAG[f"S-{kind}"]
        else:
            tags[first] = _TAG[f"B-{kind}"]
            tags[first + 1 : last - 1] = _TAG[f"I-{kind}"]
            tags[last - 1] = _TAG[f"E-{kind}"]
    capital = (words.shapes & (signs.CAPITAL | signs.UPPER)) > 0
    near = np.convolve(capital, np.ones(5), "same") > 0 if len(words) >= 5 else capital
    tags[~(near[: len(words)] | (tags > 0)) | skipped] = -1
    return tags


def shouted(documents: Sequence[Document], share: float, seed: int) -> list[Document]:
    """Return documents some of whose lines are in capitals, as headlines are."""
    chance = random.Random(seed)
    found = []
    for document in documents:
        lines = re.split(r"(\n+)", document.text)
        text = "".join(
            line.upper() if chance.random() < share and len(line.upper()) == len(line) else line
            for line in lines
        )
        found.append(Document(text, document.names, document.language))
    return found
