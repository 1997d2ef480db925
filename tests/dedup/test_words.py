"""Words of any script as numbers: what counts as the same word, and what does not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup import words_by_python
from pipeline.dedup.codes import FIRST_FIGURE, NAME, array_of, figures_of
from pipeline.dedup.letters import BETWEEN_PARTS
from pipeline.dedup.words import MOST_CODES, figure_table, is_figure, read_words
from pipeline.dedup.written_figures import LANGUAGES, written_figures

WORDS = "four for Fünf fuenf 12 twelve Twelve FOURTEEN labour Monday 十二人 3万 x".split()
ANY = (
    st.lists(st.sampled_from(WORDS)).map(" ".join)
    | st.text(max_size=200)
    | st.text("ab AEou.,-15 0三十\u2029é\u0301ß台风1!r\u00a0n\udc80\U00020001", max_size=60)
)


def figures_told(text: str, language: str) -> set[int]:
    read = read_words(f"{text} happened", language=language)
    return {*figures_of(read.codes).tolist(), *array_of(read.aside)[1::2].tolist()}


def same(one: str, other: str) -> bool:
    return read_words(one).numbers == read_words(other).numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rain in PARIS", "rain, in: Paris!"),
        ("Café", "CAFE"),
        ("Cafe\u0301", "Café"),
        ("Ärzte", "Aerzte"),
        ("Ärzte", "Arzte"),
        ("MÜLLER", "Mueller"),
        ("Größe", "GROESSE"),
        ("Ærøskøbing", "Aeroeskoebing"),
        ("labour", "labor"),
        ("organise", "organize"),
        ("travelled", "traveled"),
        ("co\u00adoperate", "cooperate"),
        ("1,479.4 points", "1.479,4 points"),
        ("1,479.4 points", "1 479,4 points"),
        ("40,000 people", "40000 people"),
        ("12\u202f345\u202f678", "12,345,678"),
        ("١٢ قتيلا", "12 قتيلا"),
        ("קָפֶה", "קפה"),
        ("مـــصر", "مصر"),
        ("Ёлка", "елка"),
        ("ΟΔΟΣ", "οδός"),
    ],
)
def test_what_copies_change_does_not_count(one: str, other: str) -> None:
    """Case, accents, vowel points, punctuation, spelling of one word in two countries, how a figure
    is divided."""
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5 percent", "35 percent"),
        ("-3 degrees", "3 degrees"),
        ("a 2-1 win", "a 1-2 win"),
        ("11 dead", "1 dead"),
        ("in 2019 300 died", "in 2019300 died"),
        ("Iran", "Iraq"),
        ("stop now", "now stop"),
        ("की", "का"),
    ],
)
def test_what_tells_texts_apart_counts(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_number_is_the_same_in_every_process() -> None:
    """A changelog is read by a process that did not write it: a change is another row format."""
    assert [hex(n) for n in read_words("Storm 12 Müller").hashes] == PINNED


PINNED = ["0x43eaf38a2cdad314", "0xc9b454d5e391dfdf", "0xb9c6d2291ea98efe"]


def test_figures_and_names_are_known() -> None:
    """A capital marks a name, but not where a sentence begins."""
    words = read_words(
        "Shares rose 3.5 percent in Vienna. Traders of Delta sold. \u201cNever\u201d."
    )
    codes = array_of(words.codes)  # shares 3.5 percent vienna | traders delta | never
    assert [is_figure(number) for number in words.hashes].index(True) == 2
    assert np.flatnonzero((codes >= FIRST_FIGURE) & (codes < NAME)).tolist() == [1]
    assert np.flatnonzero(codes >= NAME).tolist() == [3, 5]
    assert words.sentences.tolist() == [0] * 4 + [1] * 2 + [2]


@pytest.mark.parametrize(
    "text", ["The U.S. troops left", "Then Mr. Berger left", "Am 3. März ging"]
)
def test_a_full_stop_behind_a_brief_word_ends_no_sentence(text: str) -> None:
    assert not read_words(f"{text} nobody.").sentences.any()


def test_a_block_s_end_ends_a_sentence_and_a_line_s_does_not() -> None:
    assert read_words(f"Storm\nhits harbour{BETWEEN_PARTS}Thousands flee").sentences.tolist() == [
        0,
        0,
        1,
    ]


@pytest.mark.parametrize(
    ("language", "one", "other", "same_figure"),
    [
        ("en", "Twelve died", "12 died", True),
        ("en", "twelve died", "fourteen died", False),
        ("en", "two of them", "four of them", False),
        ("", "twelve died", "fourteen died", False),
        ("de", "zwölf Tote", "ZWOELF TOTE", True),
        ("fr", "mardi soir", "mercredi soir", False),
        ("ru", "девяти погибших", "девять погибших", True),
        ("zh", "三人死亡", "3人死亡", True),
        ("zh", "十二人遇难", "十四人遇难", False),
    ],
)
def test_a_figure_in_words_is_a_figure(
    language: str, one: str, other: str, same_figure: bool
) -> None:
    """Twelve is 12, and not fourteen."""
    ours, theirs = (figures_told(text, language) for text in (one, other))
    assert ours
    assert theirs
    assert (ours == theirs) == same_figure


def test_a_rare_sign_is_no_figure() -> None:
    """Beyond the basic plane; signs are read alike there and here."""
    assert not figures_told("\U00020001\U00020002", "zh")
    assert read_words("\U00020001 \U00020002").words == 2


def test_labour_is_labor_but_four_is_not_for() -> None:
    assert not figures_told("for labour and labor", "en")


def test_a_language_that_nobody_knows_has_no_figures_in_words() -> None:
    assert not figures_told("twelve Montag", "xx")


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_written_figures_are_told_apart(language: str) -> None:
    """By a number each: chance must not make two of them one."""
    told = written_figures(language)
    codes = {figure: figures_told(f"{word} people", language) for word, figure in told.items()}
    assert all(len(found) == 1 for found in codes.values())
    assert len(set().union(*codes.values())) == len(codes)


def test_copy_in_capitals_has_no_names() -> None:
    assert (array_of(read_words("THE STORM HIT VIENNA ON MONDAY").codes) < NAME).all()


@pytest.mark.parametrize(
    "text", ["台风周二袭击港口城市数千人撤离", "พายุพัดถล่มเมืองท่าในวันอังคารผู้คนหลายพันคน"]
)
def test_scripts_without_blanks_are_cut_alike_wherever_a_passage_stands(text: str) -> None:
    """Else one more character at the beginning would make all words other words."""
    alone, within = read_words(text).hashes, read_words("我们" + text).hashes
    assert len(alone) > 3
    assert alone[1:] == within[-len(alone) + 1 :]


@given(ANY)
def test_any_text_has_words_or_none(text: str) -> None:
    """Whatever the characters: lengths agree, sentences go forward, nothing is raised."""
    words = read_words(text)
    assert len(words.codes) == 2 * len(words.sentences) <= 2 * words.words
    assert (array_of(words.codes) < 2 * NAME).all()
    assert (np.diff(words.sentences) >= 0).all()
    ends = np.frombuffer(words.ends, "<i4")
    assert (np.diff(ends) > 0).all()
    assert all(0 < end <= len(text) for end in ends)


@given(ANY, st.sampled_from([0, 3, MOST_CODES]), st.sampled_from(["", "en", "de", "xx"]))
def test_the_compiled_reader_reads_as_the_one_in_python(
    text: str, most: int, language: str
) -> None:
    told = words_by_python.read(text, most, figure_table(language))
    assert tuple(read_words(text, most, language)) == told


@given(st.lists(st.text(st.characters(categories=["Ll", "Lo"]), min_size=1, max_size=9)))
def test_blanks_and_punctuation_do_not_count(parts: list[str]) -> None:
    assert same(" ".join(parts), " \u2013\n".join(parts))


@pytest.mark.parametrize("text", ["a" * 10**6, "." * 10**6, "1." * 500_000, "\u0301" * 10**6])
def test_a_megabyte_of_one_letter_is_read(text: str) -> None:
    assert read_words(text[: 10**6]).words <= 1
