"""Whatever comes in whatever order, however often: a story has one latest state.

Through dedupe and the ledger together, with texts so much alike that dedupe has its say.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.types import Block, Embargo, Lifecycle, Named, Origin, Reference, Take
from schemas.wire import PULL_BACKS, WireItem
from tests.invented import sentence, story_text
from tests.line.desk import LineDesk

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
BASE = story_text(random.Random(11), 220).split("\n\n")
SECRET = BASE[1].split(". ")[0]

NAMES = [sentence(random.Random(n), 2).strip(".") for n in range(30)]

NEW, UPDATE, CORRECTION = Lifecycle.NEW, Lifecycle.UPDATE, Lifecycle.CORRECTION
KILL, WITHHOLD = Lifecycle.KILL, Lifecycle.WITHHOLD
KINDS = st.sampled_from([NEW, UPDATE, UPDATE, CORRECTION, KILL, WITHHOLD])
EMBARGOES = st.sampled_from(["", "", "", "2h", "5h", "open", "lifted"])
EVENTS = st.lists(st.tuples(KINDS, EMBARGOES, st.booleans()), min_size=1, max_size=6)


def item(n: int, guid: str, lifecycle: Lifecycle, body: list[str], **fields: Any) -> WireItem:
    """Return the n-th thing that an agency sent, one a minute."""
    source = fields.pop("source", "north")
    given: dict[str, Any] = {
        "item_id": f"{source}/{guid}",
        "source": source,
        "provider": source.title(),
        "credit": source.title(),
        "guid": guid,
        "versioned_at": NOON + timedelta(minutes=n),
        "origin": Origin(topic="wire.raw", partition=0, offset=n),
        "raw_digest": f"{n:064}",
        "format": "test",
        "received_at": NOON + timedelta(hours=1),
        "lifecycle": lifecycle,
        "language": "en",
        "headline": "" if lifecycle in PULL_BACKS else f"Storm over Portmere, says {NAMES[n]}",
        "body": tuple(Block(text=text) for text in body),
    }
    return WireItem(**(given | fields))


def text(n: int) -> list[str]:
    """Return the story as it was told the n-th time: one paragraph is always another."""
    return [*BASE[:2], story_text(random.Random(100 + n), 45), *BASE[2:]]


def story_of(events: list[tuple[Lifecycle, str, bool]]) -> list[WireItem]:
    """Return versions, kills and withholds of a story, some of them under ids of their own."""
    items = []
    for n, (kind, embargo, own_id) in enumerate(events):
        pulls = kind in PULL_BACKS
        fields: dict[str, Any] = {"version": n + 1}
        guid = "storm"
        if own_id and n:
            guid = f"storm-{n}"
            rel: Any = "kills" if pulls else "replaces"
            fields = {"version": 1, "references": (Reference(rel=rel, guid="storm"),)}
        if embargo and not pulls:
            hours = {"2h": 2, "5h": 5}.get(embargo)
            until = None if hours is None else NOON + timedelta(hours=hours)
            fields |= (
                {"is_free": True} if embargo == "lifted" else {"embargo": Embargo(until=until)}
            )
        items.append(item(n, guid, kind, [] if pulls else text(n), **fields))
    return items


def shuffled(items: list[WireItem], data: st.DataObject) -> list[WireItem]:
    return [items[n] for n in data.draw(st.permutations(range(len(items))))]


def again(items: list[WireItem], first: int) -> list[WireItem]:
    """Return the same items as if they had been sent another time."""
    return [
        one.model_copy(update={"origin": one.origin.model_copy(update={"offset": first + n})})
        for n, one in enumerate(items)
    ]


def after(items: list[WireItem]) -> LineDesk:
    """Return the desk when all of them have come, and all embargoes and takes have ended."""
    desk = LineDesk(NOON)
    desk.take(*items)
    desk.wait(minutes=11)
    desk.wait(hours=9)
    return desk


@settings(max_examples=300)
@given(events=EVENTS, data=st.data())
def test_a_story_ends_in_one_state(
    events: list[tuple[Lifecycle, str, bool]], data: st.DataObject
) -> None:
    """Versions, corrections, kills, withholds, and embargoes that move, in any order.

    An embargo without a time is lifted in the end. While it holds, older versions without one do
    not come out any more; those that came before it are in print.
    """
    if any(embargo == "open" for _, embargo, _ in events):
        events = [*events, (UPDATE, "lifted", False)]
    items = story_of(events)
    order = shuffled(items, data)

    assert after(order).latest() == after(items).latest()


@settings(max_examples=150)
@given(events=EVENTS, data=st.data())
def test_a_prefix_that_comes_twice_changes_nothing(
    events: list[tuple[Lifecycle, str, bool]], data: st.DataObject
) -> None:
    items = shuffled(story_of(events), data)
    prefix = items[: data.draw(st.integers(0, len(items)))]
    twice = [*prefix, *again(prefix, 100), *items[len(prefix) :]]

    once_told = [a.model_dump_json() for a in after(items).desk.articles]
    assert [a.model_dump_json() for a in after(twice).desk.articles] == once_told


def test_an_item_that_came_twice_is_related_once() -> None:
    """Under an embargo, and then near to another version."""
    first, secret, last = story_of([(NEW, "", False), (NEW, "2h", True), (NEW, "", False)])

    (article,) = after([secret, *again([secret], 100), first, last]).desk.articles

    assert [link.item_id for link in article.related] == [secret.item_id]


@settings(max_examples=150)
@given(
    embargoes=st.lists(st.sampled_from(["", "2h", "open"]), min_size=2, max_size=3),
    end=st.sampled_from([None, KILL, WITHHOLD]),
    data=st.data(),
)
def test_takes_end_in_one_text_or_none(
    embargoes: list[str], end: Lifecycle | None, data: st.DataObject
) -> None:
    """No take comes out before its time, and a kill ends them all."""
    items = []
    for n, embargo in enumerate(embargoes, 1):
        refers = (Reference(rel="take_of", guid="storm-1"),) if n > 1 else ()
        until = NOON + timedelta(hours=2) if embargo == "2h" else None
        items.append(
            item(
                n, f"storm-{n}", NEW, [f"Take {n}.", story_text(random.Random(n), 60)],
                take=Take(number=n, of=len(embargoes)), references=refers,
                embargo=Embargo(until=until) if embargo else None,
            )
        )  # fmt: skip
    if end is not None:
        items.append(item(9, "storm-1", end, []))
    desk = LineDesk(NOON)
    desk.take(*shuffled(items, data))
    desk.wait(minutes=11)
    if any(embargoes):
        assert not any("Take 1." in words for words in desk.words_told())
    desk.wait(hours=9)

    if end is not None or "open" in embargoes:
        assert desk.latest() == {}
    else:
        ((_, whole, takes),) = desk.latest().values()
        assert takes == tuple(range(1, len(embargoes) + 1))
        assert [line for line in whole.split("\n\n") if line.startswith("Take ")] == [
            f"Take {n}." for n in takes
        ]


@settings(max_examples=200)
@given(
    lifecycle=st.sampled_from([KILL, WITHHOLD]),
    how=st.sampled_from(["its id", "headline", "slug"]),
    versions=st.integers(1, 2),
    copies=st.integers(0, 2),
    more=st.booleans(),
    data=st.data(),
)
def test_after_a_kill_nothing_of_the_story_is_left(
    lifecycle: Lifecycle, how: str, versions: int, copies: int, more: bool, data: st.DataObject
) -> None:
    """Nor of its copies, nor of their next versions, on any topic, in any order of arrival."""
    slug = {"story_slug": "portmere-storm"}
    items = [
        item(n, "storm", UPDATE if n else NEW, text(n), version=n + 1, **slug)
        for n in range(versions)
    ]
    theirs = {"source": "delta", "credit": "North/Delta"}
    items += [item(10 + n, f"copy-{n}", NEW, text(0), **theirs) for n in range(copies)]
    if more and copies:
        items.append(item(15, "copy-0", UPDATE, [*text(0), "And more of it."], **theirs))
    named = {
        "headline": tuple(Named(headline=one.headline) for one in items[:versions]),
        "slug": (Named(slugline="BC-Portmere-Storm"),),
    }.get(how, ())
    own = "storm" if how == "its id" else "kill-1"
    kill = item(20, own, lifecycle, [], named=named, version=9 if own == "storm" else 1)
    late = item(21, "copy-9", NEW, text(0), **theirs)
    order = shuffled([*items, kill], data)
    # A copy that comes before anybody has seen the original is no copy yet.
    known = 1 + max(order.index(one) for one in (kill, *items[:versions]))
    desk = LineDesk(NOON)
    desk.take(*order[:known])
    before = len(desk.told)
    desk.take(*order[known:], late)
    desk.wait(hours=9)

    assert desk.latest() == {}
    assert not any(SECRET in words for words in list(desk.words_told())[before:])
