"""How near a text is to an earlier one: what stands in both in the same order, and what differs.

What is the same is counted in words that stand in a run of three in both texts. What differs is
looked at where it stands: a figure in the place of another figure, between the same words, says
that this is another story (results, markets, a new toll); a sentence in other words does not.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from pipeline.dedup import comparing
from pipeline.dedup.fingerprint import Fingerprint

__all__ = ["NAMES_AGREE", "NO_KEYS", "SHARED_NAMES", "Comparison", "Keys", "Nearness", "keys_for"]

_KEPT: Final = (2, 6, 2, 3)
"""Keys of a text's lead (which a shortened copy keeps), of all of it, of its wording without
figures and names (a form filled in anew), and of pairs of names in its lead (another report of the
event). Each needs ten bytes of memory."""

_ASKED: Final = (4, 14, 4, 8)
"""Keys under which an item's likes are looked for: more than are kept, because the smallest of a
text that stands in a longer one are not the smallest there. Texts with a third of their runs in
common miss each other some five times in a hundred. A guess between time and recall."""

_MOSTLY: Final = 0.75
"""Of a text that stands for so much in the earlier one the rest is looked at, however long that
is: it may be a shortened copy."""


_FACTOR_OF_FORMS: Final = "/form"
"""Added to a language for tables: none is met by a text in sentences."""


SHARED_NAMES: Final = 4
NAMES_AGREE: Final = 0.6
"""Two texts that name so many of the same, and more than half of what the one names, are looked at
although they have no words in common order: they may be reports of one event. Guesses, set on
invented pairs."""


class Keys(NamedTuple):
    """Keys of a text, four bytes each: those it is kept under, and those it is looked for under."""

    kept: bytes
    asked: bytes


NO_KEYS: Final = Keys(b"", b"")


class Nearness(NamedTuple):
    """How near a text is to an earlier one; shares are 0-1."""

    share: float
    """Of the text's longer words, those that stand in the earlier text in the same order ..."""
    share_of_earlier: float
    """... and of the earlier text's, those that stand in this one."""
    share_after_lead: float
    """Of the longer words behind the lead, those that stand in the earlier text in order."""
    known_lead: float
    """Of the lead's longer words, those that stand anywhere in the earlier text."""
    same_figures: int
    """Figures that stand in both texts between the same words ..."""
    other_figures: int
    """... and places where the one has another figure than the other."""
    other_in_lead: bool
    """One of these places is in the lead."""
    same_names: int
    other_names: int
    figures_agree: float
    """Of the figures of the text that has fewer, those that stand anywhere in the other one; 1
    where one has none."""
    names_agree: float
    shared_names: int
    """Names that stand anywhere in both."""
    other_words: int
    """Places where a few words stand for a few others, whatever they are."""
    added: int
    """Longer words of passages that stand in the place of nothing: what the earlier one has not."""
    sentences: int
    changed_sentences: int
    """Sentences of this text that differ, in a word or in all."""
    covered: bytes
    """For each longer word of this text 1 if it is one of ``share``, else 0."""

    def measures(self) -> dict[str, float]:
        """Return each measure by its name, rounded."""
        return {
            "share": round(self.share, 3),
            "share_of_earlier": round(self.share_of_earlier, 3),
            "share_after_lead": round(self.share_after_lead, 3),
            "likeness": round(self.likeness, 3),
            "known_lead": round(self.known_lead, 3),
            "same_figures": float(self.same_figures),
            "other_figures": float(self.other_figures),
            "same_names": float(self.same_names),
            "other_names": float(self.other_names),
            "figures_agree": round(self.figures_agree, 3),
            "names_agree": round(self.names_agree, 3),
            "shared_names": float(self.shared_names),
            "other_words": float(self.other_words),
            "added": float(self.added),
            "sentences": float(self.sentences),
            "changed_sentences": float(self.changed_sentences),
        }

    @property
    def likeness(self) -> float:
        """The mean of both shares."""
        return (self.share + self.share_of_earlier) / 2


def keys_for(language: str, text: Fingerprint) -> Keys:
    """Return the keys under which a text is found again by those like it.

    They are the smallest hashes of its runs of words, so that two texts with many runs in
    common have some of them in common. Each language has keys of its own.
    """
    if not text.codes:
        return keys_for_form(language, text)
    return Keys(*comparing.keys_of(text.codes, _factor(language), _KEPT, _ASKED))


def keys_for_form(language: str, text: Fingerprint) -> Keys:
    """Return the keys of a table or a list: of its wording without figures."""
    if not text.form:
        return NO_KEYS
    factor = _factor(language + _FACTOR_OF_FORMS)
    return Keys(*comparing.keys_of(text.form, factor, (0, _KEPT[1], 0, 0), (0, _ASKED[1], 0, 0)))


@lru_cache(maxsize=256)
def _factor(language: str) -> int:
    """Return an odd number for a language."""
    digest = blake2b(language.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") | 1


class Comparison:
    """A text that is compared with earlier ones, one after the other.

    Those so far apart that nobody needs to look at what differs are told apart quickly: likeness
    below *least*, and most of the text not in the earlier one.
    """

    def __init__(self, text: Fingerprint, *, least: float = 0.0) -> None:
        self._text = text
        self._least = least

    @cached_property
    def _measure(self) -> comparing.Comparison:
        text = self._text
        codes, aside, sentence_of = text.codes, text.read.aside, text.read.sentence_of
        if not codes:  # what is told of a table is not its sentences, nor its figures
            codes, aside, sentence_of = text.form, b"", bytes(2 * len(text.form))
        return comparing.Comparison(
            codes, aside, sentence_of, _MOSTLY, self._least, SHARED_NAMES, NAMES_AGREE
        )

    def nearness(self, earlier: bytes) -> Nearness | None:
        """Return how near the text is to an earlier one, as that is remembered; None if they are
        far apart."""
        measured = self._measure.measure(earlier)
        return None if measured is None else Nearness(*measured)
