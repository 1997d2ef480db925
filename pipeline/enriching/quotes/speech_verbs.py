"""Words that say that something is said, in all forms that a text may have.

The words stand in ``speech_words.toml``; here English verbs are inflected, and the words that name
a source ("according to") have those that must stand beside them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

__all__ = ["SOURCES", "USES", "WORDS", "forms_of"]

WORDS: Final[dict[str, dict[str, str]]] = tomllib.loads(
    files("pipeline.enriching.quotes").joinpath("speech_words.toml").read_text("utf-8")
)
"""The words of each language by their use."""

USES: Final = ("say", "tell", "answer", "think", "urge", "call", "judge")
"""What a verb needs to report something; see the file."""

SOURCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "en": {"according": ("", "to"), "words": ("the", "of")},
    "de": {
        "laut": ("", ""), "zufolge": ("", ""), "so": ("", ""),
        **dict.fromkeys(
            "angaben worten einschätzung ansicht auffassung meinung aussage aussagen darstellung "
            "überzeugung informationen auskunft schätzung schätzungen berechnungen "
            "erkenntnissen".split(), ("nach", "")),
        "sicht": ("aus", ""),
    },
    "fr": {"selon": ("", ""), "après": ("d", ""), "avis": ("l", "de")},
    "es": {
        "según": ("", ""), "acuerdo": ("de", "con"), "juicio": ("a", "de"),
        "palabras": ("en", "de"), "opinión": ("en", "de"),
    },
}  # fmt: skip
"""Words before who is the source, with the word that must stand before and behind them."""


def forms_of(language: str, use: str) -> Iterator[str]:
    """Yield the forms of a language's words of one use."""
    for entry in WORDS[language].get(use, "").split():
        if "/" in entry:
            yield from entry.split("/")
        elif language == "en" and use in USES:
            yield from _inflected(entry)
        else:
            yield entry


def _inflected(verb: str) -> Iterator[str]:
    """Yield the four forms of a regular English verb.

    >>> list(_inflected("deny"))
    ['deny', 'denies', 'denied', 'denying']
    """
    stem, many, past = verb, f"{verb}s", f"{verb}ed"
    if verb.endswith("e"):
        stem, past = verb[:-1], f"{verb}d"
    elif verb.endswith("y") and verb[-2] not in "aeo":
        many, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    elif verb.endswith(("sh", "ss", "ch", "x")):
        many = f"{verb}es"
    yield from (verb, many, past, f"{stem}ing")
