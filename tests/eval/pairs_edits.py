"""What desks do to a story: send it again, bring it up to date, carry and rewrite another's."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from tests.eval.pairs_facts import with_higher_toll
from tests.eval.pairs_grammar import Sentence, grammar
from tests.eval.pairs_story import Story, Text
from tests.eval.pairs_wording import in_other_words, respelled

__all__ = ["EXACT", "FOR_BRIEFS", "REWRITES", "UPDATES", "Edit", "rewrite", "same_words", "update"]

EXACT = ("re-sent", "typography", "capitals", "paragraphs", "carried")
UPDATES = ("new lead", "figures", "added", "writethru")
REWRITES = (
    "trimmed",
    "re-led",
    "reworded",
    "reordered",
    "local",
    "spelling",
    "mixed",
    "mixed",
    "mixed",
    "throughout",
)
"""``throughout``: most sentences, as in copies that were seen on a real wire."""

FOR_BRIEFS = frozenset({*EXACT, "figures", "added", "reworded", "local", "spelling"})
"""What leaves enough of a brief that it can be known again."""

_SINGLE = REWRITES[:6]

Edit: TypeAlias = Callable[[Story, random.Random], Story]


def same_words(story: Story, how: str, rng: random.Random) -> Text:
    """Return the same words as another system sets them."""
    text = story.written()
    if how == "typography":
        return _mapped(text, _typewritten)
    if how == "capitals":
        return _mapped(text, str.upper)
    if how in {"paragraphs", "carried"}:
        sentences = [one for each in text.paragraphs for one in each]
        sizes = rng.choices((1, 2, 3), k=len(sentences))
        paragraphs = []
        while sentences:
            count = sizes.pop()
            paragraphs.append(tuple(sentences[:count]))
            sentences = sentences[count:]
        text = replace(text, paragraphs=tuple(paragraphs))
    return text


def update(story: Story, how: str, rng: random.Random) -> Story:
    """Return a later version by the same agency."""
    if how in {"figures", "writethru"}:
        story = replace(story, told=with_higher_toll(story.told, rng))
    if how in {"new lead", "writethru"}:
        story = _led_anew(story, rng, keeps_old=rng.random() < 0.5)
        words = grammar(story.told.language)
        story = replace(
            story, headline=words.sentence(f"{story.topic}.{rng.choice('AB')}.headline", rng)
        )
    if how == "writethru":
        story = _reworded(story, rng.uniform(0.05, 0.2), rng)
    more = {"added": (2, 4), "figures": (0, 2), "writethru": (1, 3), "new lead": (0, 1)}[how]
    return _with_more(story, rng.randint(*more), rng)


def rewrite(story: Story, how: str, rng: random.Random) -> Text:
    """Return what another agency makes of the story."""
    hows = {how} if how != "mixed" else set(rng.sample(_SINGLE, rng.choice((2, 3))))
    words = grammar(story.told.language)
    headline = rng.choice(
        [story.headline.reworded(rng), words.sentence(f"{story.topic}.{story.voice}.headline", rng)]
    )
    story = replace(story, headline=headline)
    if "trimmed" in hows:
        story = _trimmed(story, rng.uniform(0.4, 0.75))
    if "re-led" in hows:
        story = _led_anew(story, rng, keeps_old=False)
    if "reordered" in hows:
        story = _reordered(story, rng)
    if "local" in hows:
        story = _with_more(story, rng.choice((1, 2)), rng)
    throughout = "throughout" in hows
    if throughout:
        story = _with_more(_thinned(story, rng), rng.choice((1, 2)), rng)
    share = rng.uniform(0.5, 0.8) if throughout else rng.uniform(0.1, 0.4)
    edited = throughout or "reworded" in hows
    text = (_reworded(story, share, rng) if edited else story).written()
    if edited:
        text = in_other_words(text, story.told.language, share, rng, changes=3 if throughout else 1)
    if "spelling" in hows:
        seed = rng.getrandbits(32)  # one style for the whole text
        text = _mapped(text, lambda said: respelled(said, story.told.language, random.Random(seed)))
    if hows <= {"spelling", "local"}:
        text = in_other_words(text, story.told.language, 0.1, rng)
    return text


def _trimmed(story: Story, share: float) -> Story:
    """Return the first paragraphs, with about that share of the words."""
    sizes = [sum(len(one.pattern.split()) for one in each) for each in story.paragraphs]
    kept, count = 0, 0
    while count < len(sizes) and (kept < share * sum(sizes) or count < 2):
        kept += sizes[count]
        count += 1
    if kept > 0.78 * sum(sizes) and count > 2:
        count -= 1
    return replace(story, paragraphs=story.paragraphs[:count])


def _thinned(story: Story, rng: random.Random) -> Story:
    """Return the story without a fifth of its paragraphs, never the lead."""
    first, *rest = story.paragraphs
    return replace(story, paragraphs=(first, *(one for one in rest if rng.random() >= 0.2)))


def _led_anew(story: Story, rng: random.Random, *, keeps_old: bool) -> Story:
    """Return the story under another lead; the old one may be its second paragraph."""
    words = grammar(story.told.language)
    old = story.paragraphs[0][0]
    leads = [
        line
        for voice in "AB"
        for line in words.sections[f"{story.topic}.{voice}.lead"]
        if line != old.pattern
    ]
    lead = (words.resolved(rng.choice(leads), rng),)
    rest = story.paragraphs if keeps_old else story.paragraphs[1:]
    return replace(story, paragraphs=(lead, *rest))


def _reordered(story: Story, rng: random.Random) -> Story:
    """Return the story with a few neighbouring paragraphs exchanged, never the lead."""
    paragraphs = list(story.paragraphs)
    for _ in range(max(1, len(paragraphs) // 5)):
        if len(paragraphs) > 2:
            at = rng.randrange(1, len(paragraphs) - 1)
            paragraphs[at : at + 2] = paragraphs[at + 1], paragraphs[at]
    return replace(story, paragraphs=tuple(paragraphs))


def _reworded(story: Story, share: float, rng: random.Random) -> Story:
    return replace(
        story,
        paragraphs=tuple(
            tuple(one.reworded(rng) if rng.random() < share else one for one in each)
            for each in story.paragraphs
        ),
    )


def _with_more(story: Story, count: int, rng: random.Random) -> Story:
    """Return the story with so many more paragraphs, of what it has not said."""
    words = grammar(story.told.language)
    said = {one.pattern for each in story.paragraphs for one in each}
    sections = (f"{story.topic}.{story.voice}.body", f"bg.{story.voice}", "quote")
    paragraphs = list(story.paragraphs)
    for _ in range(count):
        fresh: list[Sentence] = [
            one
            for section in sections
            for one in (words.sentence(section, rng), words.sentence(section, rng))
            if one.pattern not in said
        ]
        if fresh:
            one = rng.choice(fresh)
            said.add(one.pattern)
            paragraphs.insert(rng.randrange(1, len(paragraphs) + 1), (one,))
    return replace(story, paragraphs=tuple(paragraphs))


def _mapped(text: Text, change: Callable[[str], str]) -> Text:
    return Text(
        change(text.headline),
        tuple(tuple(change(one) for one in each) for each in text.paragraphs),
    )


def _typewritten(text: str) -> str:
    """Return the text with the few signs of an old wire, and blanks as they come."""
    text = re.sub("[“”„]", '"', text).replace("\u2019", "'").replace("'", "\u2019")
    return text.replace(", ", ",  ").replace(". ", ".\u00a0 ")
