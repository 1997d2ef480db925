"""How a place's name is inflected: the forms that copy uses besides the one of a map.

Rules for the endings that most names have; a form that no copy uses costs nothing. Names that
inflect irregularly (``Praha``, ``Praze``) stand in lists where they matter.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["inflected"]

_SHORTEST: Final = 4
"""Letters from which a name is inflected; shorter ones would look like other words."""

_CYRILLIC: Final = re.compile(r"[а-яёіїєґјљњћђџѓќѕ]$", re.IGNORECASE)
_ENDINGS_RU: Final = (
    ("їв", ("єва", "єву", "єві", "євом")),
    ("ия", ("ии", "ию", "ией", "ією", "ії", "ію")),
    ("ія", ("ії", "ію", "ією")),
    ("ка", ("ки", "ке", "ку", "кой", "кою", "ці")),
    ("га", ("ги", "ге", "гу", "гой", "гою", "зі")),
    ("а", ("ы", "е", "у", "ой", "и", "і", "ою", "ом")),
    ("я", ("и", "е", "ю", "ей", "і", "ею")),
    ("ь", ("и", "ью", "я", "ю", "ем", "е", "і")),
    ("й", ("я", "ю", "ем", "е")),
    ("ец", ("ца", "цу", "цом", "це")),
    ("о", ("а", "у", "ом", "е")),
    ("и", ()),
    ("ы", ("", "ам", "ами", "ах")),
    ("у", ()),
    ("е", ()),
    ("э", ()),
    ("ю", ()),
)
_CONSONANT_RU: Final = ("а", "у", "ом", "е", "і", "ем", "ові", "от", "ът", "у")
_ENDINGS_PL: Final = (
    ("ia", ("ii", "ię", "ią", "io")),
    ("ja", ("ji", "ję", "ją")),
    ("ga", ("gi", "dze", "gę", "gą")),
    ("ka", ("ki", "ce", "kę", "ką")),
    ("wa", ("wy", "wie", "wę", "wą")),
    ("va", ("vy", "vě", "vu", "vou", "vi", "vom")),
    ("ha", ("hy", "ze", "hu", "hou")),
    ("a", ("y", "ie", "ę", "ą", "u", "ou", "ě", "i")),
    ("o", ("a", "ie", "em", "u", "ě")),
    ("y", ("", "ach", "ami", "om")),
    ("e", ()),
    ("i", ()),
)
_AFTER: Final = {
    "ko": ("은", "는", "이", "가", "을", "를", "에", "에서", "의", "로", "으로", "와", "과", "도"),
    "hu": (
        *("ban", "ben", "ba", "be", "ból", "ből", "on", "en", "ön", "n", "ra", "re", "ról", "ről"),
        *("nak", "nek", "val", "vel", "hoz", "hez", "t", "i"),
    ),
    "fi": ("n", "ssa", "ssä", "sta", "stä", "an", "lla", "llä", "lta", "ltä", "lle", "in", "en"),
}
"""What is written behind a name as one word with it."""

_BEFORE: Final = {"ar": ("و", "ب", "ل", "ف", "وب", "ول"), "he": ("ב", "ל", "מ", "ה", "ו", "ש")}
"""What is written before a name as one word with it; before its first word, if it has several."""

_CONSONANT_PL: Final = ("u", "ie", "em", "a", "owi", "ě", "om")


def inflected(name: str, language: str) -> tuple[str, ...]:
    """Return the other forms of a name of one word in *language*; none where we know no rule.

    >>> inflected("Россия", "ru")[:3]
    ('России', 'Россию', 'Россией')
    >>> inflected("Frankreich", "de")
    ('Frankreichs',)
    """
    if language in _BEFORE:
        return tuple(before + name for before in _BEFORE[language])
    if language == "ko":
        return tuple(name + after for after in _AFTER[language])
    if len(name) < _SHORTEST or not name.isalpha():
        return ()
    if language in _AFTER:
        return tuple(name + after for after in _AFTER[language])
    if language in {"ru", "uk", "be", "bg", "mk", "sr"}:
        if not _CYRILLIC.search(name):
            return ()
        return _with(name, _ENDINGS_RU, _CONSONANT_RU)
    if language in {"pl", "cs", "sk", "hr", "sl", "bs"}:
        return _with(name, _ENDINGS_PL, _CONSONANT_PL)
    if language in {"de", "sv", "da", "nb", "no", "nn", "nl", "is"}:
        return () if name[-1] in "sxzß" else (f"{name}s",)
    return ()


def _with(
    name: str, endings: tuple[tuple[str, tuple[str, ...]], ...], consonant: tuple[str, ...]
) -> tuple[str, ...]:
    for ending, others in endings:
        if name.endswith(ending):
            stem = name[: -len(ending)]
            return tuple(stem + other for other in others)
    return tuple(name + other for other in consonant)
