"""The facts of an invented story: who, where, when, and how many."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.eval.pairs_grammar import Facts, Grammar, grammar

__all__ = ["Record", "record", "with_higher_toll"]

_TOLL = ("dead", "hurt", "homes", "jobs", "turnout", "crowd", "counts", "samples", "votes", "pay")
"""Figures that an update brings up to date."""

_FORM_FIGURES = 14


@dataclass(frozen=True, slots=True)
class Record:
    """The facts of one story, and what of them is a plain number."""

    language: str
    facts: Facts
    numbers: dict[str, int | float]

    def with_number(self, name: str, value: int | float) -> Record:
        """Return the record with another number."""
        numbers = {**self.numbers, name: value}
        facts = {**self.facts, name: _figure(value, grammar(self.language))}
        return Record(self.language, facts, numbers)


def record(section: str, language: str, rng: random.Random) -> Record:
    """Return facts for a topic or a form: ``section`` is the name before ``.facts``."""
    words = grammar(language)
    facts = _names(words, rng)
    numbers: dict[str, int | float] = {
        f"{kind}{n}": rng.randrange(11, 99) for kind in "xv" for n in range(1, 6)
    }
    numbers |= {kind: rng.randrange(2, 10) for kind in ("x6", "v6")}
    numbers |= {f"n{n}": rng.randrange(1_100, 98_000) for n in (1, 2)}
    numbers |= {f"{kind}{n}": rng.randrange(11, 99) / 10 for kind in ("pc", "w") for n in (1, 2, 3)}
    numbers |= {f"r{n}": rng.randrange(10_000, 99_999) / 100 for n in range(1, _FORM_FIGURES + 1)}
    for line in words.sections[f"{section}.facts"]:
        name, _, values = line.partition(": ")
        least, dash, most = values.partition("-")
        if "|" in values or not dash or not least.replace(".", "").isdigit():
            facts[name] = _filled(rng.choice(values.split("|")), facts)
        elif "." in least:
            numbers[name] = rng.randrange(round(float(least) * 10), round(float(most) * 10)) / 10
        else:
            numbers[name] = rng.randrange(int(least), int(most) + 1)
    facts |= {
        name: str(value) if name.startswith("goals") else _figure(value, words)
        for name, value in numbers.items()
    }
    facts |= {f"{kind}{n}": str(rng.randrange(1987, 2025)) for kind in "yz" for n in (1, 2)}
    facts["y3"] = str(rng.randrange(2027, 2033))
    facts |= {f"g{n}": str(rng.randrange(0, 6)) for n in range(1, 7)}
    return Record(language, facts, numbers)


def with_higher_toll(told: Record, rng: random.Random) -> Record:
    """Return the record with one or two of its figures brought up to date."""
    names = [name for name in _TOLL if name in told.numbers] or ["x1", "x2"]
    for name in rng.sample(names, min(len(names), rng.choice((1, 2)))):
        told = told.with_number(name, told.numbers[name] + rng.randrange(1, 9))
    return told


def _names(words: Grammar, rng: random.Random) -> dict[str, str]:
    facts: dict[str, str] = {}
    cities = rng.sample(words.names("cities"), 3)
    for number, city in zip(("", "2", "3"), cities, strict=True):
        facts[f"city{number}"], _, facts[f"country{number}"] = city.partition(", ")
    for n, place in enumerate(rng.sample(words.names("places"), 4), 1):
        facts["place" if n == 1 else f"place{n}"] = place
    first, last = words.names("first names"), words.names("last names")
    people = zip(rng.sample(first, 4), rng.sample(last, 4), strict=True)
    for n, (one, other) in enumerate(people, 1):
        facts[f"p{n}"], facts[f"p{n}l"] = f"{one} {other}", other
    heads = rng.sample(words.names("org heads"), 3)
    for number, head in zip(("", "2", "3"), heads, strict=True):
        facts[f"org{number}"] = f"{head} {rng.choice(words.names('org tails'))}"
    facts["body"] = rng.choice(words.names("bodies"))
    facts["street"] = rng.choice(words.names("streets"))
    facts["day"], facts["day2"] = rng.sample(words.names("days"), 2)
    facts["month"], facts["month2"] = rng.sample(words.names("months"), 2)
    return facts


def _filled(text: str, facts: Facts) -> str:
    for name, value in facts.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _figure(value: int | float, words: Grammar) -> str:
    """Return a number as an agency of the language writes it: in words below ten."""
    if isinstance(value, float):
        text = f"{value:.1f}" if value < 100 else f"{value:.2f}"
        return text if words.language == "en" else text.replace(".", ",")
    if 0 < value < 10:
        return words.names("numbers")[value - 1]
    text = f"{value:,}"
    return text if words.language == "en" else text.replace(",", ".")
