"""Web text: a wire story as an agency's site shows it, scraped to text.

Around the story stand a breadcrumb of category names glued together, a standfirst that
repeats the first paragraph, and the page's furniture. Cleaning takes them apart; here it is
only recognised that they are there, since then each line is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.formats.plain_text import read_text
from pipeline.formats.registry import formats
from pipeline.outcome import Outcome
from schemas.raw import RawItem
from schemas.wire import WireItem

__all__ = ["read_web_text"]

_GLUED = re.compile(rb"\S*(?:[a-z][A-Z]\w|_[A-Z]\w|\w\.[A-Z]\w|\w\.portal)")
"""A category's name that runs into the next: ``storiesEuropeEurope``, ``0_Web_Top``."""

_FURNITURE = re.compile(
    rb"(?i)(?:back to top|share (?:on|this)|read more|print(?: this)? (?:page|article)|"
    rb"cookie|newsletter|all rights reserved|zum seitenanfang|nach oben|haut de page|"
    rb"volver arriba|torna su|voltar ao topo|\xd0\xbd\xd0\xb0 \xd0\xb2\xd1\x80\xd0\xb2)"
)
_HEAD, _TAIL = 400, 600


def sniff_web_text(raw: RawItem) -> float:
    """Sure if the first line is glued categories or the last lines are a page's furniture."""
    head = raw.value[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] in (b"<", b"{", b"["):
        return 0.0
    first = head.split(b"\n", 1)[0].strip()
    sure = 0.0
    if 0 < len(first) < 200 and not first.endswith(b".") and _GLUED.match(first):
        sure += 0.4
    if _FURNITURE.search(raw.value[-_TAIL:]):
        sure += 0.3
    return sure


@formats.add("web_text", sniff=sniff_web_text)
def read_web_text(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """Web text: a story as an agency's site shows it, with the page around it."""
    yield from read_text(raw, "web_text")
