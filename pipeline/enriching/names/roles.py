# cython: boundscheck=False, wraparound=False
"""What the text calls a person: ``NATO Secretary General``, before the name or behind it."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.mentions import Mention
from pipeline.enriching.names.role_pieces import Pieces
from pipeline.enriching.names.role_words import (
    ARTICLE,
    BEFORE,
    LINK,
    NOUN,
    OPENER,
    STOP,
    UNFIT,
    RoleWords,
)
from pipeline.enriching.names.text import Text, numbers
from pipeline.words import signs

__all__ = ["Roles"]

_SEEN: Final = 130
_SEEN_BEFORE: Final = 100
"""How many characters behind a name, and before it, are looked at."""

_FEWEST_WORDS: Final = 3
_MOST_WORDS: Final = 12
_MOST_BETWEEN: Final = 6
"""Words between the noun and the name: ``minister of defence of the republic Jan Meier``."""
_MOST_BEFORE: Final = 6
"""Words that may stand before the noun: ``a 46-year-old former U.S. member``."""
_ACRONYM_CHARS: Final = 5
_MOST_BLANKS: Final = 4
"""Characters of a comma and the blanks around it."""

_SHORT_TITLES: Final = numbers("Gen Lt Col Maj Sgt Capt Sen Rep Gov Adm Prof Insp Supt Cpl")
_WITH_POINT: Final = numbers("St Mr Dr Gen Lt Sgt Col")
"""Words (besides letters) whose point ends nothing."""

_BODIES: Final = numbers("bank house university ministry department institute board chamber")
"""What bodies are called whose names go on with ``of``: ``Bank of Example Governor``."""

_UP: Final = signs.CAPITAL
_NOUN: Final = NOUN
_BEFORE: Final = BEFORE
_LINK: Final = LINK
_ARTICLE: Final = ARTICLE
_STOP: Final = STOP
_OPENER: Final = OPENER
_UNFIT: Final = UNFIT


class Roles:
    """The roles that a text gives to people, by one language's words."""

    __slots__ = ("_pieces", "_text")

    def __init__(self, text: Text, words: RoleWords) -> None:
        """Nothing is looked for yet."""
        self._text = text
        self._pieces = Pieces(text, words)

    def of(self, mention: Mention) -> str:
        """Return the role of the person who is mentioned, as it stands; or nothing."""
        return self._before(mention) or self._behind(mention) or self._before_comma(mention)

    def _before(self, mention: Mention) -> str:
        """Return ``NATO Secretary General`` of what stands straight before a name."""
        text, name = self._text, mention.first
        if name == 0 or text.text[mention.start - 1] != " ":
            return ""
        last = name - 1
        first = last
        if text.ends[last] != mention.start - 1:  # "Gen. Novotny", and no other point or comma
            if text.ends[last] != mention.start - 2 or text.text[mention.start - 2] != ".":
                return ""
            if text.cased[last] not in _SHORT_TITLES:
                return ""
        else:
            first = self._pieces.beginning(last)
        meaning = self._pieces.meaning(first, last)
        if not (text.shapes[first] & _UP or meaning & (_BEFORE | _NOUN)):
            return ""  # nearly all names have nothing of the kind before them
        return self._whole_before(mention, first, last)

    def _whole_before(self, mention: Mention, first: int, last: int) -> str:
        """Return the role that ends with a piece straight before a name."""
        text = self._text
        limit = max(0, mention.start - _SEEN_BEFORE)
        nearest = self._pieces.meaning(first, last)
        noun = begin = -1  # where the noun and the role begin
        behind = behind_last = -1  # the piece behind the one that is looked at
        behind_noun = behind_noun_last = -1
        for number in range(_MOST_WORDS):
            if text.starts[first] < limit:
                break
            meaning = self._pieces.meaning(first, last) if number else nearest
            is_up = text.shapes[first] & _UP
            if meaning & _NOUN:
                if noun < 0:
                    noun, behind_noun, behind_noun_last = first, behind, behind_last
                begin = first
            elif meaning & _UNFIT or (
                meaning & _ARTICLE and (noun >= 0 or not self._is_linked(first))
            ):
                break
            elif noun < 0:
                # "minister of defence Jan Meier", "ministre de la Défense X"
                if number >= _MOST_BETWEEN or not (is_up or meaning & (_LINK | _BEFORE)):
                    return ""
            elif meaning & _BEFORE:
                begin = first
            elif is_up:
                if self._pieces.endings and not self._may_own(first, last, behind, behind_last):
                    break  # German nouns have capitals
                begin = first
            elif not (meaning & _LINK and self._is_behind_noun(first)):
                break  # "Bank of Example Governor" goes on
            behind, behind_last = first, last
            first = self._pieces.before(behind)
            if first < 0:
                break
            last = behind - 1
        if noun < 0:
            return ""
        if behind_noun >= 0:
            # the words between the noun and the name must belong to the role
            if nearest & _LINK:
                return ""
            meaning = self._pieces.meaning(behind_noun, behind_noun_last)
            if not (text.shapes[behind_noun] & _UP or meaning & _LINK):
                return ""
        while begin < noun and self._is_opener(begin):
            begin = self._pieces.end(begin) + 1
        return self._pieces.shown(text.starts[begin], mention.start - 1)

    def _is_linked(self, n: int) -> bool:
        """Tell whether an article stands behind a link: ``ministre de la Défense``."""
        first = self._pieces.before(n)
        return first >= 0 and self._pieces.meaning(first, n - 1) & _LINK != 0

    def _is_behind_noun(self, n: int) -> bool:
        first = self._pieces.before(n)
        if first < 0:
            return False
        if self._text.shapes[first] & _UP and self._text.plain[first] in _BODIES:
            return True
        return self._pieces.meaning(first, n - 1) & _NOUN != 0

    def _may_own(self, first: int, last: int, then: int, then_last: int) -> bool:
        """Tell whether a German word is whose minister somebody is: ``Russlands``, ``EU``."""
        if not self._pieces.meaning(then, then_last) & (_NOUN | _BEFORE):
            return False
        text = self._text
        if text.text[text.ends[last] - 1] == "s":
            return True
        is_short = text.ends[last] - text.starts[first] <= _ACRONYM_CHARS
        return is_short and text.is_loud(first, last)

    def _is_opener(self, first: int) -> bool:
        """Tell whether a capital is only that of a sentence's first word."""
        text = self._text
        start = text.starts[first]
        before = text.text[max(0, start - 2) : start].strip()
        if start and before != "" and before != "." and before != '"' and before != "“":
            return False
        return self._pieces.meaning(first, self._pieces.end(first)) & _OPENER != 0

    def _behind(self, mention: Mention) -> str:
        """Return ``secretary general of NATO`` of what stands between commas behind a name."""
        text, end, n = self._text, mention.end, mention.first + mention.count
        if n >= text.count:
            return ""
        begin = end + 1 if text.text[end] == " " else end
        if text.text[begin] != ",":
            return ""
        begin += 1
        if not text.text[begin].isspace():
            return ""
        while begin < end + _MOST_BLANKS and text.text[begin].isspace():
            begin += 1
        if text.starts[n] == begin and self._pieces.meaning(n, n) & _STOP:
            return ""  # nearly always "who" or "said"
        finish = self._finish(n, begin)
        if finish <= begin:
            return ""
        return self._between(n, begin, finish)

    def _finish(self, n: int, begin: int) -> int:
        """Return where a role that begins with a word ends at the latest; -1 if it is too long."""
        text = self._text
        limit = min(text.size, begin + _SEEN)
        at = begin
        while at < limit:
            if n < text.count and text.starts[n] <= at:
                at = text.ends[n]
                n += 1
                continue
            sign = text.text[at]
            if sign in ',;:\n()!?"“”„«»–—':
                return at
            if sign == ".":
                if n == 0 or text.ends[n - 1] != at:
                    return at
                is_letter = at - text.starts[n - 1] == 1
                if not is_letter and text.cased[n - 1] not in _WITH_POINT:
                    return at
            if sign == " " and text.text[at + 1] == "-" and text.text[at + 2] == " ":
                return at
            at += 1
        return -1 if limit < text.size else limit

    def _between(self, n: int, begin: int, finish: int) -> str:
        """Return the role that a text between two commas is, or begins with."""
        text, pieces = self._text, self._pieces
        at, number, has_noun = begin, 0, False
        while at <= finish:
            end = at
            while end < finish and text.text[end] != " ":
                end += 1
            while n < text.count and text.starts[n] < at:
                n += 1
            is_word = n < text.count and text.starts[n] == at and text.ends[n] == end
            meaning = pieces.meaning(n, n) if is_word else pieces.meaning_between(at, end)
            if meaning & _STOP:
                finish = at - 1
                break
            if not has_noun and end > at:
                if at == begin and meaning & _ARTICLE:
                    begin = end + 1
                elif meaning & _NOUN:
                    has_noun = True
                elif number > _MOST_BEFORE or not (
                    meaning & _BEFORE or pieces.may_stand_before(at, end)
                ):
                    return ""
            at = end + 1
            number += 1
        return pieces.shown(begin, finish) if has_noun and finish > begin else ""

    def _before_comma(self, mention: Mention) -> str:
        """Return ``Sprecher der Polizei`` out of ``der Sprecher der Polizei, Jan Meier,``."""
        text, start = self._text, mention.start
        if mention.first == 0 or text.text[start - 2] != ",":
            return ""
        if text.ends[mention.first - 1] != start - 2:
            return ""
        if text.text[mention.end] not in ",.\n:;":
            return ""
        begin, limit, blanks = start - 2, max(0, start - _SEEN), 0
        while begin > limit and text.text[begin - 1] not in ",;:.()\n":
            begin -= 1
            if text.text[begin] == " ":
                blanks += 1
        if blanks + 1 < _FEWEST_WORDS:
            return ""  # a list of names
        return self._whole_before_comma(mention.first - 1, begin)

    def _whole_before_comma(self, last: int, begin: int) -> str:
        text = self._text
        end = text.ends[last]
        firsts: list[int] = []
        for _ in range(_MOST_WORDS):
            first = self._pieces.beginning(last)
            if text.starts[first] < begin:
                return ""
            before = self._pieces.before(first)
            if before >= 0 and text.starts[before] < begin:
                before = -1
            if firsts and self._pieces.meaning(first, last) & _ARTICLE:
                first_piece = firsts[len(firsts) - 1]
                if self._is_role(firsts):
                    return self._pieces.shown(text.starts[first_piece], end)
                if before < 0 or not self._pieces.meaning(before, first - 1) & (_LINK | _NOUN):
                    return ""
            if before < 0:
                return ""
            firsts.append(first)
            last = first - 1
        return ""

    def _is_role(self, firsts: list[int]) -> bool:
        """Tell whether the first words behind an article are a noun and what may stand before.

        *firsts* are the first words of the pieces, the last piece first.
        """
        text = self._text
        for at in range(len(firsts) - 1, max(-1, len(firsts) - 4), -1):
            first = firsts[at]
            last = self._pieces.end(first)
            meaning = self._pieces.meaning(first, last)
            if meaning & _NOUN:
                return True
            if not meaning & _BEFORE and not self._pieces.may_stand_before(
                text.starts[first], text.ends[last]
            ):
                return False
        return False
