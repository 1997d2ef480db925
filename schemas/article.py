"""``Article``: the published contract, one object per version of a story.

An article holds nothing that depends on when or where it was made (no offset, no clock), so
the same raw items give the same bytes on every run.
"""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from schemas.types import (
    Block,
    Dateline,
    DateMention,
    Figure,
    Focus,
    Lifecycle,
    Model,
    Name,
    Place,
    Quote,
    Subject,
    Tag,
    Take,
    UtcTime,
)

__all__ = ["Article", "Change", "article_id_of"]


def article_id_of(item_id: str) -> str:
    """Return the article's id, a URI that can be read back: ``urn:dateline:source:guid``.

    >>> article_id_of("example.org/2024-7 a")
    'urn:dateline:example.org:2024-7%20a'
    """
    source, _, guid = item_id.partition("/")
    return f"urn:dateline:{quote(source, safe='')}:{quote(guid, safe='')}"


class Change(Model):
    """What this version did to the one before it."""

    kind: Lifecycle
    note: str = ""
    """The agency's own words about the change."""
    headline_changed: bool = False
    paragraphs_added: int = 0
    paragraphs_removed: int = 0


class Article(Model):
    """A normalised article; ``(article_id, revision)`` names one version for ever."""

    schema_version: Literal["1"] = "1"
    article_id: str
    revision: int
    """1 for the first version that was published, then 2, 3 ... without a gap."""
    status: Literal["usable", "withheld", "canceled"] = "usable"
    change: Change
    item_id: str
    source: str
    provider: str = ""
    """The agency by its usual short name: ``dpa``, ``AP``."""
    guid: str
    version: int | None = None
    """The provider's own version number."""
    raw_digest: str
    format: str

    created_at: UtcTime | None = None
    versioned_at: UtcTime | None = None
    embargoed_until: UtcTime | None = None
    """The embargo that this version was held for; it has passed when you read this."""

    language: str = ""
    headline: str = ""
    standfirst: str = ""
    slugline: str = ""
    take: Take | None = None
    byline: str = ""
    credit: str = ""
    urgency: int | None = None
    dateline: Dateline | None = None
    body: tuple[Block, ...] = ()
    word_count: int = 0
    editorial_note: str = ""
    rights: str = ""
    paid: bool = False
    """A press release: somebody paid for it to be sent. To be shown as such."""
    genre: str = ""
    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
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
    def text(self) -> str:
        """The body's words, blocks apart by an empty line."""
        return "\n\n".join(block.text for block in self.body)
