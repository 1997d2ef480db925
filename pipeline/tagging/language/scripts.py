"""What the script of a text says of its language: often all, else which languages are left."""

from __future__ import annotations

from typing import Final

import numpy as np

try:
    from pipeline.tagging.language.compiled import count_scripts
except ImportError:  # built without a compiler
    from pipeline.tagging.language.by_python import count_scripts

__all__ = ["FAMILIES", "GROUPS", "KNOWN", "language_or_group"]

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "latin": tuple(
        (
            "af az bs ca cs cy da de en eo es et eu fi fr ga gl hr hu id is it la lb lg lt lv mi "
            "ms nb nl nn om pl pt ro sk sl sn so sq sr st sv sw tl tn tr ts vi xh yo zu"
        ).split()
    ),
    "cyrillic": ("be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"),
    "arabic": ("ar", "fa", "ps", "ur"),
    "devanagari": ("hi", "mr", "ne"),
}
"""Scripts that several languages share, and those that we tell apart."""

FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "scandinavian": ("da", "nb", "nn"),
    "malay": ("id", "ms"),
    "serbo_croatian": ("bs", "hr", "sr"),
}
"""Languages in Latin script that are so near to each other that a closer look tells them apart."""

_BLOCKS: Final = {
    "latin": ((0x41, 0x24F), (0x1E00, 0x1EFF)),
    "cyrillic": ((0x400, 0x52F),),
    "arabic": ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    "devanagari": ((0x900, 0x97F),),
    "el": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "hy": ((0x530, 0x58F),),
    "he": ((0x590, 0x5FF),),
    "bn": ((0x980, 0x9FF),),
    "pa": ((0xA00, 0xA7F),),
    "gu": ((0xA80, 0xAFF),),
    "or": ((0xB00, 0xB7F),),
    "ta": ((0xB80, 0xBFF),),
    "te": ((0xC00, 0xC7F),),
    "kn": ((0xC80, 0xCFF),),
    "ml": ((0xD00, 0xD7F),),
    "si": ((0xD80, 0xDFF),),
    "th": ((0xE00, 0xE7F),),
    "lo": ((0xE80, 0xEFF),),
    "bo": ((0xF00, 0xFFF),),
    "my": ((0x1000, 0x109F),),
    "ka": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)),
    "am": ((0x1200, 0x139F),),
    "km": ((0x1780, 0x17FF),),
    "kana": ((0x3041, 0x30FF),),
    "han": ((0x3400, 0x4DBF), (0x4E00, 0x9FFF)),
    "ko": ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)),
}
"""Unicode's blocks; a name of two letters is the language that nearly all texts in it are in."""

_NAMES: Final = tuple(_BLOCKS)
_LATIN_WEIGHT: Final = 0.4
"""Texts in other scripts have names and scraps of pages in Latin letters, hardly the reverse."""

_SIGNS_A_WORD: Final = {"latin": _LATIN_WEIGHT, "han": 3.0, "kana": 2.0, "ko": 2.0}
"""A sign of these stands for so many letters."""

_ARABIC_OWN: Final = {
    "ug": tuple("ۇۈۋڭ"),
    "ps": tuple("ټډړښځڅېۍګڼ"),
    "ku": (*"ێۆڵڕڤە", "ه\u200cك", "ه\u200cو", "ه\u200c ", "ه\u200cی", "ه\u200cر"),
    "sd": tuple("ڪڻڄڃٿڀ"),
}
"""Letters of languages in Arabic script that we do not count the letters of. Where a keyboard lacks
Kurdish letters, a joiner makes one of two."""

_LATIN_OWN: Final = {"mt": ("ħ", "ħġĦĠ", 0.015), "ku": ("êî", "êîûÊÎÛ", 0.06)}
"""The same for Latin letters: which there have to be, and which share of all they have together. In
Maltese and Kurmanji it is twice that, in French, Romanian and Welsh a third. A guess."""

_YIDDISH_OWN: Final = ("ײ", "װ", "ױ", "אַ", "אָ", "פֿ")
_HEBREW_POINT: Final = "\u05b0"
"""Hebrew with its vowels has this one, Yiddish has not."""

KNOWN: Final = frozenset(
    {
        *(code for languages in GROUPS.values() for code in languages),
        *(name for name in _BLOCKS if len(name) == 2),
        *_ARABIC_OWN,
        *_LATIN_OWN,
        *("ja", "yi", "zh"),
    }
)
"""The languages that are told apart."""

_OWN_SHARE: Final = 0.03
"""From this share of such letters the text is in their language. A guess."""

_KANA_SHARE: Final = 0.05
"""A Japanese text has more, a Chinese one has none but in names."""


def _ranges() -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    script = np.full(0x10000, len(_NAMES), np.uint8)
    for number, blocks in enumerate(_BLOCKS.values()):
        for first, last in blocks:
            script[first : last + 1] = number
    script[0x5B:0x61] = script[0x7B:0xC0] = script[0xD7] = script[0xF7] = len(_NAMES)
    return script


_SCRIPT: Final = _ranges()


def language_or_group(text: str) -> tuple[str, int]:
    """Return the language that the script says, or a group of :data:`GROUPS`; and the letters.

    An empty string if there are no letters; in ASCII, every character counts as one.
    """
    if text.isascii():
        return "latin", len(text)
    counts = count_scripts(text, _SCRIPT, len(_NAMES))
    found = {name: count for name, count in zip(_NAMES, counts, strict=True) if count}
    if not found:
        return "", 0
    east = found.get("han", 0) + found.get("kana", 0)
    weighed = {name: count * _SIGNS_A_WORD.get(name, 1.0) for name, count in found.items()}
    if "kana" in weighed:  # Japanese is written in both
        weighed["kana"] += weighed.pop("han", 0.0)
    best = max(weighed, key=lambda name: weighed[name])
    if best == "latin":
        for language, (needed, letters, share) in _LATIN_OWN.items():
            if not all(letter in text for letter in needed):
                continue
            if sum(map(text.count, letters)) >= share * found["latin"]:
                return language, found["latin"]
    if best == "arabic":
        for language, own in _ARABIC_OWN.items():
            if sum(map(text.count, own)) >= _OWN_SHARE * found["arabic"]:
                return language, found["arabic"]
    if best == "he" and _HEBREW_POINT not in text:
        own_letters = sum(map(text.count, _YIDDISH_OWN))
        return ("yi" if own_letters >= _OWN_SHARE * found["he"] else "he"), found["he"]
    if best in ("han", "kana"):
        kana = found.get("kana", 0)
        return ("ja" if kana >= _KANA_SHARE * east else "zh"), 2 * east
    return best, 2 * found[best] if best == "ko" else found[best]
