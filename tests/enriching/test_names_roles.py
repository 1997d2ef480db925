"""What the text calls a person, in seven languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.names.mentions import mention_between
from pipeline.enriching.names.model import PERSON
from pipeline.enriching.names.role_pieces import MOST_CHARS
from pipeline.enriching.names.role_words import LANGUAGES, role_words
from pipeline.enriching.names.roles import Roles
from pipeline.enriching.names.text import Text
from pipeline.words.reading import read_words


def role(text: str, name: str, language: str) -> str:
    return role_at(text, text.index(name), name, language)


def role_at(text: str, start: int, name: str, language: str) -> str:
    words, read_as = role_words(language), read_words(text)
    read = Text(read_as, read_as.plain)
    assert words is not None
    mention = mention_between(read, start, start + len(name), PERSON, 0)
    assert mention is not None
    return Roles(read, words).of(mention)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "NATO Secretary General Karel Novotny spoke.", "NATO Secretary General"),
        ("en", "On Monday Prime Minister Karel Novotny spoke.", "Prime Minister"),
        ("en", "The former Lisbon mayor Karel Novotny spoke.", "former Lisbon mayor"),
        ("en", "Minister of Foreign Affairs Karel Novotny spoke.", "Minister of Foreign Affairs"),
        ("en", "Karel Novotny, the secretary general of NATO, spoke.", "secretary general of NATO"),
        ("en", "Karel Novotny, a U.S. senator, spoke.", "U.S. senator"),
        ("en", "It is late, said Karel Novotny, an analyst at Example Bank.", "analyst at Example Bank"),
        ("en", "Karel Novotny, the  former   mayor, spoke.", "former mayor"),
        ("en", "The head of the police, Karel Novotny, spoke.", "head of the police"),
        ("en", "Jana Malik and Prime Minister Karel Novotny spoke.", "Prime Minister"),
        ("en", "It was Gen. Karel Novotny who spoke.", "Gen."),
        ("en", "It is late.\n\nPresident Karel Novotny spoke.", "President"),
        ("en", "\"Mayor Karel Novotny spoke,\" she said.", "Mayor"),
        ("en", "Karel Novotny, who is tired, spoke.", ""),
        ("en", "Then Karel Novotny, 43, spoke.", ""),
        ("en", "A tired Karel Novotny spoke.", ""),
        ("en", "He met Karel Novotny, the talks went on.", ""),
        ("de", "Bundeskanzler Karel Novotny sprach.", "Bundeskanzler"),
        ("de", "Der russische Präsident Karel Novotny sprach.", "russische Präsident"),
        ("de", "In Kiew sprach EU-Kommissionspräsident Karel Novotny.", "EU-Kommissionspräsident"),
        ("de", "Der Sprecher der Polizei, Karel Novotny, sprach.", "Sprecher der Polizei"),
        ("de", "Karel Novotny, Vorsitzender der Partei, sprach.", "Vorsitzender der Partei"),
        ("de", "Auf den Fluren sprach Kanadas Premierminister Karel Novotny.", "Kanadas Premierminister"),
        ("de", "Nach Ansicht von Manager Karel Novotny ist es spät.", "Manager"),
        ("fr", "Le président Karel Novotny a parlé.", "président"),
        ("fr", "Le ministre de la Défense Karel Novotny a parlé.", "ministre de la Défense"),
        ("fr", "Le ministre de l'Intérieur, Karel Novotny, a parlé.", "ministre de l'Intérieur"),
        ("fr", "Karel Novotny, porte-parole du groupe, a parlé.", "porte-parole du groupe"),
        ("es", "El presidente Karel Novotny habló.", "presidente"),
        ("es", "El ministro de Exteriores, Karel Novotny, habló.", "ministro de Exteriores"),
        ("es", "Karel Novotny, portavoz del Gobierno, habló.", "portavoz del Gobierno"),
        ("it", "Il ministro degli Esteri Karel Novotny ha parlato.", "ministro degli Esteri"),
        ("it", "Il presidente del Consiglio, Karel Novotny, ha parlato.", "presidente del Consiglio"),
        ("it", "Karel Novotny, portavoce del governo, ha parlato.", "portavoce del governo"),
        ("pt", "O presidente Karel Novotny falou.", "presidente"),
        ("pt", "O ministro das Finanças, Karel Novotny, falou.", "ministro das Finanças"),
        ("pt", "Karel Novotny, porta-voz do governo, falou.", "porta-voz do governo"),
        ("nl", "De Franse president Karel Novotny sprak.", "Franse president"),
        ("nl", "Minister van Financiën Karel Novotny sprak.", "Minister van Financiën"),
        ("nl", "Karel Novotny, voorzitter van de partij, sprak.", "voorzitter van de partij"),
    ],
)  # fmt: skip
def test_the_role_is_what_the_text_says(language: str, text: str, said: str) -> None:
    assert role(text, "Karel Novotny", language) == said


def test_a_role_of_many_words_is_none() -> None:
    long = "Karel Novotny, chairman of the " + "very " * 30 + "large board, spoke."

    assert role(long, "Karel Novotny", "en") == ""
    assert len(long) > MOST_CHARS


def test_other_languages_have_no_words_for_roles() -> None:
    assert role_words("xx") is None
    assert all(role_words(language) is not None for language in LANGUAGES)


@given(st.text(alphabet=" ,.'-aAthe minister\n", max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_around_a_name_can_be_read(text: str, language: str) -> None:
    name = "Karel Novotny"

    assert len(role_at(f"{text}{name}{text}", len(text), name, language)) <= MOST_CHARS
