"""A day of invented stories, each told by one to six items, as one stream in order of time."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from itertools import count

from schemas.wire import WireItem
from tests.eval.duplicate_answers import Told
from tests.eval.pairs import Label, Pair, pairs
from tests.eval.pairs_edits import EXACT, REWRITES, UPDATES
from tests.eval.pairs_items import NOON
from tests.eval.pairs_sent import Sent, copy_of, new_story

__all__ = ["day", "groups_of"]

_HOWS: dict[Label, tuple[str, ...]] = {
    "exact": EXACT,
    "update_of": UPDATES,
    "rewrite": REWRITES[1:],
}
"""A shortened copy is left out: the story that comes whole after it is new."""


def day(stories: int, seed: int) -> list[tuple[int, WireItem]]:
    """Return items with the number of their story, in order of time.

    A quarter of the stories is told by a second reporter too, or is a form that is filled in
    once more: that is a story of its own.
    """
    rng = random.Random(f"day {seed}")
    found: list[tuple[int, WireItem]] = []
    number = count()
    for _ in range(stories):
        at = NOON + timedelta(minutes=rng.randrange(0, 1200))
        sent: list[Sent] = [new_story(rng, at, "story")]
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3, 4, 5))):
            at += timedelta(minutes=rng.randrange(10, 90))
            label: Label = rng.choice(("exact", "update_of", "rewrite"))
            sent.append(copy_of(rng.choice(sent), label, rng.choice(_HOWS[label]), at, rng))
        story = next(number)
        found += [(story, one.item) for one in sent]
    kept: list[Pair] = [
        pair for pair in pairs(stories * 2, seed + 1) if pair.label in {"same_event", "template"}
    ]
    for pair in kept[: stories // 4]:
        found += [(next(number), pair.first), (next(number), pair.second)]
    return sorted(found, key=lambda one: (one[1].event_at, one[1].item_id))


def groups_of(items: list[WireItem], told: Callable[[WireItem], Told]) -> list[str]:
    """Return the group of each item, by the id of its first: what it was said to repeat."""
    first: dict[str, str] = {}
    for item in items:
        of = told(item).of
        first[item.item_id] = first.get(of, of) if of else item.item_id
    return [first[item.item_id] for item in items]
