"""What the fields of any format say of an item's place in its story.

Four kinds of fields say it: a publishing status, an editor's note, words that name a kind of item
(genre, editorial type, profile), and signals. A format asks for those that it has and takes the
strongest (``schemas.types.strongest``); only a status stands above all others.
"""

from __future__ import annotations

import re

from schemas.types import Lifecycle, strongest

__all__ = ["of_kind", "of_note", "of_signal", "of_status"]

_STATUS = {
    "canceled": Lifecycle.KILL,
    "cancelled": Lifecycle.KILL,
    "killed": Lifecycle.KILL,
    "withdrawn": Lifecycle.KILL,
    "retracted": Lifecycle.KILL,
    "deleted": Lifecycle.KILL,
    "annulled": Lifecycle.KILL,
    "eliminated": Lifecycle.KILL,
    "kill": Lifecycle.KILL,
    "withheld": Lifecycle.WITHHOLD,
}
"""The words of IPTC's list of publishing statuses, and AP's and NewsML 1.2's names for them."""

_LIFTED = r"(?!.{0,40}\b(?:lift|releas|rescind|cancel|withdrawn|over\b|aufgehoben|levé|levant))"
_NOTES = (
    # An editor's note begins with what was done: AP "CORRECTS:", dpa "(Berichtigung: ...)".
    (Lifecycle.KILL, re.compile(rf"\W*(?:MANDATORY |STORY )?KILL(?:ED)?\b(?i:{_LIFTED})")),
    (Lifecycle.WITHHOLD, re.compile(rf"\W*(?:MANDATORY )?(?:WITHHOLD|HOLD)\b(?i:{_LIFTED})")),
    (
        Lifecycle.CORRECTION,
        re.compile(
            r"(?i)\W*(?:(?:Eds|Note): ?)?(?:corrects?|corrected|correction|corrective|berichtig|"
            r"korr|corrig|corrección|correzione|rectif|korjattu)"
        ),
    ),
    (
        Lifecycle.UPDATE,
        re.compile(r"(?i)\W*(?:(?:Eds|Note): ?)?(?:updates|updated|adds|writethru|aktualisiert)\b"),
    ),
)

_KINDS = (
    # Types, profiles, genres and signals: the words of IPTC's and AP's lists.
    (Lifecycle.KILL, re.compile(r"\b(?:kill|elimination|disregard)\b")),
    (Lifecycle.WITHHOLD, re.compile(r"\bwithhold\b")),
    (Lifecycle.CORRECTION, re.compile(r"\b(?:correction|corrective|clarification)\b")),
    (Lifecycle.ADVISORY, re.compile(r"\badvisory\b")),
    (Lifecycle.ALERT, re.compile(r"\b(?:\w*alert|flash)\b")),
    (Lifecycle.TEST, re.compile(r"\btest\b")),
)
_SIGNALS = (
    (Lifecycle.UPDATE, re.compile(r"\b(?:update|writethru|lead)\b")),
    (Lifecycle.REPEAT, re.compile(r"\brepeat\b")),
)


def of_status(status: str) -> Lifecycle | None:
    """Return what a publishing status says that takes an item out; None if it takes none out."""
    return _STATUS.get(status.rpartition(":")[2].strip().lower())


def of_note(note: str) -> Lifecycle:
    """Return what an editor's note says was done; ``new`` if it says nothing of that.

    >>> of_note("CORRECTS: the bridge is 40 metres long").value, of_note("With pictures").value
    ('correction', 'new')
    """
    if not note:
        return Lifecycle.NEW
    return strongest(Lifecycle.NEW, *(said for said, words in _NOTES if words.match(note)))


def of_kind(words: str) -> Lifecycle:
    """Return what the name of a genre, a type or a profile says."""
    words = words.lower()
    if not words.strip():
        return Lifecycle.NEW
    return strongest(Lifecycle.NEW, *(said for said, pattern in _KINDS if pattern.search(words)))


def of_signal(words: str) -> Lifecycle:
    """Return what signals say, as words or codes: ``sig:correction``, ``update``."""
    words = re.sub(r"[\W_]+", " ", words).lower() if words else ""
    if not words.strip():
        return Lifecycle.NEW
    said = (said for said, pattern in (*_KINDS, *_SIGNALS) if pattern.search(words))
    return strongest(Lifecycle.NEW, *said)
