"""How the name of a place is written for looking it up: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["MAX_NAME_CHARS", "place_key"]

MAX_NAME_CHARS: Final = 120
"""No place in GeoNames has a longer name in use; what is longer is no place."""

_STROKES: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
"""Letters that Unicode does not take apart into a letter and an accent."""

_APART: Final = re.compile(r"[\W_]+")
_SAINT: Final = re.compile(r"\b(?:st|ste)\b")


def place_key(name: str) -> str:
    """Return the key of *name*: the same for every way in which copy writes one name.

    >>> place_key("GENÈVE"), place_key("St. Louis"), place_key("Washington, D.C.")
    ('geneve', 'saint louis', 'washington d c')
    """
    name = name[:MAX_NAME_CHARS].casefold()
    if not name.isascii():
        # Twice, because a sign such as the one for "telephone" comes apart into capitals.
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        bare = "".join(c for c in apart.translate(_STROKES) if not unicodedata.combining(c))
        # Put together again what is left: Hangul would otherwise stay in pieces.
        name = unicodedata.normalize("NFC", bare)
    name = name.replace("'", "").replace("’", "")
    return _SAINT.sub("saint", _APART.sub(" ", name).strip())[:MAX_NAME_CHARS].strip()
