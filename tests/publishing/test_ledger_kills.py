from __future__ import annotations

from itertools import permutations

import pytest

from pipeline.outcome import Drop, Keep, Reason
from pipeline.publishing.ledger import Ledger
from schemas.types import Lifecycle, Reference
from schemas.wire import WireItem
from tests.publishing.conftest import LATER, Clock, MakeStory, published, reason, until


def test_a_kill_cancels_the_article(ledger: Ledger, story: MakeStory, kill: MakeStory) -> None:
    """The headline says what has to go; words of the story are not in it."""
    ledger(story(version=1, standfirst="So it did."))
    (answer,) = ledger(kill(version=2, lifecycle_note="legal", standfirst="So it did."))

    article = published(answer)
    assert (article.revision, article.status) == (2, "canceled")
    assert (article.change.kind, article.change.note) == (Lifecycle.KILL, "legal")
    assert article.headline == "Rain at Portmere"
    assert (article.body, article.standfirst, article.word_count) == ((), "", 0)
    assert article.change.paragraphs_removed == 1


def test_a_kill_may_repeat_the_text_it_kills(ledger: Ledger, story: MakeStory) -> None:
    """What an agency sends with a kill never is published."""
    (answer,) = ledger(story(lifecycle=Lifecycle.KILL))

    assert published(answer).body == ()


def test_a_kill_may_come_before_its_target(
    ledger: Ledger, story: MakeStory, kill: MakeStory
) -> None:
    """Readers hear of it at once; the story then never appears."""
    (first,) = ledger(kill(version=2))
    (second,) = ledger(story(version=1))

    assert (published(first).revision, published(first).status) == (1, "canceled")
    assert reason(second) is Reason.KILLED


def test_a_kill_counts_whatever_its_number_says(
    ledger: Ledger, story: MakeStory, kill: MakeStory
) -> None:
    """In doubt the story is killed."""
    ledger(story(version=9))

    assert published(ledger(kill(version=3))[0]).status == "canceled"


def test_the_same_kill_again_changes_nothing(ledger: Ledger, kill: MakeStory) -> None:
    """A kill is idempotent, under the same or another number."""
    ledger(kill(version=2))

    assert reason(ledger(kill(version=2))[0]) is Reason.UNCHANGED
    assert reason(ledger(kill(version=3))[0]) is Reason.UNCHANGED


@pytest.mark.parametrize("version", [None, 1, 2, 3])
def test_a_kill_without_a_time_is_final(
    ledger: Ledger, story: MakeStory, kill: MakeStory, version: int | None
) -> None:
    """Nothing shows that a later arrival was made in knowledge of the kill."""
    ledger(kill(version=2))

    assert reason(ledger(story("Other words.", version=version, at=600))[0]) is Reason.KILLED


def test_an_explicit_later_issue_comes_back(
    ledger: Ledger, story: MakeStory, kill: MakeStory
) -> None:
    """A version of a later time than the kill is the agency's own new word."""
    ledger(story(at=0))
    ledger(kill(at=10))
    (answer,) = ledger(story("It did not rain.", at=20))

    article = published(answer)
    assert (article.revision, article.status) == (3, "usable")
    assert article.change.kind is Lifecycle.UPDATE


def test_a_second_kill_moves_the_line(ledger: Ledger, story: MakeStory, kill: MakeStory) -> None:
    """What was made between two kills is killed by the second."""
    ledger(kill(at=10))
    ledger(kill(at=30))

    assert reason(ledger(story(at=20))[0]) is Reason.KILLED


def test_the_last_word_does_not_depend_on_the_order_of_arrival(
    story: MakeStory, kill: MakeStory, clock: Clock
) -> None:
    """Story, kill and re-issue end as the re-issue, in whatever order they come."""
    items = [story(version=1, at=0), kill(version=2, at=10), story("Dry.", version=3, at=20)]

    for order in permutations(items):
        ledger = Ledger(clock)
        kept = [o.item for item in order for o in ledger(item) if isinstance(o, Keep)]
        assert (kept[-1].status, kept[-1].text) == ("usable", "Dry.")


def test_a_kill_under_its_own_guid_meets_its_target(ledger: Ledger, story: MakeStory) -> None:
    """It is about the one item that it names; its article is that item's."""
    ledger(story())
    notice = story(
        "",
        guid="kill-7",
        headline="KILL Rain",
        lifecycle=Lifecycle.KILL,
        references=(Reference(rel="kills", guid="rain"),),
    )
    (answer,) = ledger(notice)

    article = published(answer)
    assert notice.subject == "test/rain"
    assert (article.article_id, article.item_id, article.guid, article.revision) == (
        "urn:dateline:test:rain",
        "test/rain",
        "rain",
        2,
    )
    assert article.headline == "Rain at Portmere"


def test_a_kill_that_names_two_items_is_about_itself(story: MakeStory) -> None:
    """One item has one fate: which of the two it should kill nobody can say."""
    references = tuple(Reference(rel="kills", guid=guid) for guid in ("rain", "snow"))

    assert story(lifecycle=Lifecycle.KILL, references=references).subject == "test/rain"
    assert story(guid="k", lifecycle="kill", references=references).subject == "test/k"


def test_a_reference_of_a_usable_item_kills_nothing(story: MakeStory) -> None:
    """Only a kill or a withhold speaks about another item."""
    item = story(guid="b", references=(Reference(rel="kills", guid="rain"),))

    assert item.subject == "test/b"


def test_a_kill_ends_what_is_held(ledger: Ledger, story: MakeStory, kill: MakeStory) -> None:
    """It is never published except as the kill, and its headline is not told."""
    held = story(version=1, embargo=until(LATER))
    ledger(held)
    answer, ended = ledger(kill(version=2))

    assert (published(answer).status, published(answer).headline) == ("canceled", "")
    assert isinstance(ended, Drop)
    assert (ended.reason, ended.raw_digest, ended.headline) == (
        Reason.KILLED,
        held.raw_digest,
        "",
    )
    assert ledger.next_due() is None
    assert ledger.due(LATER) == ()


def test_an_embargo_does_not_delay_a_kill(ledger: Ledger, kill: MakeStory) -> None:
    """The story may be out already."""
    assert published(ledger(kill(embargo=until(LATER)))[0]).status == "canceled"


def _withheld(story: MakeStory, **fields: object) -> WireItem:
    return story("", lifecycle=Lifecycle.WITHHOLD, **fields)


def test_a_withheld_article_comes_back_with_a_later_version(
    ledger: Ledger, story: MakeStory
) -> None:
    """A withhold is a kill that its agency may lift."""
    ledger(story(version=1))
    (withheld,) = ledger(_withheld(story, version=2))
    (lifted,) = ledger(story("It poured.", version=3))

    assert (published(withheld).status, published(withheld).body) == ("withheld", ())
    assert (published(lifted).status, published(lifted).revision) == ("usable", 3)


def test_what_was_withheld_does_not_lift_it(ledger: Ledger, story: MakeStory) -> None:
    """Neither the version itself again nor, where there are no versions, the same words."""
    ledger(story())
    ledger(_withheld(story))

    assert reason(ledger(story())[0]) is Reason.SUPERSEDED
    assert published(ledger(story("It poured."))[0]).status == "usable"


def test_a_withhold_may_come_before_its_target(ledger: Ledger, story: MakeStory) -> None:
    """The same version, and without versions the first text, is what was meant."""
    ledger(_withheld(story))

    assert reason(ledger(story())[0]) is Reason.SUPERSEDED
    assert reason(ledger(story())[0]) is Reason.SUPERSEDED


def test_a_withhold_again_changes_nothing(ledger: Ledger, story: MakeStory) -> None:
    """It is idempotent."""
    ledger(_withheld(story, version=1))

    assert reason(ledger(_withheld(story, version=1))[0]) is Reason.UNCHANGED


def test_a_withhold_of_a_killed_item_is_dropped(
    ledger: Ledger, story: MakeStory, kill: MakeStory
) -> None:
    """Canceled is more than withheld."""
    ledger(kill())

    assert reason(ledger(_withheld(story))[0]) is Reason.KILLED


def test_a_withhold_of_an_older_version_is_superseded(ledger: Ledger, story: MakeStory) -> None:
    """A later usable version has lifted it, even before it arrived."""
    ledger(story(version=3))

    assert reason(ledger(_withheld(story, version=2))[0]) is Reason.SUPERSEDED


def test_a_withhold_ends_what_is_held(ledger: Ledger, story: MakeStory) -> None:
    """Its embargo's end must not publish it."""
    ledger(story(version=1, embargo=until(LATER)))
    answer, ended = ledger(_withheld(story, version=2))

    assert published(answer).status == "withheld"
    assert reason(ended) is Reason.SUPERSEDED
    assert ledger.due(LATER) == ()
