"""What the text calls a person: ``NATO Secretary General``, before the name or behind it."""

from __future__ import annotations

import re
from typing import Final

from pipeline.enriching.name_never import NEVER
from pipeline.enriching.name_role_words import RoleWords, is_calling

__all__ = ["MOST_CHARS", "role_of"]

MOST_CHARS: Final = 80
"""A role is at most so long; what is longer says more than what somebody is."""

_SEEN: Final = 130
_SEEN_BEFORE: Final = 100
"""How many characters behind a name, and before it, are looked at."""

_PIECE: Final = re.compile(r"[^\W_](?:[\w&/.'’-]*\w)?|[^\w\s]|\n+")
_BARRIER: Final = frozenset(',;:.!?()[]"“”„«»–—\n')
_NO_LINK: Final = frozenset('.,;:!?)]"”»“')
_SHORT_TITLES: Final = frozenset(
    "Gen. Lt. Col. Maj. Sgt. Capt. Sen. Rep. Gov. Adm. Prof. Insp. Supt. Cpl.".split()
)
_COMMA: Final = (",", " ")
_AFTER: Final = re.compile(r"\s?,\s+")
_ABBREVIATED: Final = re.compile(r"\b(?:\w|St|Mr|Dr|Gen|Lt|Sgt|Col)\.$")
_FEWEST_WORDS: Final = 3
_MOST_WORDS: Final = 12


def role_of(text: str, start: int, end: int, words: RoleWords) -> str:
    """Return the role of the person whose name is ``text[start:end]``, as it stands; or nothing."""
    return (
        _before(text, start, words)
        or _behind(text, end, words)
        or _before_comma(text, start, end, words)
    )


def _is_noun(word: str, words: RoleWords) -> bool:
    word = word.lower()
    if word in words.nouns:
        return True
    if is_calling(word, words.endings):
        return True
    first, _, last = word.rpartition("-")
    return bool(first) and last in words.nouns


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m[0]) for m in _PIECE.finditer(text, start, end)]


def _before(text: str, start: int, words: RoleWords) -> str:
    """Return ``NATO Secretary General`` of what stands straight before a name."""
    if start == 0 or text[start - 1] != " ":
        return ""
    nearest = text[text.rfind(" ", max(0, start - 40), start - 1) + 1 : start - 1]
    if nearest[-1:] in _NO_LINK and nearest not in _SHORT_TITLES:
        return ""
    if not (nearest[:1].isupper() or nearest.lower() in words.before or _is_noun(nearest, words)):
        return ""  # nearly all names have nothing of the kind before them
    begins = max(0, start - _SEEN_BEFORE)
    for mark in (". ", ", ", "\n"):
        begins = max(begins, text.rfind(mark, begins, start - len(nearest) - 1) + 1)
    pieces = _pieces(text, begins, start)
    if pieces and pieces[-1][2] == ".":
        pieces.pop()
    if not pieces:
        return ""
    noun_at = -1
    begin = len(pieces)
    for at in range(len(pieces) - 1, max(-1, len(pieces) - 1 - _MOST_WORDS), -1):
        word = pieces[at][2]
        small = word.lower()
        if word[0] in _BARRIER or not word[0].isalnum():
            break
        if _is_noun(word, words):
            noun_at = at if noun_at < 0 else noun_at
            begin = at
        elif small in words.articles and (noun_at >= 0 or not _links_on(pieces, at, words)):
            break
        elif (small,) in NEVER and small not in words.links:
            break  # a day or a month
        elif noun_at < 0:
            # "minister of defence Jan Meier", "ministre de la Défense X": only some words between
            if len(pieces) - at > 6 or not (
                word[0].isupper() or small in words.links or small in words.before
            ):
                return ""
        elif small in words.before:
            begin = at
        elif word[0].isupper():
            if words.endings and not _may_own(word, pieces[at + 1][2], words):
                break  # German nouns have capitals
            begin = at
        elif small in words.links and at > 0 and _is_noun(pieces[at - 1][2], words):
            continue
        else:
            break
    if noun_at < 0:
        return ""
    if noun_at < len(pieces) - 1 and not _joined(pieces[noun_at + 1 :], words):
        return ""
    while begin < noun_at and _is_verb_like(text, pieces[begin], words):
        begin += 1
    return _shown(text, pieces[begin][0], start - 1)


def _may_own(word: str, then: str, words: RoleWords) -> bool:
    """Tell whether a German word is whose minister or chief somebody is: ``Russlands``, ``EU``."""
    known = _is_noun(then, words) or then.lower() in words.before
    return known and (word.endswith("s") or (word.isupper() and len(word) <= _ACRONYM_CHARS))


_ACRONYM_CHARS: Final = 5


def _links_on(pieces: list[tuple[int, int, str]], at: int, words: RoleWords) -> bool:
    """Tell whether an article stands behind a link: ``ministre de la Défense``."""
    return at > 0 and pieces[at - 1][2].lower() in words.links


def _joined(pieces: list[tuple[int, int, str]], words: RoleWords) -> bool:
    """Tell whether the words between the noun and the name belong to the role."""
    first = pieces[0][2]
    return (first.lower() in words.links or first[0].isupper()) and pieces[-1][
        2
    ].lower() not in words.links


def _is_verb_like(text: str, piece: tuple[int, int, str], words: RoleWords) -> bool:
    """Tell whether a capital is only that of a sentence's first word."""
    at, _, word = piece
    begins = at == 0 or text[max(0, at - 2) : at].strip() in ("", ".", '"', "“")
    return begins and word.lower() in _OPENERS


_OPENERS: Final = frozenset(
    "but and so when while as if after before since in on at for with by from meanwhile however "
    "earlier later also then though although both like according to der die das und aber wie le la "
    "les mais et el los las y pero según".split()
)


def _behind(text: str, end: int, words: RoleWords) -> str:
    """Return ``secretary general of NATO`` of what stands between commas behind a name."""
    if text[end : end + 1] not in _COMMA:
        return ""
    comma = _AFTER.match(text, end, end + 4)
    if comma is None:
        return ""
    begin = comma.end()
    limit = min(len(text), begin + _SEEN)
    finish = limit
    for mark in _MARKS:
        at = text.find(mark, begin, finish)
        if at >= 0:
            finish = at
    at = text.find(".", begin, finish)
    while at >= 0:
        if _ABBREVIATED.search(text, max(begin, at - 4), at + 1) is None:
            finish = at
            break
        at = text.find(".", at + 1, finish)
    if finish == limit < len(text):
        return ""
    at, noun = begin, False
    for number, word in enumerate(text[begin:finish].split(" ")):
        small = word.lower()
        if small in words.stops:
            finish = at - 1
            break
        if not noun and word:
            if at == begin and small in words.articles:
                begin = at + len(word) + 1
            elif _is_noun(small.rpartition("'")[2], words):
                noun = True
            elif number > _MOST_BEFORE or not _may_stand_before(word, words):
                return ""
        at += len(word) + 1
    return _shown(text, begin, finish) if noun and finish > begin else ""


_MARKS: Final = (
    ",",
    ";",
    ":",
    "\n",
    "(",
    ")",
    "!",
    "?",
    '"',
    "“",
    "”",
    "„",
    "«",
    "»",
    "–",
    "—",
    " - ",
)
_MOST_BEFORE: Final = 6
"""Words that may stand before the noun: ``a 46-year-old former U.S. member``."""


def _may_stand_before(word: str, words: RoleWords) -> bool:
    small = word.lower()
    return (
        word[0].isupper()
        or small in words.before
        or word[0].isdigit()
        or word == "."
        or small.isalpha()
    )


def _before_comma(text: str, start: int, end: int, words: RoleWords) -> str:
    """Return ``Sprecher der Polizei`` out of ``der Sprecher der Polizei, Jan Meier,``."""
    if start < 2 or text[start - 2] != ",":
        return ""
    if text[end : end + 1] not in (",", ".", "", "\n", ":", ";"):
        return ""
    begin = max(0, start - _SEEN)
    for mark in ",;:.()\n":
        begin = max(begin, text.rfind(mark, begin, start - 2) + 1)
    if text.count(" ", begin, start) < _FEWEST_WORDS:
        return ""  # a list of names
    pieces = _pieces(text, begin, start - 2)
    for at in range(len(pieces) - 1, max(-1, len(pieces) - 1 - _MOST_WORDS), -1):
        word = pieces[at][2]
        if word[0] in _BARRIER:
            return ""
        if word.lower() in words.articles and at + 1 < len(pieces):
            head = pieces[at + 1 : at + 4]
            nouns = [n for n, p in enumerate(head) if _is_noun(p[2], words)]
            if nouns and all(_may_stand_before(p[2], words) for p in head[: nouns[0]]):
                return _shown(text, head[0][0], pieces[-1][1])
            if at == 0 or not (
                pieces[at - 1][2].lower() in words.links or _is_noun(pieces[at - 1][2], words)
            ):
                return ""
    return ""


def _shown(text: str, start: int, end: int) -> str:
    said = " ".join(text[start:end].split())
    return said if len(said) <= MOST_CHARS else ""
