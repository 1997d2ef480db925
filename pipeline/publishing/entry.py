"""What the ledger keeps of an item: one small row, whatever the length of its versions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeAlias

import orjson

from pipeline.publishing.versions import Mark
from schemas.article import Article
from schemas.types import Carrier, Lifecycle

__all__ = ["NOTHING", "Entry", "Status", "cut_headline"]

Status: TypeAlias = Literal["", "usable", "withheld", "canceled"]
"""Of the last published version; empty while there is none."""

REMEMBERED_ORIGINS = 64
"""How many answers of an item are remembered, to know a redelivery again. Only the batches since
the last acknowledgement can come again; that one item has more versions in them is not to be
expected (the most that we have seen of a story is AP's 8th writethru). One that is forgotten is
still dropped if it says a version, as unchanged or superseded; only copy without versions, in
other words than the last, would be published as another update."""

_MOST_CARRIERS = 50
"""Who carried a text is told of so many; no story was seen with as many."""

_MOST_REVISIONS = 100

_MAX_HEADLINE_CHARS = 500
"""What is kept of a headline; the number is a guess."""


_NO_MARK = Mark()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item's line in the ledger: where its published versions stand."""

    revision: int = 0
    status: Status = ""
    mark: Mark = _NO_MARK
    """Of the newest version that was published, kills among them."""
    text_mark: Mark = _NO_MARK
    """Of the newest usable version that was published."""
    withheld: Mark = _NO_MARK
    """Of a withhold of a killed item: no version before it brings the item back."""
    digest: str = ""
    """Of the text of the last usable version."""
    headline: str = ""
    """Of the last published version, cut to ``_MAX_HEADLINE_CHARS``."""
    paragraphs: str = ""
    """Of the last published version, see :func:`~pipeline.publishing.changes.paragraphs_of`."""
    credits: tuple[str, ...] = ()
    """Source, provider and credit of the last usable version."""
    usable: tuple[tuple[int, int | None], ...] = ()
    """Revisions that readers may use, with the agency's own numbers; a kill ends them all."""
    chain: str = ""
    """The item in whose chain of versions this one stands; then that item's entry counts."""
    copy_of: str = ""
    """The item whose text this one repeated, so that it was not published."""
    carriers: tuple[Carrier, ...] = ()
    """Who carried this item's text."""
    source_gone: tuple[str, ...] = ()
    """The item that this one's text was taken from, while that one is killed or withheld; its
    source and its provider."""
    touched: int = 0
    """The day of the last word on this item, in days since 1970, by the items' own time."""
    is_faded: bool = False
    """Only what late versions and kills need is still known."""
    origins: tuple[str, ...] = ()
    """Where the items that were answered lie on ``wire.raw``, the latest last."""

    def answering(self, origin: str, at: datetime) -> Entry:
        """Return the entry with one more origin that has been answered, of an item of that time."""
        origins = (*self.origins, origin)[-REMEMBERED_ORIGINS:]
        day = (at - _EPOCH) // timedelta(days=1)
        return replace(self, origins=origins, touched=max(self.touched, day))

    def touching(self, at: datetime) -> Entry:
        """Return the entry with a word on the item of that time."""
        return replace(self, touched=max(self.touched, (at - _EPOCH) // timedelta(days=1)))

    def carried(self, carrier: Carrier) -> Entry:
        """Return the entry with one more carrier; each is told once, by its first copy."""
        if any(known.item_id == carrier.item_id for known in self.carriers):
            return self
        return replace(self, carriers=(*self.carriers, carrier)[:_MOST_CARRIERS])

    def publishing(self, article: Article, mark: Mark, digest: str, paragraphs: str) -> Entry:
        """Return the entry as it stands once *article* is published."""
        is_usable = article.status == "usable"
        usable = (*self.usable, (article.revision, article.version)) if is_usable else ()
        said = (article.source, article.provider, article.credit)
        return replace(
            self,
            revision=article.revision,
            status=article.status,
            mark=mark,
            text_mark=mark if is_usable else self.text_mark,
            withheld=_NO_MARK if is_usable else self.withheld,
            digest=digest,
            headline=cut_headline(article.headline),
            paragraphs=paragraphs,
            credits=said if is_usable else self.credits,
            usable=usable[-_MOST_REVISIONS:],
            is_faded=False,
        )

    def packed(self) -> bytes:
        """Return the entry as a row's value."""
        rest: dict[str, Any] = {}
        if self.text_mark not in (self.mark, _NO_MARK):
            rest["text"] = _told(self.text_mark)
        if self.withheld != _NO_MARK:
            rest["withheld"] = _told(self.withheld)
        if self.credits:
            rest["by"] = self.credits
        if self.usable:
            rest["usable"] = [(n, _digits(version)) for n, version in self.usable]
        if self.chain:
            rest["chain"] = self.chain
        if self.copy_of:
            rest["copy_of"] = self.copy_of
        if self.carriers:
            rest["carriers"] = [(c.item_id, c.credit, c.kind, c.at) for c in self.carriers]
        if self.source_gone:
            rest["gone"] = self.source_gone
        rest["day"] = self.touched
        if self.is_faded:
            rest["faded"] = True
        told = [
            self.revision,
            self.status,
            _told(self.mark),
            self.digest,
            self.headline,
            self.paragraphs,
            rest,
            *self.origins,
        ]
        # A copy: orjson's own bytes keep a buffer of 4 KB, ten times what is in them.
        return memoryview(orjson.dumps(told)).tobytes()

    @classmethod
    def unpacked(cls, value: bytes) -> Entry:
        """Return the entry that ``packed`` wrote."""
        revision, status, told, digest, headline, paragraphs, rest, *origins = orjson.loads(value)
        mark = _mark(told)
        usable = mark if status == "usable" else _NO_MARK
        return cls(
            revision,
            status,
            mark,
            _mark(rest["text"]) if "text" in rest else usable,
            _mark(rest["withheld"]) if "withheld" in rest else _NO_MARK,
            digest,
            headline,
            paragraphs,
            tuple(rest.get("by", ())),
            tuple([(n, None if v is None else int(v)) for n, v in rest.get("usable", ())]),
            rest.get("chain", ""),
            rest.get("copy_of", ""),
            tuple(
                [
                    Carrier(item_id=item_id, credit=credit, kind=like, at=at)
                    for item_id, credit, like, at in rest.get("carriers", ())
                ]
            ),
            tuple(rest.get("gone", ())),
            rest.get("day", 0),
            rest.get("faded", False),
            tuple(origins),
        )


def _told(mark: Mark) -> list[Any]:
    # Digits as text: a provider's number may be larger than JSON's writer takes.
    number = _digits(mark.version)
    return [number, mark.versioned_at, mark.lifecycle, mark.sent_as, mark.lead]


def _mark(told: list[Any]) -> Mark:
    version, at, kind, sent_as, lead = told
    return Mark(
        None if version is None else int(version),
        None if at is None else datetime.fromisoformat(at),
        Lifecycle(kind),
        sent_as,
        lead,
    )


def _digits(number: int | None) -> str | None:
    return None if number is None else str(number)


def cut_headline(headline: str) -> str:
    """Return as much of a headline as an entry keeps; what orjson cannot write becomes ``?``."""
    return headline[:_MAX_HEADLINE_CHARS].encode("utf-8", "replace").decode()


NOTHING = Entry()
"""The entry of an item that the ledger has not seen."""
