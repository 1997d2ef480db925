"""The notepad under a story: contacts, phone numbers and hints for the desk, never for a reader.

dpa writes it under its stories: ``# Notizblock`` (English ``# Notebook``), sections such as
``## Orte``, a line of stars with a sentence that what follows is not for publication, and a closing
line. Reuters ends with ``Keywords:`` in capitals and with its desk's contacts in double
parentheses. A press release's ``Contact:`` is for everybody, and stays.
"""

from __future__ import annotations

import re

from pipeline.cleaning.registry import cleaners
from schemas.types import Block, Removed
from schemas.wire import WireItem

__all__ = ["STEP", "has_contact", "remove_notepad"]

STEP = "private_note"

_NOT_PUBLIC = (
    r"(?:The following information is not intended for publication|"
    r"Die folgenden Informationen sind nicht (?:zur Ver(?:ö|oe)ffentlichung|f(?:ü|ue)r die "
    r"Ver(?:ö|oe)ffentlichung) bestimmt)"
)
_STARS = r"\*(?: ?\*){2,9}"
_SURE = re.compile(
    rf"#{{1,3}} ?(?:Notizblock|NOTIZBLOCK)\b|(?:{_STARS}\s{{0,9}})?{_NOT_PUBLIC}(?:[\s.:#]|$)|"
    r"(?i:\(?not for publication\)?:?$|\(?nicht zur ver(?:ö|oe)ffentlichung\)?:?$)"
)
"""Everything from such a line on is the notepad, whatever it is."""

_LIKELY = re.compile(
    r"#{1,3} ?(?:Notebook|NOTEBOOK|Notepad|Note to editors|Internet(?: links?)?|Links|Orte?|"
    r"Locations?|Places|Redaktionelle[r]? Hinweise?|Hinweise?|Kontakte?|Contacts?|"
    r"Ansprechpartner|Editorial contacts?|Aktualisierung|Update|Berichtigung|Correction|"
    r"Wiederholung|Bilder|Fotos|Photos|Service)(?:$|[\s:])|"
    rf"{_STARS}$"
)
_NAMES_ITSELF = re.compile(r"#{1,3} ?(?:Notebook|NOTEBOOK|Notepad)\b")
_OF_A_NOTEPAD = re.compile(r"#{1,3} ?\w|[-•–] |\[[^\]\n]{1,200}\]\(|\*|dpa(?: [a-z0-9]{1,5}){1,8}$")
"""How each block of a notepad begins. A story with a heading goes on with sentences, so a
heading that may be a story's counts only if nothing but such blocks follows it."""

_IN_A_LINE = re.compile(rf"(?:^|\s)(?={_STARS}\s{{1,9}}{_NOT_PUBLIC}(?:[\s.:#]|$))")
"""Re-flowed into the last paragraph: the stars part them."""

_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|\+ ?\d[\d ()/-]{6,}|\bTel\b\.?:? ?\+?\d")
_KEYWORDS = re.compile(r"Keywords: [A-Z0-9][^a-z]{1,120}(?:\(|$)")
_DEPTH = 6
"""Blocks that may be a desk's only because they stand under the story: so many. A guess."""

_MAY_BEGIN = frozenset("#*TDNn(K")


def has_contact(text: str) -> bool:
    """Return whether a line has a telephone number or an address that a desk would have."""
    return ("@" in text or "+" in text or "Tel" in text) and _CONTACT.search(text) is not None


@cleaners.add("notepad", needs={"body"}, gives={"body", "removed"})
def remove_notepad(item: WireItem) -> WireItem:
    """Set the notepad under a story aside: from its first line to the end, nobody shall read it."""
    body = item.body
    for n, block in enumerate(body):
        text = block.text
        if text[:1] in _MAY_BEGIN and _begins(body, n):
            return _without(item, n, block)
        if " * *" in text and (found := _IN_A_LINE.search(text)):
            return _without(item, n, block, found.start())
    return item


def _begins(body: tuple[Block, ...], n: int) -> bool:
    text = body[n].text
    if _SURE.match(text):
        return True
    if _LIKELY.match(text):
        return _goes_on(body, n)
    if n == 0 or n < len(body) - _DEPTH:
        return False
    if text.startswith("(("):
        return text.endswith("))") and has_contact(text)
    return _KEYWORDS.match(text) is not None


def _goes_on(body: tuple[Block, ...], n: int) -> bool:
    """Return whether what follows a likely mark is a notepad, up to where it surely is one."""
    for block in body[n + 1 :]:
        if _SURE.match(block.text):
            return True
        if block.kind not in ("ul", "ol") and not _OF_A_NOTEPAD.match(block.text):
            return False
        if _NAMES_ITSELF.match(body[n].text):
            return True
    return body[n].text[0] == "#"


def _without(item: WireItem, n: int, block: Block, at: int = 0) -> WireItem:
    kept, gone = item.body[:n], [*item.body[n:]]
    if at:
        kept = (*kept, Block(kind=block.kind, text=block.text[:at].rstrip()))
        gone[0] = Block(kind=block.kind, text=block.text[at:].strip())
    removed = tuple(
        Removed(step=STEP, where=f"body:{m}", text=private.text)
        for m, private in enumerate(gone, n)
    )
    return item.model_copy(update={"body": kept, "removed": item.removed + removed})
