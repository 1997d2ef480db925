"""Find who and what a text names: people, organisations, places, and what people are."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.enriching.gazetteer.demonyms import demonym_numbers
from pipeline.enriching.names.again import named_again, without_genitive
from pipeline.enriching.names.agency import with_given
from pipeline.enriching.names.coreference import groups_of
from pipeline.enriching.names.inflection import INFLECTED, in_any_case
from pipeline.enriching.names.mentions import Mention, mentions_of
from pipeline.enriching.names.model import TAILS, net_for
from pipeline.enriching.names.neighbours import put_right
from pipeline.enriching.names.results import names_of
from pipeline.enriching.names.role_words import role_words
from pipeline.enriching.names.roles import Roles
from pipeline.enriching.names.text import Text
from pipeline.enriching.registry import enrichers
from pipeline.words import signs
from pipeline.words.making import with_values
from pipeline.words.of_item import ItemWords, language_of, words_of
from schemas.types import Name
from schemas.wire import WireItem

__all__ = ["add_names"]

_LEAST_CLEAR: Final = {
    "en": 10, "sv": 5, "ro": 5, "fr": 8, "es": 12, "it": 8, "de": 8, "pt": 12, "nl": 8, "ru": 12,
}  # fmt: skip
_LEAST_CLEAR_ELSE: Final = 15
"""How clear a name must be, in tenths of the tagger's unit: less clear ones are wrong as often as
right. More where no labelled news was there to learn from."""

_LEAST_ALONE: Final[dict[str, tuple[int, ...]]] = {"de": (35, 20, 30, 8)}
"""How clear a name of one word must be where all nouns have capitals, by kind: chosen by reading
what was found in articles of Wikinews. Places that are left out so, the gazetteer knows mostly."""

_EAGER: Final = {
    "en": 3, "": 3, "und": 3, "de": 10, "fr": 10, "it": 10, "nl": 10,
}  # fmt: skip
"""How much likelier a name is in news than in what was learnt from, in the same unit. Both were
chosen on the texts that ``tests/eval/names.py`` measures by, CoNLL-2003's among them."""

_FORMED: Final = 15
"""How clear a name is at least, in tenths, that is made as those of its kind are. A guess."""

_SURE: Final = 15
"""How clear a full name must be, in tenths, so that its surname is looked for. A guess."""


@enrichers.add("names", needs={"text", "language"}, gives={"names"})
def add_names(item: WireItem) -> WireItem:
    """Add the people, organisations and places of the text, all mentions of each together.

    Each has its fullest form in the text as its name, a person the role that the text gives them.
    Names that the agency sent stay, and their mentions in the text are looked for. Nothing else is
    added in a language in which we cannot tell names well.
    """
    language = language_of(item)
    net = net_for(language)
    given = [name for name in item.names if name.by == "agency"]
    if net is None and not given:
        return item
    read = words_of(item)
    if net is not None and language in _UNKNOWN and not _is_latin(read):
        net = None
    inflected = language in INFLECTED
    text = Text(read.words, in_any_case(read.words) if inflected else read.words.plain)
    known_roles = role_words(language)
    mentions: list[Mention] = []
    if net is not None:
        tagged = net.tag(read.words, language, _EAGER.get(language, 0))
        demonyms = demonym_numbers(language or "en")
        endings = known_roles.endings if known_roles is not None else ()
        mentions = mentions_of(text, tagged, demonyms, endings, language in TAILS)
        mentions = put_right(text, mentions, net.given, net.unit * _FORMED // 10)
        genitive = language in _GENITIVE
        if genitive:
            mentions = without_genitive(text, mentions)
        mentions = named_again(text, mentions, _SURE * net.unit // 10, genitive, inflected)
    if given:
        mentions = with_given(given, mentions, text, read.text)
    if not mentions:
        return item
    unit = net.unit if net is not None else 0
    least = _LEAST_CLEAR.get(language, _LEAST_CLEAR_ELSE)
    alone = _LEAST_ALONE.get(language, ())
    roles = Roles(text, known_roles) if known_roles is not None else None
    sent: dict[tuple[str, str], Name] = {}
    for one in given:
        sent[one.kind, one.name.lower()] = one
    named = names_of(
        groups_of(text, mentions, net), read, unit, least, roles, sent, inflected, alone
    )
    others = [name for name in item.names if name.by != "agency"] if item.names else []
    return with_values(item, {"names": (*named, *sent.values(), *others)})


_GENITIVE: Final = frozenset(("de", "sv", "da", "nb", "nn"))
_UNKNOWN: Final = ("", "und")


def _is_latin(read: ItemWords) -> bool:
    """Tell whether most words are in the Latin script, which is all that the taggers know."""
    foreign = np.count_nonzero(read.words.shapes & signs.FOREIGN)
    return int(foreign) * 4 < len(read.words)
