"""Figures that agencies write as words: a toll of twelve, a Tuesday, thousands, a third quarter.

What stands for a figure is told apart as a figure is: twelve in the place of fourteen is another
toll, and twelve is the same as 12. The words are in ``written_figures.toml``.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from pipeline.dedup.codes import SMALL

__all__ = ["LANGUAGES", "place_of", "written_figures"]

_FILE: Final = Path(__file__).with_suffix(".toml")

_TENS: Final = (20, 30, 40, 50, 60, 70, 80, 90)

_KINDS: Final = {
    "numbers": tuple(f"{n}" for n in range(2, 20)),
    "tens": tuple(f"{n}" for n in _TENS),
    "days": tuple(f"day {n}" for n in range(1, 8)),
    "ordinals": tuple(f"{n}th" for n in range(2, 13)),
    "amounts": ("dozens", "hundreds", "thousands", "millions", "billions"),
    "ways": ("up", "down"),
}

_PLACES: Final = {
    figure: place
    for place, figure in enumerate(
        [figure for kind in ("days", "ordinals", "amounts", "ways") for figure in _KINDS[kind]],
        start=SMALL,
    )
}

_ONE_WORD: Final = {
    "de": ("ein", "{unit}und{ten}"),
    "nl": ("een", "{unit}en{ten}"),
    "da": ("en", "{unit}og{ten}"),
    "sv": ("ett", "{ten}{unit}"),
}
"""Languages that write 21 as one word: of one its form in there, and how the two are joined."""

_SAME_WITH: Final = {"nb": "da", "nn": "da", "no": "da", "ms": "id"}


def place_of(figure: str) -> int:
    """Return the number of a figure among the codes of figures."""
    return int(figure) if figure.isdigit() else _PLACES[figure]


@lru_cache(maxsize=64)
def written_figures(language: str) -> dict[str, str]:
    """Return what each word stands for, as digits where it can be: ``{"twelve": "12", ...}``.

    What each of these is as a number, :func:`place_of` says. Of a language that has no list,
    nothing; of an unknown one, what all lists agree in.
    """
    language = _SAME_WITH.get(language, language)
    if language in _words():
        return _of(language)
    if language not in ("", "und"):
        return {}
    found: dict[str, str] = {}
    clash = set[str](_file()["elsewhere"].split())
    for one in _words():
        for word, figure in _of(one).items():
            if found.setdefault(word, figure) != figure:
                clash.add(word)
    return {word: figure for word, figure in found.items() if word not in clash}


def _of(language: str) -> dict[str, str]:
    listed = _words()[language]
    told: list[tuple[str, str]] = []
    for kind, figures in _KINDS.items():
        words = listed.get(kind, "").split()
        told += zip(figures, words, strict=True) if words else ()
    if language in _ONE_WORD:
        told += _between_tens(language, listed["numbers"].split(), listed["tens"].split())
    return {word: figure for figure, words in told for word in words.split("/") if word != "-"}


def _between_tens(language: str, numbers: list[str], tens: list[str]) -> list[tuple[str, str]]:
    """Return the numbers between the tens, where they are one word."""
    one, joined = _ONE_WORD[language]
    units = [one, *(word.partition("/")[0] for word in numbers[:8])]
    return [
        (f"{ten + unit}", joined.format(unit=units[unit - 1], ten=form))
        for ten, words in zip(_TENS, tens, strict=True)
        for form in words.split("/")
        for unit in range(1, 10)
    ]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def _words() -> dict[str, dict[str, str]]:
    return {name: words for name, words in _file().items() if isinstance(words, dict)}


LANGUAGES: Final = (*_words(), *_SAME_WITH)
