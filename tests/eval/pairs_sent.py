"""Invented stories as agencies send them: new, again, brought up to date, another's rewritten."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from schemas.types import Lifecycle
from schemas.wire import WireItem
from tests.eval.pairs_edits import rewrite, same_words, update
from tests.eval.pairs_facts import record
from tests.eval.pairs_grammar import grammar
from tests.eval.pairs_items import AGENCIES, NOON, Sender, item_of
from tests.eval.pairs_story import Size, Story, story_of

__all__ = [
    "LABELS", "SHARES", "Label", "Sent", "copy_of", "first_item", "new_story", "other_agency",
    "some_size",
]  # fmt: skip

Label: TypeAlias = Literal["exact", "update_of", "rewrite", "same_event", "template", "unrelated"]
LABELS: tuple[Label, ...] = (
    "exact", "update_of", "rewrite", "same_event", "template", "unrelated"
)  # fmt: skip

SHARES = ("en",) * 15 + ("de",) * 3 + ("es",) * 2
"""The languages, each as often as it comes."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A story as one agency has sent it."""

    story: Story
    item: WireItem


def new_story(
    rng: random.Random, at: datetime = NOON, size: Size | None = None, topic: str = ""
) -> Sent:
    """Return a story that nobody has sent before."""
    language = rng.choice(SHARES)
    if topic not in grammar(language).topics():
        topic = rng.choice(grammar(language).topics())
    story = story_of(
        record(topic, language, rng), topic, rng.choice(("A", "B")), size or some_size(rng), rng
    )
    return Sent(story, first_item(story, rng.choice(AGENCIES[language]), at, rng))


def copy_of(sent: Sent, label: Label, how: str, at: datetime, rng: random.Random) -> Sent:
    """Return a copy, an update or another agency's rewrite of what was sent."""
    agency = sent.item.provider
    story = sent.story
    if label == "update_of":
        story = update(story, how, rng)
        if story.written() == sent.story.written():
            story = update(story, "added", rng)  # it names none of the figures
        labelled = how == "writethru" and rng.random() < 0.5
        item = first_item(story, agency, at, rng, Lifecycle.UPDATE if labelled else Lifecycle.NEW)
        return Sent(story, item)
    text = same_words(story, how, rng) if label == "exact" else rewrite(story, how, rng)
    if label == "rewrite" and text.paragraphs == sent.story.written().paragraphs:
        text = rewrite(story, "re-led", rng)  # a brief with no word to be spelled otherwise
    credit = sent.item.credit
    if label == "rewrite" or how == "carried":
        carrier = other_agency(agency, story, rng)
        shared = how == "carried" or rng.random() < 0.5
        agency, credit = carrier, f"{carrier}/{credit}" if shared else carrier
    sender = Sender(agency, credit, sent.item.lifecycle, _slug(story, agency))
    return Sent(story, item_of(text, story.told, sender, at, rng))


def first_item(
    story: Story,
    agency: str,
    at: datetime,
    rng: random.Random,
    lifecycle: Lifecycle = Lifecycle.NEW,
) -> WireItem:
    if len(story.paragraphs) == 1 and lifecycle is Lifecycle.NEW:
        lifecycle = Lifecycle.ALERT
    sender = Sender(agency, agency, lifecycle, _slug(story, agency))
    return item_of(story.written(), story.told, sender, at, rng)


def _slug(story: Story, agency: str) -> str:
    """Return a slugline in the agency's way; it is the same for a story and its updates."""
    words = [story.topic.removeprefix("form."), story.told.facts["city"]]
    if len(agency) % 2:
        words.reverse()
    return ("-" if len(agency) % 3 else "/").join(words).upper()


def some_size(rng: random.Random) -> Size:
    sizes: tuple[Size, ...] = ("story",) * 16 + ("brief",) * 3 + ("alert",)
    return rng.choice(sizes)


def other_agency(agency: str, story: Story, rng: random.Random) -> str:
    return rng.choice([one for one in AGENCIES[story.told.language] if one != agency])
