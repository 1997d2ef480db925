"""Which single-byte encoding a text is in, told from the letters that its language has.

In one byte a Polish ``ł`` and a Western ``³`` are the same, and a short text holds too few of them
for a statistical guess (charset-normalizer read a line of French as cp1250). But the letters beyond
ASCII of one text belong to one language's alphabet, and only the right encoding makes them so.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["encoding_by_letters", "encoding_by_script"]

_ALPHABETS: Final = (
    # The letters beyond a-z that a language writes its own words with.
    ("cp1252", "äöüß"),  # German
    ("cp1252", "àâæçéèêëîïôœùûüÿ"),  # French
    ("cp1252", "áéíñóúü"),  # Spanish
    ("cp1252", "áàâãçéêíóôõúü"),  # Portuguese
    ("cp1252", "àèéìòóù"),  # Italian
    ("cp1252", "áäéëíïóöúüè"),  # Dutch
    ("cp1252", "åäöéü"),  # Swedish, Finnish
    ("cp1252", "åæøéèôü"),  # Danish, Norwegian
    ("cp1252", "áéíóúýþæöð"),  # Icelandic
    ("cp1252", "àçèéíïòóúü"),  # Catalan
    ("cp1250", "ąćęłńóśźż"),  # Polish
    ("cp1250", "áčďéěíňóřšťúůýž"),  # Czech
    ("cp1250", "áäčďéíĺľňóôŕšťúýž"),  # Slovak
    ("cp1250", "áéíóöőúüű"),  # Hungarian
    ("cp1250", "čćđšž"),  # Croatian, Serbian, Bosnian, Slovene
    ("cp1250", "ăâîşţ"),  # Romanian
    ("cp1254", "çğıİöşüâîû"),  # Turkish
    ("cp1257", "āčēģīķļņšūž"),  # Latvian
    ("cp1257", "ąčęėįšųūž"),  # Lithuanian
    ("cp1257", "äõöüšž"),  # Estonian
)
_ISO: Final = {"cp1252": "iso-8859-15", "cp1250": "iso-8859-2"}
"""ISO's older sister of an encoding, where its letters stand elsewhere."""

_COMMONEST: Final = (
    # The ten letters that make up two thirds of a text; in a wrong encoding they are capitals
    # or rare ones.
    ("cp1251", "оеаинтсрвл"),
    ("koi8-r", "оеаинтсрвл"),
    ("koi8-u", "оеаинтсрвлі"),
    ("iso-8859-5", "оеаинтсрвл"),
    ("cp866", "оеаинтсрвл"),
    ("cp1253", "αοιετσνηρκ"),
    ("iso-8859-7", "αοιετσνηρκ"),
)
_LEAST_COMMON: Final = 0.4
"""Lines in Russian, Ukrainian, Bulgarian, Macedonian, Serbian and Greek have 0.50 to 0.76 in their
own encoding, and at most 0.33 in one of another order."""

_LEAST_SHARE: Final = 0.75
"""A text names foreigners too; below this share no alphabet fits. A guess."""

_IN_WORDS: Final = re.compile(
    # A word begins once, and its plain letters are not given back: long runs would cost squares.
    rb"(?<![A-Za-z\x80-\xff])[A-Za-z]*+[\x80-\xff][A-Za-z\x80-\xff]*+"
)
_PUNCTUATION: Final = re.compile("[‘’‚“”„‹›«»–—…•·€£°§¿¡©®™\u00a0\u00ad\u02dc]")


def encoding_by_letters(sample: bytes) -> str | None:
    """Return the encoding in which the sample's letters are one language's, or None if in none.

    A text whose only characters beyond ASCII are quotes and dashes is cp1252; of two encodings
    that fit equally the one that stands first in the table is taken, so cp1252 before others.
    """
    words = b" ".join(_IN_WORDS.findall(sample))
    has_c1 = re.search(rb"[\x80-\x9f]", words) is not None
    best, best_share = None, 0.0
    for encoding in dict.fromkeys(encoding for encoding, _ in _ALPHABETS):
        for spelling in (encoding, _ISO.get(encoding, "")):
            if not spelling or (spelling != encoding and has_c1):
                continue  # ISO's encodings have controls there, and no text has those
            share = _best_share(words.decode(spelling, "replace"), encoding)
            if share > best_share:
                best, best_share = spelling, share
    return best if best_share >= _LEAST_SHARE else None


def encoding_by_script(sample: bytes) -> str | None:
    """Return the encoding in which a Cyrillic or Greek text has its script's common letters."""
    best, best_share = None, 0.0
    for encoding, letters in _COMMONEST:
        high = [c for c in sample.decode(encoding, "replace") if c > "\x7f"]
        share = sum(1 for c in high if c in letters) / len(high) if high else 0.0
        if share > best_share:
            best, best_share = encoding, share
    return best if best_share >= _LEAST_COMMON else None


def _best_share(text: str, encoding: str) -> float:
    """Return the largest share of the characters beyond ASCII that one alphabet explains."""
    high = [c for c in _PUNCTUATION.sub(" ", text) if c > "\x7f"]
    if not high:
        return 1.0
    counts: dict[str, int] = {}
    for c in high:
        counts[c] = counts.get(c, 0) + 1
    return max(
        sum(n for c, n in counts.items() if c in letters or c.lower() in letters) / len(high)
        for name, letters in _ALPHABETS
        if name == encoding
    )
