"""Places of the dateline: which place is meant, and how sure that is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.places.step import enrich_places, locate
from schemas.types import Dateline, Place
from schemas.wire import WireItem

MakeItem = Callable[..., WireItem]


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Brussels", "BE", 50.85, 4.35),
        ("Moscow", "RU", 55.75, 37.62),
        ("NEW YORK", "US", 40.71, -74.01),
        ("WASHINGTON", "US", 38.90, -77.04),
        ("Skopje", "MK", 42.00, 21.43),
        ("Скопје", "MK", 42.00, 21.43),
    ],
)
def test_a_city_has_its_country_and_coordinates(
    name: str, country: str, latitude: float, longitude: float
) -> None:
    """Coordinates are right to a kilometre, and we are sure of cities that stand alone."""
    place = locate(name)

    assert place.country == country
    assert place.latitude == pytest.approx(latitude, abs=0.01)
    assert place.longitude == pytest.approx(longitude, abs=0.01)
    assert place.score > 0.9


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Genève", "CH"),
        ("GENF", "CH"),
        ("Geneve", "CH"),
        ("München", "DE"),
        ("Muenchen", "DE"),
        ("Nueva Delhi", "IN"),
        ("Bruxelles", "BE"),
        ("Rom", "IT"),
        ("Wien", "AT"),
        ("Varsovie", "PL"),
        ("Moscovo", "RU"),
        ("Den Haag", "NL"),
        ("København", "DK"),
        ("Łódź", "PL"),
        ("St. Louis", "US"),
        ("Frankfurt/Main", "DE"),
        ("Москва", "RU"),
        ("Белград", "RS"),
        ("باريس", "FR"),
    ],
)
def test_a_place_is_known_by_its_names_in_other_languages(name: str, country: str) -> None:
    """Agencies write in their own language, with or without accents, in any case."""
    assert locate(name).country == country


@pytest.mark.parametrize(
    ("name", "country", "latitude"),
    [
        ("VANCOUVER, British Columbia", "CA", 49.2),
        ("VANCOUVER, Wash.", "US", 45.6),
        ("Landquart GR", "CH", 46.9),
        ("PARIS (Texas)", "US", 33.7),
        ("Paris, Texas", "US", 33.7),
        ("LONDON, Ontario", "CA", 43.0),
        ("SPRINGFIELD, Ill.", "US", 39.8),
        ("ATLANTA, Georgia", "US", 33.7),
        ("Tbilisi, Georgia", "GE", 41.7),
        ("Tripoli, Lebanon", "LB", 34.4),
        ("Tripoli, Liban", "LB", 34.4),
        ("Berlin DE", "DE", 52.5),
        ("Washington, D.C.", "US", 38.9),
    ],
)
def test_what_follows_the_name_decides_first(name: str, country: str, latitude: float) -> None:
    """A state, province, canton or country after the city counts more than the city's size."""
    place = locate(name)

    assert place.name == name
    assert place.country == country
    assert place.latitude == pytest.approx(latitude, abs=0.2)


def test_a_known_dateline_city_comes_before_a_larger_one() -> None:
    """A dateline that says only Valencia means the one in Spain."""
    assert locate("Valencia").country == "ES"


def test_the_language_helps_among_cities_of_one_name() -> None:
    """A Brest in French copy is the one in Brittany, in English copy the larger one in Belarus."""
    assert locate("Brest", "fr").country == "FR"
    assert locate("Brest", "en").country == "BY"


def test_a_name_that_many_places_have_is_not_sure() -> None:
    """The score is the share of the chosen one."""
    assert 0 < locate("Springfield").score < 0.4


def test_a_country_alone_has_no_coordinates() -> None:
    """The middle of a country is not where it happened."""
    place = locate("Georgia")

    assert (place.country, place.country_name) == ("GE", "Georgia")
    assert place.latitude is None


def test_a_city_that_is_a_country_has_coordinates() -> None:
    """Singapore and Luxembourg are capitals of their own name."""
    assert locate("Singapore").latitude == pytest.approx(1.29, abs=0.05)
    assert locate("Luxembourg").country == "LU"


def test_an_unknown_town_in_a_known_state_has_at_least_its_country() -> None:
    """What the dateline says after an unknown name is not lost."""
    place = locate("Nowhereville, Kan.")

    assert place.country == "US"
    assert place.latitude is None
    assert place.score == 0.5


def test_an_unknown_place_keeps_its_name() -> None:
    """Nothing is dropped in silence: the name stays, with the score 0."""
    assert locate("Xyzzyx") == Place(name="Xyzzyx", score=0.0, by="places")


def test_all_places_of_a_dateline_are_added_in_order(make_item: MakeItem) -> None:
    """Each place of the dateline once, as the item writes it."""
    item = make_item(dateline=Dateline(text="-", places=("Brussels", "Moscow", "Brussels")))

    found = enrich_places(item).places

    assert [(p.name, p.role, p.country) for p in found] == [
        ("Brussels", "dateline", "BE"),
        ("Moscow", "dateline", "RU"),
    ]
    assert {p.by for p in found} == {"places"}


def test_places_that_are_there_already_stay(make_item: MakeItem) -> None:
    """What the provider said of the place of a dateline is not said again by us."""
    said = Place(name="Brussels", country="BE", by="provider")
    item = make_item(dateline=Dateline(text="-", places=("Brussels",)), places=(said,))

    assert enrich_places(item).places == (said,)


def test_an_item_that_names_no_place_stays_as_it_is(make_item: MakeItem) -> None:
    """Nothing is guessed."""
    item = make_item("It rained all day, and nobody said why.")

    assert enrich_places(item) is item


@given(st.text(max_size=300), st.sampled_from(["", "en", "de", "xx"]))
def test_any_name_gets_an_answer(name: str, language: str) -> None:
    """Whatever stands in a dateline: its name comes back, the score is a score."""
    place = locate(name, language)

    assert place.name == name
    assert 0 <= place.score <= 1
    assert (place.latitude is None) == (place.longitude is None)


def test_the_answer_does_not_depend_on_the_process() -> None:
    """The order of a set differs between processes; an article may not."""
    names = ["Springfield", "Hamilton", "San José", "Frankfurt", "Victoria"]
    code = (
        "from pipeline.enriching.places.step import locate\n"
        f"print([locate(name, 'en').model_dump_json() for name in {names!r}])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
