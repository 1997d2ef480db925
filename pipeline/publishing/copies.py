"""Words between the ledgers of a text and of its copies: it was carried, taken back, given back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.outcome import Tell
from pipeline.publishing.entry import Entry
from schemas import topics
from schemas.types import Carrier, Lifecycle
from schemas.wire import WireItem, are_credited

__all__ = [
    "carrier_of",
    "copies_of",
    "goes_with_source",
    "source_back",
    "source_gone",
    "told_to_copies",
]


@dataclass(frozen=True, slots=True)
class _Source:
    """Whose text it was: by whom a copy has to be credited to go with it."""

    item_id: str
    source: str
    provider: str


def copies_of(entry: Entry) -> tuple[str, ...]:
    """Return the items that have an item's text: the one published in its place, and carriers."""
    carriers = (carrier.item_id for carrier in entry.carriers)
    return tuple(dict.fromkeys(filter(None, (entry.copy_of, *carriers))))


def told_to_copies(item: WireItem, entry: Entry) -> tuple[Tell, ...]:
    """Return the words to the copies' ledgers that the item they were taken from is taken back."""
    return tuple(source_gone(item, entry, copy) for copy in copies_of(entry))


def source_gone(item: WireItem, entry: Entry, copy: str) -> Tell:
    """Return the word to the ledger of a *copy* that its source is killed or withheld.

    *item* is what took it back, or another word about the source, whose *entry* says that it is
    gone. Nothing of the killed text goes with it.
    """
    status = entry.status
    lifecycle = item.lifecycle
    if lifecycle not in (Lifecycle.KILL, Lifecycle.WITHHOLD):
        lifecycle = Lifecycle.WITHHOLD if status == "withheld" else Lifecycle.KILL
    note = item.lifecycle_note or item.editorial_note
    return _word(item, entry, copy, "killed_source", lifecycle, note)


def source_back(item: WireItem, entry: Entry, copy: str) -> Tell:
    """Return the word that the source of a *copy* may be used again."""
    return _word(item, entry, copy, "source_back", Lifecycle.NEW, "")


def _word(
    item: WireItem,
    entry: Entry,
    copy: str,
    notice: Literal["killed_source", "source_back"],
    lifecycle: Lifecycle,
    note: str,
) -> Tell:
    source = _source_of(item, entry)
    about = {"lifecycle": lifecycle, "lifecycle_note": note, "notice": notice}
    theirs = {"source": source.source, "provider": source.provider, "of_item": source.item_id}
    word = item.without_text().model_copy(update={**about, **theirs, "chain": copy})
    return Tell(topics.ENRICHED.name, copy, word)


def _source_of(item: WireItem, entry: Entry) -> _Source:
    """A word of a copy stands in its source's ledger, yet it is the source that is meant."""
    subject = item.subject
    if item.notice == "carried":
        source, provider, _ = entry.credits or (subject.partition("/")[0], "", "")
        return _Source(subject, source, provider)
    return _Source(subject, item.source, item.provider)


def goes_with_source(item: WireItem, entry: Entry) -> bool:
    """Tell whether a version of a copy may not come out because its source is taken back.

    That is so if it, or the version before it, is credited to the source's agency.
    """
    if not entry.source_gone:
        return False
    theirs = (item.source, item.provider, item.credit, *entry.credits)
    return are_credited(entry.source_gone[1:], theirs)


def carrier_of(notice: WireItem) -> Carrier:
    """Return who carried a text, as the notice of dedupe says it."""
    return Carrier(
        item_id=notice.item_id,
        credit=notice.credit or notice.source,
        kind=notice.likeness or "rewrite",
        at=notice.event_at,
    )
