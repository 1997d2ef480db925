"""Web text: a wire story as an agency's site shows it, scraped to text.

Around the story stand a breadcrumb of category names glued together, a standfirst that
repeats the first paragraph, and the page's furniture. Cleaning takes them apart; here it is
only recognised that they are there, since then each line is a paragraph of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.formats.other_dialects import beginning, is_other_dialect
from pipeline.formats.plain_text import read_text
from pipeline.formats.registry import formats
from pipeline.outcome import Outcome
from schemas.raw import RawItem
from schemas.wire import WireItem

__all__ = ["read_web_text"]

_MOST_CHARS = 200
"""The longest breadcrumb that we have seen has 47 characters."""

_FURNITURE = tuple(
    line.encode()
    for line in (
        "back to top,share on,share this,read more,print page,print article,print this page,"
        "print this article,cookie,newsletter,all rights reserved,zum seitenanfang,nach oben,"
        "haut de page,volver arriba,torna su,voltar ao topo,"
        # Macedonian: "(back to the) top", "share"
        "врв,сподели"
    ).split(",")
)
_HEAD, _TAIL = 400, 600


def sniff_web_text(raw: RawItem) -> float:
    """Sure if the first line is glued categories or the last lines are a page's furniture."""
    first = beginning(raw.value)[:_HEAD].split(b"\n", 1)[0].strip().decode("utf-8", "ignore")
    sure = 0.0
    if 0 < len(first) < _MOST_CHARS and not first.endswith(".") and _seams(first) >= 2:
        sure += 0.4
    tail = raw.value[-_TAIL:].lower()
    if any(line in tail for line in _FURNITURE):
        sure += 0.3
    return sure if sure and not is_other_dialect(raw.value) else 0.0


def _seams(line: str) -> int:
    """Count where a category's name runs into the next: ``storiesEuropeEurope``, ``0_Web_Top``."""
    glued = sum(
        1
        for word in line.split()
        if not word[1:].islower()
        for a, b in pairwise(word)
        if b.isupper() and (a.islower() or a in "_.")
    )
    return glued + line.count(" > ") + line.count(" \u203a ")


@formats.add("web_text", sniff=sniff_web_text)
def read_web_text(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """Web text: a story as an agency's site shows it, with the page around it."""
    yield from read_text(raw, "web_text")
