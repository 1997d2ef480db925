"""Who and what a text names, all mentions of each together."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.names.step import add_names
from schemas.types import Name
from schemas.wire import WireItem

Make = Callable[..., WireItem]


@pytest.fixture
def names(make_item: Make) -> Callable[..., dict[str, Name]]:
    def read(text: str, language: str = "en", headline: str = "") -> dict[str, Name]:
        item = make_item(text, language=language, headline=headline)
        return {name.name: name for name in add_names(item).names}

    return read


LEAD = "Finance Minister Karel Novotny met bankers in Lisbon on Monday."


def test_people_places_and_organisations(names: Callable[..., dict[str, Name]]) -> None:
    found = names(f"{LEAD} The European Commission had asked for the talks.")

    assert found["Karel Novotny"].kind == "person"
    assert found["Lisbon"].kind == "place"
    assert found["European Commission"].kind == "organisation"


def test_spans_are_the_words_of_the_item(make_item: Make) -> None:
    item = make_item(
        f"{LEAD}\n\nNovotny's plan is new.", language="en", headline="NOVOTNY IN LISBON"
    )
    parts = {"headline": item.headline, "body:0": item.body[0].text, "body:1": item.body[1].text}

    person = next(name for name in add_names(item).names if name.kind == "person")

    assert [parts[span.where][span.start : span.end] for span in person.spans] == [
        "NOVOTNY", "Karel Novotny", "Novotny",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Officials in the U.S. agreed with the minister on Monday.", "U.S."),
        ("A lawyer, Sean O'Brien, said on Monday he would appeal.", "Sean O'Brien"),
        ("Shares in Procter & Gamble fell in New York on Monday.", "Procter & Gamble"),
        ("He was born in St. Louis, police said on Monday.", "St. Louis"),
        ("The writer Jean-Luc Martin lives in Paris.", "Jean-Luc Martin"),
        ("President Park Geun-ri met bankers in Lisbon on Monday.", "Park Geun-ri"),
        ("The Angela Marsh-led coalition fell on Monday.", "Angela Marsh"),
    ],
)
def test_names_end_where_their_words_end(
    names: Callable[..., dict[str, Name]], text: str, name: str
) -> None:
    assert name in names(text)


@pytest.mark.parametrize("form", ["Novotny", "Mr Novotny", "Mr. Novotny", "Novotny's aide"])
def test_a_surname_is_the_person(names: Callable[..., dict[str, Name]], form: str) -> None:
    found = names(f"{LEAD}\n\nOn Tuesday {form} went home, officials said.")

    assert len(found["Karel Novotny"].spans) == 2
    assert "Novotny" not in found


def test_no_name_goes_beyond_a_sentence(names: Callable[..., dict[str, Name]]) -> None:
    found = names("They sent Maria Rossi. Replacements: Anna Bianchi, Carla Verdi.")

    assert "Maria Rossi" in found


def test_a_german_genitive_is_the_same_name(names: Callable[..., dict[str, Name]]) -> None:
    found = names(
        "Angela Merkel reiste am Montag nach Israel. Merkels Sprecher lobte Israels Regierung.",
        language="de",
    )

    assert [len(found[name].spans) for name in ("Angela Merkel", "Israel")] == [2, 2]


def test_titles_tell_people_of_one_surname_apart(names: Callable[..., dict[str, Name]]) -> None:
    found = names(
        "John Carver met his lawyers on Friday. Mary Carver was not there.\n\n"
        "Mr Carver said he was tired. Mrs Carver said nothing."
    )

    assert len(found["John Carver"].spans) == 2
    assert len(found["Mary Carver"].spans) == 2


def test_an_acronym_is_its_organisation(names: Callable[..., dict[str, Name]]) -> None:
    found = names(
        "The European Central Bank (ECB) left its rates alone on Thursday. The ECB said so in a note."
    )

    assert len(found["European Central Bank"].spans) == 3
    assert "ECB" not in found


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("NATO Secretary General Karel Novotny spoke on Monday.", "en", "NATO Secretary General"),
        (
            "Karel Novotny, the secretary general of NATO, spoke on Monday.",
            "en",
            "secretary general of NATO",
        ),
        ("Karel Novotny, a former U.S. senator, spoke on Monday.", "en", "former U.S. senator"),
        (
            "The head of the police in Lyon, Karel Novotny, spoke on Monday.",
            "en",
            "head of the police in Lyon",
        ),
        ("Prices fell, analyst Karel Novotny said on Monday.", "en", "analyst"),
        ("Karel Novotny, who spoke on Monday, left.", "en", ""),
        ("On Monday, Karel Novotny and Jan Kovar, both tired, left.", "en", ""),
    ],
)
def test_roles(names: Callable[..., dict[str, Name]], text: str, language: str, role: str) -> None:
    assert names(text, language)["Karel Novotny"].role == role


def test_an_acronym_that_is_explained_is_the_same_whatever_its_letters(
    names: Callable[..., dict[str, Name]],
) -> None:
    found = names("The Federal Security Service (FSB) said on Monday the FSB had no part in it.")

    assert len(found["Federal Security Service"].spans) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The singer Juan "Pepe" Moreno met Maria Rossi in Paris.', 'Juan "Pepe" Moreno'),
        ("He flew from Trinidad and Tobago to Cuba on Monday.", "Trinidad and Tobago"),
    ],
)
def test_a_name_of_several_parts_is_one(
    names: Callable[..., dict[str, Name]], text: str, name: str
) -> None:
    assert name in names(text)


@pytest.mark.parametrize("name", ["Guangdong Province", "Coney Island"])
def test_what_a_place_is_called_tells_that_it_is_one(
    names: Callable[..., dict[str, Name]], name: str
) -> None:
    assert names(f"Officials in {name} said on Monday it was over.")[name].kind == "place"


def test_bodies_have_names_that_end_in_small_letters(
    names: Callable[..., dict[str, Name]],
) -> None:
    found = names("La Cour de cassation a rejeté le texte, mardi à Paris.", "fr")

    assert found["Cour de cassation"].kind == "organisation"


def test_a_russian_name_is_the_same_in_every_case(names: Callable[..., dict[str, Name]]) -> None:
    found = names(
        "Олега Зимина встретили в Москве. С Зиминым говорил Дмитрий Козлов.\n\n"
        "Олег Зимин вернулся из Москвы, сообщили Козлову.",
        language="ru",
    )

    assert {name: len(one.spans) for name, one in found.items() if one.kind != "other"} == {
        "Олег Зимин": 3, "Москве": 2, "Дмитрий Козлов": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "person", "place"),
    [
        ("pt", "O presidente Marcelo Nunes disse na terça-feira em Lisboa que não.", "Marcelo Nunes",
         "Lisboa"),
        ("nl", "Premier Karel de Wit sprak dinsdag in Rotterdam met de pers.", "Karel de Wit",
         "Rotterdam"),
    ],
)  # fmt: skip
def test_languages_that_were_learnt_from_invented_news(
    names: Callable[..., dict[str, Name]], language: str, text: str, person: str, place: str
) -> None:
    found = names(text, language=language)

    assert found[person].kind == "person"
    assert found[place].kind == "place"


def test_a_part_of_an_address_is_no_name(names: Callable[..., dict[str, Name]]) -> None:
    assert names("More is at https://www.example.org/ap/EXMP on Monday.") == {}


def test_a_currency_is_no_name(names: Callable[..., dict[str, Name]]) -> None:
    found = names("The Example Bank sold it for $US1.7 billion ($A1.84 billion) in Perth.")

    assert set(found) == {"Example Bank", "Perth"}


def test_months_days_and_pronouns_are_no_names(names: Callable[..., dict[str, Name]]) -> None:
    assert names("She said in May that it would. On Monday He left. I was there in March.") == {}


def test_an_unknown_language_that_we_cannot_tell_says_nothing(
    names: Callable[..., dict[str, Name]],
) -> None:
    assert names(LEAD, language="ka") == {}


def test_a_name_in_capitals_is_the_same_name(names: Callable[..., dict[str, Name]]) -> None:
    found = names(LEAD, headline="NOVOTNY MEETS BANKERS IN LISBON")

    assert [span.where for span in found["Karel Novotny"].spans] == ["headline", "body:0"]


LANGUAGES = st.sampled_from(("en", "de", "fr", "pt", "ru", ""))


@given(text=st.text(alphabet=st.characters(codec=None), max_size=300), language=LANGUAGES)
def test_any_text_can_be_read(text: str, language: str) -> None:
    from schemas.types import Block, Origin
    from tests.conftest import RECEIVED_AT

    item = WireItem(
        item_id="a/b", source="a", guid="b", raw_digest="0" * 64, format="plain_text",
        origin=Origin(topic="wire.raw", partition=0, offset=0), received_at=RECEIVED_AT,
        language=language, body=(Block(text=text),),
    )  # fmt: skip

    for name in add_names(item).names:
        for span in name.spans:
            assert 0 <= span.start < span.end <= len(text)


NAMESAKES = " ".join(f"Minister {'Jan' + 'a' * (n % 40)}{n} Smith spoke." for n in range(30_000))


@pytest.mark.parametrize(
    "text",
    [
        NAMESAKES,
        "A" * 1_000_000,
        "Aa " * 330_000,
        "Mr. Ab, Cd, " * 80_000,
        "A. " * 330_000,
        '"' * 1_000_000,
    ],
)
def test_a_megabyte_takes_no_longer_than_a_megabyte(make_item: Make, text: str) -> None:
    item = make_item(text, language="en")
    began = time.process_time()

    add_names(item)

    assert time.process_time() - began < 2.0


def test_a_text_of_unknown_language_in_another_script_is_left_alone(
    names: Callable[..., dict[str, Name]],
) -> None:
    text = "Министр Карел Новотный встретился с банкирами в Лиссабоне. " * 3

    assert names(text, language="") == {}
    assert "Karel Novotny" in names(LEAD, language="")
