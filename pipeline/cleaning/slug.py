"""The slugline: which story it names, which lead and take of it this is, and its labels.

Seen in copy: AP ``BC-US--America Protests, 3rd Ld-Writethru,827``, Reuters ``USA-TALKS/LISBON
(UPDATE 1, PIX, TV)``, ``AM-TALKS-2NDLD***URGENT``, ``BC-(CORRECTED)---TALKS``, dpa
``Switzerland/migration/UN/``. Sports' prefixes (``BKN--``, ``SOC-``) name the story and stay.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.cleaning.registry import cleaners
from schemas.types import Lifecycle, Take, strongest
from schemas.wire import WireItem

__all__ = ["Slug", "read_slug", "read_slugline"]

_MOST_CHARS = 200
_CYCLE = re.compile(r"(?:AM|PM|BC|AP)-{1,6}\s?")
_PREFIX = re.compile(r"(?P<name>UPDATE|WRAPUP|CORRECTED|REFILE|RPT)(?: \d{1,2})?[-: ]{1,3}(?=\w)")
_LEAD = re.compile(
    r"(?:^|[\s,_(-])\(?(?P<number>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH) ?-?(?:Ld|LD|Lead|LEAD)\b"
    # in 1987 the line broke inside: 3RDLD-(WRITETH OUGH)
    r"(?:[- ]?\(?(?i:writethr(?:u|ough)|writeth ough)\)?)?\)?"
)
_TAKE = re.compile(
    r"(?:^|[\s,_(-])\(?(?:(?P<nth>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH) (?i:take)|"
    r"(?i:take|teil|folge|part) (?P<number>\d{1,2})(?: (?:of|von|de) (?P<of>\d{1,2}))?)\b\)?"
)
_URGENT = re.compile(r"\*{1,6} ?(?P<word>URGENT|FLASH|BULLETIN|ALERT)\b\*{0,6}|\*{2,6}")
_NAMES: dict[str, Lifecycle] = {
    "urgent": Lifecycle.ALERT,
    "flash": Lifecycle.ALERT,
    "bulletin": Lifecycle.ALERT,
    "alert": Lifecycle.ALERT,
    "eil": Lifecycle.ALERT,
    "correction": Lifecycle.CORRECTION,
    "corrected": Lifecycle.CORRECTION,
    "corrective": Lifecycle.CORRECTION,
    "berichtigung": Lifecycle.CORRECTION,
    "korr": Lifecycle.CORRECTION,
    "update": Lifecycle.UPDATE,
    "updated": Lifecycle.UPDATE,
    "wrapup": Lifecycle.UPDATE,
    "writethru": Lifecycle.UPDATE,
    "writethrough": Lifecycle.UPDATE,
    "refile": Lifecycle.REPEAT,
    "refiled": Lifecycle.REPEAT,
    "repeat": Lifecycle.REPEAT,
    "rpt": Lifecycle.REPEAT,
    "wiederholung": Lifecycle.REPEAT,
    "kill": Lifecycle.KILL,
    "elimination": Lifecycle.KILL,
    "withhold": Lifecycle.WITHHOLD,
    "advisory": Lifecycle.ADVISORY,
    "test": Lifecycle.TEST,
}
_SAY_NOTHING = frozenset(
    "pix picture pictures photo photos graphic graphics tv video live embargoed embargo abridged "
    "bjt optional ap exclusive insight add advance release".split()
)
_IN_PARENTHESES = re.compile(r"\(([^()]{1,80})\)")
_LABEL = re.compile(r"(?P<name>[A-Za-z]+)(?:-?[ ]?\d{1,3})?$")
_WORDS = re.compile(r"\d{1,5}$")


class Slug(NamedTuple):
    """What a slugline says."""

    story: str
    lead: int | None
    take: Take | None
    lifecycle: Lifecycle


@cleaners.add(
    "slug", needs={"slugline"}, gives={"story_slug", "lead", "take", "lifecycle", "lifecycle_note"}
)
def read_slugline(item: WireItem) -> WireItem:
    """Read story, lead, take and labels off the slugline, where the format did not say them.

    The slugline itself stays as it was.
    """
    if not item.slugline:
        return item
    slug = read_slug(item.slugline)
    changes: dict[str, object] = {}
    if not item.story_slug and slug.story:
        changes["story_slug"] = slug.story
    if item.lead is None and slug.lead is not None:
        changes["lead"] = slug.lead
    if item.take is None and slug.take is not None:
        changes["take"] = slug.take
    lifecycle = strongest(item.lifecycle, slug.lifecycle)
    if lifecycle is not item.lifecycle:
        changes["lifecycle"] = lifecycle
        if not item.lifecycle_note:
            changes["lifecycle_note"] = item.slugline
    return item.model_copy(update=changes) if changes else item


def read_slug(slugline: str) -> Slug:
    """Take a slugline apart.

    >>> read_slug("BC-US--Harbour Fire, 3rd Ld-Writethru,827")
    Slug(story='us--harbour fire', lead=3, take=None, lifecycle=<Lifecycle.UPDATE: 'update'>)
    """
    said = [Lifecycle.NEW]
    rest = " ".join(slugline[:_MOST_CHARS].split())
    if cycle := _CYCLE.match(rest):
        rest = rest[cycle.end() :]
    if prefix := _PREFIX.match(rest):
        said.append(_NAMES[prefix["name"].lower()])
        rest = rest[prefix.end() :]
    if "(" in rest:
        rest = _IN_PARENTHESES.sub(lambda found: _label_or_words(found, said), rest)
    lead, take = _LEAD.search(rest), None
    if lead is not None:
        said.append(Lifecycle.UPDATE)
        rest = rest[: lead.start()] + rest[lead.end() :]
    if (part := _TAKE.search(rest)) is not None:
        of = int(part["of"]) if part["of"] else None
        take = Take(number=int(part["nth"] or part["number"]), of=of)
        rest = rest[: part.start()] + rest[part.end() :]
    if "*" in rest:
        urgent = _URGENT.search(rest)
        if urgent is not None and lead is None and urgent["word"]:
            said.append(Lifecycle.ALERT)
        rest = _URGENT.sub("", rest)
    head, *tail = rest.split(",")
    story = ",".join([head, *(part for part in tail if not _is_label(part, said))])
    story = story.strip(" -/,_*").lower()
    if _NAMES.get(story) is Lifecycle.ALERT:  # TASS has no more than URGENT in its slugline
        story, said = "", [*said, Lifecycle.ALERT]
    return Slug(story, int(lead["number"]) if lead else None, take, strongest(*said))


def _label_or_words(found: re.Match[str], said: list[Lifecycle]) -> str:
    """Nothing for ``(UPDATE 1, PIX, TV)``; what names the story, such as ``(Lisbon)``, stays."""
    heard: list[Lifecycle] = []
    if _LEAD.search(found[0]) or _TAKE.search(found[0]) or found[1].upper() == "WRITETH OUGH":
        return found[0]
    if not all(_is_label(part, heard) for part in re.split("[,/;]", found[1])):
        return found[0]
    said += heard
    return ""


def _is_label(part: str, said: list[Lifecycle]) -> bool:
    part = part.strip(" -*")
    if not part or _WORDS.match(part):
        return True
    found = _LABEL.match(part)
    if found is None:
        return False
    name = found["name"].lower()
    if name not in _NAMES and name not in _SAY_NOTHING and not re.match(r"adv\d", part.lower()):
        return False
    said.append(_NAMES.get(name, Lifecycle.NEW))
    return True
