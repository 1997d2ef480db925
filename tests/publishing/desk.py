"""A ledger with its post: what it tells other ledgers is carried there, and what is latest is seen."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from pipeline.outcome import Drop, Held, Keep, Outcome, Tell
from pipeline.publishing.ledger import Ledger
from schemas import topics
from schemas.article import Article
from schemas.wire import WireItem

__all__ = ["Desk"]


class Desk:
    """One ledger for all items; keeps all that was published."""

    def __init__(self, now: Callable[[], datetime], **options: Any) -> None:
        self._options = {"now": now, **options}
        self.ledger = Ledger(now, **options)
        self.articles: list[Article] = []
        self.early: list[Article] = []
        self.drops: list[Drop] = []
        self.held: list[Held[WireItem]] = []
        self._rows: dict[bytes, bytes | None] = {}

    def take(self, *items: WireItem) -> list[Article]:
        """Answer items in turn, with all that follows from each; return what was published."""
        before = len(self.articles)
        for item in items:
            waiting = deque([item])
            while waiting:
                self._file(self.ledger(waiting.popleft()), waiting)
        return self.articles[before:]

    def due(self, now: datetime) -> list[Article]:
        """Release what has waited long enough; return what was published."""
        before = len(self.articles)
        self._file(self.ledger.due(now), deque())
        return self.articles[before:]

    def restart(self) -> None:
        """A new ledger that knows only what the old one had written."""
        self.stored()
        self.ledger = Ledger(**self._options)
        self.ledger.restore(self._rows.items())

    def stored(self) -> dict[bytes, bytes | None]:
        """Return the rows that were written so far, the last value of each."""
        for key, value in self.ledger.changes():
            self._rows.pop(key, None)
            self._rows[key] = value
        return self._rows

    def latest(self) -> dict[str, Article]:
        """Return the current version of each article that was not taken back."""
        found = {article.article_id: article for article in self.articles}
        return {id_: article for id_, article in found.items() if article.status == "usable"}

    def _file(self, answer: Iterable[Outcome[Any]], waiting: deque[WireItem]) -> None:
        for outcome in answer:
            match outcome:
                case Keep(item=Article() as article):
                    self.articles.append(article)
                case Tell(topic=topic, item=WireItem() as told):
                    assert topic == topics.ENRICHED.name
                    waiting.append(told)
                case Tell(topic=topic, item=Article() as article):
                    assert topic == topics.EARLY.name
                    self.early.append(article)
                case Drop():
                    self.drops.append(outcome)
                case Held():
                    self.held.append(outcome)
