"""The gazetteer: every name that is in it is found."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.enriching.gazetteer import RECORD, Gazetteer, gazetteer, pack
from pipeline.enriching.place_names import place_key


def small(names: list[str]) -> Gazetteer:
    """A gazetteer whose n-th city has the n-th name and the number n."""
    records = b"".join(RECORD.pack(n, 0, 0, 1, 0, b"BE", b"") for n in range(len(names)))
    lines = sorted((name.encode(), n) for n, name in enumerate(names))
    return Gazetteer(pack(b"", records, b"".join(b"%s\t+%d\n" % line for line in lines)))


@settings(max_examples=25)  # each packs a file
@given(st.sets(st.from_regex(r"[a-zа-я]{1,8}", fullmatch=True), max_size=30))
def test_every_name_is_found_and_no_other(names: set[str]) -> None:
    """Bisection finds the first line, the last line, and every line between."""
    keys = sorted({place_key(name) for name in names})
    found = small(keys)

    for number, key in enumerate(keys):
        assert [city.geonames_id for city in found.cities_named(key)] == [number]
    assert found.cities_named("zzzzzzzzz") == ()
    assert found.cities_named("") == ()


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
    room = resources.files("pipeline.enriching")

    assert len(room.joinpath("gazetteer.bin").read_bytes()) <= 2 * 1024 * 1024
    licence = room.joinpath("GAZETTEER-LICENSE.md").read_text("utf-8")
    assert "GeoNames" in licence
    assert "Attribution 4.0" in licence
