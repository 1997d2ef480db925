"""What the ledger keeps of an item: one small row, whatever the length of its versions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias

import orjson

from pipeline.publishing.versions import Mark
from schemas.article import Article
from schemas.types import Lifecycle

__all__ = ["NOTHING", "Entry", "Status"]

Status: TypeAlias = Literal["", "usable", "withheld", "canceled"]
"""Of the last published version; empty while there is none."""

REMEMBERED_ORIGINS = 64
"""How many answers of an item are remembered, to know a redelivery again. Only the batches since
the last acknowledgement can come again; that one item has more versions in them is not to be
expected (the most that we have seen of a story is AP's 8th writethru). One that is forgotten is
still dropped if it says a version, as unchanged or superseded; only copy without versions, in
other words than the last, would be published as another update."""

_MAX_HEADLINE_CHARS = 500
"""What is kept of a headline; the number is a guess."""


_NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Entry:
    """An item's line in the ledger: where its published versions stand."""

    revision: int = 0
    status: Status = ""
    mark: Mark = _NO_MARK
    """Of the newest version that was published, kills among them."""
    digest: str = ""
    """Of the text of the last usable version."""
    headline: str = ""
    """Of the last published version, cut to ``_MAX_HEADLINE_CHARS``."""
    paragraphs: str = ""
    """Of the last published version, see :func:`~pipeline.publishing.changes.paragraphs_of`."""
    origins: tuple[str, ...] = ()
    """Where the items that were answered lie on ``wire.raw``, the latest last."""

    def answering(self, origin: str) -> Entry:
        """Return the entry with one more origin that has been answered."""
        return replace(self, origins=(*self.origins, origin)[-REMEMBERED_ORIGINS:])

    def publishing(self, article: Article, mark: Mark, digest: str, paragraphs: str) -> Entry:
        """Return the entry as it stands once *article* is published."""
        return Entry(
            revision=article.revision,
            status=article.status,
            mark=mark,
            digest=digest,
            headline=cut_headline(article.headline),
            paragraphs=paragraphs,
            origins=self.origins,
        )

    def packed(self) -> bytes:
        """Return the entry as a row's value."""
        at = self.mark.versioned_at
        return orjson.dumps(
            [
                self.revision,
                self.status,
                # Digits as text: a provider's number may be larger than JSON's writer takes.
                None if self.mark.version is None else str(self.mark.version),
                None if at is None else at.isoformat(),
                self.mark.lifecycle,
                self.digest,
                self.headline,
                self.paragraphs,
                *self.origins,
            ]
        )

    @classmethod
    def unpacked(cls, value: bytes) -> Entry:
        """Return the entry that ``packed`` wrote."""
        revision, status, version, at, kind, digest, headline, paragraphs, *origins = orjson.loads(
            value
        )
        mark = Mark(
            None if version is None else int(version),
            None if at is None else datetime.fromisoformat(at),
            Lifecycle(kind),
        )
        return cls(revision, status, mark, digest, headline, paragraphs, tuple(origins))


def cut_headline(headline: str) -> str:
    """Return as much of a headline as an entry keeps; what orjson cannot write becomes ``?``."""
    return headline[:_MAX_HEADLINE_CHARS].encode("utf-8", "replace").decode()


NOTHING = Entry()
"""The entry of an item that the ledger has not seen."""
