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
    word = WireItem(
        item_id=item.item_id,
        source=item.source,
        provider=item.provider,
        guid=item.guid,
        version=item.version,
        origin=item.origin,
        raw_digest=item.raw_digest,
        format=item.format,
        received_at=item.received_at,
        created_at=item.created_at,
        versioned_at=item.versioned_at,
        lifecycle_note="",
        language=item.language,
        credit=item.credit,
        notice="carried",
        chain=of_item,
        of_item=of_item,
        likeness=likeness,
    )
    own = word.model_copy(update={"notice": "copy_of", "chain": ""})
    unique = topics.UNIQUE.name
    return (Tell(unique, of_item, word), Tell(unique, item.item_id, own))
