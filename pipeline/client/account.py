"""The account of a line: what went in, and the one fate of every item, read from the topics.

Nothing is counted in memory, so the account is right after any crash: each item leaves a record
where it ends, under a deterministic id and with its origin on ``wire.raw``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from pipeline.client.reading import Record, read_topic
from pipeline.settings import Settings
from schemas import topics
from schemas.article import Article
from schemas.codec import decode
from schemas.duplicate import Dropped, Duplicate, HeldBack
from schemas.headers import header, is_notice

__all__ = ["ACCOUNT_TOPICS", "Account", "take_account"]

ACCOUNT_TOPICS = (
    topics.RAW,
    topics.CLEAN,
    topics.ARTICLES,
    topics.HELD,
    topics.DUPLICATES,
    topics.DROPPED,
    topics.ASIDE,
    topics.QUARANTINE,
)
"""What came in, the items in it, and where items end; ``wire.latest`` repeats ``wire.articles``."""


@dataclass(slots=True)
class Account:
    """Counts of items; ``adds_up`` says whether each raw record has come to its end."""

    raw: int = 0
    """Records on wire.raw."""
    versions: int = 0
    """Article versions published; every one counts its item as kept."""
    articles: set[str] = field(default_factory=set)
    """Ids of the articles those are versions of."""
    canceled: set[str] = field(default_factory=set)
    changes: Counter[str] = field(default_factory=Counter)
    """Versions by what they did: new, update, correction, kill ..."""
    followed: int = 0
    """Articles that were killed because they were taken from another item that was."""
    duplicates: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    quarantined: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    """Records that carried an id seen before: redeliveries, which a reader drops."""
    _ids: set[tuple[str, str]] = field(default_factory=set)
    _raw: set[str] = field(default_factory=set)
    """Raw records that came in."""
    _clean: set[str] = field(default_factory=set)
    """Items that clean has read, by origin."""
    _ended: set[str] = field(default_factory=set)
    """Items that have come to their end, by origin."""
    _held: dict[tuple[str, str], str] = field(default_factory=dict)
    _released: set[tuple[str, str]] = field(default_factory=set)

    def add(self, record: Record) -> None:
        """Count one record of ``wire.raw`` or of a topic where items end."""
        if record.topic == topics.RAW.name:
            self.raw += 1
            self._raw.add(f"{record.topic}/{record.partition}/{record.offset}")
            return
        if record.topic == topics.CLEAN.name and is_notice(record.headers):
            return  # a kill's word to the shards of other languages; the kill itself is an item
        id_ = (record.topic, header(record.headers, "ce_id"))
        if id_ in self._ids:
            self.repeated += 1
            return
        self._ids.add(id_)
        origin = header(record.headers, "dateline_origin")
        if record.topic == topics.CLEAN.name:
            self._clean.add(origin)
            return
        if origin:
            self._ended.add(origin)
        self._count(record)

    def _count(self, record: Record) -> None:
        value, reason = record.value or b"", header(record.headers, "dateline_reason")
        match record.topic:
            case topics.ARTICLES.name:
                article = decode(Article, value)
                if article.killed is not None and article.killed.because_of:
                    self.followed += 1  # no item of its own: another item's kill took it along
                else:
                    self.versions += 1
                self.articles.add(article.article_id)
                self.changes[article.change.kind.value] += 1
                self._released.add((article.sent_as or article.item_id, article.raw_digest))
                if article.status == "canceled":
                    self.canceled.add(article.article_id)
                else:
                    self.canceled.discard(article.article_id)
            case topics.HELD.name:
                held = decode(HeldBack, value)
                self._held[held.item_id, held.raw_digest] = str(held.until or "lifted")
            case topics.DUPLICATES.name:
                self.duplicates[decode(Duplicate, value).kind] += 1
            case topics.DROPPED.name:
                dropped = decode(Dropped, value)
                self.dropped[dropped.reason] += 1
                self._released.add((dropped.item_id, dropped.raw_digest))
            case topics.ASIDE.name:
                self.aside[reason] += 1
            case topics.QUARANTINE.name:
                self.quarantined[reason] += 1

    @property
    def held(self) -> int:
        """Items that wait for the end of an embargo."""
        return len(set(self._held) - self._released)

    @property
    def diverted(self) -> int:
        """Items that left the line for a topic of their own: duplicates, and what is not text."""
        return self.duplicates.total() + self.aside.total()

    @property
    def kept(self) -> int:
        """Items that were published or are held."""
        return self.versions + self.held

    @property
    def items(self) -> int:
        """All items that have come to their end; a record with several items counts each."""
        return self.kept + self.diverted + self.dropped.total() + self.quarantined.total()

    @property
    def under_way(self) -> int:
        """Items that clean has read and raw records that it has not, which have no fate yet."""
        read = {_record_of(origin) for origin in self._clean | self._ended}
        return len(self._clean - self._ended) + len(self._raw - read)

    @property
    def adds_up(self) -> bool:
        """Whether every item has come to its end, and none ended that never came in."""
        return not self.under_way and {_record_of(o) for o in self._ended} <= self._raw

    def as_dict(self) -> dict[str, Any]:
        """Return the account for machines."""
        return {
            "raw": self.raw,
            "items": self.items,
            "kept": self.kept,
            "diverted": self.diverted,
            "dropped": self.dropped.total(),
            "quarantined": self.quarantined.total(),
            "articles": len(self.articles),
            "canceled": len(self.canceled),
            "versions": self.versions,
            "held": self.held,
            "followed": self.followed,
            "changes": dict(sorted(self.changes.items())),
            "duplicates": dict(sorted(self.duplicates.items())),
            "not_text": self.aside.total(),
            "dropped_for": dict(sorted(self.dropped.items())),
            "quarantined_for": dict(sorted(self.quarantined.items())),
            "under_way": self.under_way,
            "repeated": self.repeated,
            "adds_up": self.adds_up,
        }


def _record_of(origin: str) -> str:
    """Return the record of an item's origin: ``wire.raw/0/17.1`` came with ``wire.raw/0/17``."""
    head, _, offset = origin.rpartition("/")
    return f"{head}/{offset.partition('.')[0]}"


async def take_account(settings: Settings) -> Account:
    """Read the topics to their ends and return the account of all that is on them."""
    account = Account()
    for spec in ACCOUNT_TOPICS:
        async for record in read_topic(settings, spec.name):
            account.add(record)
    return account
