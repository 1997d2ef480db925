from __future__ import annotations

import pytest

from pipeline.outcome import Already, Reason
from pipeline.publishing.ledger import Ledger
from schemas.types import Block, Lifecycle
from tests.publishing.conftest import MakeStory, published, reason


def test_the_first_version_is_new(ledger: Ledger, story: MakeStory) -> None:
    """Revision 1 changed nothing, whatever its agency calls it; its words are kept."""
    (answer,) = ledger(story(version=4, lifecycle=Lifecycle.UPDATE, lifecycle_note="adds quotes"))

    article = published(answer)
    assert article.revision == 1
    assert article.change.kind is Lifecycle.NEW
    assert article.change.note == "adds quotes"
    assert article.version == 4


def test_a_newer_version_is_the_next_revision(ledger: Ledger, story: MakeStory) -> None:
    """Revisions count without a gap, whatever the provider's numbers are."""
    revisions = [
        published(ledger(story(f"It rained {n} days.", version=n))[0]).revision for n in (1, 7, 90)
    ]

    assert revisions == [1, 2, 3]


def test_an_update_says_what_it_changed(ledger: Ledger, story: MakeStory) -> None:
    """One paragraph went, two came, the headline is another."""
    ledger(story("a\n\nb\n\nb\n\nc", version=1))
    (answer,) = ledger(story("a\n\nb\n\nc\n\nd\n\ne", version=2, headline="Floods at Portmere"))

    change = published(answer).change
    assert change.kind is Lifecycle.UPDATE
    assert change.headline_changed
    assert (change.paragraphs_added, change.paragraphs_removed) == (2, 1)


def test_a_paragraph_that_only_moved_is_no_change(ledger: Ledger, story: MakeStory) -> None:
    """Order does not count, and an equal headline has not changed."""
    ledger(story("a\n\nb", version=1))
    (answer,) = ledger(story("b\n\na", version=2))

    change = published(answer).change
    assert not change.headline_changed
    assert (change.paragraphs_added, change.paragraphs_removed) == (0, 0)


@pytest.mark.parametrize("kind", [Lifecycle.CORRECTION, Lifecycle.UPDATE, Lifecycle.REPEAT])
def test_a_later_version_is_what_its_agency_calls_it(
    ledger: Ledger, story: MakeStory, kind: Lifecycle
) -> None:
    """A correction reaches readers as a correction."""
    ledger(story(version=1))
    (answer,) = ledger(story("It poured.", version=2, lifecycle=kind, lifecycle_note="corrects"))

    assert published(answer).change.kind is kind
    assert published(answer).change.note == "corrects"


def test_the_same_version_again_is_unchanged(ledger: Ledger, story: MakeStory) -> None:
    """A re-sent file is no new version."""
    ledger(story(version=1))

    assert reason(ledger(story(version=1))[0]) is Reason.UNCHANGED


def test_the_same_text_without_a_version_is_unchanged(ledger: Ledger, story: MakeStory) -> None:
    """Where no version is said, the text says it; AP sends a story once per category."""
    ledger(story())

    assert reason(ledger(story(categories=("sport",)))[0]) is Reason.UNCHANGED


def test_other_words_without_a_version_are_an_update(ledger: Ledger, story: MakeStory) -> None:
    """The order of arrival is then the only evidence."""
    ledger(story())
    (answer,) = ledger(story("It poured."))

    assert published(answer).revision == 2
    assert published(answer).change.kind is Lifecycle.UPDATE


def test_other_markup_is_another_text(ledger: Ledger, story: MakeStory) -> None:
    """A link that was mended is a change that readers see."""
    item = story()
    ledger(item)
    linked = story(body=(Block(text="It rained.", html="<em>It</em> rained."),))

    assert published(ledger(linked)[0]).revision == 2


def test_a_newer_version_with_the_same_text_is_published(ledger: Ledger, story: MakeStory) -> None:
    """Its slug, its subjects or its urgency may be what is new."""
    ledger(story(version=1))

    assert published(ledger(story(version=2, urgency=1))[0]).revision == 2


def test_an_older_version_that_comes_late_is_superseded(ledger: Ledger, story: MakeStory) -> None:
    """It never replaces a newer one; the note says which."""
    ledger(story("It poured.", version=3))
    (answer,) = ledger(story(version=2))

    assert reason(answer) is Reason.SUPERSEDED
    assert answer.note == "version 2 came after version 3"  # type: ignore[union-attr]


def test_a_version_without_a_number_does_not_blur_what_is_known(
    ledger: Ledger, story: MakeStory
) -> None:
    """After 3 and one without a number, 2 still is old."""
    ledger(story(version=3))
    ledger(story("It poured."))

    assert reason(ledger(story(version=2))[0]) is Reason.SUPERSEDED


def test_a_redelivered_item_has_its_answer_already(ledger: Ledger, story: MakeStory) -> None:
    """The same origin is the same item: nothing is sent or counted twice, old versions included."""
    first, second = story(version=1), story("It poured.", version=2)
    ledger(first)
    ledger(second)

    assert ledger(second) == (Already(),)
    assert ledger(first) == (Already(),)


def test_a_dropped_item_that_is_redelivered_has_its_answer_too(
    ledger: Ledger, story: MakeStory
) -> None:
    """A drop is counted once as well."""
    ledger(story(version=1))
    again = story(version=1)
    ledger(again)

    assert ledger(again) == (Already(),)


def test_the_next_item_of_the_same_record_is_another_item(ledger: Ledger, story: MakeStory) -> None:
    """A record may hold several items: the part belongs to the origin."""
    item = story()
    ledger(item)
    other = item.model_copy(update={"origin": item.origin.model_copy(update={"part": 1})})

    assert ledger(other) != (Already(),)


def test_items_do_not_know_each_other(ledger: Ledger, story: MakeStory) -> None:
    """Equal text under another guid is another article; whether it is wanted, dedupe has said."""
    ledger(story())

    assert published(ledger(story(guid="drizzle"))[0]).revision == 1


def test_a_test_message_is_dropped(ledger: Ledger, story: MakeStory) -> None:
    """It never reaches a reader, and leaves nothing behind."""
    assert reason(ledger(story(lifecycle=Lifecycle.TEST))[0]) is Reason.TEST_MESSAGE
    assert ledger.changes() == []


def test_an_item_without_words_is_dropped(ledger: Ledger, story: MakeStory) -> None:
    """Neither headline nor body: there is nothing to publish."""
    assert reason(ledger(story(" ", headline=" "))[0]) is Reason.EMPTY_BODY


def test_a_headline_alone_is_an_article(ledger: Ledger, story: MakeStory) -> None:
    """A flash may be no more than its headline."""
    assert published(ledger(story(""))[0]).headline == "Rain at Portmere"


def test_an_alert_without_a_headline_gets_its_first_line(ledger: Ledger, story: MakeStory) -> None:
    """Alerts are one sentence; it stays in the body too."""
    (answer,) = ledger(
        story("Dam at Eastby breaks\nMore soon", headline="", lifecycle=Lifecycle.ALERT)
    )

    article = published(answer)
    assert article.headline == "Dam at Eastby breaks"
    assert article.text == "Dam at Eastby breaks\nMore soon"
    assert article.change.kind is Lifecycle.ALERT


def test_a_long_alert_is_cut_between_words(ledger: Ledger, story: MakeStory) -> None:
    """A headline is no page."""
    (answer,) = ledger(story("word " * 1_000, headline="", lifecycle=Lifecycle.ALERT))

    assert published(answer).headline == ("word " * 56).strip()


def test_an_advisory_is_published_as_one(ledger: Ledger, story: MakeStory) -> None:
    """Readers leave it out by the kind of its change."""
    (answer,) = ledger(story(lifecycle=Lifecycle.ADVISORY))

    assert published(answer).change.kind is Lifecycle.ADVISORY


def test_hostile_sizes_do_not_swell_the_row(ledger: Ledger, story: MakeStory) -> None:
    """A headline of a megabyte and 20,000 paragraphs make rows of 20 KB at most."""
    item = story(headline="x" * 1_000_000)
    body = tuple(Block(text=str(n)) for n in range(20_000))
    ledger(item.model_copy(update={"body": body}))
    rows = ledger.changes()

    assert {key[:2] for key, _ in rows} == {b"d:", b"i:", b"x:"}
    assert all(row is not None and len(row) < 20_000 for _, row in rows)
