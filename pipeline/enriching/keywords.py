"""Give a story the keywords that an editor would: its names, and the words that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.enriching.common_words import common_words
from pipeline.enriching.ranks_by_python import BEGINS, IS_CAPITAL, JOINED, NAME, USABLE
from pipeline.enriching.registry import enrichers
from pipeline.words.of_item import ItemWords, words_of
from pipeline.words.reading import Words
from schemas.types import Name, Span, Tag
from schemas.wire import WireItem

try:
    from pipeline.enriching.word_ranks import ranked
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.ranks_by_python import ranked

__all__ = ["add_keywords"]

_MOST_WORDS: Final = 1_500
"""How much of a story is read: what it is about stands in its first pages."""

_LEAD_WORDS: Final = 30
_IN_HEAD: Final = 4.0
_IN_LEAD: Final = 3.0
"""How often a word of the headline and of the lead counts, against one further down. Chosen on
Wikinews articles whose titles were hidden (``tests/eval/keywords.py``), as the next two."""

_LOOKED_AT: Final = 10
"""Words that are looked at one by one; more never become keywords."""

_FEWEST: Final = 3
_ENOUGH: Final = 0.5
"""How strong a keyword must be against the third, once there are ``_FEWEST``."""

_SPANS_MOST: Final = 1
"""Places that are shown of a keyword: where it is said first. Each costs a microsecond."""

_PLACES_MOST: Final = 6

_OFTEN: Final = 0.7
"""Power of how often a word is there: the second time says less than the first."""

_NAME_WORTH: Final = 1.1
_KIND_WORTH: Final = {"other": 0.7}
"""``French`` and ``Olympic`` say less than a person, a place or an organisation."""
_NAMES_MOST: Final = 40
_LOWER_WORTH: Final = 0.85
"""What names and other words are worth, beside how rare they are."""

_NOUN_CAPITALS: Final = frozenset({"de", "lb"})
"""Languages that begin every noun with a capital: a word without one is no keyword."""

_NO_NOUNS: Final = {
    "en": ("ly", "ed", "ing", "ous", "ive", "able"),
    "fr": ("ment", "er", "é", "ée", "és", "ées", "ait", "ant"),
    "es": ("mente", "ar", "ado", "ada", "aron", "ando", "ó"),
    "it": ("mente", "are", "ato", "ata", "ere", "ando"),
    "pt": ("mente", "ar", "ado", "ada", "ou", "ando"),
    "nl": ("lijk",),
}
"""How words end that are seldom nouns."""
_NO_NOUN_WORTH: Final = 0.4

_BESIDE: Final = 3
"""Words beside a word that may belong to the same name, to each side."""

_NOT_AGAIN: Final = 4
"""Letters that two forms of a word have in common at least: ``strike``, ``strikes``."""


_PART: Final = USABLE | IS_CAPITAL


class _Term(NamedTuple):
    text: str
    score: float
    strength: float
    """What its word alone would be worth at most."""
    places: list[tuple[int, int]]
    """First and last word of its first places, in order."""
    spans: tuple[Span, ...] = ()
    """The same, where they are known already."""


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
    if not len(read.words):
        return item
    said = {keyword.casefold() for keyword in item.keywords}
    chosen: list[_Term] = []
    told: list[str] = []
    for term in _terms(read, item):
        enough = chosen[_FEWEST - 1].score * _ENOUGH if len(chosen) >= _FEWEST else 0.0
        if len(chosen) >= most or term.strength * _NAME_WORTH < enough:
            break
        if term.score < enough:
            continue
        parts = term.text.casefold().split()
        if term.text.casefold() not in said and not _is_told(parts, told):
            chosen.append(term)
            told += parts
    if not chosen:
        return item
    chosen.sort(key=lambda term: (-term.score, term.places))
    best = chosen[0].score
    terms = [_tag(term, round(0.9 * term.score / best, 2), read) for term in chosen]
    return item.model_copy(update={"terms": tuple(terms)})


def _tag(term: _Term, score: float, read: ItemWords) -> Tag:
    starts, ends = read.words.starts.item, read.words.ends.item
    spans = term.spans or tuple(
        [read.span(starts(first), ends(last)) for first, last in term.places[:_SPANS_MOST]]
    )
    return Tag(
        scheme="keyword", code=term.text, name=term.text, score=score, by="keywords", spans=spans
    )


def _terms(read: ItemWords, item: WireItem) -> Iterator[_Term]:
    """Yield the names and the strong words of an item, about the strongest first.

    A word is looked at more closely only when it is its turn: that may make it weaker or a name,
    so the order is not strict. A word of a name is left to the name.
    """
    words = read.words
    count = min(len(words), _MOST_WORDS)
    head = 0
    if read.parts[0] == "headline":
        head = int(words.starts.searchsorted(len(item.headline)))
    where = np.ones(count, np.float32)
    where[: head + _LEAD_WORDS] = _IN_LEAD
    where[:head] = _IN_HEAD
    names, free = _names(read, item.names, where)
    table = common_words(item.language)
    if table is not None:
        named = {part for name in names for part in name.text.casefold().split()}
        worth = table.worth(words, count) * free
        for term in _strong(words, worth, where, item.language):
            while names and names[0].score >= term.score:
                yield names.pop(0)
            if term.text.casefold().split()[-1] not in named:
                yield term
    yield from names


def _names(
    read: ItemWords, names: Sequence[Name], where: npt.NDArray[np.float32]
) -> tuple[list[_Term], npt.NDArray[np.bool_]]:
    """Return the names, each as strong as it is often and early named, and which words are free.

    A word of a name is not free to be a keyword by itself.
    """
    free = np.ones(len(where), np.bool_)
    begins = dict(zip(read.parts, read.begins, strict=True))
    starts: list[int] = []
    ends: list[int] = []
    owners: list[int] = []
    for number, name in enumerate(names[:_NAMES_MOST]):
        for span in name.spans[:_PLACES_MOST]:
            begin = begins.get(span.where)
            if begin is not None:
                starts.append(begin + span.start)
                ends.append(begin + span.end)
                owners.append(number)
    if not owners:
        return [], free
    at = read.words.starts.searchsorted(np.array([starts, ends], np.int32))
    firsts, lasts = np.minimum(at, len(where) - 1)
    free[firsts] = False
    free[lasts - 1] = False
    free[(firsts + lasts) // 2] = False  # of three words, the one between
    strength = np.bincount(owners, where[firsts]) ** _OFTEN
    places = dict(zip(reversed(owners), zip(*at[:, ::-1].tolist(), strict=True), strict=True))
    terms: list[_Term] = []
    for number, strong in enumerate(strength.tolist()):
        name = names[number]
        first, end = places.get(number, (0, 0))
        if first < end <= len(where):
            worth = strong * name.score**0.5 * _NAME_WORTH * _KIND_WORTH.get(name.kind, 1.0)
            spans = name.spans[:_SPANS_MOST]
            terms.append(_Term(name.name, worth, worth, [(first, end - 1)], spans))
    return sorted(terms, key=lambda term: (-term.score, term.places)), free


def _strong(
    words: Words,
    worth: npt.NDArray[np.float32],
    where: npt.NDArray[np.float32],
    language: str,
) -> Iterator[_Term]:
    """Yield the words that are rare elsewhere and often or early here, with those beside them."""
    capitals = language in _NOUN_CAPITALS
    flags, strongest = ranked(
        words.plain, words.shapes, words.gaps, worth, where, capitals, _OFTEN, _LOOKED_AT
    )
    around = _Around(words, flags)
    for strength, places in strongest:
        yield around.term(places[:_PLACES_MOST], strength, language)


class _Around:
    """The words beside a word: whether it is part of a name or of a phrase."""

    def __init__(self, words: Words, flags: bytes) -> None:
        self._words = words
        self._flags = flags

    def term(self, places: list[int], strength: float, language: str) -> _Term:
        """Return the keyword that a word is, or is part of, and where it stands."""
        flags = self._flags
        names = [at for at in places if flags[at] & NAME]
        within = [at for at in places if not flags[at] & BEGINS]
        if names and len(names) * 2 > len(within) and language not in _NOUN_CAPITALS:
            first, last = self._name_around(names)
            return self._whole(first, last, places, strength, _NAME_WORTH)
        beside = self._phrase_around(places)
        if beside >= 0:
            return self._whole(beside, beside + 1, places, strength, 1.0, language)
        shown = within[0] if within else places[0]
        text = self._words.word(shown)
        if language not in _NOUN_CAPITALS and not flags[shown] & NAME:
            text = text.lower()
        weak = text.endswith(_NO_NOUNS.get(language, "\0"))
        worth = strength * _LOWER_WORTH * (_NO_NOUN_WORTH if weak else 1.0)
        return _Term(text, worth, strength, [(at, at) for at in places[:_SPANS_MOST]])

    def _whole(
        self,
        first: int,
        last: int,
        places: list[int],
        strength: float,
        worth: float,
        language: str = "de",
    ) -> _Term:
        """Return a term of several words, at its own place and where its word stands alone."""
        text = " ".join(self._words.between(first, last).split())
        if language not in _NOUN_CAPITALS and not self._flags[first] & NAME:
            text = text.lower()
        alone = [(at, at) for at in places if not first <= at <= last]
        every = sorted([(first, last), *alone[: _SPANS_MOST - 1]])
        return _Term(text, strength * worth, strength, every)

    def _name_around(self, names: list[int]) -> tuple[int, int]:
        """Return the longest run of names around one of the first places."""
        flags = self._flags
        best = (names[0], names[0])
        for at in names[:4]:
            first = last = at
            while at - first < _BESIDE and first and flags[first] & JOINED:
                if flags[first - 1] & _PART != _PART:
                    break
                first -= 1
            while last - at < _BESIDE and last + 1 < len(flags):
                if flags[last + 1] & (_PART | JOINED) != _PART | JOINED:
                    break
                last += 1
            if last - first > best[1] - best[0]:
                best = (first, last)
        return best

    def _phrase_around(self, places: list[int]) -> int:
        """Return the first of two words that a word is said in at least twice, and mostly; -1."""
        if len(places) < 2:
            return -1
        flags, number = self._flags, self._words.plain.item
        met: dict[int, list[int]] = {}
        for at in places:
            if at and flags[at] & JOINED and flags[at - 1] & USABLE:
                met.setdefault(number(at - 1), []).append(at - 1)
            then = flags[at + 1] if at + 1 < len(flags) else 0
            if then & JOINED and then & USABLE:
                met.setdefault(number(at + 1), []).append(at)
        often = max(met.values(), key=len, default=[])
        return often[0] if len(often) > 1 and len(often) * 2 >= len(places) else -1


def _is_told(parts: list[str], told: list[str]) -> bool:
    """Tell whether a keyword says nothing that earlier ones do not: a part, another form."""
    for part in parts:
        begin = part[:_NOT_AGAIN]
        if not any(other.startswith(begin) and _is_form(part, other) for other in told):
            return False
    return True


def _is_form(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: they begin alike and end in few other letters."""
    if one == other:
        return True
    same = _NOT_AGAIN
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    longest = max(len(one), len(other))
    return same >= _NOT_AGAIN and longest - same <= 3 and same * 3 >= longest * 2
