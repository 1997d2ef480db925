"""Choose the words of ``names.build``'s table, and say what the lists know of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse  # type: ignore[import-untyped]

from pipeline.enriching.names.build.lists import Lists, plain_letters
from pipeline.enriching.names.signs import AFFIXES, affix_rows
from pipeline.words import signs
from pipeline.words.by_python import lower, number_of
from pipeline.words.reading import read_words

__all__ = ["Counts", "Vocabulary", "choose"]

Array = npt.NDArray[Any]


@dataclass(slots=True)
class Counts:
    """How often words stand in running text, inside sentences, in each of their forms."""

    forms: Counter[str] = field(default_factory=Counter)

    def add(self, text: str) -> None:
        """Count the words of a text, less those after a stop and those of loud lines."""
        words = read_words(text)
        gaps, shapes = words.gaps.tolist(), words.shapes.tolist()
        loud = sum(1 for s in shapes if s & signs.CAPITAL and not s & signs.LOWER)
        if loud * 2 > len(shapes):
            return
        for number, (gap, shape) in enumerate(zip(gaps[:-1], shapes, strict=True)):
            if shape & signs.LETTER and not gap & (
                signs.PARAGRAPH | signs.LINE | signs.POINT | signs.END | signs.QUOTE | signs.COLON
            ):
                self.forms[words.word(number)] += 1


@dataclass(slots=True)
class Vocabulary:
    """Words of the table in their order, and what is known of them."""

    forms: list[str]
    known: dict[int, int]
    """The row of each word, by its number in small letters."""
    spelled: dict[int, tuple[int, int]]
    """The row of each word that has another one as it stands, by that number; and its row else."""
    features: Any
    names: list[str]

    def of_word(self, word: str) -> tuple[int, int, int]:
        """Return the rows of a word: its own, or those of its endings."""
        row, _ = self.spelled.get(number_of(word), (-1, -1))
        if row < 0:
            row = self.known.get(number_of(lower(word)), -1)
        if row >= 0:
            return row, -1, -1
        size = len(self.forms)
        a, b, c = affix_rows(word)
        return size + a, size + b, size + c


def _parts(name: str) -> list[str]:
    words = read_words(name)
    return [words.word(n) for n in range(len(words))]


def _listed(lists: Lists) -> dict[str, set[str]]:
    """Return for each word, in small letters, the marks that the lists give it."""
    marks: dict[str, set[str]] = {}

    def mark(name: str, kind: str) -> None:
        for form in {name, plain_letters(name)}:
            parts = _parts(form)
            for number, part in enumerate(parts):
                where = (
                    ""
                    if len(parts) == 1
                    else (
                        "-first" if number == 0 else "-last" if number == len(parts) - 1 else "-mid"
                    )
                )
                marks.setdefault(lower(part), set()).add(kind + where)

    for kind, names in (("first", lists.first), ("last", lists.last)):
        for name, often in names.items():
            if often > 0.3 or kind == "first":
                mark(name, f"{kind}{3 if often >= 0.6 else 2 if often >= 0.4 else 1}")
    for name, people in lists.cities.items():
        mark(name, f"city{4 if people > 1e6 else 3 if people > 2e5 else 2 if people > 5e4 else 1}")
    for language, countries in lists.countries.items():
        for name in countries:
            mark(name, "country" if language == "en" else "country-other")
    for name in lists.regions:
        mark(name, "region")
    for name in lists.companies:
        mark(name, "company-listed")
    for section, own in lists.own.items():
        for name in own:
            mark(name, f"own-{section}")
    return marks


def choose(
    lists: Lists, counts: Counts, plain_words: Sequence[str], *, most: int, least: int = 1
) -> Vocabulary:
    """Return the vocabulary: words of texts, words that the sentence model knows, listed names."""
    marks = _listed(lists)
    by_plain: dict[str, Counter[str]] = {}
    for form, times in counts.forms.items():
        by_plain.setdefault(lower(form), Counter())[form] += times
    worth: dict[str, float] = {}
    for plain, forms in by_plain.items():
        if forms.total() >= least:
            worth[plain] = 100.0 + forms.total()
    rank = {word: number for number, word in enumerate(plain_words)}
    for word in plain_words:
        worth[word] = worth.get(word, 0) + 50.0
    for plain, kinds in marks.items():
        own = any(k.startswith(("own-", "country")) for k in kinds)
        big = any(k.startswith(("city4", "city3", "first3", "last3", "company")) for k in kinds)
        some = any(k.startswith(("city2", "first2", "last2", "region")) for k in kinds)
        if plain and any(c.isalpha() for c in plain):
            worth[plain] = (
                worth.get(plain, 0) + (90 if own else 30 if big else 15 if some else 5) + len(kinds)
            )
    chosen = sorted(worth, key=lambda w: (-worth[w], w))[:most]
    forms_out: list[str] = []
    known: dict[int, int] = {}
    spelled: dict[int, tuple[int, int]] = {}
    shares: list[float] = []
    for plain in chosen:
        forms = by_plain.get(plain, Counter())
        small = forms[plain]
        total = forms.total()
        title = plain[:1].upper() + plain[1:]
        capital = sum(n for f, n in forms.items() if f[:1].isupper())
        share = capital / total if total else -1.0
        wants_small = small > 0 and capital > 0 and min(small, capital) >= 2
        main = title if (total == 0 and plain in marks) or capital > small else plain
        row = len(forms_out)
        forms_out.append(main)
        shares.append(share)
        known[number_of(plain)] = row
        others = []
        if wants_small:
            others.append(plain if main != plain else title)
        upper = plain.upper()
        if len(plain) > 1 and forms[upper] >= 2 and upper != title and main != upper:
            others.append(upper)
        for other in others:
            spelled[number_of(other)] = len(forms_out), row
            forms_out.append(other)
            shares.append(share)
    return Vocabulary(
        forms_out,
        known,
        spelled,
        *_features(forms_out, shares, counts, marks, rank),
    )


def _features(
    forms: list[str],
    shares: list[float],
    counts: Counts,
    marks: dict[str, set[str]],
    rank: dict[str, int],
) -> tuple[Any, list[str]]:
    names: dict[str, int] = {}
    at: list[int] = []
    of: list[int] = []
    value: list[float] = []

    def add(row: int, name: str, worth: float = 1.0) -> None:
        at.append(row)
        of.append(names.setdefault(name, len(names)))
        value.append(worth)

    for kind in range(AFFIXES):
        names[f"affix{kind}"] = kind
    for row, form in enumerate(forms):
        plain = lower(form)
        for bucket in affix_rows(form):
            add(row, f"affix{bucket}", 0.6)
        if counts.forms[form] >= 3:
            add(row, f"word {form}", 1.0)
        for mark in sorted(marks.get(plain, ())):
            add(row, mark, 0.7)
        share = shares[row]
        add(row, f"capitals {-1 if share < 0 else int(share * 4.99)}", 0.7)
        place = rank.get(plain)
        add(row, "rank " + ("none" if place is None else str(min(place // 3000, 6))), 0.7)
        shape = (
            "upper"
            if form.isupper() and len(form) > 1
            else "title"
            if form[:1].isupper()
            else "small"
        )
        add(row, f"form {shape}", 0.7)
        add(row, f"form {shape} capitals {-1 if share < 0 else int(share * 4.99)}", 0.7)
    for kind in range(AFFIXES):
        add(len(forms) + kind, f"affix{kind}", 0.6)
        add(len(forms) + kind, "unknown", 0.3)
    size = (len(forms) + AFFIXES, len(names))
    matrix = sparse.csr_matrix((np.array(value, np.float32), (at, of)), shape=size)
    return matrix, list(names)
