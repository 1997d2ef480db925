"""A block of ``Name: value`` lines before a plain text: id, version, urgency, embargo ...

    Id: harbour-fire
    Version: 2
    Urgency: 3
    Status: usable

    Harbour fire under control

Only known names make a header, so a text that begins with "Minister: we shall see" is none.
"""

from __future__ import annotations

from pipeline.formats.times import read_time
from schemas.types import Lifecycle

__all__ = ["STATUSES", "split_header"]

_NAMES = frozenset(
    "id guid version slug slugline urgency priority embargo language status credit byline date "
    "updated note rights keywords source replaces corrects kills title headline".split()
)
_MOST_LINES = 24

STATUSES: dict[str, Lifecycle] = {
    "usable": Lifecycle.NEW,
    "killed": Lifecycle.KILL,
    "kill": Lifecycle.KILL,
    "canceled": Lifecycle.KILL,
    "cancelled": Lifecycle.KILL,
    "withheld": Lifecycle.WITHHOLD,
    "correction": Lifecycle.CORRECTION,
    "corrected": Lifecycle.CORRECTION,
    "update": Lifecycle.UPDATE,
    "advisory": Lifecycle.ADVISORY,
    "alert": Lifecycle.ALERT,
    "test": Lifecycle.TEST,
    "repeat": Lifecycle.REPEAT,
}


def split_header(text: str) -> tuple[dict[str, str], str]:
    """Return the header's values by lower-case name, and the text after it; {} if there is none."""
    lines = text.lstrip("\n").split("\n", _MOST_LINES + 1)
    fields: dict[str, str] = {}
    for n, line in enumerate(lines[: _MOST_LINES + 1]):
        if not line.strip():
            if list(fields) == ["embargo"] and read_time(fields["embargo"]) is None:
                return {}, text  # a note, or a headline: "Embargo: EU tightens sanctions"
            return (fields, "\n".join(lines[n + 1 :])) if fields else ({}, text)
        name, colon, value = line.partition(":")
        if not colon or name.strip().lower() not in _NAMES:
            return {}, text
        fields[name.strip().lower()] = value.strip()
    return (fields, "") if fields and len(lines) <= _MOST_LINES else ({}, text)
