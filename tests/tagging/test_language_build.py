"""What ``languages.bin`` is compiled with, on statistics of a few words; and the file itself."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections import Counter
from importlib import resources
from math import exp, isclose, log
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tagging.language.build import runs
from pipeline.tagging.language.build.__main__ import _packed
from pipeline.tagging.language.build.declaration import count_words
from pipeline.tagging.language.build.galician import galician_words, help_texts
from pipeline.tagging.language.build.words import (
    Words,
    gains_of_near_words,
    gains_of_words,
    listed_words,
    read_words,
)
from pipeline.tagging.language.by_python import short_number
from pipeline.tagging.language.letters import _STEP, NEAR_STEP, _unpacked


@given(st.sets(st.integers(1, (1 << 40) - 1), max_size=50))
def test_what_is_packed_is_read_again(numbers: set[int]) -> None:
    """Rising numbers of 40 bits, as differences."""
    rising = sorted(numbers)

    assert _unpacked(_packed(rising)).tolist() == rising


def test_runs_are_counted_in_words() -> None:
    """How likely a letter is after the one before it, by how frequent the words are."""
    counted = {run: value for _, run, value in runs._counted({"ab": log(0.3), "ac": log(0.1)})}

    assert isclose(exp(counted["ab"]), 0.75)
    assert isclose(exp(counted["a"]), 0.5)


def test_serbian_runs_become_latin_letter_for_letter() -> None:
    """One Cyrillic letter may be two: what follows њ follows nj, and j follows n."""
    cyrillic = [(1, "њ", log(0.5)), (1, "а", log(0.5)), (2, "ња", log(0.25)), (2, "ан", log(0.5))]
    latin = {run: exp(value) for _, run, value in runs._transliterated(iter(cyrillic))}

    assert isclose(latin["nj"], 0.25)
    assert {"n", "j", "a", "nj", "ja", "an"} == set(latin)


def test_a_word_gains_the_languages_that_have_it() -> None:
    """By how much likelier it is than the rarest words listed, and more if it is a marker."""
    known = {"hr": {"most": log(1e-3), "tjedan": log(1e-4)}, "bs": {"most": log(1e-3)}}
    words = gains_of_words("latin", known, 10_000)

    assert _gains(words, "most")[0] == _gains(words, "most")[1] > 0
    assert 1 not in _gains(words, "tjedan")
    assert _gains(words, "tjedan")[0] == round((log(1e-4) + 15 + 2) / _STEP)


def _gains(words: Words, word: str) -> dict[int, float]:
    begins = np.cumsum([0, *words.times.tolist()]).tolist()
    at = words.numbers.index(short_number(word))
    part = slice(begins[at], begins[at + 1])
    return dict(zip(words.languages[part].tolist(), words.gains[part].tolist(), strict=True))


def test_small_differences_between_near_languages_are_none() -> None:
    """A word in doubt is not kept; of a clear one the doubt is taken off."""
    known = {
        "bs": {"most": log(1.2e-3), "hiljada": log(1e-4), "tijekom": log(1e-6)},
        "hr": {"most": log(1.0e-3), "hiljada": log(1e-6), "tijekom": log(1e-4)},
        "sr": {"most": log(1.1e-3), "hiljada": log(1e-4), "tijekom": log(1e-6)},
    }
    words = gains_of_near_words(known, 10, NEAR_STEP, 0.6)
    clear = round((log(100) - 0.6) / NEAR_STEP)

    assert words.numbers == sorted(map(short_number, ("hiljada", "tijekom")))
    assert _gains(words, "tijekom") == {1: clear}
    assert _gains(words, "hiljada") == {0: clear, 2: clear}


def test_what_tells_only_near_languages_apart_takes_no_room_from_others() -> None:
    """The table of a script takes them for one; that of the family does not."""
    together = runs._together(("bs", "hr", "sl"))

    assert together.tolist() == [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]
    assert runs._together(("bs", "hr")).tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_galician_has_its_own_words_and_borrows_what_is_no_small_word() -> None:
    """From its neighbours' lists, a little less frequent."""
    texts = ["A caixa e unha lista", "A lista e unha caixa", "Unha vez"]
    small = {f"el{n}": log(1e-2) for n in range(600)}
    spanish = {**small, "gobierno": log(1e-4), "lista": log(1e-3)}

    words = galician_words(texts, [spanish], ["goberno"])

    assert isclose(words["unha"], log(3 / 12))
    assert isclose(words["gobierno"], log(1e-4) - 2)
    assert words["lista"] == log(2 / 12)
    assert words["goberno"] == -8.5
    assert not {"el0", "vez"} & set(words)


def test_what_is_not_translated_is_no_galician(tmp_path: Path) -> None:
    """Each paragraph of the help counts once, without its markup."""
    page = (
        b'<h1>Menu</h1><div id="DisplayArea"><p>Prema <b>o bot&oacute;n</b>.</p>'
        b"<p>Press the button.</p><p>Prema o bot&oacute;n.</p></div>"
    )
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz") as made:
        entry = tarfile.TarInfo("./usr/share/help/page.html")
        entry.size = len(page)
        made.addfile(entry, io.BytesIO(page))
    parts = [("debian-binary", b"2.0"), ("data.tar.xz", packed.getvalue())]
    package = tmp_path / "help.deb"
    package.write_bytes(
        b"!<arch>\n"
        + b"".join(
            f"{name:16}{0:<12}{0:<6}{0:<6}{644:<8}{len(part):<10}`\n".encode()
            + part
            + b"\n" * (len(part) % 2)
            for name, part in parts
        )
    )

    assert help_texts(package) == ["Prema o botón."]


def test_the_listed_words_of_a_language_are_found() -> None:
    """One line a language."""
    assert {"tjedan", "tisuća"} <= set(listed_words("hr"))
    assert listed_words("en") == []


def _wheel(words: str) -> ZipFile:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as made:
        name = "langidentify_full_model/data/topwords-af.txt.gz"
        made.writestr(name, gzip.compress(words.encode()))
    return ZipFile(packed)


def test_a_short_word_that_is_lacking_comes_from_the_declaration() -> None:
    """If it is frequent there; a long one may only be what the declaration is about."""
    wheel = _wheel("# Count: 9\nhet -3.5\nal' -4.0\nreg -9.0\n")

    words = read_words(wheel, "latin", "af", Counter({"die": 50, "vryheid": 50}))

    assert set(words) == {"het", "al", "reg", "die"}
    assert isclose(words["die"], log(0.5) - 1)


def test_without_a_list_the_declaration_is_the_list() -> None:
    """As in Kazakh."""
    words = read_words(_wheel("x -1\n"), "cyrillic", "kk", Counter({"және": 3, "адам": 1}))

    assert isclose(words["және"], log(0.75) - 1)


def test_the_words_of_a_declaration_are_counted_without_its_markup() -> None:
    """Signs of Devanagari belong to the words."""
    text = "<p>सबै व्यक्ति &amp; <b>सबै</b></p>".encode()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as made:
        entry = tarfile.TarInfo("package/declaration/nep.html")
        entry.size = len(text)
        made.addfile(entry, io.BytesIO(text))
    packed.seek(0)

    with tarfile.open(fileobj=packed) as opened:
        assert count_words(opened, "devanagari", "ne") == {"सबै": 2, "व्यक्ति": 1}
        assert count_words(opened, "latin", "om") == {}


def test_a_borrowed_language_costs_what_its_likeliest_model_costs_and_a_little() -> None:
    """So that whole words decide."""
    costs = np.array([[0, 9], [7, 0], [5, 6]], np.uint8)

    wide = runs._with_borrowed(costs, "devanagari", ("hi", "mr", "ne"))

    assert wide.tolist() == [[0, 9, 2], [7, 0, 2], [5, 6, 7]]


def test_the_longest_run_that_ends_alike_is_noted() -> None:
    """The compiled reader looks for no longer ones."""
    table = runs._numbered(["a", "b", "ab", "bab"], np.zeros((4, 2), np.uint8))
    longest = dict(zip(table.keys, table.longest.tolist(), strict=True))

    assert table.letters == "ab"
    assert longest == {0x01: 1, 0x02: 3, 0x0102: 3, 0x020102: 3}


@pytest.mark.parametrize("name", ["languages.bin"])
def test_the_file_is_small(name: str) -> None:
    """It is a part of every installation."""
    with resources.as_file(resources.files("pipeline.tagging.language").joinpath(name)) as path:
        assert Path(path).stat().st_size <= 5_600_000
