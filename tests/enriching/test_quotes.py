"""What somebody said, in whose words, and who it was."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.quote_marks import quoted
from pipeline.enriching.quotes import add_quotes, said_in
from pipeline.enriching.speech_verbs import LANGUAGES
from schemas.types import Quote
from schemas.wire import WireItem

Make = Callable[..., WireItem]
LEAD = "Jana Tarvo, the mayor of Portmere, opened the harbour."


@pytest.fixture
def quotes(make_item: Make) -> Callable[..., list[Quote]]:
    def read(text: str, language: str = "en") -> list[Quote]:
        item = make_item(f"{LEAD}\n\n{text}", language=language)
        return list(add_quotes(item).quotes)

    return read


@pytest.mark.parametrize(
    ("text", "language", "kind", "said", "speaker", "cue"),
    [
        ("“We will rebuild it all,” said Tarvo.", "en", "direct",
         "We will rebuild it all,", "Jana Tarvo", "said"),
        ('Tarvo said: "We will rebuild it all."', "en", "direct",
         "We will rebuild it all.", "Jana Tarvo", "said"),
        ("Tarvo said that the harbour would stay closed.", "en", "indirect",
         "the harbour would stay closed", "Jana Tarvo", "said"),
        ("The harbour will stay closed, Tarvo said.", "en", "indirect",
         "The harbour will stay closed", "Jana Tarvo", "said"),
        ("Tarvo called the repair of the quay “a gift to every child”.", "en", "mixed",
         "the repair of the quay “a gift to every child”", "Jana Tarvo", "called"),
        ("According to Tarvo, the harbour will stay closed.", "en", "indirect",
         "the harbour will stay closed", "Jana Tarvo", "According to"),
        ("„Wir bauen alles wieder auf“, sagte Tarvo.", "de", "direct",
         "Wir bauen alles wieder auf", "Jana Tarvo", "sagte"),
        ("« Nous allons tout reconstruire », a déclaré Tarvo.", "fr", "direct",
         "Nous allons tout reconstruire", "Jana Tarvo", "déclaré"),
        ("Selon Tarvo, le port restera fermé.", "fr", "indirect",
         "le port restera fermé", "Jana Tarvo", "Selon"),
        ("«Vamos a reconstruirlo todo», dijo Tarvo.", "es", "direct",
         "Vamos a reconstruirlo todo", "Jana Tarvo", "dijo"),
    ],
)  # fmt: skip
def test_a_quotation_has_its_words_its_speaker_and_its_cue(
    quotes: Callable[..., list[Quote]],
    text: str,
    language: str,
    kind: str,
    said: str,
    speaker: str,
    cue: str,
) -> None:
    (quote,) = quotes(text, language)
    assert (quote.kind, quote.text, quote.speaker, quote.cue) == (kind, said, speaker, cue)


def test_a_pronoun_is_who_spoke_last(quotes: Callable[..., list[Quote]]) -> None:
    first, second = quotes("Tarvo said the harbour was lost. “We begin anew today,” she said.")
    assert (first.speaker, second.speaker, second.speaker_as) == ("Jana Tarvo", "Jana Tarvo", "she")


def test_a_quotation_goes_on_over_sentences(quotes: Callable[..., list[Quote]]) -> None:
    text = "“We begin anew today,” said Tarvo. “Nobody will stop us from it.”"
    first, second = quotes(text)
    assert (second.kind, second.speaker_as) == ("direct", "Tarvo")
    assert first.text == "We begin anew today,"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no”. She don’t", ["no"]),
        ("„eins“ und »zwei« und «trois»", ["eins", "zwei", "trois"]),
        ("the '90s and the boys' boat", []),
        ("“not closed", ["not closed"]),
    ],
)
def test_marks_open_and_close(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in quoted(text)] == found


@given(st.text(alphabet="abcS said“”\"'’«»,. \u2014:he", max_size=120), st.sampled_from(LANGUAGES))
def test_places_are_in_the_text(text: str, language: str) -> None:
    for said in said_in(text, language):
        for place in ((said.start, said.end), said.cue, said.speaker):
            assert place is None or 0 <= place[0] <= place[1] <= len(text)


@pytest.mark.parametrize(
    "text", ['"' * 20_000, "said " * 4_000, "a. B" * 5_000, "“x said " * 2_500]
)
def test_hostile_text_takes_its_time_and_no_more(make_item: Make, text: str) -> None:
    started = time.process_time()
    add_quotes(make_item("\n\n".join([text[:20_000]] * 3), language="en"))
    assert time.process_time() - started < 6.0
