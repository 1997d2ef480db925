"""How much one item, and one record, may hold; more is no wire copy and would stop the line."""

from __future__ import annotations

__all__ = [
    "MAX_BYTES",
    "MOST_BLOCKS",
    "MOST_DEPTH",
    "MOST_ELEMENTS",
    "MOST_ITEMS",
    "MOST_LINES",
    "TooMuch",
]

MAX_BYTES = 8 * 1024 * 1024
"""Largest raw record; the longest text an agency sends is some hundred kilobytes."""

MOST_LINES = 200_000
MOST_BLOCKS = 20_000
"""No sample has more than 1,600 lines or 100 paragraphs; what we leave above that is a guess."""

MOST_ITEMS = 1_000
"""Items in one record. Each may go to quarantine with all bytes of the record, so this bounds
what one record can become. A guess: feeds in one file hold a hundred."""

MOST_DEPTH = 250
"""HTML elements in each other; at 256 the parser drops what is inside without a word."""

MOST_ELEMENTS = 100_000
"""Elements in one text, five for each of its blocks; to walk them takes up to half a second."""


class TooMuch(ValueError):
    """A limit is passed; the message says which. A reader answers it with a quarantine."""
