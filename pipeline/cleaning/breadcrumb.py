"""The breadcrumb of an agency's site: category names glued together in the first line.

Seen on the site of a European agency (2022); the shape is ``0_Web_News storiesEurope.portal``.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.cleaning.registry import cleaners
from schemas.types import Removed
from schemas.wire import WireItem

__all__ = ["find_breadcrumb"]

_MOST_CHARS = 200
_SPLITS = re.compile(r"[_.>/|»›·]+|\s+[-–—]\s+|\s{2,}")
_SEPARATORS = re.compile(r"\w[_.]\w|[>»›|/]")
_ENDS_A_SENTENCE = re.compile(r"[.!?…:;]['\"”’»]?$")
_TECHNICAL = frozenset(
    "0 1 home top web portal slider slajder start startseite accueil inicio início hjem startsida "
    "почетна насловна веб портал слајдер слайдер топ главная".split()
)
"""Names of pages and of their parts; they say nothing of what a story is about."""


@cleaners.add("breadcrumb", needs={"body"}, gives={"categories"})
def find_breadcrumb(item: WireItem) -> WireItem:
    """Take a line of glued categories off the top; they stay as the provider's own categories."""
    if item.headline or len(item.body) < 2:
        return item
    line = item.body[0].text
    if not _is_breadcrumb(line):
        return item
    gone = Removed(step="breadcrumb", where="body:0", text=line)
    return item.model_copy(
        update={
            "categories": item.categories + _categories(line),
            "body": item.body[1:],
            "removed": (*item.removed, gone),
        }
    )


def _is_breadcrumb(line: str) -> bool:
    """Two seams at least: a lower-case letter that runs into a capital, or a separator."""
    if len(line) > _MOST_CHARS or _ENDS_A_SENTENCE.search(line):
        return False
    glued = sum(map(_seams, line.split()))
    marked = len(_SEPARATORS.findall(line))
    spaces = line.count(" ")
    # iPhone, McDonald: one seam in a line of many words is a name in a headline.
    return glued + marked >= 2 and (glued + marked) * 3 >= spaces


def _seams(word: str) -> int:
    if word[1:].islower():
        return 0
    return sum(1 for before, after in pairwise(word) if before.islower() and after.isupper())


def _categories(line: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in _SPLITS.split(line):
        if part[1:].islower():
            found.append(part)
            continue
        start = 0
        for n, (before, after) in enumerate(pairwise(part), 1):
            if after.isupper() and before.islower():
                found.append(part[start:n])
                start = n
        found.append(part[start:])
    kept = []
    for name in (words.strip() for words in found):
        if name and name.casefold() not in _TECHNICAL and name not in kept:
            kept.append(name)
    return tuple(kept)
