"""Each text once: what is a duplicate, what is not, and what a memory answers after a crash."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Already, Divert, Keep, Outcome, Tell
from pipeline.stage import Row
from schemas.duplicate import Duplicate
from schemas.types import Block, Lifecycle, Origin
from schemas.wire import WireItem
from tests.invented import story_text

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
Make = Callable[..., WireItem]


def text_of(seed: int, words: int = 300) -> str:
    return story_text(random.Random(seed), words)


def kind_of(outcomes: tuple[Outcome[WireItem], ...]) -> str:
    outcome, *words = outcomes
    assert all(isinstance(word, Tell) for word in words)
    match outcome:
        case Divert(value=Duplicate() as duplicate):
            if duplicate.resent:
                return "resent"
            return f"{duplicate.kind} elsewhere" if duplicate.other_agency else duplicate.kind
        case Keep():
            return "kept"
        case Already():
            return "already"
    raise AssertionError(outcome)


def rewritten(text: str, *sentences: int) -> str:
    """Return the text with some of its sentences in other words."""
    paragraphs = text.split("\n\n")
    for n in sentences:
        first, _, rest = paragraphs[n].partition(". ")
        assert first
        paragraphs[n] = f"The desk has put sentence {'abcdefgh'[n]} in words of its own. {rest}"
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda t: (t, {"guid": "a"}), "resent"),
        (lambda t: (t, {"guid": "b"}), "exact"),
        (lambda t: (t, {"guid": "b", "credit": "Delta"}), "exact elsewhere"),
        (lambda t: (t.upper().replace(".", " -"), {"guid": "b"}), "exact"),
        (lambda t: (rewritten(t, 1, 4), {"guid": "b"}), "rewrite"),
        (lambda t: (rewritten(t, 1, 4), {"guid": "b", "credit": "Delta"}), "rewrite elsewhere"),
        (lambda t: (t, {"guid": "b", "language": "de"}), "kept"),
        (lambda t: (t, {"guid": "b", "created_at": NOON - timedelta(hours=73)}), "kept"),
        (lambda t: (text_of(2), {"guid": "b"}), "kept"),
        (lambda t: (t, {"guid": "a", "version": 2}), "kept"),
        (lambda t: (t + "\n\nOne more.", {"guid": "a"}), "kept"),
        (lambda t: (t, {"guid": "b", "lifecycle": Lifecycle.CORRECTION}), "kept"),
        (lambda t: ("", {"guid": "a", "lifecycle": Lifecycle.KILL}), "kept"),
    ],
    ids=[
        "re-send", "another id", "another agency", "case and punctuation", "two sentences",
        "two sentences by another agency", "another language", "after the window",
        "another story", "a newer version", "the same item, edited", "a correction", "a kill",
    ],
)  # fmt: skip
def test_what_is_a_duplicate(
    make_item: Make, change: Callable[[str], tuple[str, dict[str, object]]], kind: str
) -> None:
    common = {"credit": "Northwire", "language": "en", "created_at": NOON}
    text = text_of(1)
    dedupe = Dedupe()
    assert kind_of(dedupe(make_item(text, guid="a", **common))) == "kept"
    changed, fields = change(text)
    assert kind_of(dedupe(make_item(changed, **(common | fields)))) == kind


def test_a_duplicate_is_explained(make_item: Make) -> None:
    """Of which article, how similar, what differs, and who was first."""
    dedupe = Dedupe()
    dedupe(
        make_item(
            text_of(1),
            guid="a",
            credit="Northwire",
            headline="Rain",
            created_at=NOON - timedelta(hours=1),
        )
    )
    copy = make_item(rewritten(text_of(1), 1, 4), guid="b", credit="Delta", created_at=NOON)
    outcome, *_ = dedupe(copy)
    assert isinstance(outcome, Divert)
    assert isinstance(outcome.value, Duplicate)
    assert outcome.value.of_article_id == "urn:dateline:test:a"
    assert 0.8 < outcome.value.similarity < 1
    for word in ("2 of ", "Delta", "Northwire", "Rain", "1.0 h earlier"):
        assert word in outcome.value.explanation


def test_templates_with_other_figures_are_no_duplicates(make_item: Make) -> None:
    """Results and markets share their sentences and differ in what counts."""
    template = " ".join(
        f"The share of company {name} closed at {{{n}}} in Vienna on the day, traders said there."
        for n, name in enumerate("abcdefgh")
    )
    dedupe = Dedupe()
    monday, tuesday = (template.format(*range(k, k + 80, 10)) for k in (11, 17))
    assert kind_of(dedupe(make_item(monday, guid="m"))) == "kept"
    assert kind_of(dedupe(make_item(tuesday, guid="t"))) == "kept"


def test_tables_are_compared_exactly(make_item: Make) -> None:
    rows = "\n".join(f"Team {n}\t{n}\t{n * 3}" for n in range(40))
    one, other = rows, rows.replace("\t39\t", "\t40\t")
    dedupe = Dedupe()
    for guid, table, kind in (("a", one, "kept"), ("b", other, "kept"), ("c", one, "exact")):
        item = make_item(guid=guid, body=(Block(kind="table", text=table),))
        assert kind_of(dedupe(item)) == kind


def test_the_same_origin_again_is_a_redelivery(make_item: Make) -> None:
    """Whatever was answered, kept or diverted, was confirmed before it was remembered."""
    dedupe = Dedupe()
    kept = make_item(text_of(1), guid="a")
    diverted = make_item(text_of(1), guid="b")
    first = [kind_of(dedupe(item)) for item in (kept, diverted)]
    assert first == ["kept", "exact"]
    assert [kind_of(dedupe(item)) for item in (kept, diverted)] == ["already", "already"]


def test_an_archive_may_jump_back_by_years(make_item: Make) -> None:
    """What counts is how far time went on since a row was written."""
    dedupe = Dedupe(window_hours=72)
    years_ago = NOON - timedelta(days=4000)
    assert kind_of(dedupe(make_item(text_of(1), guid="new", created_at=NOON))) == "kept"
    assert kind_of(dedupe(make_item(text_of(2), guid="old", created_at=years_ago))) == "kept"
    assert kind_of(dedupe(make_item(text_of(2), guid="old2", created_at=years_ago))) == "exact"


def test_the_same_item_long_after_is_no_re_send(make_item: Make) -> None:
    """Beyond the window the ledger knows what was published."""
    dedupe = Dedupe(window_hours=1)
    dedupe(make_item(text_of(1), guid="a", created_at=NOON - timedelta(hours=2)))
    assert kind_of(dedupe(make_item(text_of(1), guid="a", created_at=NOON))) == "kept"


def test_where_live_and_archive_meet_a_redelivery_is_known(make_item: Make) -> None:
    """Time jumps by years within a batch, and the batch may come again."""
    dedupe = Dedupe()
    batch = [
        make_item(text_of(n), created_at=NOON - timedelta(days=4000 * (n % 2))) for n in range(4)
    ]
    assert [kind_of(dedupe(item)) for item in batch] == ["kept"] * 4
    assert [kind_of(dedupe(item)) for item in batch] == ["already"] * 4


def test_what_left_the_window_is_forgotten_in_the_log_too(make_item: Make) -> None:
    dedupe = Dedupe(window_hours=1, max_items=2)
    for n in range(4):
        dedupe(make_item(text_of(n), guid=str(n), created_at=NOON))
    rows = dict(dedupe.changes())
    assert [value is None for value in rows.values()].count(True) == 2


ALERT = "Northport ferry sinks off the coast, say rescuers"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"text": ALERT.upper()}, "exact"),
        ({"text": ALERT, "credit": "Delta"}, "exact elsewhere"),
        ({"text": ALERT, "created_at": NOON + timedelta(hours=23)}, "kept"),
        ({"text": ALERT + " on the spot"}, "kept"),
        ({"text": ALERT, "headline": "Second ferry"}, "kept"),
    ],
    ids=["same words", "another agency", "next day", "more words", "another headline"],
)
def test_a_short_text_is_the_same_word_for_word_or_not_at_all(
    make_item: Make, fields: dict[str, str], kind: str
) -> None:
    """One line says too little to be nearly the same; and what comes daily comes again."""
    dedupe = Dedupe()
    common = {"credit": "Northwire", "created_at": NOON, "received_at": NOON + timedelta(days=9)}
    dedupe(make_item(ALERT, guid="a", **common))
    item = make_item(guid="b", **(common | {"text": ALERT} | fields))
    assert kind_of(dedupe(item)) == kind


@pytest.mark.parametrize("lifecycle", [Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.CORRECTION])
def test_what_a_newsroom_must_see_always_passes(make_item: Make, lifecycle: Lifecycle) -> None:
    """Even with the words of an item that was there before; a kill even when it comes twice."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a"))
    assert kind_of(dedupe(make_item(text_of(1), guid="b", lifecycle=lifecycle))) == "kept"
    if lifecycle is not Lifecycle.CORRECTION:
        assert kind_of(dedupe(make_item(text_of(1), guid="b", lifecycle=lifecycle))) == "kept"


def test_a_kill_that_quotes_the_story_is_no_text_to_repeat(make_item: Make) -> None:
    """The story that comes after its kill is for the ledger to judge."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", lifecycle=Lifecycle.KILL))
    assert kind_of(dedupe(make_item(text_of(1), guid="b"))) == "kept"


def test_a_schedule_is_compared_word_for_word(make_item: Make) -> None:
    """It shares its text with yesterday's, and tells of stories to come."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", lifecycle=Lifecycle.ADVISORY))
    today = make_item(rewritten(text_of(1), 1), guid="b", lifecycle=Lifecycle.ADVISORY)
    assert kind_of(dedupe(today)) == "kept"
    assert kind_of(dedupe(make_item(rewritten(text_of(1), 2), guid="c"))) == "kept"


@pytest.mark.parametrize(
    ("credit", "kind"), [("Northwire", "kept"), ("Delta", "rewrite elsewhere")]
)
def test_an_update_may_not_say_of_which_item(make_item: Make, credit: str, kind: str) -> None:
    """Old formats number messages, not stories: the label is all there is."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", credit="Northwire"))
    update = make_item(
        rewritten(text_of(1), 1), guid="b", credit=credit, lifecycle=Lifecycle.UPDATE
    )
    assert kind_of(dedupe(update)) == kind


def test_another_figure_in_the_headline_is_news(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", headline="Storm kills 12 people in Northport"))
    worse = make_item(rewritten(text_of(1), 4), headline="Storm kills 14 people in Northport")
    assert kind_of(dedupe(worse)) == "kept"
    same = make_item(rewritten(text_of(1), 3), headline="In Northport storm kills 12, 3 missing")
    assert kind_of(dedupe(same)) == "rewrite"


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ("Seven dead in Portmere ferry fire", "Twelve dead in Portmere ferry fire", "kept"),
        ("Sieben Tote bei Fährbrand in Portmere", "15 Tote bei Fährbrand in Portmere", "kept"),
        ("Siete muertos en Portmere", "Doce muertos en Portmere", "kept"),
        ("Seven dead in Portmere ferry fire", "7 dead in Portmere ferry fire", "rewrite elsewhere"),
    ],
)
def test_another_agencys_new_toll_in_words_is_news(
    make_item: Make, before: str, now: str, kind: str
) -> None:
    """Written out or not; the same number written in another way is none."""
    dedupe = Dedupe()
    text = text_of(1)
    dedupe(make_item(text=text, headline=before, created_at=NOON))
    later = rewritten(text, 1, 4)
    item = make_item(text=later, headline=now, credit="Delta", created_at=NOON + timedelta(hours=2))

    assert kind_of(dedupe(item)) == kind


def test_an_item_without_words_passes(make_item: Make) -> None:
    """Publishing knows what to do with it; two of them are no duplicates."""
    dedupe = Dedupe()
    assert [kind_of(dedupe(make_item("\u2013 \u2013"))) for _ in range(2)] == ["kept", "kept"]


def test_a_version_of_a_copy_is_a_copy_again(make_item: Make) -> None:
    """Its first version is no article, so there is nothing for it to update."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", credit="Northwire"))
    for version in (1, 2):
        text = rewritten(text_of(1), version)
        copy = make_item(text, guid="b", credit="Delta", version=version)
        assert kind_of(dedupe(copy)) == "rewrite elsewhere"


def test_the_nearest_of_several_is_named(make_item: Make) -> None:
    """Not the first that is near enough."""
    dedupe = Dedupe()
    dedupe(make_item(rewritten(text_of(1), 0, 1, 2, 3), guid="far", lifecycle=Lifecycle.CORRECTION))
    dedupe(make_item(text_of(1), guid="close", lifecycle=Lifecycle.CORRECTION))
    outcome, *_ = dedupe(make_item(rewritten(text_of(1), 1), guid="c"))
    assert isinstance(outcome, Divert)
    assert isinstance(outcome.value, Duplicate)
    assert outcome.value.of_item_id == "test/close"


@pytest.mark.parametrize("year", [1890, 1969, 2025])
def test_the_memory_counts_in_the_items_own_time(make_item: Make, year: int) -> None:
    """An archive may be older than computers count."""
    dedupe, at = Dedupe(least_items=1), datetime(year, 3, 3, tzinfo=UTC)
    assert kind_of(dedupe(make_item(text_of(1), guid="a", created_at=at))) == "kept"
    later = at + timedelta(hours=70)
    assert kind_of(dedupe(make_item(text_of(1), guid="b", created_at=later))) == "exact"
    later = at + timedelta(hours=150)
    assert kind_of(dedupe(make_item(text_of(2), guid="c", created_at=later))) == "kept"
    assert kind_of(dedupe(make_item(text_of(1), guid="a", created_at=at))) == "kept"


ITEMS = st.lists(
    st.tuples(
        st.integers(0, 3),  # which story
        st.sampled_from(["a", "b", "c"]),  # which item
        st.sampled_from(["Northwire", "Delta"]),
        st.integers(0, 100) | st.integers(-90_000, -89_900),  # hours
        st.sampled_from(
            [Lifecycle.NEW, Lifecycle.NEW, Lifecycle.KILL, Lifecycle.CORRECTION, Lifecycle.UPDATE]
        ),
        st.sampled_from(["en", "de"]),
        st.sets(st.integers(0, 3), max_size=2),  # sentences in other words
    ),
    max_size=16,
)


@settings(max_examples=80, deadline=None)
@given(
    items=ITEMS,
    crashes=st.sets(st.integers(0, 16), max_size=3),
    again=st.integers(0, 3),
    compacted=st.booleans(),
)
def test_a_restored_memory_answers_as_the_one_that_crashed(
    items: list[tuple[int, str, str, int, Lifecycle, str, set[int]]],
    crashes: set[int],
    again: int,
    compacted: bool,
) -> None:
    """Crash anywhere, restore from the log, redeliver the last few: the same outcomes."""
    wire = [_item(n, *fields) for n, fields in enumerate(items)]
    calm = Dedupe(least_items=3, max_items=8)
    expected = [calm(item) for item in wire]

    dedupe, log = Dedupe(least_items=3, max_items=8), list[Row]()
    outcomes = []
    for n, item in enumerate(wire):
        if n in crashes:
            dedupe = Dedupe(least_items=3, max_items=8)
            dedupe.restore(_compacted(log) if compacted else log)
            for old in wire[max(0, n - again) : n]:
                assert kind_of(dedupe(old)) == "already"
        outcomes.append(dedupe(item))
        log += dedupe.changes()
    assert outcomes == expected
    assert dict(log) == dict(calm.changes())


@settings(max_examples=80, deadline=None)
@given(
    items=st.lists(
        st.tuples(
            st.integers(0, 3),
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(["Northwire", "Delta"]),
            st.integers(0, 12),
            st.sampled_from([Lifecycle.NEW, Lifecycle.UPDATE]),
            st.just("en"),
            st.sets(st.integers(0, 3), max_size=2),
        ),
        max_size=12,
    ),
    share=st.floats(0, 1),
)
def test_a_prefix_that_is_fed_twice_adds_nothing(
    items: list[tuple[int, str, str, int, Lifecycle, str, set[int]]], share: float
) -> None:
    """Whoever feeds a folder again gets no second article, nor loses one."""
    wire = [_item(n, *fields) for n, fields in enumerate(items)]
    prefix = wire[: int(len(wire) * share)]
    again = [
        item.model_copy(update={"origin": Origin(topic="wire.raw", partition=1, offset=n)})
        for n, item in enumerate(prefix)
    ]

    def kept(given: list[WireItem]) -> list[tuple[str, str]]:
        dedupe = Dedupe()
        answers = [dedupe(item)[0] for item in given]
        return [(a.item.item_id, a.item.text) for a in answers if isinstance(a, Keep)]

    assert kept([*prefix, *again, *wire[len(prefix) :]]) == kept(wire)


def _compacted(log: list[Row]) -> list[Row]:
    """Return the last row of each key, where it lies in the log."""
    last = {key: n for n, (key, _) in enumerate(log)}
    return [row for n, row in enumerate(log) if last[row[0]] == n]


STORIES = [text_of(story, 90) for story in range(4)]


def _item(
    n: int,
    story: int,
    guid: str,
    credit: str,
    hours: int,
    lifecycle: Lifecycle,
    language: str,
    other: set[int],
) -> WireItem:
    text = rewritten(STORIES[story], *sorted(other & set(range(STORIES[story].count("\n\n") + 1))))
    return WireItem(
        item_id=f"test/{guid}{story}",
        source="test",
        guid=f"{guid}{story}",
        origin=Origin(topic="wire.raw", partition=0, offset=n),
        raw_digest="0" * 64,
        format="plain_text",
        received_at=NOON + timedelta(days=9),
        created_at=NOON + timedelta(hours=hours),
        lifecycle=lifecycle,
        credit=credit,
        language=language,
        body=tuple(Block(text=p) for p in text.split("\n\n")),
    )
