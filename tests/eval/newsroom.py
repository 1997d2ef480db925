"""Invented copy of a hostile newsroom: pairs that a desk must not lose, and copies it wants once.

Other than ``tests.eval.pairs``, which draws its stories from a grammar, these were written by hand,
in nine languages, before anybody looked at how they fare. What is done to a story is small and
mean: one word of a figure, one name, two new paragraphs above the whole of the old copy.

``python -m tests.eval.newsroom`` prints how many of each relation were judged right, and the rest.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Divert, Keep
from schemas.duplicate import Duplicate
from schemas.types import Block, Lifecycle, Origin
from schemas.wire import WireItem

__all__ = ["Asked", "Fate", "asked", "fate_of"]

_HERE = Path(__file__).parent
_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
_SLOT = re.compile(r"\{([^|}]*)\|([^|}]*)\}")

Fate = Literal["once", "kept"]
"""A desk wants the second ``once`` only (it is set aside), or it wants it ``kept``."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Two items and what should become of the second."""

    relation: str
    how: str
    first: WireItem
    second: WireItem
    wanted: Fate


@dataclass(slots=True)
class _Story:
    name: str
    language: str
    headline: str = ""
    paragraphs: list[str] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    lead: str = ""
    news: list[str] = field(default_factory=list)
    sidebar: list[str] = field(default_factory=list)
    translation: tuple[str, list[str]] | None = None


def _stories() -> list[_Story]:
    stories: list[_Story] = []
    for line in (_HERE / "newsroom_stories.txt").read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "#":
            name, language, _ = rest.split(" | ")
            stories.append(_Story(name, language))
            continue
        story = stories[-1]
        match mark:
            case "H":
                story.headline = rest
            case "P":
                story.paragraphs.append(rest)
            case "F":
                old, _, new = rest.partition(" => ")
                assert old in "\n".join(story.paragraphs), old
                story.facts.append((old, new))
            case "L":
                story.lead = rest
            case "N":
                story.news.append(rest)
            case "S":
                story.sidebar.append(rest)
            case "T":
                language, *paragraphs = rest.split(" | ")
                story.translation = language, paragraphs
    return stories


def _item(
    guid: str, headline: str, paragraphs: list[str], language: str, agency: str, minutes: int
) -> WireItem:
    at = _NOON + timedelta(minutes=minutes)
    return WireItem(
        item_id=f"wire.example/{guid}",
        source="wire.example",
        provider=agency,
        credit=agency,
        guid=guid,
        origin=Origin(topic="wire.clean", partition=0, offset=minutes),
        raw_digest="0" * 64,
        format="plain_text",
        received_at=at,
        created_at=at,
        language=language,
        headline=headline,
        body=tuple(Block(text=text) for text in paragraphs),
    )


_OURS, _OTHER = "Northwire", "Delta"
_AGENCIES = (("same agency", _OURS), ("other agency", _OTHER))


def asked() -> Iterator[Asked]:
    """Yield all pairs, in a fixed order."""
    for story in _stories():
        first = _item("a", story.headline, story.paragraphs, story.language, _OURS, 0)

        def second(
            paragraphs: list[str],
            agency: str = _OTHER,
            headline: str = story.headline,
            language: str = story.language,
        ) -> WireItem:
            return _item("b", headline, paragraphs, language, agency, 40)

        def pair(relation: str, how: str, item: WireItem, wanted: Fate) -> Asked:
            return Asked(relation, f"{story.name}: {how}", first, item, wanted)  # noqa: B023

        for who, agency in _AGENCIES:
            yield pair("exact", who, second(story.paragraphs, agency), "once")
            for how, paragraphs in _reformatted(story):
                yield pair("reformatted", f"{how}, {who}", second(paragraphs, agency), "once")
            for old, new in story.facts:
                body = [text.replace(old, new, 1) for text in story.paragraphs]
                yield pair("one fact", f"{old} => {new}, {who}", second(body, agency), "kept")
            for how, paragraphs in _embedded(story):
                yield pair("embedded", f"{how}, {who}", second(paragraphs, agency), "kept")
        for how, paragraphs in _truncated(story):
            yield pair("truncated", how, second(paragraphs), "once")
        for how, paragraphs in _led_anew(story):
            yield pair("new lead", how, second(paragraphs, _OURS), "kept")
        head, *aside = story.sidebar
        tail = story.paragraphs[-1:]
        for who, agency in _AGENCIES:
            yield pair("sidebar", who, second(aside, agency, head), "kept")
            yield pair(
                "sidebar", f"with old copy, {who}", second(aside + tail, agency, head), "kept"
            )
        if story.translation:
            language, paragraphs = story.translation
            for known in (language, ""):
                item = second(paragraphs, _OTHER, paragraphs[0][:60], known)
                yield pair("translation", known or "language unknown", item, "kept")
    yield from _of_forms("template", "newsroom_forms.txt", says_language=True)
    yield from _of_forms("advisory", "newsroom_advisories.txt", says_language=False)


def _reformatted(story: _Story) -> Iterator[tuple[str, list[str]]]:
    paragraphs = story.paragraphs
    yield "capitals", [text.upper() for text in paragraphs]
    yield "one block", [" ".join(paragraphs)]
    curly = [re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text) for text in paragraphs]
    yield "other marks", [text.replace(" - ", " \u2014 ").replace("'", "\u2019") for text in curly]
    if story.language not in ("zh", "ja", "th"):
        words = " ".join(paragraphs).split(" ")
        lines = [" ".join(words[n : n + 9]) for n in range(0, len(words), 9)]
        yield "a block a line", lines
    else:
        yield "spaces between", [re.sub(r"([\u3002\u3001,])", r"\1 ", text) for text in paragraphs]


def _embedded(story: _Story) -> Iterator[tuple[str, list[str]]]:
    old, new = story.paragraphs, story.news
    yield "new above", [*new, *old]
    yield "new below", [*old, *new]
    yield "new between", [*old[:1], new[0], *old[1:-1], new[1], *old[-1:]]


def _truncated(story: _Story) -> Iterator[tuple[str, list[str]]]:
    paragraphs = story.paragraphs
    if len(paragraphs) > 2:
        yield "without the end", paragraphs[:-1]
        yield "without the middle", paragraphs[:2] + paragraphs[3:]
    if len(paragraphs) > 4:
        yield "first three", paragraphs[:3]


def _led_anew(story: _Story) -> Iterator[tuple[str, list[str]]]:
    yield "in the lead's place", [story.lead, *story.paragraphs[1:]]
    yield "above", [story.lead, *story.paragraphs]
    yield "and a new paragraph", [story.lead, story.news[0], *story.paragraphs[1:]]


def _of_forms(relation: str, name: str, *, says_language: bool) -> Iterator[Asked]:
    for number, line in enumerate((_HERE / name).read_text("utf-8").splitlines()):
        language, text = line.split(" ", 1) if says_language else ("", line)
        told = [_SLOT.sub(rf"\{n}", text).split(" | ") for n in (1, 2)]
        for how, (one, other) in (("", told), ("swapped", reversed(told))):
            for who, agency in _AGENCIES:
                first = _item("a", one[0][:40], one, language, _OURS, 0)
                second = _item("b", other[0][:40], other, language, agency, 60)
                if relation == "advisory":
                    change = {"lifecycle": Lifecycle.ADVISORY}
                    first = first.model_copy(update=change)
                    second = second.model_copy(update=change)
                yield Asked(relation, f"{number} {how} {who}", first, second, "kept")


def fate_of(pair: Asked) -> tuple[Fate, str]:
    """Return what the stage makes of the second item of a pair, and why."""
    dedupe = Dedupe()
    dedupe(pair.first)
    outcome, *_ = dedupe(pair.second)
    match outcome:
        case Keep(item=item):
            return "kept", " ".join(f"{link.kind} ({link.rule})" for link in item.related)
        case Divert(value=Duplicate() as value):
            return "once", f"{value.kind} ({value.rule}): {value.explanation}"
    raise AssertionError(outcome)


def main() -> None:
    """Print the account."""
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for pair in asked():
        got, why = fate_of(pair)
        counts[pair.relation] += 1
        right[pair.relation] += got == pair.wanted
        if got != pair.wanted and "-v" in sys.argv:
            print(f"{pair.relation} | {pair.how}\n    {got}: {why[:300]}")
    for relation, count in counts.items():
        print(f"{relation:12} {right[relation]:4} of {count}")


if __name__ == "__main__":
    main()
