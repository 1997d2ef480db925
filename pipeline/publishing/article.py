"""Render the ``Article`` that readers see, from the item and what was published before it."""

from __future__ import annotations

from typing import Literal

from pipeline.publishing.changes import change_of, content_digest, paragraphs_of
from pipeline.publishing.entry import Entry
from pipeline.publishing.versions import Mark
from schemas.article import Article, article_id_of
from schemas.types import Lifecycle, Reference
from schemas.wire import WireItem

__all__ = ["PULL_BACKS", "has_words", "publish", "pull_back", "subject_of"]

_ALERT_HEADLINE_CHARS = 280
"""Of the text of an alert that has no headline. Alerts are one sentence; the number is a guess."""

PULL_BACKS = frozenset({Lifecycle.KILL, Lifecycle.WITHHOLD})
"""Items that take a story out, for good or until further notice."""


def subject_of(item: WireItem) -> str:
    """Return the id of the item that this one is about: whose ledger it belongs into.

    That is the item itself, except for a kill or a withhold under a guid of its own that names
    exactly one other item as the one to be killed. ``wire.enriched`` has to be divided by this
    id, so that a kill meets its target.
    """
    if item.lifecycle in PULL_BACKS:
        killed = _killed(item.references)
        if killed:
            return f"{item.source}/{killed}"
    return item.item_id


def has_words(item: WireItem) -> bool:
    """Tell whether there is anything to publish: a headline, or words in the body."""
    return bool(item.headline.strip()) or any(block.text.strip() for block in item.body)


def publish(item: WireItem, entry: Entry) -> tuple[Article, Entry]:
    """Return the next revision of the item's article, and its entry with that revision.

    The same item and entry give the same article: nothing in it depends on when it is made.
    """
    headline = item.headline
    if item.lifecycle is Lifecycle.ALERT and not headline.strip():
        headline = _first_line(item)
    paragraphs = paragraphs_of(item.body)
    article = _article(item, entry, "usable", headline, paragraphs)
    mark = Mark.of(item)
    if entry.status != "canceled":
        mark = mark.after(entry.mark)
    return article, entry.publishing(article, mark, content_digest(item), paragraphs)


def pull_back(item: WireItem, entry: Entry) -> tuple[Article, Entry]:
    """Return the article that tells every reader to take a story out, and the entry with it.

    It has the headline, so that a newsroom knows what to look for: the notice's own, else the
    one that was published last (never that of a version under embargo). It has the agency's
    notes. It has no body and no standfirst: a kill may repeat the words that must not be seen.
    """
    kill = item.lifecycle is Lifecycle.KILL
    headline = item.headline if item.headline.strip() else entry.headline
    status: Literal["canceled", "withheld"] = "canceled" if kill else "withheld"
    article = _article(item, entry, status, headline, "")
    # What a kill does not say of its place must not be guessed: it decides what may come back.
    mark = Mark.of(item) if kill else Mark.of(item).after(entry.mark)
    return article, entry.publishing(article, mark, entry.digest, "")


def _article(
    item: WireItem,
    entry: Entry,
    status: Literal["usable", "withheld", "canceled"],
    headline: str,
    paragraphs: str,
) -> Article:
    subject = subject_of(item)
    usable = status == "usable"
    body = item.body if usable else ()
    return Article(
        article_id=article_id_of(subject),
        revision=entry.revision + 1,
        status=status,
        change=change_of(item.lifecycle, item.lifecycle_note, headline, paragraphs, entry),
        item_id=subject,
        source=item.source,
        provider=item.provider,
        guid=item.guid if subject == item.item_id else subject.partition("/")[2],
        version=item.version,
        raw_digest=item.raw_digest,
        format=item.format,
        created_at=item.created_at,
        versioned_at=item.versioned_at,
        embargoed_until=item.embargo.until if item.embargo is not None and usable else None,
        language=item.language,
        headline=headline,
        standfirst=item.standfirst if usable else "",
        slugline=item.slugline,
        take=item.take,
        byline=item.byline,
        credit=item.credit,
        urgency=item.urgency,
        dateline=item.dateline,
        body=body,
        word_count=len("\n".join([block.text for block in body]).split()),
        editorial_note=item.editorial_note,
        rights=item.rights,
        paid=item.paid,
        genre=item.genre,
        categories=item.categories,
        keywords=item.keywords,
        subjects=item.subjects,
        tags=item.tags,
        places=item.places,
        focus=item.focus if usable else None,
        names=item.names if usable else (),
        quotes=item.quotes if usable else (),
        dates=item.dates if usable else (),
        figures=item.figures if usable else (),
        terms=item.terms if usable else (),
        summary=item.summary if usable else "",
        reading_seconds=item.reading_seconds if usable else 0,
        not_done=item.not_done,
    )


def _killed(references: tuple[Reference, ...]) -> str:
    guids = {reference.guid for reference in references if reference.rel == "kills"}
    return guids.pop() if len(guids) == 1 else ""


def _first_line(item: WireItem) -> str:
    """Return the first line of words of an alert's body, cut between words if it is long."""
    first = next((block.text for block in item.body if block.text.strip()), "")
    line = first.strip().partition("\n")[0].strip()
    if len(line) <= _ALERT_HEADLINE_CHARS:
        return line
    cut = line[: _ALERT_HEADLINE_CHARS + 1].rpartition(" ")[0]
    return cut or line[:_ALERT_HEADLINE_CHARS]
