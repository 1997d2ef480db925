"""Tell in which language a text is written, and tag an item with it.

The knowledge is py3langid's (BSD-3-Clause): a naive Bayes model over byte sequences, 140
languages. Chosen by measurement, ``python -m tests.eval.language DIR`` (75 languages, 100
sentences each; Python 3.11, one core at 2 GHz):

================  ==========  ===========  ============  ========  ===========================
share right       1 sentence  5 sentences  4 KB of text    memory  wheels
================  ==========  ===========  ============  ========  ===========================
py3langid 0.4.0         0.91         0.94    200-330 us    100 MB  every machine (pure Python)
pycld2 0.42             0.95         0.98    340-540 us      8 MB  none for Linux on ARM
eldc 0.4.0              0.71         0.72          6 us     23 MB  none for Linux on ARM
lingua 2.1.1            0.96         0.98     17,000 us  1,200 MB  every machine
================  ==========  ===========  ============  ========  ===========================

Among the languages of the larger agencies py3langid is the best at 5 sentences (0.985; lingua
0.982, pycld2 0.974, eldc 0.936, which has no Macedonian). What it gets wrong is Croatian for
Bosnian and Indonesian for Malay; languages that it does not know (Maori, Tswana, Tsonga) mostly
get no answer, as it should be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pipeline.tagging.registry import taggers
from schemas.types import Tag
from schemas.wire import WireItem

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["infer_language", "tag_language"]

_FIRST_CHARS: Final = 320
"""Enough for 9 texts in 10: as many answers are right as with 2,000 characters, less 0.2 %."""

_MORE_CHARS: Final = 1200
"""How much is read if the first look leaves doubt, as where a headline is all names."""

_SURE: Final = 0.9
"""Above this 99 of 100 answers are right, at 300 characters as at 2,000."""

_ENOUGH: Final = 0.5
"""Below this the text is ambiguous: 1 text of 100, and half of the answers would be wrong."""

_FEWEST_BYTES: Final = 20
"""A guess: less than some three words in letters, or seven signs of Chinese, tells nothing."""

_PRIMARY: Final = {
    "no": "nb",  # the model's "no" was learnt beside "nn": it means Bokmål
    "arz": "ar",
    "ary": "ar",
    "wuu": "zh",
    "yue": "zh",
    "hbo": "he",
    "grc": "el",
    "uzs": "uz",
}
"""The model's labels for varieties, as the language that an agency would call it."""

_KIN: Final = {
    code: frozenset(kin) for kin in (("hr", "bs", "sr"), ("nb", "nn"), ("id", "ms")) for code in kin
}
"""Languages so near to each other that doubt between them is no doubt about the text."""

_INFERRED: Final = 0.95
"""Score of a language that was inferred: the share of answers that is right at 5 sentences."""


@lru_cache(maxsize=1)
def _model() -> LanguageIdentifier:
    """Load the model (0.7 s, 100 MB) when the first text asks for it."""
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def infer_language(text: str) -> tuple[str, float]:
    """Return the language of *text* as ISO 639-1, and how sure that is (0-1).

    ``("", 0.0)`` if the text is too short, ambiguous, or in a language without a two-letter code.
    Only the beginning counts: 320 characters, and 1,200 if those leave doubt.

    >>> infer_language("Владата денеска одлучи дека новите мерки ќе важат до крајот на месецот.")[0]
    'mk'
    >>> infer_language("12.30 14.55 -0.7")
    ('', 0.0)
    """
    text = text[: 2 * _MORE_CHARS].strip()
    if len(text.encode("utf-8", "replace")) < _FEWEST_BYTES:
        return "", 0.0
    language, score, enough = _best(text[:_FIRST_CHARS])
    if score < _SURE and len(text) > _FIRST_CHARS:
        language, score, enough = _best(text[:_MORE_CHARS])
    # Two decimals: the last bits of a float differ between machines, an article may not.
    return (language, round(score, 2)) if enough and len(language) == 2 else ("", 0.0)


def _best(text: str) -> tuple[str, float, bool]:
    """Return the likeliest language, its probability, and whether its kin leave little doubt."""
    label, score = _model().classify(text)
    language = _PRIMARY.get(label, label)
    if score >= _ENOUGH:
        return language, score, True
    family = _KIN.get(language, ())
    together = sum(p for code, p in _model().rank(text) if _PRIMARY.get(code, code) in family)
    return language, score, together >= _SURE


@taggers.add("language", needs={"language"}, gives={"tags"})
def tag_language(item: WireItem) -> Iterator[Tag]:
    """Yield the item's language as a tag, and whether the provider said it or we inferred it."""
    if item.language:
        inferred = item.language_by not in ("", "said")
        yield Tag(
            scheme="language",
            code=item.language,
            score=_INFERRED if inferred else 1.0,
            by=item.language_by or "language",
        )
