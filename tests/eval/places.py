"""How well places are found and resolved: ``python -m tests.eval.places CORPORA``.

CORPORA has ``measure/geo``: GeoWebNews, 200 articles. All 2,601 toponyms with coordinates count,
each time they stand in a text: 2,401 have a GeoNames id, the others are streets, shops, schools. One
is right where some place of ours that shares a character with it lies within 161 km (100 miles) of
its point; one that we did not find is wrong. Told are

- the shares over all labelled toponyms, and over those that we found, of all that the steps of the
  plan make of the text alone; and over those that GeoNames has, which is what tables of resolvers
  mostly show;
- how many of our own mentions share a character with a labelled toponym, with coordinates or not:
  all that are not are counted as invented;
- the same shares where the labelled names are given, so that only their place is to be decided;
- beside it, for the same names, the most populous place of the gazetteer that has the name.

A toponym that is a word for a people ("Russian") counts as found at its country, since that is what
is made of it; "European" and "African" are mentions of the continent. Newspapers and teams that are
called after a town are labelled as well, and count as missed: they are no places of ours.
"""

from __future__ import annotations

import math
import sys
import time
import xml.etree.ElementTree as ElementTree
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from pipeline.enriching.gazetteer.demonyms import find_demonyms
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places.step import enrich_places
from pipeline.enriching.registry import enrichers
from pipeline.plan import load_plan
from pipeline.steps import discover
from pipeline.words.of_item import words_of
from schemas.types import Block, Name, Span
from schemas.wire import WireItem
from tests.eval.items import item_of

__all__ = ["Article", "Scores", "Toponym", "main", "measure", "read_articles", "report"]

NEAR_KM: Final = 161.0
_EARTH_KM: Final = 6371.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A labelled name, where it stands in the text, and where it lies."""

    name: str
    start: int
    end: int
    point: Point
    in_geonames: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A labelled article."""

    title: str
    text: str
    toponyms: tuple[Toponym, ...]
    annotated: tuple[tuple[int, int], ...]
    """Where all toponyms stand, those without coordinates too."""


@dataclass(slots=True)
class Scores:
    """Counts over all articles."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    in_geonames: int = 0
    right_in_geonames: int = 0
    ours: int = 0
    ours_labelled: int = 0
    micros: list[float] = field(default_factory=list)
    """Per item, for 4 KB."""

    @property
    def over_all(self) -> float:
        """Share of all labelled toponyms that are right, 0-1."""
        return self.right / max(1, self.labelled)

    @property
    def over_found(self) -> float:
        """Share of those that were found, 0-1."""
        return self.right / max(1, self.found)

    @property
    def over_geonames(self) -> float:
        """Share of those that GeoNames has, 0-1."""
        return self.right_in_geonames / max(1, self.in_geonames)

    @property
    def precision(self) -> float:
        """Share of our mentions that are labelled, 0-1."""
        return self.ours_labelled / max(1, self.ours)

    def count(self, toponym: Toponym, ours: list[Point]) -> None:
        """Count one toponym with the places that we have there."""
        right = any(kilometres(point, toponym.point) <= NEAR_KM for point in ours)
        self.labelled += 1
        self.found += bool(ours)
        self.right += right
        self.in_geonames += toponym.in_geonames
        self.right_in_geonames += right and toponym.in_geonames


def read_articles(folder: Path) -> Iterator[Article]:
    """Yield the articles of GeoWebNews, with the toponyms that have coordinates."""
    for article in ElementTree.parse(folder / "GWN.xml").getroot().iter("article"):
        toponyms = tuple(
            Toponym(
                one.findtext("extractedName") or "",
                int(one.findtext("start") or 0),
                int(one.findtext("end") or 0),
                (float(one.findtext("latitude") or 0), float(one.findtext("longitude") or 0)),
                bool(one.findtext("geonamesID")),
            )
            for one in article.iter("toponym")
            if one.findtext("latitude")
        )
        annotated = tuple(
            (int(one.findtext("start") or 0), int(one.findtext("end") or 0))
            for one in article.iter("toponym")
        )
        title, text = article.findtext("title") or "", article.findtext("text") or ""
        yield Article(title, text, toponyms, annotated)


def kilometres(one: Point, other: Point) -> float:
    """Return the distance between two points, in degrees, along the ground."""
    lat_one, lon_one, lat, lon = map(math.radians, (*one, *other))
    half = math.sin((lat - lat_one) / 2) ** 2
    half += math.cos(lat_one) * math.cos(lat) * math.sin((lon - lon_one) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def measure(folder: Path) -> tuple[Scores, Scores, Scores]:
    """Return the scores of the text alone, of given names, and of the most populous name-sakes."""
    steps = _steps_before_places()
    alone, given, populous = Scores(), Scores(), Scores()
    for article in read_articles(folder):
        item, begins = _item(article)
        for step in steps:
            item = step(item)
        words_of(item)  # read once for all steps of a stage
        started = time.process_time()
        done = enrich_places(item)
        spent = (time.process_time() - started) * 1e6
        alone.micros.append(spent * 4096 / max(1, len(article.text)))
        ours = _points(done, begins)
        for start, end in _stand(done, begins):
            alone.ours += 1
            alone.ours_labelled += any(at < end and start < to for at, to in article.annotated)
        named, begins = _item(article, given=True)
        told = _points(enrich_places(named), begins)
        for toponym in article.toponyms:
            alone.count(toponym, _at(toponym, ours))
            given.count(toponym, _at(toponym, told))
            populous.count(toponym, _most_populous(toponym.name))
    return alone, given, populous


def _steps_before_places() -> list[Callable[[WireItem], WireItem]]:
    discover("pipeline.enriching")
    names = load_plan()["enriching"].steps
    return [enrichers[name].run for name in names[: names.index("places")]]


def _item(article: Article, *, given: bool = False) -> tuple[WireItem, list[int]]:
    """Return the article as an item, and where its blocks begin in its text."""
    blocks, begins, at = list[Block](), list[int](), 0
    for line in article.text.split("\n"):
        if line.strip():
            blocks.append(Block(text=line))
            begins.append(at)
        at += len(line) + 1
    names = []
    for toponym in article.toponyms if given else ():
        block = bisect_right(begins, toponym.start) - 1
        start, end = toponym.start - begins[block], toponym.end - begins[block]
        span = Span(where=f"body:{block}", start=start, end=end)
        names.append(Name(kind="place", name=toponym.name, spans=(span,), by="label"))
    item = item_of(blocks, "en", headline=article.title, names=tuple(names))
    return item, begins


def _stand(item: WireItem, begins: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where our places stand in the body."""
    for place in item.places:
        yield from (_in_text(span, begins) for span in place.spans if _in_body(span))


def _points(item: WireItem, begins: list[int]) -> list[tuple[int, int, Point]]:
    """Return where in the text our places stand, demonyms too, and where they lie."""
    found = []
    for place in item.places:
        if place.latitude is not None and place.longitude is not None:
            point = place.latitude, place.longitude
            found += [(*_in_text(span, begins), point) for span in place.spans if _in_body(span)]
    taken = {start for start, _, _ in found}
    read = words_of(item)
    for first, last, country, _ in find_demonyms(read.words, item.language):
        span = read.span(int(read.words.starts[first]), int(read.words.ends[last]))
        if country and _in_body(span) and _in_text(span, begins)[0] not in taken:
            named = gazetteer().named(gazetteer().countries[country].name)
            spot = next(spot for spot in named if spot.kind == "country")
            found.append((*_in_text(span, begins), (spot.latitude, spot.longitude)))
    return found


def _in_body(span: Span) -> bool:
    return span.where.startswith("body:")


def _in_text(span: Span, begins: list[int]) -> tuple[int, int]:
    begin = begins[int(span.where.partition(":")[2])]
    return begin + span.start, begin + span.end


def _at(toponym: Toponym, ours: list[tuple[int, int, Point]]) -> list[Point]:
    return [point for start, end, point in ours if start < toponym.end and toponym.start < end]


def _most_populous(name: str) -> list[Point]:
    spots = gazetteer().named(name)
    top = max(spots, key=lambda spot: spot.inhabitants, default=None)
    return [(top.latitude, top.longitude)] if top else []


def report(corpora: Path) -> None:
    """Print the scores."""
    folder = corpora / "measure" / "geo"
    if not folder.is_dir():
        print(f"Skipped: {folder} is not there.")
        return
    alone, given, populous = measure(folder)
    print(f"places: {alone.labelled} labelled toponyms, {alone.in_geonames} of them in GeoNames")
    print("  within 161 km of             all   found  of all in GeoNames")
    for what, scores in (
        ("the text alone", alone),
        ("the names given", given),
        ("most populous name-sake", populous),
    ):
        shares = f"{scores.over_all:.3f}   {scores.over_found:.3f}   {scores.over_geonames:.3f}"
        print(f"  {what:<25}  {shares}   {scores.found} found")
    print(f"  {alone.precision:.3f} of our {alone.ours} mentions are labelled as toponyms")
    print(f"  {median(alone.micros):.0f} us for 4 KB (median)")


def main(corpora: Path) -> None:
    """Print the scores."""
    report(corpora)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
