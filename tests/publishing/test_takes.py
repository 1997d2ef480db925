"""A story in parts is one article: when all are there, or after a while with what is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pipeline.outcome import Reason
from pipeline.publishing.takes import PATIENCE
from schemas.types import Block, DateMention, Figure, Name, Place, Quote, Reference, Span, Tag, Take
from schemas.wire import WireItem
from tests.publishing.conftest import LATER, NOON, Clock, MakeStory, until
from tests.publishing.desk import Desk


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk(clock)


def part(story: MakeStory, number: int, of: int | None = 3, **fields: Any) -> WireItem:
    """Build a take; those behind the first refer to it, as dedupe finds them by the slugline."""
    refers = (Reference(rel="take_of", guid="rain"),) if number > 1 else ()
    given = {
        "guid": "rain" if number == 1 else f"rain-{number}",
        "take": Take(number=number, of=of),
        "references": refers,
        "at": number,
    }
    return story(f"Part {number}.", **(given | fields))


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_takes_are_joined_when_all_are_there(
    desk: Desk, story: MakeStory, order: tuple[int, ...]
) -> None:
    desk.take(*(part(story, number) for number in order))

    (article,) = desk.articles
    assert article.article_id == "urn:dateline:test:rain"
    assert [block.text for block in article.body] == ["Part 1.", "Part 2.", "Part 3."]
    assert article.joined_takes == (1, 2, 3)
    assert article.take is None
    assert [drop.reason for drop in desk.drops] == [Reason.JOINED, Reason.JOINED]


def test_after_a_while_what_is_there_is_published(
    desk: Desk, story: MakeStory, clock: Clock
) -> None:
    """And says what is missing; the part that comes late makes the next version."""
    desk.take(part(story, 1), part(story, 3))
    assert desk.articles == []
    assert desk.due(NOON + PATIENCE - timedelta(seconds=1)) == []
    clock.time = NOON + PATIENCE
    (article,) = desk.due(clock.time)
    assert (article.joined_takes, article.take) == ((1, 3), Take(number=1, of=3))

    (whole,) = desk.take(part(story, 2))
    assert (whole.revision, whole.joined_takes) == (2, (1, 2, 3))
    assert "Part 2." in whole.text
    assert desk.ledger.next_due() is None


def test_takes_survive_a_restart(desk: Desk, story: MakeStory, clock: Clock) -> None:
    desk.take(part(story, 1), part(story, 2))
    desk.restart()
    desk.take(part(story, 3))

    assert [article.joined_takes for article in desk.articles] == [(1, 2, 3)]


def test_a_kill_ends_what_waits(
    desk: Desk, story: MakeStory, kill: MakeStory, clock: Clock
) -> None:
    desk.take(part(story, 1), part(story, 2))
    (gone,) = desk.take(kill(at=9))
    clock.time = NOON + PATIENCE
    assert gone.status == "canceled"
    assert desk.due(clock.time) == []
    assert [drop.reason for drop in desk.drops] == [Reason.KILLED, Reason.KILLED]
    assert desk.take(part(story, 3)) == []


def test_a_take_that_comes_again_replaces_the_first(desk: Desk, story: MakeStory) -> None:
    desk.take(part(story, 1, of=2), part(story, 1, of=2), part(story, 2, of=2))

    assert len(desk.articles) == 1
    assert desk.drops[0].reason is Reason.SUPERSEDED


def test_no_take_comes_out_before_its_time(desk: Desk, story: MakeStory, clock: Clock) -> None:
    """Joined with others it still waits, whichever of them has the embargo."""
    desk.take(part(story, 1), part(story, 2, embargo=until(LATER)), part(story, 3))
    assert desk.articles == []
    assert desk.ledger.next_due() == LATER

    clock.time = LATER
    (article,) = desk.due(LATER)
    assert (article.joined_takes, article.embargoed_until) == ((1, 2, 3), LATER)


def test_nor_when_the_others_have_waited_long_enough(
    desk: Desk, story: MakeStory, clock: Clock
) -> None:
    desk.take(part(story, 1), part(story, 2, embargo=until(None)))
    clock.time = NOON + PATIENCE
    assert desk.due(clock.time) == []
    assert desk.articles == []


def test_nor_when_it_comes_after_the_others_were_published(
    desk: Desk, story: MakeStory, clock: Clock
) -> None:
    """The version without it stays until then."""
    desk.take(part(story, 1), part(story, 2))
    clock.time = NOON + PATIENCE
    desk.due(clock.time)
    assert desk.take(part(story, 3, embargo=until(LATER))) == []

    (whole,) = desk.due(LATER)
    assert (whole.revision, whole.joined_takes) == (2, (1, 2, 3))


def test_what_was_found_in_each_take_stands_where_its_words_stand(
    desk: Desk, story: MakeStory
) -> None:
    """Names, quotes, places, dates, figures and tags keep their spans, moved behind the others."""

    def found(number: int) -> dict[str, Any]:
        def span(where: str = "body:1") -> Span:
            return Span(where=where, start=0, end=4)

        return {
            "body": (Block(text="Head."), Block(text=f"Said by Ana {number}.")),
            "names": (
                Name(kind="person", name="Ana", spans=(span(), span("headline")), by="names"),
            ),
            "quotes": (
                Quote(kind="direct", text=f"q{number}", span=span(), cue_span=span(), by="q"),
            ),
            "places": (Place(name="Lisbon", role="mention", spans=(span(),), by="p"),),
            "dates": (
                DateMention(text="d", first=NOON.date(), last=NOON.date(), span=span(), by="d"),
            ),
            "figures": (
                Figure(kind="dead", text="f", least=number, most=number, unit="people",
                       span=span("headline" if number == 2 else "body:0"), by="f"),
            ),
            "tags": (Tag(scheme="medtop", code="1", score=number / 4, spans=(span(),), by="t"),),
            "reading_seconds": 10,
        }  # fmt: skip

    desk.take(*(part(story, number, **found(number)) for number in (2, 3, 1)))

    (article,) = desk.articles
    (name,) = article.names
    assert [s.where for s in name.spans] == ["body:1", "headline", "body:3", "body:5"]
    quotes = [(quote.text, quote.span.where, quote.cue_span) for quote in article.quotes]
    assert [(text, where) for text, where, _ in quotes] == [
        ("q1", "body:1"),
        ("q2", "body:3"),
        ("q3", "body:5"),
    ]
    assert all(cue is not None and cue.where == where for _, where, cue in quotes)
    assert [s.where for s in article.places[0].spans] == ["body:1", "body:3", "body:5"]
    assert [date.span.where for date in article.dates] == ["body:1", "body:3", "body:5"]
    # What stood in the second take's headline stands nowhere in the whole.
    assert [(f.least, f.span.where) for f in article.figures] == [(1, "body:0"), (3, "body:4")]
    (tag,) = article.tags
    assert (tag.score, len(tag.spans)) == (0.75, 3)
    assert article.reading_seconds == 30
