"""Where quotation marks open and close, in the ways of all languages."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["quoted"]

_CLOSED_BY: Final = {
    "“": "”“", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", '"': '"', "‘": "’",
    "‚": "‘’",
}  # fmt: skip
"""What a mark that opens may be closed by: “English”, „deutsch“, «français», »Bücher«."""

_MARK: Final = re.compile('[“”„«»‹›「」『』"‘’‚]')

_LONGEST: Final = 4_000


def quoted(text: str) -> list[tuple[int, int]]:
    """Return where the words between quotation marks stand in a paragraph, without the marks.

    A quotation that is not closed goes on to the paragraph's end: the next one takes it up. An
    apostrophe opens nothing: a single mark must stand before a word and after a blank.
    """
    found: list[tuple[int, int]] = []
    start, closing = -1, ""
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if start < 0:
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < len(text) else " "
            if mark not in _CLOSED_BY or (after.isspace() and mark in '"‘‚'):
                continue
            if mark in '"‘‚“' and before.isalnum():
                continue
            start, closing = at + 1, _CLOSED_BY[mark]
        elif mark in closing:
            if mark == "’" and at + 1 < len(text) and text[at + 1].isalnum():
                continue  # don’t
            if at > start and at - start <= _LONGEST:
                found.append(_trimmed(text, start, at))
            start = -1
    if 0 <= start < len(text) and len(text) - start <= _LONGEST and closing != "’":
        found.append((start, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the blanks that French sets inside its marks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
