"""Dedupe and the ledger in one hand: what one tells the other is carried there at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Divert, Drop, Keep, Outcome, Tell
from schemas.article import Article
from schemas.duplicate import Duplicate
from schemas.wire import WireItem
from tests.publishing.desk import Desk

__all__ = ["LineDesk"]


class LineDesk:
    """One partition of everything; *told* is all that readers may see, in order."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._dedupe = Dedupe()
        self.desk = Desk(lambda: self._now)
        self.told: list[Article | Drop | Duplicate] = []

    def take(self, *items: WireItem) -> None:
        """Let items come, one after the other."""
        for item in items:
            for outcome in self._dedupe(item):
                self._follow(outcome)

    def _follow(self, outcome: Outcome[WireItem]) -> None:
        articles, drops = len(self.desk.articles), len(self.desk.drops)
        match outcome:
            case Keep(item=item):
                self.desk.take(item)
            case Tell(item=WireItem() as word):
                self.desk.take(word)
            case Divert(value=Duplicate() as duplicate):
                self.told.append(duplicate)
            case Drop():
                self.told.append(outcome)
        self.told += self.desk.articles[articles:]
        self.told += self.desk.drops[drops:]

    def wait(self, **time: float) -> None:
        """Let time go by, and what waited for it be released."""
        self._now += timedelta(**time)
        articles, drops = len(self.desk.articles), len(self.desk.drops)
        self.desk.due(self._now)
        self.told += self.desk.articles[articles:]
        self.told += self.desk.drops[drops:]

    def latest(self) -> dict[str, Any]:
        """Return what readers of ``wire.latest`` see of each article in the end."""
        return {
            id_: (article.headline, article.text, article.joined_takes)
            for id_, article in self.desk.latest().items()
        }

    def words_told(self) -> Iterator[str]:
        """Yield all that readers may see, as text."""
        for told in self.told:
            yield repr(told) if isinstance(told, Drop) else told.model_dump_json()
