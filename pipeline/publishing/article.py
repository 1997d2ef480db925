"""Render the ``Article`` that readers see, from the item and what was published before it."""

from __future__ import annotations

from typing import Literal

from pipeline.publishing.changes import change_of, content_digest, paragraphs_of
from pipeline.publishing.entry import Entry
from pipeline.publishing.versions import Mark
from pipeline.publishing.wording import Text, differences
from schemas.article import Article, Change, Killed, article_id_of
from schemas.types import Carrier, Lifecycle
from schemas.wire import WireItem

__all__ = ["has_words", "publish", "pull_back"]

_ALERT_HEADLINE_CHARS = 280
"""Of the text of an alert that has no headline. Alerts are one sentence; the number is a guess."""


def has_words(item: WireItem) -> bool:
    """Tell whether there is anything to publish: a headline, or words in the body."""
    return bool(item.headline.strip()) or any(block.text.strip() for block in item.body)


def publish(
    item: WireItem, entry: Entry, before: Text | None = None
) -> tuple[Article, Entry, Text]:
    """Return the next revision of the item's article, its entry with that revision, its words.

    The same item, entry and words *before* give the same article: nothing in it depends on when
    it is made.
    """
    headline = item.headline
    if item.lifecycle is Lifecycle.ALERT and not headline.strip():
        headline = _first_line(item)
    paragraphs = paragraphs_of(item.body)
    text = Text.of(headline, item.standfirst, item.body)
    differ = None if before is None or entry.status != "usable" else differences(before, text)
    change = change_of(item.lifecycle, item.lifecycle_note, headline, paragraphs, entry, differ)
    article = _article(item, entry, "usable", headline, change)
    mark = Mark.of(item)
    if entry.status != "canceled":
        mark = mark.after(entry.mark)
    return article, entry.publishing(article, mark, content_digest(item), paragraphs), text


def pull_back(item: WireItem, entry: Entry) -> tuple[Article, Entry]:
    """Return the article that tells every reader to take a story out, and the entry with it.

    It has the headline, so that a newsroom knows what to look for: the one that was published
    last (never that of a version under embargo), else the notice's own. It has the agency's
    notes. It has no body and no standfirst: a kill may repeat the words that must not be seen.
    """
    kill = item.lifecycle is Lifecycle.KILL
    headline = entry.headline or item.headline
    status: Literal["canceled", "withheld"] = "canceled" if kill else "withheld"
    change = change_of(item.lifecycle, item.lifecycle_note, headline, "", entry)
    article = _article(item, entry, status, headline, change)
    numbers = [number for _, number in entry.usable if number is not None]
    copies = entry.carriers
    if entry.copy_of:
        copies = (Carrier(item_id=entry.copy_of, at=item.event_at), *copies)
    killed = Killed(
        reason=item.lifecycle_note or item.editorial_note,
        revisions=tuple([revision for revision, _ in entry.usable]),
        versions=tuple(dict.fromkeys(numbers)),
        copies=copies,
        because_of=item.of_item if item.notice == "killed_source" else "",
    )
    article = article.model_copy(update={"killed": killed})
    if item.notice and entry.credits:  # the notice is the source's, the article is not
        source, provider, credit = entry.credits
        theirs = {"source": source, "provider": provider, "credit": credit, "sent_as": ""}
        article = article.model_copy(update=theirs)
    # What a kill does not say of its place must not be guessed: it decides what may come back.
    mark = Mark.of(item) if kill else Mark.of(item).after(entry.mark)
    return article, entry.publishing(article, mark, entry.digest, "")


def _article(
    item: WireItem,
    entry: Entry,
    status: Literal["usable", "withheld", "canceled"],
    headline: str,
    change: Change,
) -> Article:
    subject = item.subject
    usable = status == "usable"
    body = item.body if usable else ()
    own = subject == item.item_id
    return Article(
        article_id=article_id_of(subject),
        revision=entry.revision + 1,
        status=status,
        change=change,
        item_id=subject,
        sent_as="" if own else item.item_id,
        source=item.source,
        provider=item.provider,
        guid=item.guid if own else subject.partition("/")[2],
        version=item.version,
        raw_digest=item.raw_digest,
        format=item.format,
        created_at=item.created_at,
        versioned_at=item.versioned_at,
        embargoed_until=item.embargo.until if item.embargo is not None and usable else None,
        carried_by=entry.carriers if usable else (),
        related=item.related if usable else (),
        language=item.language,
        headline=headline,
        standfirst=item.standfirst if usable else "",
        slugline=item.slugline,
        take=item.take,
        joined_takes=item.joined_takes if usable else (),
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


def _first_line(item: WireItem) -> str:
    """Return the first line of words of an alert's body, cut between words if it is long."""
    first = next((block.text for block in item.body if block.text.strip()), "")
    line = first.strip().partition("\n")[0].strip()
    if len(line) <= _ALERT_HEADLINE_CHARS:
        return line
    cut = line[: _ALERT_HEADLINE_CHARS + 1].rpartition(" ")[0]
    return cut or line[:_ALERT_HEADLINE_CHARS]
