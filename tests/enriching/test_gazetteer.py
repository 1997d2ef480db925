"""The gazetteer: every name that is in it is found."""

from __future__ import annotations

from importlib import resources
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.enriching.gazetteer.namings import place_key
from pipeline.enriching.gazetteer.table import OWN, gazetteer, pack, unpack


def test_a_name_leads_to_its_places_the_largest_first() -> None:
    """Each with its kind, country and region."""
    spots = gazetteer().named("Birmingham")

    assert [(s.kind, s.country, s.region) for s in spots[:2]] == [
        ("city", "GB", "ENG"),
        ("city", "US", "AL"),
    ]
    assert spots[0].inhabitants > spots[1].inhabitants


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("France", "country", "FR"),
        ("California", "region", "US"),
        ("Lancaster County", "county", "US"),
        ("Lyon", "city", "FR"),
        ("Gulf of Mexico", "sea", ""),
        ("Mount Everest", "nature", "NP"),
        ("Donbas", "area", "UA"),
        ("Heathrow", "site", "GB"),
    ],
)
def test_kinds_of_places(name: str, kind: str, country: str) -> None:
    """Countries, states, counties, towns, and what no list of towns has."""
    spot = gazetteer().named(name)[0]

    assert (spot.kind, spot.country) == (kind, country)


def test_a_country_and_a_state_have_their_wikidata_id() -> None:
    """Where it is certain."""
    assert gazetteer().named("Germany")[0].wikidata == "Q183"
    assert gazetteer().named("California")[0].wikidata == "Q99"


def test_every_town_of_the_table_has_its_wikidata_id() -> None:
    """Each line finds its town."""
    table = resources.files("pipeline.enriching.gazetteer").joinpath("wikidata.tsv")
    lines = [line for line in table.read_text("utf-8").splitlines() if line[0] != "#"]
    towns = [line.split("\t") for line in lines]

    for country, name, wikidata in towns:
        there = [
            s for s in gazetteer().cities_named(name) if s.country == country and s.level == OWN
        ]
        assert there, name
        assert there[0].wikidata == wikidata
        assert there[0].inhabitants > 100_000


@given(st.text(max_size=60))
def test_any_name_may_be_asked(name: str) -> None:
    """An unknown one has no places."""
    assert all(spot.latitude == spot.latitude for spot in gazetteer().named(name))


@settings(max_examples=25)
@given(st.lists(st.integers(0, 2**63 - 1), max_size=50), st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_what_is_packed_is_unpacked(wide: list[int], narrow: list[int]) -> None:
    """The data file gives back its arrays, bit for bit."""
    arrays: dict[str, Any] = {
        "wide": np.array(wide, np.uint64),
        "narrow": np.array(narrow, np.int32),
    }

    head, found = unpack(pack({"a": ["ä"]}, arrays))

    assert head == {"a": ["ä"]}
    assert all((found[name] == arrays[name]).all() for name in arrays)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GENÈVE", "Geneve"),
        ("Straße", "STRASSE"),
        ("Saint-Denis", "St. Denis"),
        ("Tromsø", "tromso"),
        ("Xi’an", "Xi'an"),
        ("Frankfurt/Main", "Frankfurt (Main)"),
        ("서울", "서울"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str) -> None:
    """Case, accents and punctuation do not count."""
    assert place_key(one) == place_key(other)


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    """What is looked up is spelled as what was compiled."""
    assert place_key(place_key(name)) == place_key(name)


def test_every_city_lies_in_a_country_that_we_know() -> None:
    """No city is without its country's name."""
    names = gazetteer()
    for name in ("Paris", "Gaza", "Pristina", "Taipei", "Nuuk", "Port-au-Prince"):
        assert all(city.country in names.countries for city in names.cities_named(name))


@pytest.mark.parametrize("name", ["Deutschland", "Allemagne", "Германија", "Німеччина", "德国"])
def test_countries_are_known_in_many_languages(name: str) -> None:
    """A dateline may name the country as its own language does."""
    country = gazetteer().country_named(name)

    assert country is not None
    assert country.name == "Germany"


def test_the_data_file_is_small_and_names_its_source() -> None:
    """GeoNames asks for attribution; the file travels with its licence."""
    room = resources.files("pipeline.enriching.gazetteer")

    assert len(room.joinpath("gazetteer.bin").read_bytes()) <= 8 * 1000 * 1000
    licence = room.joinpath("GAZETTEER-LICENSE.md").read_text("utf-8")
    assert "GeoNames" in licence
    assert "Attribution 4.0" in licence
