"""Invented wire copy by the thousand, with a known fate for every item.

Stories are made of random words, so no two of them are alike unless they are meant to be; what
is tested with them is the line, not the reading of prose.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

_SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bren cral dost fimp".split()
)
_CITIES = ("LISBON", "VIENNA", "SKOPJE", "GENEVA", "OSLO", "PORTO")


@dataclass(frozen=True, slots=True)
class Sent:
    """One raw item."""

    value: bytes
    story: int
    """The number of its article."""
    family: int
    """The number of the story that it belongs to; a feeder that knows it keys by it."""
    what: str
    """``new``, ``update``, ``reissue``, ``resent``, ``copy``, ``kill`` or ``noise``."""


def invented(count: int, seed: int = 1, words: int = 180) -> Iterator[Sent]:
    """Yield *count* items: four fifths are new stories, the rest belongs to stories before.

    A story's items come in their order, so that each has one possible fate.
    """
    rng = random.Random(seed)
    stories: list[tuple[int, str, int, bool]] = []  # number, text, version, killed
    for n in range(count):
        kind = rng.random()
        if kind < 0.8 or not stories:
            text = story_text(rng, words)
            stories.append((n, text, 1, False))
            yield Sent(ninjs(n, text, 1), n, n, "new")
            continue
        at = rng.randrange(max(0, len(stories) - 200), len(stories))
        number, text, version, killed = stories[at]
        if kind < 0.86:
            text = text + "\n\n" + sentence(rng, 12)
            stories[at] = (number, text, version + 1, False)
            what = "reissue" if killed else "update"
            yield Sent(ninjs(number, text, version + 1), number, number, what)
        elif kind < 0.91:
            again = ninjs(number, text, version, killed=killed)
            yield Sent(again, number, number, "resent")
        elif kind < 0.96 and not killed:
            yield Sent(ninjs(n, text, 1, agency="Alpenpress"), n, number, "copy")
        elif kind < 0.98 and not killed:
            stories[at] = (number, text, version + 1, True)
            kill = ninjs(number, text, version + 1, killed=True)
            yield Sent(kill, number, number, "kill")
        else:
            yield Sent(rng.randbytes(300), -1, n, "noise")


def ninjs(
    number: int, text: str, version: int, *, agency: str = "Northwire", killed: bool = False
) -> bytes:
    """Return an item in ninjs 1.x."""
    city = _CITIES[number % len(_CITIES)]
    minute = number % 1440
    item = {
        "uri": item_guid(number, agency),
        "type": "text",
        "version": str(version),
        "versioncreated": f"2026-03-03T{minute // 60:02}:{minute % 60:02}:{version % 60:02}Z",
        "pubstatus": "canceled" if killed else "usable",
        "language": "en",
        "headline": text[:60],
        "body_text": f"{city} ({agency}) - {text}",
    }
    return orjson.dumps(item)


def item_guid(number: int, agency: str = "Northwire") -> str:
    """Return the guid of a story's item."""
    return f"http://{agency.lower()}.example/{number}"


def story_text(rng: random.Random, words: int) -> str:
    """Return paragraphs of random sentences."""
    sentences = [sentence(rng, rng.randrange(9, 22)) for _ in range(words // 15)]
    return "\n\n".join(" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))


def sentence(rng: random.Random, words: int) -> str:
    """Return one sentence of random words."""
    made = ("".join(rng.choices(_SYLLABLES, k=rng.randrange(1, 4))) for _ in range(words))
    return " ".join(made).capitalize() + "."
