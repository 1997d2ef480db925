"""The grammar of invented wire copy: sections of sentences, read from ``pairs_en.txt`` and others.

A sentence is chosen in two turns. The first turn picks one of the lines wherever ``<rule>`` names a
section: it decides what is said. The second picks one of the words in ``[a|b]``: it decides in
which words. So the same sentence can be written again in other words, and with other facts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

__all__ = ["LANGUAGES", "Facts", "Grammar", "Sentence", "grammar"]

LANGUAGES = ("en", "de", "es")

Facts = Mapping[str, str]
"""What a story is about, by the name of the slot; figures as the language writes them."""

_LEAST_SAID = 20
"""Characters of a line that says something; shorter ones are names and joints."""

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_RULE = re.compile(r"<(\w+)>")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said, and by which words."""

    pattern: str
    """With ``[a|b]`` and ``{fact}``, without ``<rule>``."""
    words: int
    """The seed of the second turn."""

    def written(self, facts: Facts) -> str:
        """Return the sentence in its words."""
        rng = random.Random(self.words)
        text = self.pattern
        while _CHOICE.search(text):
            text = _CHOICE.sub(lambda choice: rng.choice(choice[1].split("|")), text)
        text = _SLOT.sub(lambda slot: facts[slot[1]], text)
        return re.sub(r"^\W*\w", lambda start: start[0].upper(), text)

    def reworded(self, rng: random.Random) -> Sentence:
        """Return the same in other words, where there are others."""
        return replace(self, words=rng.getrandbits(32))


@dataclass(frozen=True, slots=True)
class Grammar:
    """The sections of one language."""

    language: str
    sections: Mapping[str, Sequence[str]]

    def topics(self) -> list[str]:
        """Return what stories can be about."""
        return [name.removesuffix(".A.lead") for name in self.sections if name.endswith(".A.lead")]

    def forms(self) -> list[str]:
        """Return what is sent again and again with other figures."""
        return [
            name.split(".")[1]
            for name in self.sections
            if name.startswith("form.") and name.endswith(".body")
        ]

    def names(self, section: str) -> list[str]:
        """Return a list of names: apart by ``|``, or by blanks where there is none."""
        (line,) = self.sections[section]
        return line.split("|") if "|" in line else line.split()

    def sentence(self, section: str, rng: random.Random, said: set[str] | None = None) -> Sentence:
        """Return one sentence of a section; see :meth:`resolved`."""
        return self.resolved(rng.choice(self.sections[section]), rng, said)

    def some(self, section: str, count: int, rng: random.Random) -> list[Sentence]:
        """Return different sentences of a section in its order, all of them if there are fewer."""
        lines = self.sections[section]
        chosen = sorted(rng.sample(range(len(lines)), min(count, len(lines))))
        return [self.resolved(lines[n], rng) for n in chosen]

    def resolved(self, line: str, rng: random.Random, said: set[str] | None = None) -> Sentence:
        """Return a line as a sentence, after the first turn.

        A line of words that is in *said* is not chosen while there is another; what is chosen is
        added.
        """
        used = set() if said is None else said

        def chosen(rule: re.Match[str]) -> str:
            lines = self.sections[rule[1]]
            text = rng.choice([one for one in lines if one not in used] or lines)
            if len(text) > _LEAST_SAID:
                used.add(text)
            return text

        while _RULE.search(line):
            line = _RULE.sub(chosen, line)
        return Sentence(line, rng.getrandbits(32))


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language."""
    sections: dict[str, list[str]] = {}
    path = Path(__file__).with_name(f"pairs_{language}.txt")
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("== "):
            sections[line[3:]] = lines = []
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    return Grammar(language, sections)
