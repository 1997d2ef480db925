"""``Article``: the published contract, one object per version of a story.

An article holds nothing that depends on when or where it was made (no offset, no clock), so
the same raw items give the same bytes on every run.
"""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote, unquote

from schemas.types import (
    Block,
    Carrier,
    Dateline,
    DateMention,
    Figure,
    Focus,
    Lifecycle,
    Model,
    Name,
    Place,
    Quote,
    Related,
    Subject,
    Tag,
    Take,
    UtcTime,
)

__all__ = ["Article", "Change", "FigureChange", "Killed", "Wording", "article_id_of", "gone"]


def article_id_of(item_id: str) -> str:
    """Return the article's id, a URI that can be read back: ``urn:dateline:source:guid``.

    >>> article_id_of("example.org/2024-7 a")
    'urn:dateline:example.org:2024-7%20a'
    """
    source, _, guid = item_id.partition("/")
    return f"urn:dateline:{quote(source, safe='')}:{quote(guid, safe='')}"


class Wording(Model):
    """One passage, as it was and as it is now; cut to some hundred characters."""

    where: str
    """``headline``, ``standfirst`` or ``body:3``: the block of this version, counted from 0."""
    old: str
    new: str


class FigureChange(Model):
    """A figure that stands in the place of another one."""

    where: str
    old: str
    new: str


class Change(Model):
    """What this version did to the published one before it.

    What a killed or withheld version said is not told: neither words nor figures of it.
    """

    kind: Lifecycle
    note: str = ""
    """The agency's own words about the change."""
    headline_changed: bool = False
    paragraphs_added: int = 0
    paragraphs_removed: int = 0
    paragraphs_changed: int = 0
    """Paragraphs in whose place another wording stands; they count neither as added nor removed."""
    figures: tuple[FigureChange, ...] = ()
    wording: tuple[Wording, ...] = ()
    """The old and the new wording of what was changed, at most some passages."""


class Killed(Model):
    """Why an article was taken out, and what else has to go with it."""

    reason: str = ""
    """The agency's own words."""
    revisions: tuple[int, ...] = ()
    """The published revisions of this article that must not be used any more."""
    versions: tuple[int, ...] = ()
    """The agency's own numbers of them, where it gave any."""
    copies: tuple[Carrier, ...] = ()
    """Items that carried the text: not published here, but perhaps by who sent them."""
    because_of: str = ""
    """The item that was killed, where this article goes because it was taken from that one."""


class Article(Model):
    """A normalised article; ``(article_id, revision)`` names one version for ever."""

    schema_version: Literal["1"] = "1"
    article_id: str
    revision: int
    """1 for the first version that was published, then 2, 3 ... without a gap."""
    status: Literal["usable", "withheld", "canceled"] = "usable"
    change: Change
    killed: Killed | None = None
    """Only where the status is ``canceled`` or ``withheld``."""
    item_id: str
    sent_as: str = ""
    """The id under which its agency sent this version, where that is not *item_id*."""
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

    carried_by: tuple[Carrier, ...] = ()
    """Who else carried this text, in the order in which the copies came."""
    related: tuple[Related, ...] = ()
    """Earlier articles near to this one."""

    language: str = ""
    headline: str = ""
    standfirst: str = ""
    slugline: str = ""
    take: Take | None = None
    joined_takes: tuple[int, ...] = ()
    """The parts of the story that were joined into this text."""
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


def gone(article_id: str, revision: int, status: Literal["withheld", "canceled"]) -> Article:
    """Return what is left of an article that was taken back: who it was, and that it is gone.

    ``wire.latest`` has no value for such an article, only its key and headers.
    """
    source, guid = (unquote(part) for part in article_id.removeprefix("urn:dateline:").split(":"))
    kill = status == "canceled"
    return Article(
        article_id=article_id,
        revision=revision,
        status=status,
        change=Change(kind=Lifecycle.KILL if kill else Lifecycle.WITHHOLD),
        item_id=f"{source}/{guid}",
        source=source,
        guid=guid,
        raw_digest="",
        format="",
    )
