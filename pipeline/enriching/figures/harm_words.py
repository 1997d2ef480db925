"""How languages say that people were killed, hurt, or are missed: words and where the count stands.

The words stand in ``harm_words.toml``: English, German, French, Spanish and Italian, from general
knowledge of the languages.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

__all__ = ["Harm", "Kind", "harm", "trigger_words"]

Kind = Literal["dead", "injured", "missing"]


class Harm(NamedTuple):
    """How one language tells of harm, in small letters."""

    counted: dict[str, Kind]
    """What is itself counted, after its number: ``12 deaths``, ``30 Verletzte``."""
    happened: dict[str, Kind]
    """What happened to those who stand before it: ``12 people were killed``."""
    did: dict[str, Kind]
    """What somebody did to those who stand behind it, or that befell them: ``killing 12``."""
    toll: frozenset[str]
    """What a count of the dead follows a few words later: ``the toll rose to 12``."""
    be: frozenset[str]
    """What may stand between those whom it befell and what befell them."""
    passive: frozenset[str]
    """Which of these tell that those who suffered stand before."""
    people: frozenset[str]
    """Nouns of people."""
    endings: tuple[str, ...]
    """How other nouns of people end."""
    no_people: frozenset[str]
    """What is counted and is no people: times, measures, animals, things."""
    small: frozenset[str]
    """Words behind which, or before which, nobody more is named: ``killed 12 *in*``."""
    life: str
    """The word for life or lives; it tells of harm only beside one of ``taken``."""
    taken: tuple[str, ...]
    """How words begin that say that lives are lost: ``claimed`` 12 lives."""
    maybe: frozenset[str]
    """Words before what has not happened: ``could kill 12``."""
    including: frozenset[str]
    """What begins an insertion between people and what befell them."""
    far: bool
    """What happened may stand at the end of the sentence."""


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, Any]]:
    file = files("pipeline.enriching.figures").joinpath("harm_words.toml")
    return tomllib.loads(file.read_text("utf-8"))


def _kinds(given: dict[str, Any], name: str) -> dict[str, Kind]:
    kinds: tuple[Kind, ...] = ("dead", "injured", "missing")
    return {word: kind for kind in kinds for word in given.get(f"{name}_{kind}", "").split()}


@lru_cache(maxsize=8)
def harm(language: str) -> Harm:
    """Return how a language tells of harm; ``KeyError`` for one that we do not know."""
    given = _all()[language]
    return Harm(
        counted=_kinds(given, "counted"),
        happened=_kinds(given, "happened"),
        did=_kinds(given, "did"),
        toll=frozenset(given["toll"].split()),
        be=frozenset(given["be"].split()),
        passive=frozenset(given["passive"].split()),
        people=frozenset(given["people"].split()),
        endings=tuple(given["endings"].split()),
        no_people=frozenset(given["no_people"].split()),
        small=frozenset(given["small"].split()),
        life=given["life"],
        taken=tuple(given["taken"].split()),
        maybe=frozenset(given["maybe"].split()),
        including=frozenset(given["including"].split()),
        far=given["far"],
    )


def trigger_words(language: str) -> tuple[str, ...]:
    """Return the words beside which a count of people harmed may stand."""
    known = harm(language)
    words = (*known.counted, *known.happened, *known.did, *known.toll)
    return tuple(dict.fromkeys(words))
