"""Say what an item is about in its own first sentence, and how long it takes to read."""

from __future__ import annotations

import re
from typing import Final

from pipeline.enriching.registry import enrichers
from schemas.wire import WireItem

__all__ = ["add_summary", "first_sentence", "reading_seconds"]

WORDS_A_MINUTE: Final = 238
"""Of English non-fiction, read silently by adults: the mean of 190 studies (Brysbaert, "How many
words do we read per minute?", Journal of Memory and Language 109, 2019)."""

SIGNS_A_MINUTE: Final = 500
"""Of Chinese, Japanese and Thai, which set no blanks. A guess: studies of Chinese and Japanese name
some 255 to 400 words of one to two signs."""

_LONGEST: Final = 600
"""Characters of a sentence that is told; a longer one is cut between words."""

_FIRST_CHARS: Final = 2000

_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Rev|Hon|St|No|Nos|vs|Jr|Sr|Inc|Corp|Co"
    r"|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Nr|bzw|ca|Mio|Mrd|z\.B|d\.h|u\.a|Abs|Art"
    r"|Sra|Sr|Dra|EE\.UU|núm|M|MM|Mme|Mgr)|\b[A-Z])\.$"
)
"""A point behind these ends no sentence: titles, months, initials."""

_END: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]?[^\W_a-z])|[。！？]+[」』”]?|\n")
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text as it stands there, at most ``_LONGEST`` characters.

    >>> first_sentence("The U.S. sent Gen. Smith on Jan. 5. He came back.")
    'The U.S. sent Gen. Smith on Jan. 5.'
    """
    text = text[:_FIRST_CHARS].strip()
    sentence = text
    for match in _END.finditer(text):
        said = text[: match.end()].rstrip()
        if said and not _ABBREVIATION.search(said[-12:]) and not _is_ordinal(said):
            sentence = said
            break
    if len(sentence) <= _LONGEST:
        return sentence
    cut = sentence[:_LONGEST].rpartition(" ")[0] or sentence[:_LONGEST]
    return f"{cut} …"


def _is_ordinal(said: str) -> bool:
    """Tell whether a point stands behind a number of one or two digits: ``am 5. März``."""
    return bool(re.search(r"\b\d{1,2}\.$", said[-4:])) and not re.search(
        r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\. \d{1,2}\.$", said[-9:]
    )


def reading_seconds(text: str) -> int:
    """Return how many seconds an adult needs for a text."""
    signs = 0 if text.isascii() else len(_UNSPACED.findall(text))
    words = len(text.split()) if signs * 2 < len(text) else 0
    return round(words * 60 / WORDS_A_MINUTE + signs * 60 / SIGNS_A_MINUTE)


@enrichers.add("summary", needs={"text"}, gives={"summary", "reading_seconds"})
def add_summary(item: WireItem) -> WireItem:
    """Add the text's own first sentence, where the agency sent no standfirst, and the time to read.

    No word is made up: the sentence stands in the body as it is told.
    """
    summary = ""
    if not item.standfirst.strip():
        first = next((b.text for b in item.body if b.kind == "p" and b.text.strip()), "")
        summary = first_sentence(first)
    return item.model_copy(
        update={"summary": summary, "reading_seconds": reading_seconds(item.text)}
    )
