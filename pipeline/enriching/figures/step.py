"""Find how many people were killed, injured or are missing, and sums of money."""

from __future__ import annotations

from pipeline.enriching.figures.reading import Found, figures_in
from pipeline.enriching.registry import enrichers
from pipeline.words.making import model_of, with_values
from pipeline.words.of_item import language_of, words_of
from schemas.types import Figure
from schemas.wire import WireItem

__all__ = ["Found", "add_figures", "figures_in"]


@enrichers.add("figures", needs={"text", "headline", "language"}, gives={"figures"})
def add_figures(item: WireItem, *, most: int = 20) -> WireItem:
    """Add how many people were killed, injured or are missing, and sums of money.

    At most *most*, each kind and number once, where it is said first.
    """
    read = words_of(item)
    figures: dict[tuple[str, float, float, str], Figure] = {}
    for one in figures_in(read.words, language_of(item)):
        key = (one.kind, one.least, one.most, one.unit)
        if key not in figures and read.part_of(one.start) == read.part_of(one.end - 1):
            figures[key] = model_of(
                Figure,
                {
                    "kind": one.kind,
                    "text": read.text[one.start : one.end],
                    "least": one.least,
                    "most": one.most,
                    "unit": one.unit,
                    "span": read.span(one.start, one.end),
                    "score": one.score,
                    "by": "figures",
                },
            )
            if len(figures) >= most:
                break
    return with_values(item, {"figures": tuple(figures.values())}) if figures else item
