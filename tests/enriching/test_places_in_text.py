"""Places in running text: which words name one, which one is meant, and what is said of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.places.step import enrich_places
from schemas.types import Block, Dateline, Name, Origin, Place, Span, Subject
from schemas.wire import WireItem
from tests.conftest import RECEIVED_AT

MakeItem = Callable[..., WireItem]


def places(item: WireItem) -> dict[str, Place]:
    """The places of the text, by their names."""
    return {p.name: p for p in enrich_places(item).places if p.role == "mention"}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Rain fell in Lyon and in the Gulf of Mexico.", {"Lyon", "Gulf of Mexico"}),
        ("en", "The U.S. said us and them.", {"U.S."}),
        (
            "de",
            "In Deutschlands Norden, in Köln und der Ukraine.",
            {"Deutschlands", "Köln", "Ukraine"},
        ),
        (
            "fr",
            "À Marseille, en Allemagne et sur la mer Noire.",
            {"Marseille", "Allemagne", "mer Noire"},
        ),
        ("es", "Llovió en Ciudad de México y en Bogotá.", {"Ciudad de México", "Bogotá"}),
        ("it", "Pioggia a Milano e negli Stati Uniti.", {"Milano", "Stati Uniti"}),
        ("pl", "Deszcz w Krakowie i na Ukrainie.", {"Krakowie", "Ukrainie"}),
        ("ru", "Дождь в Казани и в Германии.", {"Казани", "Германии"}),
        ("tr", "İzmir'de ve Almanya'da yağmur.", {"İzmir", "Almanya"}),
        ("ar", "مطر في بغداد وفرنسا", {"بغداد", "وفرنسا"}),
        ("ja", "東京とフランスで雨。", {"東京", "フランス"}),
        ("ko", "서울에서 비", {"서울에서"}),
    ],
)
def test_places_are_found_in_many_languages(
    make_item: MakeItem, language: str, text: str, found: set[str]
) -> None:
    """By the names of the item's language, inflected too."""
    assert places(make_item(text, language=language)).keys() == found


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan and Jack London met Mr. Houston.",
        "Paris Hilton thanked Chad Smith.",
        "Reading is nice. Mobile phones are best of the most.",
        "They ate turkey from china.",
        "GIVE US MORE TIME",
    ],
)
def test_people_and_words_are_no_places(make_item: MakeItem, text: str) -> None:
    """A first name before it, a surname after it, a small letter."""
    assert places(make_item(text, language="en")) == {}


def test_a_word_of_the_text_is_no_place_where_it_begins_a_sentence(make_item: MakeItem) -> None:
    """Finnish for "if" is a town in Nigeria."""
    assert places(make_item("Jos sataa, jäämme kotiin.", language="fi")) == {}
    assert places(make_item("Sataa Jos kaupungissa.", language="fi")).keys() == {"Jos"}


def test_what_the_names_step_calls_a_person_is_no_place(make_item: MakeItem) -> None:
    """Names of people and organisations win over their words."""
    span = Span(where="body:0", start=0, end=9)
    person = Name(kind="person", name="Ira Lyons", spans=(span,), by="names")
    item = make_item("Lyon Berg left. Rain in Lyon.", language="en", names=(person,))

    (lyon,) = enrich_places(item).places

    assert [(s.start, s.end) for s in lyon.spans] == [(24, 28)]


def test_what_the_names_step_calls_a_place_is_one(make_item: MakeItem) -> None:
    """Also where nothing else speaks for it; and the name gets what is known of it."""
    span = Span(where="body:0", start=0, end=7)
    name = Name(kind="place", name="Reading", spans=(span,), by="names")
    item = enrich_places(make_item("Reading wins the cup.", language="en", names=(name,)))

    assert [place.country for place in item.places] == ["GB"]
    assert [(n.by, n.country, n.geonames_id) for n in item.names] == [("names", "GB", 2639577)]


def test_two_names_of_one_place_both_get_what_is_known_of_it(make_item: MakeItem) -> None:
    """The United States, further down the U.S."""
    text = "The United States voted. U.S. rain."
    whole, short = Span("body:0", 4, 17), Span("body:0", 25, 29)
    names = (
        Name(kind="place", name="United States", spans=(whole,), by="names"),
        Name(kind="place", name="U.S.", spans=(short,), by="names"),
    )
    item = enrich_places(make_item(text, language="en", names=names))

    assert [(n.name, n.country, n.geonames_id, n.spans) for n in item.names] == [
        ("United States", "US", 6252001, (whole,)),
        ("U.S.", "US", 6252001, (short,)),
    ]


def test_a_place_that_only_the_gazetteer_found_becomes_a_name(make_item: MakeItem) -> None:
    """With its identifiers."""
    (name,) = enrich_places(make_item("Rain in Germany.", language="en")).names

    assert (name.kind, name.name, name.country, name.wikidata, name.by) == (
        "place", "Germany", "DE", "Q183", "places",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "country", "region"),
    [
        ("He lives in Paris, Texas, now.", "Paris", "US", "TX"),
        ("Fire in Springfield, Ill., on Monday.", "Springfield", "US", "IL"),
        ("Floods in Lancaster County, Pa., on Monday.", "Lancaster County", "US", "PA"),
        ("Talks in Tripoli (Lebanon) failed.", "Tripoli", "LB", ""),
        ("A storm hit Portland, Maine, and the U.S. coast.", "Portland", "US", "ME"),
        ("In Perth, Scotland, it rained.", "Perth", "GB", "SCT"),
    ],
)
def test_what_follows_decides(
    make_item: MakeItem, text: str, name: str, country: str, region: str
) -> None:
    """A state, county or country after the name, short or in full."""
    place = places(make_item(text, language="en"))[name]

    assert (place.country, place.why) == (country, "qualifier")
    assert region in ("", place.region)


def test_a_list_of_cities_qualifies_nothing(make_item: MakeItem) -> None:
    """New York after Paris is a city, not where that Paris lies."""
    found = places(make_item("He flew to London, Paris, New York and Rome.", language="en"))

    assert {name: place.country for name, place in found.items()} == {
        "London": "GB", "Paris": "FR", "New York": "US", "Rome": "IT",
    }  # fmt: skip


def test_the_other_places_of_the_text_decide(make_item: MakeItem) -> None:
    """Portland beside Bangor is the one in Maine; the state and the country turn to theirs."""
    text = "From Bangor, Maine, and Augusta, Maine, they drove to Portland in the rain."
    georgia = "In Tbilisi and Batumi, people of Georgia voted, like those of Armenia."
    state = "In Atlanta and Savannah, people of Georgia voted for the U.S. Senate."

    assert places(make_item(text, language="en"))["Portland"].region == "ME"
    assert places(make_item(georgia, language="en"))["Georgia"].country == "GE"
    assert places(make_item(state, language="en"))["Georgia"].region == "GA"


def test_one_name_means_one_place_in_a_text(make_item: MakeItem) -> None:
    """Unless the text says two."""
    one = places(make_item("Springfield burns. In Springfield, Ill., smoke rose.", language="en"))
    text = "In St. Petersburg, Florida, and in St. Petersburg, Russia, it rained."
    two = enrich_places(make_item(text, language="en")).places

    assert (len(one["Springfield"].spans), one["Springfield"].region) == (2, "IL")
    assert [p.country for p in two if p.name == "St. Petersburg"] == ["US", "RU"]


def test_a_small_town_far_from_all_the_rest_is_doubted(make_item: MakeItem) -> None:
    """A text about France that names a town in Finland may mean something else by it."""
    near = "In Nokia, in Tampere and in Helsinki, Finland, it rained."
    far = "In Nokia, in Lyon, in Paris and in Nantes, France, it rained. France is wet."

    assert (
        places(make_item(far, language="en"))["Nokia"].score
        < places(make_item(near, language="en"))["Nokia"].score
    )


def test_all_mentions_of_a_place_stand_together(make_item: MakeItem) -> None:
    """Under the first of its names; each span is its words."""
    text = "Kyiv is calm. Kiev was not."
    place = places(make_item(text, language="en"))["Kyiv"]

    assert [text[s.start : s.end] for s in place.spans] == ["Kyiv", "Kiev"]


def test_demonyms_count_for_the_country_and_are_no_places(make_item: MakeItem) -> None:
    """An item about Germans is about Germany."""
    item = enrich_places(make_item("German farmers met other Germans.", language="en"))

    assert item.places == ()
    assert item.focus is not None
    assert item.focus.country == "DE"


def test_the_focus_is_what_most_is_said_of(make_item: MakeItem) -> None:
    """The dateline and the headline count more than a name further down."""
    item = make_item(
        "Rain fell in Marseille. " + "x " * 300 + "It also rained in Ghana.",
        headline="Floods in Marseille",
        dateline=Dateline(text="-", places=("PARIS",)),
        language="en",
    )
    focus = enrich_places(item).focus

    assert focus is not None
    assert (focus.country, focus.city) == ("FR", "Marseille")
    assert focus.score > 0.8


def test_without_a_country_that_stands_out_there_is_no_focus(make_item: MakeItem) -> None:
    """A table of exchange rates is about no country."""
    text = "France, Japan, Ghana, Chile, Iran and Kenya."

    assert enrich_places(make_item(text, language="en")).focus is None


def test_what_the_agency_coded_wins_and_is_marked(make_item: MakeItem) -> None:
    """A country by its name or ISO code, a town; with its words where the text names it too."""
    subjects = (
        Subject(scheme="xxcountry", code="68", name="Italien"),
        Subject(scheme="iso3166-1a2", code="IT", name="IT"),
        Subject(scheme="xxlocality", code="7", name="Hamburg"),
        Subject(scheme="xxtopic", code="9", name="Paris"),
    )
    item = enrich_places(make_item("Regen in Hamburg.", language="de", subjects=subjects))

    assert [(p.name, p.country, p.by, len(p.spans)) for p in item.places] == [
        ("Italien", "IT", "agency", 0),
        ("Hamburg", "DE", "agency", 1),
    ]


def named(kind: Literal["person", "organisation", "place", "other"], name: str, text: str) -> Name:
    """A name of the names step, where it stands in a text of one paragraph."""
    start = text.index(name)
    span = Span(where="body:0", start=start, end=start + len(name))
    return Name(kind=kind, name=name, spans=(span,), by="names")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Boise Fire Department", "Boise"),
        ("University of Leeds", "Leeds"),
        ("Landgericht Hamburg", "Hamburg"),
        ("Houston Harriers", None),
        ("Denver Morning Star", None),
        ("Atlantic Council", None),
    ],
)
def test_a_public_body_is_where_its_name_says(
    make_item: MakeItem, name: str, place: str | None
) -> None:
    """A fire brigade, a college, a court; a team or a newspaper may be anywhere."""
    text = f"They had asked the {name} before."
    item = make_item(text, language="en", names=(named("organisation", name, text),))

    found = enrich_places(item)

    assert [(p.name, p.why) for p in found.places] == (
        [(place, "an organisation's name")] if place else []
    )
    assert [one.name for one in found.names] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Lyon, shops on Quaywright Lane were closed.", "Quaywright Lane"),
        ("A show at the Harrowgate Theatre in Lyon was cancelled.", "Harrowgate Theatre"),
        ("Police in Lyon closed the 400 block of Quaywright Street.", "Quaywright Street"),
        ("In Lyon the Harrowgate Theatre sued.", None),
        ("BUYERS IN LYON SAY THEY WANT QUAYWRIGHT PARK", None),
    ],
)
def test_a_building_that_nobody_named_lies_where_its_town_does(
    make_item: MakeItem, text: str, name: str | None
) -> None:
    """Where the text says that something is in it; a street always."""
    found = places(make_item(text, language="en"))

    assert found.keys() - {"Lyon", "LYON"} == ({name} if name else set())
    if name:
        assert (found[name].why, found[name].country) == ("near Lyon", "FR")


def test_an_area_is_called_so(make_item: MakeItem) -> None:
    """What follows a name tells that it is a place's, also where ``the`` stands before it."""
    text = "Police searched homes in the Bovingdon area of Hertfordshire."

    assert "Bovingdon" in places(make_item(text, language="en"))


def test_a_capital_is_not_its_country(make_item: MakeItem) -> None:
    """Though some language calls the country so."""
    assert places(make_item("Rain in Tunis.", language="en"))["Tunis"].region


def test_a_country_has_the_point_that_geonames_gives_it(make_item: MakeItem) -> None:
    """It has GeoNames' number, too."""
    place = places(make_item("Rain in Canada.", language="en"))["Canada"]

    assert (place.geonames_id, place.latitude) == (6251999, 60.1087)


def test_a_street_lies_where_its_town_does(make_item: MakeItem) -> None:
    """A place that no gazetteer has is located by the town beside it, and that is said."""
    text = "In Lyon, shops on Quaywright Lane were closed."
    start = text.index("Quaywright")
    span = Span(where="body:0", start=start, end=start + len("Quaywright Lane"))
    street = Name(kind="place", name="Quaywright Lane", spans=(span,), by="names")

    found = places(make_item(text, language="en", names=(street,)))["Quaywright Lane"]

    assert (found.country, found.why, found.geonames_id) == ("FR", "near Lyon", None)
    assert found.score < 0.5


@pytest.mark.parametrize(
    "text",
    ["", "A" * 200_000, "Paris " * 20_000, "“" * 50_000, "Paris, " * 20_000, "N.Y. " * 20_000,
     "\x00\ud800 Rome \u202e London", "Иркутск" * 20_000, "北京" * 50_000, "St. " * 30_000],
)  # fmt: skip
def test_hostile_text_costs_little(make_item: MakeItem, text: str) -> None:
    """Linear time, whatever it is; and no crash."""
    item = make_item(body=(Block(text=text),), language="en")
    started = time.process_time()

    found = enrich_places(item)

    assert time.process_time() - started < 1.0
    assert len(found.places) <= 60


@given(st.text(max_size=400), st.sampled_from(["en", "de", "ru", "zh", ""]))
def test_spans_are_the_words(text: str, language: str) -> None:
    """Each place begins where its name, or another of its names, stands."""
    item = WireItem(
        item_id="test/x",
        source="test",
        guid="x",
        origin=Origin(topic="wire.raw", partition=0, offset=0),
        raw_digest="0" * 64,
        format="plain_text",
        received_at=RECEIVED_AT,
        body=(Block(text=text),),
        language=language,
    )
    for place in enrich_places(item).places:
        first = place.spans[0]
        assert text[first.start : first.end] == place.name
        assert (place.latitude is None) == (place.longitude is None)
        assert 0 <= place.score <= 1


def test_the_adjective_of_a_continent_is_a_mention_of_it(make_item: MakeItem) -> None:
    """Europe is no country's, so that what is European can count for no country."""
    text = "European ports wait. Ports in Europe are full."
    item = enrich_places(make_item(text, language="en"))
    (europe,) = item.places

    assert (europe.name, europe.geonames_id is None or europe.geonames_id == 6255148) == (
        "Europe", True,
    )  # fmt: skip
    assert [text[s.start : s.end] for s in europe.spans] == ["European", "Europe"]
    assert item.focus is None
    assert [name.name for name in item.names] == ["Europe"]


def test_an_adjective_in_an_organisations_name_counts_only_for_a_public_body(
    make_item: MakeItem,
) -> None:
    """A commission is Europe's; a bank or a magazine is called so."""
    text = "The European Commission sued the European Gardening Weekly."
    commission = named("organisation", "European Commission", text)
    weekly = named("organisation", "European Gardening Weekly", text)

    (europe,) = enrich_places(make_item(text, language="en", names=(commission, weekly))).places

    assert [(s.start, s.end) for s in europe.spans] == [(4, 12)]


@pytest.mark.parametrize(
    ("text", "town", "state", "region"),
    [
        ("A man from Quayford Falls, Calif., won.", "Quayford Falls", "Calif.", "CA"),
        ("They live in Quayford, N.Y., now.", "Quayford", "N.Y.", "NY"),
        ("They live in Quayford, Ohio, now.", "Quayford", "Ohio", "OH"),
        ("Police in Washington Township, N.J., met.", "Washington Township", "N.J.", "NJ"),
        ("A fire in Rome, Pa., was put out.", "Rome", "Pa.", "PA"),
    ],
)
def test_a_town_that_no_gazetteer_has_lies_in_the_state_named_after_it(
    make_item: MakeItem, text: str, town: str, state: str, region: str
) -> None:
    """At its middle, without an id, and not very sure; a better known name-sake is not meant."""
    found = places(make_item(text, language="en"))

    assert found.keys() == {town, state}
    assert (found[state].country, found[state].region) == ("US", region)
    assert (found[town].region, found[town].geonames_id) == (region, None)
    assert (found[town].why, found[town].score < 0.5) == (f"in {state}", True)


def test_every_mention_of_such_a_town_counts(make_item: MakeItem) -> None:
    """Not only the one that says where it lies."""
    text = "A fire in Quayford Falls, Calif., grew. Quayford Falls is empty."

    assert len(places(make_item(text, language="en"))["Quayford Falls"].spans) == 2


@pytest.mark.parametrize(
    ("text", "name", "longitude"),
    [
        ("She lives in Richmond, North Yorkshire, now.", "Richmond", -1.7),
        ("She lives in Newport, Isle of Wight, now.", "Newport", -1.3),
        ("She lives in Ashford, Kent, now.", "Ashford", 0.9),
    ],
)
def test_a_county_or_island_tells_which_town(
    make_item: MakeItem, text: str, name: str, longitude: float
) -> None:
    """The one near the middle of it."""
    place = places(make_item(text, language="en"))[name]

    assert (place.country, round(place.longitude or 0.0, 1)) == ("GB", longitude)


def test_counties_in_a_row_are_no_towns_of_the_next(make_item: MakeItem) -> None:
    """A list says nothing of where its members lie."""
    found = places(make_item("Rain hit Kent, Sussex and Essex.", language="en"))

    assert found.keys() == {"Kent", "Sussex", "Essex"}
    assert all(place.score > 0.9 for place in found.values())


@pytest.mark.parametrize(
    "text",
    [
        "It cost US$3 million, or 40 US dollars each.",
        "He studied at the University of St. Thomas.",
        "St Patrick’s sold its bells.",
        "Shops on Liverpool Street burned.",
        "Jordan Henderson scored.",
        "British Asians and Asian Americans met.",
    ],
)
def test_what_is_called_like_a_place_is_none(make_item: MakeItem, text: str) -> None:
    """A currency, a saint, a street, a person, a people."""
    assert places(make_item(text, language="en")) == {}


def test_a_street_is_not_located_by_the_sea_that_it_is_called_after(make_item: MakeItem) -> None:
    """But by the town that is named beside it."""
    text = "Police in Lyon closed Atlantic Avenue."
    street = named("place", "Atlantic Avenue", text)

    found = places(make_item(text, language="en", names=(street,)))

    assert found.keys() == {"Lyon", "Atlantic Avenue"}
    assert found["Atlantic Avenue"].country == "FR"


def test_a_state_is_meant_where_its_towns_are_named(make_item: MakeItem) -> None:
    """Washington, beside Seattle and Tacoma; elsewhere the capital."""
    state = "In Seattle, Tacoma and Spokane, people of Washington voted."
    capital = "In Boston and Denver, envoys from Washington spoke."

    assert places(make_item(state, language="en"))["Washington"].region == "WA"
    assert places(make_item(capital, language="en"))["Washington"].region == "DC"


def test_a_man_of_a_village_names_it(make_item: MakeItem) -> None:
    """Local papers write so."""
    assert "Crediton" in places(make_item("A Crediton man won a prize.", language="en"))


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("Naples, Fort Myers and Cape Coral fled as the storm neared Florida.", "Naples", "FL"),
        ("In Birmingham, Huntsville, Mobile and Tuscaloosa, it rained.", "Birmingham", "AL"),
        ("In Naples, Salerno and Caserta, it rained.", "Naples", "04"),
        ("In Dallas, Fort Worth and Plano, Texas, they spoke of Paris.", "Paris", "11"),
        ("In Leeds, Bradford and Wakefield, they spoke of Boston.", "Boston", "MA"),
    ],
)
def test_a_local_text_means_its_own_town(
    make_item: MakeItem, text: str, name: str, region: str
) -> None:
    """Where all else is of its state and near; a capital is meant all the same."""
    assert places(make_item(text, language="en"))[name].region == region


def test_names_that_are_not_clear_help_each_other(make_item: MakeItem) -> None:
    """Each counts for what it most often means until it is looked at."""
    found = places(
        make_item("Fans from Leeds, Bradford and Wakefield went to Boston.", language="en")
    )

    assert [found[name].country for name in ("Leeds", "Bradford", "Wakefield")] == ["GB"] * 3


@pytest.mark.parametrize(
    ("text", "source", "country"),
    [
        ("A fire broke out in Durham.", "durhamecho.example.co.uk", "GB"),
        ("A fire broke out in Windsor.", "windsorecho.example.ca", "CA"),
        ("A fire broke out in Durham.", "example.io", "US"),
        ("Talks began in Paris.", "echo.example.ca", "FR"),
    ],
)
def test_a_papers_domain_tells_whose_town_it_means(
    make_item: MakeItem, text: str, source: str, country: str
) -> None:
    """Where nothing else does, and the name is no capital's."""
    (place,) = enrich_places(make_item(text, language="en", source=source)).places

    assert place.country == country


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("Un port en Arabie saoudite.", "fr", "SA"),
        ("Un port aux Émirats arabes unis.", "fr", "AE"),
        ("Un lac en République démocratique du Congo.", "fr", "CD"),
        ("Un puerto en la República Dominicana.", "es", "DO"),
    ],
)
def test_a_countrys_name_may_have_small_words(
    make_item: MakeItem, text: str, language: str, country: str
) -> None:
    """Adjectives, in Romance languages."""
    (place,) = enrich_places(make_item(text, language=language)).places

    assert place.country == country


def test_an_agencys_home_has_no_say_where_a_city_is_known_by_the_name(make_item: MakeItem) -> None:
    """American copy means the French Paris too."""
    text = "In Denver, Boise and Tampa they spoke of Paris."
    paris = places(make_item(text, language="en", provider="AP"))["Paris"]

    assert (paris.country, paris.score > 0.9) == ("FR", True)


@pytest.mark.parametrize(("start", "end"), [(21, 21), (20, 22), (13, 21), (0, 500), (21, 30)])
def test_names_that_lie_across_words_do_no_harm(make_item: MakeItem, start: int, end: int) -> None:
    """An agency may send any span."""
    text = "They live in Quayford, Ohio"
    name = Name(kind="place", name="x", spans=(Span("body:0", start, end),), by="agency")

    found = enrich_places(make_item(text, language="en", names=(name,)))

    assert {place.country for place in found.places} <= {"US"}
    assert len(found.places) <= 3
