"""How English and German write numbers, from general knowledge of the languages."""

from __future__ import annotations

from pipeline.enriching.figures.numerals import (
    BILLIONS,
    DOZENS,
    HUNDREDS,
    HUNDREDS_OF_THOUSANDS,
    MILLIONS,
    TENS_OF_THOUSANDS,
    THOUSANDS,
    Numerals,
    phrases,
    series,
)

__all__ = ["english", "german"]


def english() -> Numerals:
    """Return the number words of English."""
    values = series(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen",
        1,
    )
    values |= series("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    return Numerals(
        values,
        {
            "dozen": 12, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "crore": 1e7,
            "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6,
            "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
            "trn": 1e12,
        },
        {
            "dozens": DOZENS, "scores": (40.0, 99.0), "hundreds": HUNDREDS,
            "thousands": THOUSANDS, "tens of thousands": TENS_OF_THOUSANDS,
            "hundreds of thousands": HUNDREDS_OF_THOUSANDS, "millions": MILLIONS,
            "billions": BILLIONS,
        },
        frozenset({"a", "an", "one"}),
        frozenset({"and"}),
        frozenset({"to", "or"}),
        frozenset({"between"}),
        phrases(
            "at least|more than|less than|fewer than|no fewer than|no more than|up to|as many as|"
            "as much as|at most|an estimated|some|about|around|nearly|almost|over|under|"
            "approximately|roughly|another|close to|between|several|well over|just over"
        ),
        frozenset({"of"}),
        False,
    )  # fmt: skip


def german() -> Numerals:
    """Return the number words of German."""
    ones = series("ein zwei drei vier fünf sechs sieben acht neun", 1)
    values = series(
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 10
    )
    tens = series("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
    values |= ones | tens | {"eine": 1.0, "einen": 1.0, "einem": 1.0, "einer": 1.0, "eins": 1.0}
    values |= {"zwo": 2.0, "zweier": 2.0, "dreier": 3.0, "dreissig": 30.0}
    for ten, much in tens.items():
        values |= {f"{one}und{ten}": much + few for one, few in ones.items()}
    below = dict(values)
    for start, much in (("hundert", 1.0), *ones.items()):
        whole = start if start == "hundert" else f"{start}hundert"
        values[whole] = 100 * much
        values |= {f"{whole}{word}": 100 * much + few for word, few in below.items()}
    values |= {f"{word}tausend": 1000 * few for word, few in list(below.items())}
    return Numerals(
        values,
        {
            "dutzend": 12, "hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6,
            "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12,
            "billionen": 1e12,
        },
        {
            "dutzende": DOZENS, "dutzenden": DOZENS, "mehrere dutzend": DOZENS,
            "hunderte": HUNDREDS, "hunderten": HUNDREDS, "mehrere hundert": HUNDREDS,
            "mehrere tausend": THOUSANDS, "tausende": THOUSANDS, "tausenden": THOUSANDS,
            "zehntausende": TENS_OF_THOUSANDS, "hunderttausende": HUNDREDS_OF_THOUSANDS,
            "mehrere millionen": MILLIONS, "mehrere milliarden": BILLIONS,
        },
        frozenset({"ein", "eine", "einem", "einen", "einer"}),
        frozenset({"und"}),
        frozenset({"bis", "oder"}),
        frozenset({"zwischen"}),
        phrases(
            "mindestens|wenigstens|mehr als|weniger als|bis zu|rund|etwa|ungefähr|knapp|gut|fast|"
            "über|nahezu|höchstens|zumindest|weitere|zwischen|insgesamt|bislang|circa|ca|"
            "offenbar|schätzungsweise|nach ersten angaben|mehrere"
        ),
        frozenset({"von", "der"}),
        True,
    )  # fmt: skip
