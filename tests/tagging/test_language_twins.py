"""The compiled reading of letters and its twin in plain Python give the same sums."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tagging.language import by_python as plain
from pipeline.tagging.language.letters import reader_of
from pipeline.tagging.language.scripts import FAMILIES, GROUPS
from pipeline.tagging.language.step import infer_language

compiled = pytest.importorskip("pipeline.tagging.language.compiled")

LETTERS = {
    "latin": "aeiounrstlkmdgpvhjbczfyşčćžđąęłøåäöüßñéèàịẹọʼIİSTN",
    "cyrillic": "аеионрствлкмдпгзбчцјљњќѓжшіїєўүөңқғәһъьыэюяАЕИ",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگکیےٹڈںټډړښ",
    "devanagari": "अआइईउऊएकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहाि",
    **dict.fromkeys(FAMILIES, "aeiounrstlkmdgpvhjbčćžšđåæøéAEŠ"),
}
ENDS = " .,-–'’\n1_@\x00\u0301\ud800😀中"


def texts(group: str) -> st.SearchStrategy[str]:
    """Return texts with words of a script, and what may stand between them."""
    return st.text(alphabet=st.sampled_from(LETTERS[group] + " " * 6 + ENDS), max_size=400)


@pytest.mark.parametrize("group", sorted({*GROUPS, *FAMILIES}))
def test_both_readers_sum_up_the_same(group: str) -> None:
    """Wherever they stop."""
    fast = reader_of(group)
    slow = reader_of(group, plain.Reader)

    @settings(max_examples=150, deadline=None)
    @given(texts(group), st.integers(1, 200), st.integers(1, 200), st.integers(0, 800))
    def same(text: str, most: int, least: int, enough: int) -> None:
        assert fast.read(text, most, least, enough) == slow.read(text, most, least, enough)

    same()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text_is_read_alike(text: str) -> None:
    """Control characters, half surrogates, letters of every script."""
    expected = reader_of("latin", plain.Reader).read(text, 100, 50, 100)

    assert reader_of("latin").read(text, 100, 50, 100) == expected


def test_both_know_the_small_letter_of_every_letter() -> None:
    """All of the basic plane, a character a word: letters and rows are the same."""
    fast, slow = reader_of("latin"), reader_of("latin", plain.Reader)
    for first in range(0, 0x10000, 512):
        text = " ".join(map(chr, range(first, first + 512)))

        assert fast.read(text, 10_000, 10_000, 0) == slow.read(text, 10_000, 10_000, 0)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_both_count_scripts_alike(text: str) -> None:
    """Whatever the characters."""
    script_of = (np.arange(0x10000) % 7).astype(np.uint8)

    assert compiled.count_scripts(text, script_of, 5) == plain.count_scripts(text, script_of, 5)


@pytest.mark.parametrize("make", [compiled.Reader, plain.Reader])
def test_doubt_within_a_family_is_no_reason_to_read_on(make: Any) -> None:
    """Croatian is told from Slovene after some 150 letters; from Bosnian perhaps never."""
    text = "Luka je u ponedjeljak bila zatvorena nakon što je trajekt izgubio sidro u oluji. " * 20

    letters, _ = reader_of("latin", make).read(text, 1000, 150, 300)

    assert letters < 400


@settings(max_examples=50, deadline=None)
@given(texts("latin"), st.sampled_from(["", "hr", "nn", "en", "xx"]))
def test_the_same_text_gets_the_same_answer(text: str, hint: str) -> None:
    """Nothing is remembered from one text to the next."""
    first = infer_language(text, hint)
    infer_language("Something else was read between the two, and it was English.")

    assert infer_language(text, hint) == first


def test_tables_that_do_not_fit_are_refused() -> None:
    """Nothing is read beyond the end of a table."""
    tables = [
        np.zeros(0x10000, np.uint8), np.array([1], np.uint64), np.zeros(1, np.uint8),
        np.zeros((1, 64), np.uint8), np.array([7], np.uint64), np.array([0, 1], np.int32),
        np.array([2], np.uint8), np.array([3], np.uint8),
    ]  # fmt: skip
    compiled.Reader(*tables, [0, 0, 0], [0, 1, 2])
    with pytest.raises(ValueError, match="language"):
        compiled.Reader(*tables, [0, 0, 0], [0, 1])
    for place, wrong in [
        (0, np.zeros(10, np.uint8)), (2, np.zeros(0, np.uint8)),
        (3, np.zeros((1, 8), np.uint8)), (5, np.array([0, 2], np.int32)),
        (5, np.array([1, 1], np.int32)), (6, np.array([64], np.uint8)),
        (1, np.array([1 << 40], np.uint64)),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=r"table|language"):
            compiled.Reader(*tables[:place], wrong, *tables[place + 1 :], [0, 0, 0], [0, 1, 2])
