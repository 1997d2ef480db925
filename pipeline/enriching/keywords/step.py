"""Give a story the keywords that an editor would: its names, and the words that it is about."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.keywords.choice import chosen, tags_of
from pipeline.enriching.keywords.common_words import common_words
from pipeline.enriching.keywords.ranks_by_python import MOST_WORDS
from pipeline.enriching.keywords.terms import Around, terms_of_names
from pipeline.enriching.registry import enrichers
from pipeline.words.making import with_values
from pipeline.words.of_item import language_of, words_of
from pipeline.words.search import first_from
from schemas.wire import WireItem

try:
    from pipeline.enriching.keywords.word_ranks import ranked
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.keywords.ranks_by_python import ranked

__all__ = ["add_keywords"]

_LOOKED_AT: Final = 10
"""Words that are looked at one by one; more never become keywords."""

_NOUN_CAPITALS: Final = frozenset({"de", "lb"})
"""Languages that begin every noun with a capital: a word without one is no keyword."""


@enrichers.add(
    "keywords", needs={"text", "headline", "language", "names", "keywords"}, gives={"terms"}
)
def add_keywords(item: WireItem, *, most: int = 8) -> WireItem:
    """Add three to eight keywords from the item's own words and names, the strongest first.

    None that the agency sent already. Where names were found, a word of a name stands for it;
    words beside each other that are said together again are one keyword; forms of one word are
    one. In a language without a table of common words, names alone.
    """
    read = words_of(item)
    words = read.words
    count = min(len(words), MOST_WORDS)
    if not count:
        return item
    head = 0
    if read.parts[0] == "headline":
        head = first_from(words.starts.data, len(item.headline))
    named = bytearray(count)
    names = terms_of_names(read, item.names, named, head)
    language = language_of(item)
    common, capitals = common_words(language), language in _NOUN_CAPITALS
    around = None
    strong = list[tuple[float, list[int]]]()
    if common is not None:
        flags, strong = ranked(words, common, named, head, capitals, _LOOKED_AT)
        around = Around(words, flags, language, capitals)
    terms = chosen(names, strong, around, {said.casefold() for said in item.keywords}, most)
    if not terms:
        return item
    return with_values(item, {"terms": tags_of(terms, read)})
