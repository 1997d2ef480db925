"""``WireItem``: what the agency said, parsed and cleaned; it grows from stage to stage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal

from schemas.types import (
    Block,
    Dateline,
    DateMention,
    Embargo,
    Figure,
    Focus,
    Lifecycle,
    Model,
    Name,
    Named,
    Origin,
    Place,
    Quote,
    Reference,
    Related,
    Removed,
    Subject,
    Tag,
    Take,
    UtcTime,
)

__all__ = ["PULL_BACKS", "WireItem", "are_credited"]

_BETWEEN_CREDITS: Final = re.compile(r"[\s/,;&+|()-]+")

PULL_BACKS: Final = frozenset({Lifecycle.KILL, Lifecycle.WITHHOLD})
"""Items that take a story out, for good or until further notice."""


def are_credited(names: Iterable[str], said: Iterable[str]) -> bool:
    """Tell whether one of the credits or sources of *said* is or holds one of these *names*."""
    ours = {name.casefold() for name in names if name}
    theirs = set[str]()
    for text in said:
        theirs.add(text.casefold())
        theirs.update(_BETWEEN_CREDITS.split(text.casefold()))
    return bool(ours & theirs)


class WireItem(Model):
    """One item of wire copy.

    A format fills in what the agency said; cleaning moves words between fields and records
    each span it sets aside; tagging and enriching add ``tags`` and ``places``.
    """

    item_id: str
    """``source/guid``, the same for every version of the item."""
    source: str
    """Who vouches for the guid: the provider if the format says so, else the feed's name."""
    provider: str = ""
    """The agency by its usual short name: ``dpa``, ``AP``, ``PA``; empty where nothing says it."""
    guid: str
    """The provider's id without its version, or one derived by the dialect's documented rule."""
    version: int | None = None
    """The provider's version number; an opaque number, larger is newer."""
    origin: Origin
    raw_digest: str
    """SHA-256 (hex) of the raw record that the item was read from."""
    format: str
    """Which format read it: ``web_text``, ``plain_text``, ``ninjs`` ..."""
    encoding: str = "utf-8"

    received_at: UtcTime
    created_at: UtcTime | None = None
    versioned_at: UtcTime | None = None
    lifecycle: Lifecycle = Lifecycle.NEW
    lifecycle_note: str = ""
    references: tuple[Reference, ...] = ()
    embargo: Embargo | None = None
    is_free: bool = False
    """The agency says that it may be used: by a status, or by a note that lifts an embargo."""
    named: tuple[Named, ...] = ()
    """The stories that a kill or a withhold names without an id."""

    language: str = ""
    """BCP 47 primary tag in lower case, or empty while nobody knows."""
    language_by: str = ""
    """``said`` by the provider, or the name of the step that inferred it."""
    headline: str = ""
    standfirst: str = ""
    slugline: str = ""
    story_slug: str = ""
    """The slugline without cycle, lead number and labels, in lower case: what the leads of one
    story share where their guids differ."""
    lead: int | None = None
    """Which lead (``3rd Ld``) of its story it is."""
    take: Take | None = None
    joined_takes: tuple[int, ...] = ()
    """The parts of its story that were joined into its text."""
    byline: str = ""
    credit: str = ""
    """The providers to be credited, as the copy writes them: ``dpa/MIA``."""
    urgency: int | None = None
    """1 (flash) to 9, on the one scale of IPTC."""
    source_urgency: str = ""
    """The provider's own value, as it stood."""
    dateline: Dateline | None = None
    body: tuple[Block, ...] = ()
    editorial_note: str = ""
    rights: str = ""
    paid: bool = False
    """A press release: somebody paid for it to be sent."""
    genre: str = ""
    """What kind of text the provider calls it: ``Background``, ``Interview`` ..."""
    remarks: tuple[str, ...] = ()
    """What reading it left in doubt, one sentence each: an embargo field without a time ..."""
    categories: tuple[str, ...] = ()
    """The provider's own categories as words, e.g. a site's breadcrumb."""
    keywords: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()

    words_read: int = 0
    """Words of text that the format read; always ``words kept + words removed``."""
    removed: tuple[Removed, ...] = ()
    """The record of cleaning: every span set aside."""

    related: tuple[Related, ...] = ()
    """Earlier items near to this one, as dedupe found them."""
    chain: str = ""
    """The item in whose chain of versions this one stands, where that is not its own; set on the
    way to that item's ledger."""
    hops: int = 0
    """How often it was handed from ledger to ledger."""
    notice: Literal["", "carried", "copy_of", "killed_source", "source_back", "named"] = ""
    """No item, but a word to a ledger: that *of_item* was ``carried`` by this one; that this one
    was withheld as a ``copy_of`` it; that *of_item*, which the text was taken from, was killed or
    withheld; that it may be used again; that a kill under another id, *of_item*, has ``named`` the
    item."""
    of_item: str = ""
    likeness: Literal["", "exact", "update_of", "rewrite"] = ""
    """Of a notice: how near the copy was."""

    tags: tuple[Tag, ...] = ()
    places: tuple[Place, ...] = ()
    focus: Focus | None = None
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    terms: tuple[Tag, ...] = ()
    """Keywords that were inferred; those that the agency sent are ``keywords``."""
    summary: str = ""
    """The text's own first sentence, where the agency sent no standfirst; never made-up words."""
    reading_seconds: int = 0
    not_done: tuple[str, ...] = ()
    """Steps that were left out because the item had used up its time."""

    @property
    def subject(self) -> str:
        """The id of the item that this one is about: in whose ledger it stands.

        That is the item itself, except for one that was handed on to the chain that it belongs
        to, and for a kill or a withhold under a guid of its own that names exactly one other
        item. ``wire.enriched`` is divided by this id, so that a kill meets its target.
        """
        if self.chain:
            return self.chain
        if self.lifecycle in PULL_BACKS:
            guids = {reference.guid for reference in self.references if reference.rel == "kills"}
            if len(guids) == 1:
                return f"{self.source}/{guids.pop()}"
        return self.item_id

    def is_credited_in(self, said: Iterable[str]) -> bool:
        """Tell whether one of the credits or sources of *said* names this item's agency.

        >>> item = WireItem.model_construct(source="wire.example", provider="dpa", credit="")
        >>> item.is_credited_in(["mia.mk", "MIA", "dpa/MIA"])
        True
        """
        return are_credited((self.provider, self.source), said)

    def without_text(self) -> WireItem:
        """Return which item it is, whose, and of when: what a word to a ledger begins with."""
        return WireItem(
            item_id=self.item_id,
            source=self.source,
            provider=self.provider,
            guid=self.guid,
            version=self.version,
            origin=self.origin,
            raw_digest=self.raw_digest,
            format=self.format,
            received_at=self.received_at,
            created_at=self.created_at,
            versioned_at=self.versioned_at,
            language=self.language,
        )

    @property
    def text(self) -> str:
        """The body's words, blocks apart by an empty line."""
        return "\n\n".join(block.text for block in self.body)

    @property
    def event_at(self) -> datetime:
        """When the item happened in its own time; for copy without a time, when it arrived.

        A time later than the arrival is a provider's clock gone wrong, and is not believed.
        """
        said = self.versioned_at or self.created_at
        if said is None or said > self.received_at:
            return self.received_at
        return said
