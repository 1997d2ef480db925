"""Sign-offs: the marks that reporters and desks leave under a story for each other."""

from __future__ import annotations

import re

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.removal import without_blocks
from schemas.wire import WireItem

__all__ = ["remove_signoff"]

_MOST_CHARS = 400
_DEPTH = 4
"""Sign-offs are the last blocks, one under the other. So many is a guess."""

_ARABIC = r"[\u0620-\u064a]{1,4}(?:[ -][\u0620-\u064a]{1,4})?"
_SIGNOFF = re.compile(
    # Reuters: (Reporting by A; Writing by B; editing by C)
    r"\((?i:(?:additional |further )?(?:reporting|writing|written|reported|editing|edited|"
    r"compiled|translated|redaktion|rédigé|édité|redacción|edición))\b[^()]*\)|"
    # AFP hh/ph/ts/hd, EFE gr/bp, MIA сд/15:20, Arabic initials
    r"[^\W\d_]{1,4}(?:/[^\W\d_]{1,4}){1,5}(?:/\d{1,2}[:.]\d\d)?/?|"
    # AFP's Arabic desk parts the letters of one name by a blank, and two names by a hyphen
    rf"{_ARABIC}(?:/{_ARABIC}){{1,5}}|"
    # dpa al rmo hct rmo, dpa abc yydd n1 sku
    r"dpa(?: [a-z0-9]{1,5}){1,8}|"
    # Kyodo ==Kyodo, TASS -0-, newspapers' -30-, ANPA's trailer
    r"==? ?[A-Z][\w ]{1,20}|-+ ?(?:0|30|ends?|ENDS?) ?-+|#{2,6}|[-*_=]{3,}|"
    # AAP "AAP abc", also under what it passes on: "AFP ab"; Ritzau and NTB their name in slashes
    r"(?:AAP|AFP|AP|NZN|PAA|RTR)(?: RAW)? [a-z]{1,4}(?:/[a-z]{1,4}){0,3}|/[^\W\d_]{2,12}/|"
    # PA has the word in small letters
    r"ends|\(?(?:ENDS?|MORE|ENDE|FIN|END OF TEXT)\)?|\((?:ends?|ende|fin|more|schluss|Schluss)\)|"
    r"AP-\w{2}-\d\d-\d\d-\d\d \d{4}GMT<?"
)


@cleaners.add("signoff", needs={"body"}, gives={"body"})
def remove_signoff(item: WireItem) -> WireItem:
    """Set the sign-offs under a story aside; who wrote it stands in them for the desk alone."""
    first = len(item.body)
    while first > max(1, len(item.body) - _DEPTH):
        text = item.body[first - 1].text
        if len(text) > _MOST_CHARS or _SIGNOFF.fullmatch(text.strip()) is None:
            break
        first -= 1
    return without_blocks(item, set(range(first, len(item.body))), "signoff")
