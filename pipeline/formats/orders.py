"""What an item's words order: that it be held, killed, withheld; read alike for every format.

A format reads fields; agencies write orders wherever they can: into the headline, the slugline, an
editor's note, the first line of the text, the last.
"""

from __future__ import annotations

from pipeline.formats.order_stems import may_hold, may_pull_back
from pipeline.formats.order_texts import Texts
from pipeline.formats.orders_to_hold import with_embargo
from pipeline.formats.orders_to_pull import with_pull_back
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["with_orders"]


def with_orders(item: WireItem) -> WireItem:
    """Return the item with the embargo, the kill or the withhold that its words declare."""
    texts = Texts.of(item)
    words = texts.all_of(item)
    if item.embargo is not None or may_hold(words):
        item = with_embargo(item, texts)
    if item.lifecycle in PULL_BACKS or may_pull_back(words):
        item = with_pull_back(item, texts)
    return item
