"""Light rewording by a desk: synonyms, the speaker first or last, clipped quotes, spelling."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from tests.eval.pairs_grammar import grammar
from tests.eval.pairs_story import Text

__all__ = ["in_other_words", "respelled"]

_SYNONYMS = {
    "en": (
        "about approximately", "near close_to", "also too", "people persons", "more_than over",
        "after following", "early at_an_early_hour", "had_been was", "because since",
        "government cabinet", "company firm", "talks negotiations", "would was_to", "last_year the_previous_year",
        "hospitals clinics", "next following", "big large", "shortly soon", "needed required",
        "several a_number_of", "municipalities towns", "building premises", "found discovered",
        "small little", "used employed", "known clear", "worst gravest", "costs expenses",
        "letters notes", "matter affair", "rules regulations", "figures statistics", "million mln",
        "workers employees", "country nation", "began got_under_way",
    ),
    "de": (
        "etwa circa", "mindestens wenigstens", "seit schon_seit", "Menschen Personen",
        "Krankenhäuser Kliniken", "Regierung Exekutive", "Prozent vH", "nach im_Anschluss_an", "auch ebenfalls",
        "jetzt nun", "Kosten Aufwendungen", "Unternehmen Betrieb", "früher ehemals", "wurde ist",
        "Sache Angelegenheit", "Straßen Wege", "bei nahe", "Helfer Einsatzkräfte", "will möchte",
        "geändert angepasst", "Regeln Vorschriften", "Zahlen Daten",
    ),
    "es": (
        "cerca_de junto_a", "personas gente", "también asimismo", "después luego", "unos alrededor_de",
        "empresa compañía", "hospitales clínicas", "Gobierno Ejecutivo", "ahora actualmente", "país territorio",
        "año ejercicio", "normas reglas", "calles vías", "sobre acerca_de", "cuando en_el_momento_en_que",
        "dijo aseguró", "casas viviendas", "trabajo empleo", "datos cifras",
    ),
}  # fmt: skip

_SPELLING = (
    "kilometres kilometers", "millimetres millimeters", "harbour harbor", "centre center",
    "organisation organization", "criticised criticized", "mould mold", "neighbouring neighboring",
    "percent per_cent", "cancelled canceled", "learned learnt", "favour favor", "licence license",
    "honoured honored", "labour labor", "motorway highway", "autumn fall", "travelled traveled",
    "paralyses paralyzes", "neighbours neighbors", "defence defense", "travellers travelers",
    "coach bus", "railway railroad", "rumour rumor", "colour color", "programme program",
    "travelling traveling", "tonne metric_ton", "unrolled unfurled", "cheque check",
)  # fmt: skip

_QUOTE_FIRST = re.compile(r"^([“„])([^“”„]+?)([,.]?)([”“])(,?) (\w+) ([^,]+?)\.$")
_SAID_LAST = re.compile(r"^([^“”„]{30,}), (?:the )?([\w' ]{3,40}) (said|reported|announced)\.$")


def in_other_words(
    text: Text, language: str, share: float, rng: random.Random, *, changes: int = 1
) -> Text:
    """Return the text with about that share of its sentences edited by hand; the lead may be.

    An edited sentence has so many *changes*, where it offers as many.
    """

    def edited(sentence: str) -> str:
        if rng.random() >= share:
            return sentence
        made = 0
        for change in rng.sample((_with_synonyms, _clipped, _turned, _shortened), 4):
            other = change(sentence, language, rng)
            made += other != sentence
            sentence = other
            if made == changes:
                break
        return sentence

    return replace(
        text, paragraphs=tuple(tuple(edited(one) for one in each) for each in text.paragraphs)
    )


def respelled(text: str, language: str, rng: random.Random) -> str:
    """Return British copy as an American desk prints it, and figures as another style book has them."""
    if language == "en":
        for pair in _SPELLING:
            text = _exchanged(text, pair)
    if rng.random() < 0.5:
        text = re.sub(
            r"(?<=\d) (?:per ?cent|Prozent|por ciento)\b", "%" if language == "en" else " %", text
        )
    if rng.random() < 0.5:
        text = re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "" if language == "en" else "\u00a0", text)
    if rng.random() < 0.5:
        for number, word in enumerate(grammar(language).names("numbers")[1:], 2):
            text = re.sub(rf"\b{word}\b", str(number), text)
    return text


def _with_synonyms(sentence: str, language: str, rng: random.Random) -> str:
    for pair in _SYNONYMS[language]:
        if rng.random() < 0.6:
            sentence = _exchanged(sentence, pair)
    return sentence


def _exchanged(text: str, pair: str) -> str:
    one, other = (word.replace("_", " ") for word in pair.split())
    text = re.sub(rf"\b{one}\b", other, text)
    return re.sub(
        rf"\b{one.capitalize()}\b", other[0].upper() + other[1:], text
    )  # at the start of a sentence


def _clipped(sentence: str, language: str, rng: random.Random) -> str:
    """Return a quote's first half, or none of the marks."""
    found = _QUOTE_FIRST.match(sentence)
    if not found:
        return sentence
    opening, said, point, closing, comma, verb, who = found.groups()
    halves = re.split(r"(?<=[\w]), (?=\w)|\. ", said)
    if len(halves) > 1 and rng.random() < 0.7:
        return f"{opening}{halves[0]}{point}{closing}{comma} {verb} {who}."
    return f"{said}{comma or point or ','} {verb} {who}."


def _shortened(sentence: str, language: str, rng: random.Random) -> str:
    """Return the sentence without what comes after its last comma."""
    said, _, last = sentence.rpartition(", ")
    if set("“”„") & set(sentence) or len(said.split()) < 9 or len(last.split()) < 4:
        return sentence
    return f"{said}."


def _turned(sentence: str, language: str, rng: random.Random) -> str:
    """Return the sentence with the speaker at its other end."""
    found = _QUOTE_FIRST.match(sentence)
    if found:
        opening, said, _, closing, _, verb, who = found.groups()
        return f"{who} {verb}: {opening}{said}.{closing}"
    found = _SAID_LAST.match(sentence)
    if found and language == "en":
        said, who, verb = found.groups()
        return f"{who[0].upper()}{who[1:]} {verb} {said[0].lower()}{said[1:]}."
    return sentence
