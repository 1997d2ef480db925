"""Invented sentences and what is said in them: kind, words, speaker, cue.

The people of these stories: Jana Tarvo, Emil Lindqvist, Ada Moreno; the Harbour Board is a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final, Literal

from schemas.types import Block, Name, Origin, Span
from schemas.wire import WireItem

__all__ = ["SAMPLES", "Expected", "sample_item"]

Expected = tuple[str, str, str, str]
T, L, M = "Jana Tarvo", "Emil Lindqvist", "Ada Moreno"

SAMPLES: Final[list[tuple[str, str, list[Expected]]]] = [
    # English, direct
    ("en", "“We will rebuild it all,” said Tarvo.", [("direct", "We will rebuild it all,", T, "said")]),
    ("en", '"We will rebuild it all," the mayor, Jana Tarvo, told reporters on Monday.',
     [("direct", "We will rebuild it all,", T, "told")]),
    ("en", "'We won't wait for the boys' boat,' Tarvo said.",
     [("direct", "We won't wait for the boys' boat,", T, "said")]),
    ("en", "‘Nobody’s at fault,’ said Emil Lindqvist, the harbour master.",
     [("direct", "Nobody’s at fault,", L, "said")]),
    ("en", "“We begin anew today,” Tarvo said, “and nobody will stop us.”",
     [("direct", "We begin anew today,", T, "said"),
      ("direct", "and nobody will stop us.", T, "said")]),
    ("en", "“Is it over?” Tarvo asked. “I doubt it very much.”",
     [("direct", "Is it over?", T, "asked"), ("direct", "I doubt it very much.", T, "asked")]),
    ("en", "Tarvo said: “It is over.”", [("direct", "It is over.", T, "said")]),
    ("en", "Asked about the delay, Lindqvist replied, “Ask the builders.”",
     [("direct", "Ask the builders.", L, "replied")]),
    ("en", "“He told me ‘never again’ and left,” said Moreno.",
     [("direct", "He told me ‘never again’ and left,", M, "said")]),
    ("en", "``We are ready,'' Lindqvist said.", [("direct", "We are ready,", L, "said")]),
    ("en", "Lindqvist: “The crane was never tested.”",
     [("direct", "The crane was never tested.", L, "")]),
    ("en", "“The water came at night,” a spokesman for the Harbour Board said.",
     [("direct", "The water came at night,", "", "said")]),
    ("en", "“We regret the delay,” the Harbour Board said in a statement.",
     [("direct", "We regret the delay,", "Harbour Board", "said")]),
    # English, indirect
    ("en", "Tarvo said that the harbour would stay closed.",
     [("indirect", "the harbour would stay closed", T, "said")]),
    ("en", "Tarvo said the talks had failed.", [("indirect", "the talks had failed", T, "said")]),
    ("en", "The harbour will stay closed, Tarvo said on Friday.",
     [("indirect", "The harbour will stay closed", T, "said")]),
    ("en", "In a letter to the council, Lindqvist warned that the quay could sink.",
     [("indirect", "the quay could sink", L, "warned")]),
    ("en", "Tarvo told reporters in Portmere the quay had been built too fast.",
     [("indirect", "the quay had been built too fast", T, "told")]),
    ("en", "Lindqvist, who has led the port since 2011, said no ship was in danger.",
     [("indirect", "no ship was in danger", L, "said")]),
    ("en", "The crane, Lindqvist said, had never been tested.",
     [("indirect", "The crane, Lindqvist said, had never been tested", L, "said")]),
    ("en", "According to Lindqvist, the crane had never been tested.",
     [("indirect", "the crane had never been tested", L, "According to")]),
    ("en", "The crane had never been tested, according to Emil Lindqvist.",
     [("indirect", "The crane had never been tested", L, "according to")]),
    ("en", "Moreno urged the council to close the old bridge.",
     [("indirect", "the council to close the old bridge", M, "urged")]),
    ("en", "Tarvo left the hall early, saying she had no time for games.",
     [("indirect", "she had no time for games", T, "saying")]),
    ("en", "Tarvo said the harbour was lost but added that the town would live on.",
     [("indirect", "the harbour was lost", T, "said"),
      ("indirect", "the town would live on", T, "added")]),
    ("en", "Moreno believes the bridge is older than the town.",
     [("indirect", "the bridge is older than the town", M, "believes")]),
    ("en", "Tarvo's claim that the port was safe angered many.",
     [("indirect", "the port was safe angered many", T, "claim")]),
    ("en", "Police said on Sunday that two men had been arrested.",
     [("indirect", "two men had been arrested", "", "said")]),
    ("en", "The report says the crane was old.", [("indirect", "the crane was old", "", "says")]),
    # English, mixed
    ("en", "Tarvo called the repair of the quay “a gift to every child”.",
     [("mixed", "the repair of the quay “a gift to every child”", T, "called")]),
    ("en", "Lindqvist described the crane as “an accident in waiting”.",
     [("mixed", "the crane as “an accident in waiting”", L, "described")]),
    ("en", "Moreno said the plan was “pure madness” and should be dropped.",
     [("mixed", "the plan was “pure madness” and should be dropped", M, "said")]),
    ("en", "The plan is “pure madness,” Moreno said.",
     [("mixed", "The plan is “pure madness,”", M, "said")]),
    # English, nothing said
    ("en", "The so-called “war room” opened on Tuesday.", []),
    ("en", "Her film “Song of the Long Winter Sea” won two prizes.", []),
    ("en", "The police report was short and the claims were many.", []),
    ("en", "All went according to plan.", []),
    ("en", "He was told to leave.", []),
    ("en", "The boys' boat and the girls' boat met in the '90s.", []),
    ("en", "They called for help and asked questions.", []),
    # German
    ("de", "„Wir bauen alles wieder auf“, sagte Tarvo am Montag.",
     [("direct", "Wir bauen alles wieder auf", T, "sagte")]),
    ("de", "Tarvo sagte: „Es ist vorbei.“", [("direct", "Es ist vorbei.", T, "sagte")]),
    ("de", "»Wir warten nicht«, erklärte Hafenmeister Emil Lindqvist.",
     [("direct", "Wir warten nicht", L, "erklärte")]),
    ("de", "Tarvo sagte, der Hafen sei verloren.",
     [("indirect", "der Hafen sei verloren", T, "sagte")]),
    ("de", "Am Montag sagte Tarvo, der Hafen bleibe geschlossen.",
     [("indirect", "der Hafen bleibe geschlossen", T, "sagte")]),
    ("de", "Lindqvist warnte am Dienstag, dass der Kran kippen könnte.",
     [("indirect", "der Kran kippen könnte", L, "warnte")]),
    ("de", "Der Hafen bleibe geschlossen, sagte Bürgermeisterin Jana Tarvo.",
     [("indirect", "Der Hafen bleibe geschlossen", T, "sagte")]),
    ("de", "Zwei Männer wurden festgenommen, wie die Polizei am Sonntag mitteilte.",
     [("indirect", "Zwei Männer wurden festgenommen", "", "mitteilte")]),
    ("de", "Laut Lindqvist wurde der Kran nie geprüft.",
     [("indirect", "wurde der Kran nie geprüft", L, "Laut")]),
    ("de", "Nach Angaben von Lindqvist wurde der Kran nie geprüft.",
     [("indirect", "wurde der Kran nie geprüft", L, "Nach Angaben von")]),
    ("de", "Der Kran sei alt gewesen, so Lindqvist.",
     [("indirect", "Der Kran sei alt gewesen", L, "so")]),
    ("de", "Tarvo nannte den Plan „reinen Wahnsinn“.",
     [("mixed", "den Plan „reinen Wahnsinn“", T, "nannte")]),
    ("de", "Moreno sagte, der Plan sei verrückt. Er müsse vom Tisch.",
     [("indirect", "der Plan sei verrückt", M, "sagte"),
      ("indirect", "Er müsse vom Tisch", M, "")]),
    ("de", "Der Minister sagte seine Teilnahme ab.", []),
    ("de", "Der Roman „Das lange Lied vom Meer“ verkauft sich gut.", []),
    # French
    ("fr", "« Nous allons tout reconstruire », a déclaré Tarvo.",
     [("direct", "Nous allons tout reconstruire", T, "déclaré")]),
    ("fr", "Tarvo est triste.\n\n“C'est fini”, a-t-elle ajouté.", [("direct", "C'est fini", T, "ajouté")]),
    ("fr", "« C'est fini », explique Emil Lindqvist, le chef du port.",
     [("direct", "C'est fini", L, "explique")]),
    ("fr", "Tarvo a assuré lundi que le port resterait fermé.",
     [("indirect", "le port resterait fermé", T, "assuré")]),
    ("fr", "Selon Lindqvist, la grue n'a jamais été testée.",
     [("indirect", "la grue n'a jamais été testée", L, "Selon")]),
    ("fr", "La grue n'a jamais été testée, selon Lindqvist.",
     [("indirect", "La grue n'a jamais été testée", L, "selon")]),
    ("fr", "Le port restera fermé, a indiqué à la presse Emil Lindqvist.",
     [("indirect", "Le port restera fermé", L, "indiqué")]),
    ("fr", "Moreno a dit : « Le projet est mort. »", [("direct", "Le projet est mort.", M, "dit")]),
    ("fr", "Son roman « Le Chant de la Mer » a eu un prix.", []),
    # Spanish
    ("es", "«Vamos a reconstruirlo todo», dijo Tarvo.",
     [("direct", "Vamos a reconstruirlo todo", T, "dijo")]),
    ("es", "Tarvo aseguró que el puerto seguirá cerrado.",
     [("indirect", "el puerto seguirá cerrado", T, "aseguró")]),
    ("es", "Según Lindqvist, la grúa nunca fue probada.",
     [("indirect", "la grúa nunca fue probada", L, "Según")]),
    ("es", "El puerto seguirá cerrado, según informó Emil Lindqvist.",
     [("indirect", "El puerto seguirá cerrado", L, "según")]),
    ("es", "“La grúa era vieja”, señaló el martes el jefe del puerto, Emil Lindqvist.",
     [("direct", "La grúa era vieja", L, "señaló")]),
    ("es", "Moreno ha dicho este lunes que el plan está muerto.",
     [("indirect", "el plan está muerto", M, "dicho")]),
    ("es", "—Vamos a verlo —dijo Tarvo.", [("direct", "Vamos a verlo", T, "dijo")]),
    ("es", "De acuerdo con Moreno, el plan está muerto.",
     [("indirect", "el plan está muerto", M, "De acuerdo con")]),
    # Other languages: what stands between marks, beside a name
    ("it", "«Ricostruiremo tutto», ha detto Tarvo.",
     [("direct", "Ricostruiremo tutto", T, "detto")]),
    ("pt", "“Vamos reconstruir tudo”, disse Tarvo.",
     [("direct", "Vamos reconstruir tudo", T, "disse")]),
    ("sv", "– Vi bygger upp allt igen, säger Tarvo.",
     [("direct", "Vi bygger upp allt igen", T, "säger")]),
    ("cs", "„Všechno znovu postavíme,“ řekla Tarvo.",
     [("direct", "Všechno znovu postavíme,", T, "")]),
]  # fmt: skip


def sample_item(text: str, language: str) -> WireItem:
    """Return an item with a text, and the names in it as a step before has found them."""
    parts = [block for block in text.split("\n\n") if block]
    return WireItem(
        item_id="test/said",
        source="test",
        guid="said",
        origin=Origin(topic="wire.raw", partition=0, offset=0),
        raw_digest="0" * 64,
        format="plain_text",
        received_at=datetime(2026, 3, 3, 12, 0, tzinfo=UTC),
        language=language,
        body=tuple(Block(text=part) for part in parts),
        names=tuple(_names(parts)),
    )


_KINDS: Final[dict[str, Literal["organisation", "place"]]] = {
    "Harbour Board": "organisation",
    "Portmere": "place",
}


def _names(parts: list[str]) -> Iterator[Name]:
    for name in (T, L, M, "Harbour Board", "Portmere"):
        last = name.rpartition(" ")[2]
        spans = tuple(
            Span(where=f"body:{number}", start=found.start(), end=found.end())
            for number, part in enumerate(parts)
            for found in re.finditer(f"{name}|{last}", part)
        )
        if spans:
            yield Name(kind=_KINDS.get(name, "person"), name=name, spans=spans, by="names")
