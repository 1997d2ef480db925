"""An id for a text whose format has none: the same for every version and every re-send."""

from __future__ import annotations

import re
from hashlib import blake2b

from pipeline.cleaning.registry import cleaners
from schemas.wire import WireItem

__all__ = ["derive_identity"]

_WORD = re.compile(r"\w+")
_HEX_BYTES = 8


@cleaners.add("identity", needs={"headline", "dateline", "body"}, gives={"item_id", "guid"})
def derive_identity(item: WireItem) -> WireItem:
    """Derive the guid of a text from its headline, its dateline's date and its credit.

    So the same story under another file name is the same item, an edited state of the same page
    is a version of it, and another agency's copy (another credit) is another item. Without a
    date and a credit the first paragraph takes part, without a headline all of the text.
    """
    if item.guid:
        return item
    on = item.dateline.on if item.dateline else None
    parts = [_normal(item.headline), on.isoformat() if on else "", _normal(item.credit)]
    if not item.headline:
        parts.append(_normal(item.text))
    elif not (on and item.credit):
        parts.append(_normal(item.body[0].text) if item.body else "")
    guid = blake2b("\x1f".join(parts).encode(), digest_size=_HEX_BYTES).hexdigest()
    return item.model_copy(update={"guid": guid, "item_id": f"{item.source}/{guid}"})


def _normal(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
