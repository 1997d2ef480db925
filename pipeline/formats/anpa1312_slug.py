"""AP's slugs taken apart: ``BC-AF-MED-Congo-WHO-Sex-Abuse, 3rd Ld-Writethru, 827``.

The cycle (AM-, PM-, BC-, AP-) says when it was sent, ``3rd Ld-Writethru`` that it is the fourth
version of its story; what is left is what all versions share. Reuters wrote
``AM-REAGAN-3RDLD-(WRITETHROUGH)`` in 1987.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from schemas.types import Lifecycle, Take, strongest

__all__ = ["Slug", "slug_of"]

_MOST_CHARS = 160
"""The longest slug that we have seen has 60; what follows in a longer one is no slug."""

_CYCLE = re.compile(r"(?:AM|PM|BC|AP)-+")
_LEAD = re.compile(
    r"[,\s-]*\b(?P<number>\d{1,2})(?:st|nd|rd|th)[ -]?(?:Ld|Lead)\b(?:-?\(?Writethr[a-z ]*\)?)?",
    re.I,
)
_WRITETHRU = re.compile(r"[,\s-]*\(?\bWritethr(?:u|ough)\)?", re.I)
_WORDS = re.compile(r",\s?\d{1,4}$")
_TAKE = re.compile(r"[,\s-]*\b(?P<number>\d)(?:st|nd|rd|th)[ -](?:Take|Add)\b", re.I)
_LABELS = (
    (Lifecycle.KILL, re.compile(r"[,\s(*-]*\b(?:KILL|ELIMINATION|DISREGARD)\b\)?", re.I)),
    (Lifecycle.WITHHOLD, re.compile(r"[,\s(*-]*\bWITHHOLD\b\)?", re.I)),
    (Lifecycle.CORRECTION, re.compile(r"[,\s(*-]*\b(?:CORRECTI(?:ON|VE)|CORRECTED)\b\)?", re.I)),
    (Lifecycle.ADVISORY, re.compile(r"[,\s(*-]*\b(?:ADVISORY|DAYBOOK|DIGEST)\b\)?", re.I)),
    (Lifecycle.ALERT, re.compile(r"[,\s(*-]*\b(?:URGENT|FLASH|BULLETIN)\b\)?", re.I)),
    (Lifecycle.TEST, re.compile(r"[,\s(*-]*\bTEST\b\)?")),
)
_EMBARGOED = re.compile(r"[\s(*-]*\bEMBARGOED\b\)?", re.I)


class Slug(NamedTuple):
    """The slug as it stood, what all versions share, and what is said besides."""

    text: str
    story: str
    lead: int | None
    take: Take | None
    lifecycle: Lifecycle
    label: str
    embargoed: bool


def slug_of(said: str) -> Slug:
    """Take a slug apart.

    >>> slug = slug_of("BC-PT--Lisbon Floods, 3rd Ld-Writethru,827")
    >>> slug.story, slug.lead
    ('pt--lisbon floods', 3)
    """
    text = _WORDS.sub("", " ".join(said[:_MOST_CHARS].split())).strip(" ,<^")
    story = _CYCLE.sub("", text, count=1) if _CYCLE.match(text) else text
    found = _LEAD.search(story)
    lead = int(found["number"]) if found else None
    label = found[0].strip(" ,-") if found else ""
    if found:
        story = story[: found.start()] + story[found.end() :]
    elif written := _WRITETHRU.search(story):
        lead, label = 1, written[0].strip(" ,-")
        story = story[: written.start()] + story[written.end() :]
    part = _TAKE.search(story)
    take = Take(number=int(part["number"])) if part else None
    if part:
        story = story[: part.start()] + story[part.end() :]
    lifecycle = [Lifecycle.UPDATE if lead else Lifecycle.NEW]
    for what, pattern in _LABELS:
        if labelled := pattern.search(story):
            lifecycle.append(what)
            label = labelled[0].strip(" ,-(*)")
            if what is not Lifecycle.ADVISORY:
                story = story[: labelled.start()] + story[labelled.end() :]
    embargoed = _EMBARGOED.search(story)
    story = _EMBARGOED.sub("", story)
    return Slug(
        text, story.strip(" -,*").lower(), lead, take, strongest(*lifecycle), label, bool(embargoed)
    )
