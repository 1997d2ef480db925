"""Words to the ledgers about a copy: who carried a text, and whose text was not published."""

from __future__ import annotations

from typing import Literal

from pipeline.outcome import Tell
from schemas import topics
from schemas.wire import WireItem

__all__ = ["notices_of"]


def notices_of(
    item: WireItem, of_item: str, likeness: Literal["exact", "update_of", "rewrite"]
) -> tuple[Tell, ...]:
    """Return what the ledgers of a copy and of the item it repeats are told.

    The one who carried it is named in every later version of the article; and a kill of either
    has to reach the other. Nothing of the text goes with it.
    """
    if item.item_id == of_item:
        return ()
    carried = {"notice": "carried", "of_item": of_item, "likeness": likeness}
    word = item.without_text().model_copy(
        update={**carried, "chain": of_item, "credit": item.credit}
    )
    own = word.model_copy(update={"notice": "copy_of", "chain": ""})
    unique = topics.UNIQUE.name
    return (Tell(unique, of_item, word), Tell(unique, item.item_id, own))
