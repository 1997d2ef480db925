"""Say what an item is about in its own first sentence, and how long it takes to read."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from pipeline.enriching.dates.calendar_words import LANGUAGES
from pipeline.enriching.dates.step import dates_in
from pipeline.enriching.registry import enrichers
from pipeline.enriching.summary.abbreviations import is_abbreviation, is_ordinal
from pipeline.enriching.summary.reading_time import seconds_of
from pipeline.words.making import with_values
from pipeline.words.of_item import MOST_CHARS, language_of, words_of
from schemas.wire import WireItem

__all__ = ["add_summary", "first_sentence"]

_LONGEST: Final = 600
"""Characters of a sentence that is told; a longer one is cut between words."""

_FIRST_CHARS: Final = 1500
_MOST_BLOCKS: Final = 6
"""Blocks that are looked at for a lead; labels and notes stand in one or two."""

_FEWEST_WORDS: Final = 4
_SHORT_LINE: Final = 12
"""A line without a full stop and with less words, or all in capitals, is a label if text follows.
Guesses."""

_DATE_WORDS: Final = 7
"""Words of a line that only says a day: ``Samedi, le 3 mars 2026``."""
_SOME_DAY: Final = date(2000, 1, 1)
_OF_YEAR: Final = frozenset({"", "года", "г", "roku", "r"})

_END: Final = re.compile(
    r"[.!?…]+(?:[\"'”’»“)\]]|\s»)*(?=\s+[-–—•]?\s?[\"'“‘«„»(\[¿¡]*[^\W_a-zà-öø-ÿа-яё])|[。！？]+[」』”]?|\n"
)
_MAY_END: Final = re.compile(r"[.!?…]+|[。！？\n]")
"""Where an end is looked for: the longer pattern is tried at few places only."""
_BULLET: Final = " \t\r\n•·*–—-"
_DATELINE: Final = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/ -]{4,40}(?:,[^-–—\n]{2,40})?(?: ?\([^)\n]{2,30}\))?"
    r" (?:--?|[–—]) (?=[^\n]{0,20}[a-zß-ÿ])"
)
"""A town in capitals and a dash, where cleaning was not sure enough to set them aside."""

_BYLINE: Final = re.compile(r"(?:by|von|par|por|di|door|av|af) [^\W\d_]", re.IGNORECASE)


def first_sentence(text: str, language: str = "") -> str:
    """Return the first sentence of a text as it stands there, at most ``_LONGEST`` characters.

    >>> first_sentence("The U.S. sent Gen. Smith on Jan. 5. He came back.")
    'The U.S. sent Gen. Smith on Jan. 5.'
    """
    text = text[:_FIRST_CHARS].lstrip(_BULLET).rstrip()
    sentence = text
    for may_end in _MAY_END.finditer(text):
        start = may_end.start()
        match = _END.match(text, start)
        if match is None:
            continue
        end = match.end()
        is_point = text[start] == "." and text[start : start + 2] not in ("..", ".…")
        if is_point and end - start == 1:
            before, after = text[max(0, start - 30) : start], text[end : end + 40]
            if is_ordinal(before, language) or is_abbreviation(before, after):
                continue
        if said := text[:end].rstrip():
            sentence = said
            break
    if len(sentence) <= _LONGEST:
        return sentence
    cut = sentence[:_LONGEST].rpartition(" ")[0] or sentence[:_LONGEST]
    return f"{cut} …"


def _lead(item: WireItem, language: str) -> str:
    """Return the first paragraph that is one: no label, no byline, not the headline again."""
    headline = item.headline.strip()
    for block in item.body[:_MOST_BLOCKS]:
        text = block.text[:_FIRST_CHARS].strip()
        if block.kind == "p" and text and text != headline and not _is_label(text, language):
            dateline = _DATELINE.match(text)
            return text[dateline.end() :] if dateline else text
    return ""


def _is_label(text: str, language: str) -> bool:
    if len(text) > 200 or text[0] >= "\u0e00":  # long, or of a script that sets no blanks
        return False
    words = text.split()
    if not any(character.isalpha() for character in text):
        return True
    ended = text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", "。", "।", "؟"))
    if len(words) < _FEWEST_WORDS:
        return not ended or len(words) < 2
    if len(words) < _SHORT_LINE and not ended:
        if text.isupper() or text.endswith(":") or _BYLINE.match(text) is not None:
            return True
        return len(words) <= _DATE_WORDS and _is_date(text, language)
    return text[0] in "([{*" and text[-1] in ")]}*"


def _is_date(text: str, language: str) -> bool:
    """Tell whether a line is nothing but a day in the calendar: ``Tuesday, March 3, 2026``."""
    if language not in LANGUAGES or not any(character.isdigit() for character in text):
        return False
    for start, end, first, last, _ in dates_in(text, language, _SOME_DAY):
        return start == 0 and first == last and text[end:].strip(" .,:") in _OF_YEAR
    return False


@enrichers.add(
    "summary", needs={"text", "headline", "language"}, gives={"summary", "reading_seconds"}
)
def add_summary(item: WireItem) -> WireItem:
    """Add the text's own first sentence, where the agency sent no standfirst, and the time to read.

    No word is made up: the sentence stands in the body as it is told. Labels, bylines and a
    headline that is said again are passed over.
    """
    summary = ""
    if not item.standfirst.strip():
        language = language_of(item)
        summary = first_sentence(_lead(item, language), language)
    seconds = 0
    if item.body:
        read = words_of(item)
        long = len(read.text) >= MOST_CHARS
        seconds = seconds_of(read, sum([len(block.text) for block in item.body]) if long else 0)
    return with_values(item, {"summary": summary, "reading_seconds": seconds})
