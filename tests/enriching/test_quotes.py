"""What somebody said, in whose words, and who it was."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.quotes.grammar import LANGUAGES
from pipeline.enriching.quotes.step import add_quotes, quoted
from schemas.types import Name, Quote, Span
from schemas.wire import WireItem
from tests.enriching.said_fresh import FRESH
from tests.enriching.said_samples import SAMPLES, Expected, sample_item
from tests.eval import said

Make = Callable[..., WireItem]
LEAD = "Jana Tarvo, the mayor of Portmere, opened the harbour."


@pytest.fixture
def quotes(make_item: Make) -> Callable[..., list[Quote]]:
    def read(text: str, language: str = "en") -> list[Quote]:
        item = make_item(f"{LEAD}\n\n{text}", language=language)
        return list(add_quotes(item).quotes)

    return read


@pytest.mark.parametrize(("language", "text", "expected"), SAMPLES + FRESH)
def test_a_quotation_has_its_words_its_speaker_and_its_cue(
    language: str, text: str, expected: list[Expected]
) -> None:
    quotes = add_quotes(sample_item(text, language)).quotes

    assert [(q.kind, q.text, q.speaker, q.cue) for q in quotes] == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker", "said"),
    [
        ("en", "According to Jana Tarvo, a spokeswoman for the council, the road will stay closed.",
         "Jana Tarvo", "the road will stay closed"),
        ("en", "According to Tarvo, the plan, a first of its kind, would cost a million.",
         "Tarvo", "the plan, a first of its kind, would cost a million"),
        ("de", "Laut Jana Tarvo, Sprecherin der Stadt, bleibt der Hafen zu.",
         "Jana Tarvo", "bleibt der Hafen zu"),
        ("fr", "Selon Jana Tarvo, porte-parole de la ville, le port restera fermé.",
         "Jana Tarvo", "le port restera fermé"),
        ("es", "Según Jana Tarvo, portavoz de la ciudad, el puerto seguirá cerrado.",
         "Jana Tarvo", "el puerto seguirá cerrado"),
    ],
)  # fmt: skip
def test_what_a_source_is_stands_before_what_is_said(
    language: str, text: str, speaker: str, said: str
) -> None:
    (quote,) = add_quotes(sample_item(text, language)).quotes
    assert (quote.speaker_as, quote.text) == (speaker, said)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Einer Studie der Universität zufolge sinkt der Pegel.", "Einer Studie der Universität"),
        ("Der Pegel sinkt neuesten Studien zufolge weiter.", "neuesten Studien"),
        ("Der Pegel dürfte ersten Annahmen zufolge weiter sinken.", "ersten Annahmen"),
        ("Dabei wurde ein Mann der Polizei zufolge verletzt.", "der Polizei"),
        ("Nach Einschätzung der Handels- und Handwerkskammer steigt der Umsatz.",
         "der Handels- und Handwerkskammer"),
    ],
)  # fmt: skip
def test_a_german_source_is_all_of_its_words_and_no_other(text: str, source: str) -> None:
    (quote,) = add_quotes(sample_item(text, "de")).quotes
    assert quote.speaker_as == source


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister was quoted by Northwire as saying that the port was safe.", "The minister"),
        ("Northwire quoted the minister as saying the port was safe.", "the minister"),
        ("The minister has been quoted as saying: “The port is safe.”", "The minister"),
    ],
)
def test_who_is_quoted_is_who_speaks_and_not_who_quotes(text: str, speaker: str) -> None:
    (quote,) = add_quotes(sample_item(text, "en")).quotes
    assert (quote.speaker_as, quote.cue) == (speaker, "saying")


@pytest.mark.parametrize("language", said.LANGUAGES)
def test_most_kinds_of_attribution_are_found(language: str) -> None:
    floors = tomllib.loads(
        (Path(said.__file__).parent / "floors_enriching.toml").read_text("utf-8")
    )
    files = ("said", "said_fresh", "said_late")
    sentences = [one for name in files for one in said.samples(language, name)]

    right = sum(said.right(one, said.found_in(one, language)) for one in sentences)
    assert right / len(sentences) >= floors[f"said_{language}"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are ready,” U.S. Harbour Secretary Emil Lindqvist said.",
         "U.S. Harbour Secretary Emil Lindqvist"),
        ("Mr. J. Lindqvist said the port was safe.", "Mr. J. Lindqvist"),
        ("Lindqvist, of the Harbour Board, a former pilot, said the port was safe.",
         "Lindqvist, of the Harbour Board, a former pilot"),
        ("The row came after the minister said the port was safe.", "the minister"),
        ("It was a ruling which analysts say could sink the port.", "analysts"),
        ("As of Tuesday the company had not confirmed that the port was safe.", "the company"),
        ("The family said the port was safe.", "The family"),
        ("In a letter to lawmakers, the minister apologised for it, saying the port was safe.",
         "the minister"),
        ("Neighbours raised fears that the port was lost.", ""),
        ("Her claim that the port was safe is disputed.", "Her"),
    ],
)  # fmt: skip
def test_a_speaker_has_all_words_of_its_own_and_no_others(text: str, speaker: str) -> None:
    first, *_ = add_quotes(sample_item(text, "en")).quotes
    assert first.speaker_as == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shares added 1,000 points by noon."),
        ("en", "The company has plans to grow."),
        ("en", "The evacuation order to some residents was lifted."),
        ("en", "The crane is reported to the harbour office each May."),
        ("en", "She wrote for other singers and spoke with the mayor of Portmere."),
        ("en", "The law was founded to oppose the levy."),
        ("en", "All was done according to standard protocols."),
        ("en", "The song “We Will Never Leave This Town” topped the charts."),
        ("de", "Der Taifun forderte zwölf Todesopfer."),
        ("de", "Die Stadt forderte Hilfe an und wartete."),
        ("de", "Der König hat die verurteilten Männer begnadigt."),
        ("de", "Das Gericht verurteilte ihn zu einer Haft von zwei Jahren."),
        ("de", "Die Gruppe ging unter dem Motto „Wir wollen mehr Geld“ auf die Straße."),
        ("de", "Es gibt Straßen, die niemand kennt."),
        ("fr", "Il a fait escale alors que le port était fermé."),
    ],
)
def test_what_nobody_says_is_no_quotation(language: str, text: str) -> None:
    assert add_quotes(sample_item(text, language)).quotes == ()


def test_german_goes_on_in_the_subjunctive_until_the_writer_speaks() -> None:
    text = (
        "Tarvo sagte, der Hafen sei zu. Die Kräne würden geprüft. Lindqvist stritt das ab. "
        "Das Wetter sei gut."
    )
    quotes = add_quotes(sample_item(text, "de")).quotes
    assert [q.text for q in quotes] == ["der Hafen sei zu", "Die Kräne würden geprüft"]


def test_a_spanish_sentence_without_a_subject_has_that_of_the_one_before() -> None:
    text = "Tarvo dijo que el puerto estaba vacío. “Hemos esperado demasiado”, lamentó."
    first, second = add_quotes(sample_item(text, "es")).quotes
    assert (first.speaker, second.speaker) == ("Jana Tarvo", "Jana Tarvo")


def test_a_part_of_a_role_names_nobody() -> None:
    item = sample_item("Tarvo came.\n\nThe Harbour said it was late.", "en")
    roles = [("Harbour spokeswoman", ""), ("harbour of Portmere", "Jana Tarvo")]
    for role, speaker in roles:
        name = Name(
            kind="person", name="Jana Tarvo", role=role, by="names",
            spans=(Span(where="body:0", start=0, end=5),),
        )  # fmt: skip
        (quote,) = add_quotes(item.model_copy(update={"names": (name,)})).quotes
        assert quote.speaker == speaker


def test_without_a_step_for_names_runs_of_capitals_are_the_names(
    quotes: Callable[..., list[Quote]],
) -> None:
    (quote,) = quotes("“We begin anew today,” said Tarvo.")
    assert quote.speaker == "Jana Tarvo"


def test_in_german_a_role_before_a_guessed_name_is_no_part_of_it(make_item: Make) -> None:
    text = "Die Hafensprecherin Jana Tarvo sagte, es sei spät.\n\n„Wir gehen“, sagte Tarvo."
    first, second = add_quotes(make_item(text, language="de")).quotes
    assert (first.speaker, second.speaker) == ("Jana Tarvo", "Jana Tarvo")


def test_a_pronoun_is_who_spoke_last(quotes: Callable[..., list[Quote]]) -> None:
    first, second = quotes("Tarvo said the harbour was lost. “We begin anew today,” she said.")
    assert (first.speaker, second.speaker, second.speaker_as) == ("Jana Tarvo", "Jana Tarvo", "she")


def test_a_role_is_who_has_it() -> None:
    item = sample_item("Tarvo came.\n\nLindqvist left.\n\nThe mayor said it was late.", "en")
    first, *others = item.names
    names = (first.model_copy(update={"role": "mayor of Portmere"}), *others)

    (quote,) = add_quotes(item.model_copy(update={"names": names})).quotes
    assert (quote.speaker, quote.speaker_as) == ("Jana Tarvo", "The mayor")


def test_who_is_announced_before_a_colon_speaks_in_the_next_paragraph() -> None:
    item = sample_item("Tarvo told the council on Monday:\n\n“We begin anew today.”", "en")

    (quote,) = add_quotes(item).quotes
    assert (quote.text, quote.speaker, quote.cue) == ("We begin anew today.", "Jana Tarvo", "told")


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    item = sample_item("“We go on,” Tarvo said. “It is late.\n\n“It was not easy.”", "en")

    quotes = add_quotes(item).quotes
    assert [(q.text, q.speaker) for q in quotes] == [
        ("We go on,", "Jana Tarvo"),
        ("It is late.", "Jana Tarvo"),
        ("It was not easy.", "Jana Tarvo"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tarvo left. Mr. Lindqvist stayed. “We go on today,” she said.", "Jana Tarvo"),
        ("Tarvo met Moreno. “We go on today,” she said.", ""),
        ("“We go on today,” they said of Tarvo.", ""),
    ],
)
def test_a_pronoun_is_resolved_only_where_that_is_sure(text: str, speaker: str) -> None:
    (quote,) = add_quotes(sample_item(text, "en")).quotes
    assert quote.speaker == speaker


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
        ("“not closed", []),
        ("“The first goes on.\n\n“The second ends.”", ["The first goes on.", "The second ends."]),
        ("'The boys' boat sank,' he said.", ["The boys' boat sank,"]),
        ("``We go,'' he said", ["We go,"]),
        ("”Vi kommer”, sade hon", ["Vi kommer"]),
        ('6" nails and "real" ones', ["real"]),
        ("“He said ‘go’ to me,” she said", ["He said ‘go’ to me,"]),
        ("It ends here. “\n\nNothing opens at an end.”", []),
        ("“. ‘\n\nNothing opens before no word.”", []),
        ('"One. "Two," he said.', ["Two,"]),
    ],
)
def test_marks_open_and_close(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in quoted(text)] == found


PIECES = ["Tarvo ", "said ", "that ", "the port ", "was ", "“", "”", '"', "'", "«", "»", "„", ", ", ". ",
          ": ", "\n\n", "\n", "— ", "he ", "according to ", "laut ", "según ", "(", ")", "sei "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(LANGUAGES))
def test_places_are_in_the_text(text: str, language: str) -> None:
    item = sample_item(text, language)
    parts = {f"body:{n}": block.text for n, block in enumerate(item.body)}
    for quote in add_quotes(item).quotes:
        assert quote.text == parts[quote.span.where][quote.span.start : quote.span.end]
        for words, span in ((quote.cue, quote.cue_span), (quote.speaker_as, quote.speaker_span)):
            assert span is None or words == parts[span.where][span.start : span.end]


@pytest.mark.parametrize(
    "piece",
    ['"', "said ", "a. B", "“x said ", "'s ", "“", "He said ", "Tarvo, ", "1 ", "“A” ", "\u201d\u201c ",
     "saying that ", "according to ", "said, ", "forderte ", "who fears ", "his claim to ", ", X said ",
     "is said to ", "police expect ", "laut der "],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "de", "cs"])
def test_hostile_text_takes_linear_time(make_item: Make, piece: str, language: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    add_quotes(make_item(text, language=language))
    assert time.process_time() - started < 1.5
