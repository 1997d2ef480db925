"""Invented pairs of wire items of which it is known whether they are one story, told twice.

Everything is drawn from a seed: the same seed makes the same pairs on every machine. Fifteen of
twenty are English, the others German and Spanish.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from schemas.wire import WireItem
from tests.eval.pairs_edits import EXACT, FOR_BRIEFS, REWRITES, UPDATES
from tests.eval.pairs_facts import Record, record
from tests.eval.pairs_grammar import Sentence, grammar
from tests.eval.pairs_items import AGENCIES, NOON
from tests.eval.pairs_sent import (
    LABELS,
    SHARES,
    Label,
    copy_of,
    first_item,
    new_story,
    other_agency,
    some_size,
)
from tests.eval.pairs_story import Size, Story, filled_form, record_of_form, story_of

__all__ = ["DUPLICATES", "LABELS", "Label", "Pair", "pairs"]

DUPLICATES = frozenset(LABELS[:3])
"""What a desk wants once; the others are kept."""

_ROUND: tuple[Label, ...] = (*LABELS, *LABELS, "rewrite", "exact", "update_of", "template")
"""So often each of them comes."""

_FULLER = 0.85
"""A copy with less of the words is no duplicate when the whole story comes after it, which tells what
nobody had: then the pair is asked in one order only. (It was 0.6 before desks said that two new
paragraphs must not be lost.)"""

_IN_COMMON = ("the facts", "the facts", "a quote in common", "a quote in common", "old background")
"""What two reports of one event share besides the facts: nothing, what one speaker said to both, or
a few paragraphs of background that one agency has from the other."""

_MOST_IN_COMMON = 0.4
"""Share of a second report that is old background. On a real wire such pairs were seen with 0.47 of
their longer words in common."""

_STORY_AS_FORM = ("results", "sport", "rates", "weather")
"""Topics of which a desk (or a program) writes the same story with other names and figures."""

_SAME_PRICES = 0.4
"""Of a price list, what has not changed since the day before. A guess."""

_SAME_FORM_SOON = frozenset(
    {"companyresults", "quake", "ratedecision", "auction", "halt", "warning"}
)
"""Forms that are sent for many companies and countries a day; the others come every day."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items in the order of their times."""

    label: Label
    how: str
    """What was done to the first, or what the two have in common."""
    first: WireItem
    second: WireItem
    both_orders: bool

    def swapped(self) -> Pair:
        """Return the pair as if the second had been sent at the first's time."""
        return replace(
            self, first=_at(self.second, self.first), second=_at(self.first, self.second)
        )


def pairs(count: int, seed: int) -> Iterator[Pair]:
    """Yield *count* pairs; the labels come in turn."""
    rng = random.Random(f"pairs {seed}")
    for n in range(count):
        label = _ROUND[n % len(_ROUND)]
        yield _MAKERS[label](label, random.Random(rng.getrandbits(64)))


def _at(item: WireItem, other: WireItem) -> WireItem:
    """Return the item at the time of the other."""
    return item.model_copy(
        update={
            name: getattr(other, name) for name in ("received_at", "created_at", "versioned_at")
        }
    )


def _copied(label: Label, rng: random.Random) -> Pair:
    hows = {"exact": EXACT, "update_of": UPDATES, "rewrite": REWRITES}[label]
    how = rng.choice(hows)
    sizes: tuple[Size, ...] = ("story",) * 8 + ("brief",)
    size = None if label == "exact" else rng.choice(sizes) if how in FOR_BRIEFS else "story"
    sent = new_story(rng, NOON, size)
    later = NOON + timedelta(minutes=rng.randrange(10, 300))
    other = copy_of(sent, label, how, later, rng)
    ratio = len(other.item.text.split()) / len(sent.item.text.split())
    both = label == "exact" or (label == "rewrite" and ratio >= _FULLER)
    return Pair(label, how, sent.item, other.item, both)


def _same_event(label: Label, rng: random.Random) -> Pair:
    size: Size = rng.choice(("story", "story", "story", "brief"))
    sent = new_story(rng, NOON, size)
    story = sent.story
    second = story_of(story.told, story.topic, "B" if story.voice == "A" else "A", size, rng)
    how, shared, quotes = rng.choice(_IN_COMMON), list[tuple[Sentence, ...]](), story.quotes()
    if how == "a quote in common" and quotes:
        shared = [(rng.choice(quotes),)]
    elif how == "old background" and size == "story":
        shared = _background(story, _MOST_IN_COMMON * second.written().words)
    at = rng.randrange(1, len(second.paragraphs))
    paragraphs = (*second.paragraphs[:at], *shared, *second.paragraphs[at:])
    second = replace(second, paragraphs=paragraphs)
    agency = sent.item.provider
    if rng.random() < 0.75:
        agency = other_agency(agency, story, rng)
    at_ = NOON + timedelta(minutes=rng.randrange(5, 600))
    return Pair(label, how, sent.item, first_item(second, agency, at_, rng), True)


def _background(story: Story, most: float) -> list[tuple[Sentence, ...]]:
    """Return the last paragraphs, with at most so many words, or that share of the story's."""
    most = min(most, _MOST_IN_COMMON * story.written().words)
    shared: list[tuple[Sentence, ...]] = []
    for paragraph in reversed(story.paragraphs):
        most -= sum(len(one.written(story.told.facts).split()) for one in paragraph)
        if most < 0:
            break
        shared.insert(0, paragraph)
    return shared


def _template(label: Label, rng: random.Random) -> Pair:
    if rng.random() < 0.2:
        return _story_as_form(label, rng)
    language = rng.choice(SHARES)
    form = rng.choice(grammar(language).forms())
    told, other = (record_of_form(form, language, rng) for _ in range(2))
    if form in _SAME_FORM_SOON:
        apart = timedelta(minutes=rng.randrange(5, 900))
    else:
        apart = timedelta(minutes=rng.randrange(24 * 60 - 10, 24 * 60 + 10))
        other = _next_day(other, told, rng)
    words = rng.getrandbits(32)
    first = filled_form(told, form, random.Random(words))
    same = rng.random() < 0.5
    second = filled_form(other, form, random.Random(words if same else words + 1))
    if first.written().paragraphs == second.written().paragraphs:
        return _template(label, rng)  # the same day of the week by chance
    agency = rng.choice(AGENCIES[language])
    items = [first_item(first, agency, NOON, rng), first_item(second, agency, NOON + apart, rng)]
    return Pair(label, form, items[0], items[1], True)


def _story_as_form(label: Label, rng: random.Random) -> Pair:
    sent = new_story(rng, NOON, "story", rng.choice(_STORY_AS_FORM))
    topic, told = sent.story.topic, sent.story.told
    second = replace(sent.story, told=record(topic, told.language, rng))
    at = NOON + timedelta(minutes=rng.randrange(5, 1500))
    return Pair(
        label, f"story of {topic}", sent.item, first_item(second, sent.item.provider, at, rng), True
    )


def _unrelated(label: Label, rng: random.Random) -> Pair:
    first = new_story(rng)
    language, topic = first.story.told.language, first.story.topic
    same = rng.random() < 0.5
    topics = [topic] if same else [one for one in grammar(language).topics() if one != topic]
    chosen = rng.choice(topics)
    voice = first.story.voice if rng.random() < 0.5 else rng.choice(("A", "B"))
    second = story_of(record(chosen, language, rng), chosen, voice, some_size(rng), rng)
    at = NOON + timedelta(minutes=rng.randrange(5, 3000))
    item = first_item(second, rng.choice(AGENCIES[language]), at, rng)
    return Pair(label, "same topic" if same else "other topic", first.item, item, True)


_MAKERS: dict[Label, Callable[[Label, random.Random], Pair]] = {
    "exact": _copied,
    "update_of": _copied,
    "rewrite": _copied,
    "same_event": _same_event,
    "template": _template,
    "unrelated": _unrelated,
}


def _next_day(told: Record, before: Record, rng: random.Random) -> Record:
    """Return the facts with the places of the day before: the same exchange, the same league.

    Some prices are what they were.
    """
    same = {
        name: value
        for name, value in before.facts.items()
        if name.startswith(("city", "country", "place"))
        or (name.startswith("r") and name[1:].isdigit() and rng.random() < _SAME_PRICES)
    }
    return replace(told, facts={**told.facts, **same})
