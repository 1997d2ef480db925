"""What two headlines have in common, and whether a figure in them has moved."""

from __future__ import annotations

from pipeline.dedup.words import is_figure, read_words

__all__ = ["headlines_of"]


def headlines_of(headline: str, earlier: str) -> tuple[float, bool]:
    """Return the share of the shorter one's words that both have, and whether a figure differs.

    A figure differs where the headlines are much the same otherwise: then a toll has risen.

    >>> headlines_of("Flood kills 7 in Portmere", "Flood kills 12 in Portmere")
    (0.8, True)
    """
    ours, theirs = set(read_words(headline, 0).hashes), set(read_words(earlier, 0).hashes)
    if not ours or not theirs:
        return 0.0, False
    same = len(ours & theirs) / min(len(ours), len(theirs))
    if same < 0.5:
        return same, False
    if _digits(headline) == _digits(earlier):
        return same, False  # 40.916 and 40 916
    figures, others = (set(filter(is_figure, numbers)) for numbers in (ours, theirs))
    return same, bool(figures - others and others - figures)


def _digits(text: str) -> str:
    return "".join([char for char in text if char.isdigit()])
