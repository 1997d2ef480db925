"""Invented stories: a lead, paragraphs and quotes over one record of facts, or a form filled in."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from tests.eval.pairs_facts import Record, record
from tests.eval.pairs_grammar import Sentence, grammar

__all__ = ["Size", "Story", "Text", "Voice", "filled_form", "record_of_form", "story_of"]

Voice: TypeAlias = Literal["A", "B"]
"""Two reporters, who have no sentence in common."""

Size: TypeAlias = Literal["story", "brief", "alert"]


@dataclass(frozen=True, slots=True)
class Text:
    """A headline and paragraphs of sentences, in words."""

    headline: str
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def sentences(self) -> int:
        """How many there are."""
        return sum(len(paragraph) for paragraph in self.paragraphs)

    @property
    def words(self) -> int:
        """How many words the body has."""
        return sum(len(one.split()) for paragraph in self.paragraphs for one in paragraph)


@dataclass(frozen=True, slots=True)
class Story:
    """What one reporter makes of the facts; the first paragraph is the lead."""

    told: Record
    topic: str
    voice: Voice
    headline: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]

    def written(self) -> Text:
        """Return it in words."""
        facts = self.told.facts
        return Text(
            self.headline.written(facts),
            tuple(tuple(one.written(facts) for one in each) for each in self.paragraphs),
        )

    def quotes(self) -> list[Sentence]:
        """Return the sentences that quote somebody at length."""
        marks = ("“", "„")
        return [one for each in self.paragraphs for one in each if one.pattern.startswith(marks)]


def story_of(told: Record, topic: str, voice: Voice, size: Size, rng: random.Random) -> Story:
    """Return a story of 250 to 700 words, a brief of some 50, or an alert of one sentence."""
    words = grammar(told.language)
    start = f"{topic}.{voice}"
    lead = (words.sentence(f"{start}.lead", rng),)
    headline = words.sentence(f"{start}.headline", rng)
    if size == "alert":
        return Story(told, topic, voice, headline, (lead,))
    if size == "brief":
        rest = [(one,) for one in words.some(f"{start}.body", rng.choice((1, 2)), rng)]
        return Story(told, topic, voice, headline, (lead, *rest))
    body = words.some(f"{start}.body", rng.randrange(6, 9), rng)
    said: set[str] = set()
    for _ in range(rng.randrange(3, 10)):
        body.insert(rng.randrange(1, len(body) + 1), words.sentence("quote", rng, said))
    background = words.some(f"bg.{voice}", rng.randrange(4, 10), rng)
    rng.shuffle(background)
    cut = rng.randrange(len(background) + 1)
    late = max(2, len(body) - 3)
    sentences = body[:late] + background[:cut] + body[late:] + background[cut:]
    return Story(told, topic, voice, headline, (lead, *_paragraphs(sentences, rng)))


def filled_form(told: Record, form: str, words: random.Random) -> Story:
    """Return a form filled in with the facts; equal *words* choose equal words."""
    language = grammar(told.language)
    section = f"form.{form}"
    headline = language.resolved(language.sections[f"{section}.headline"][0], words)
    lines = [
        replace(language.resolved(line, words), words=words.getrandbits(32))
        for line in language.sections[f"{section}.body"]
    ]
    return Story(told, section, "A", headline, tuple((line,) for line in lines))


def record_of_form(form: str, language: str, rng: random.Random) -> Record:
    """Return facts for a form."""
    return record(f"form.{form}", language, rng)


def _paragraphs(sentences: list[Sentence], rng: random.Random) -> list[tuple[Sentence, ...]]:
    """Return paragraphs of one or two sentences, as agencies set them."""
    found: list[tuple[Sentence, ...]] = []
    while sentences:
        count = rng.choice((1, 1, 2))
        found.append(tuple(sentences[:count]))
        sentences = sentences[count:]
    return found
