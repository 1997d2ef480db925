"""Tell in which language a text is written, and tag an item with it.

The script decides first (``language_scripts``), then, among the languages of one script, runs of
letters (``language_letters``). Measured by ``python -m tests.eval.language DIR`` (75 languages, 100
sentences each; Python 3.11, one core):

================  =====  =====  ========  ===========  ===========  ==========  ==============
share right       1 sentence, all, and    5 sentences  200 letters  us a        wheels
                  near ones as one        (agencies')  and more     sentence
================  =====  =====  ========  ===========  ===========  ==========  ==============
this                     0.965     0.985        0.995        0.983         120  needs none
pycld2 0.42              0.953     0.974        0.974        0.975          17  not for ARM
py3langid 0.4.0          0.923     0.946        0.985        0.940         120  every machine
eldc 0.4.0               0.712     0.751        0.935        0.719           3  not for ARM
lingua 2.1.1             0.96                   0.98                   10,000  every machine
================  =====  =====  ========  ===========  ===========  ==========  ==============

Near ones are Croatian, Bosnian and Serbian, Bokmål and Nynorsk, Indonesian and Malay: of the 100
sentences called Malay some 60 are Indonesian by their words, which no detector can call right. Of
longer texts 0.997 are right if near ones count as one. Not known are languages that Lingua has no
statistics of, such as Galician and Maltese: they are called by a neighbour's name. Serbian is known
in Cyrillic letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.tagging.language_letters import chances
from pipeline.tagging.language_scripts import GROUPS, language_or_group
from pipeline.tagging.registry import taggers
from schemas.types import Tag
from schemas.wire import WireItem

__all__ = ["infer_language", "tag_language"]

_LOOKS: Final = (120, 300, 1200)
"""How many characters are read: more only if the first look leaves doubt, as where a headline is
all names."""

_CERTAIN: Final = 0.98
"""From here no second look is taken."""

_SURE: Final = 0.9
"""From here doubt between near languages is no doubt about the text."""

_ENOUGH: Final = 0.5
"""Below this the text is ambiguous."""

_FEWEST_LETTERS: Final = 8
"""A guess: less than two words in letters, or four signs of Chinese, tells nothing."""

_SHORT_LETTERS: Final = 24
_ENOUGH_SHORT: Final = 0.7
"""With fewer letters, as in "Papst ist tot", an answer has to be surer."""

_BY_SCRIPT: Final = 0.99
"""Score of a language that its script says: a few texts in Bengali script are Assamese."""

_HINT: Final = 2.0
"""What somebody's word for it is worth: that of a clear word or two."""

_KIN: Final = {
    code: frozenset(kin) for kin in (("hr", "bs", "sr"), ("nb", "nn"), ("id", "ms")) for code in kin
}
"""Languages so near to each other that doubt between them is no doubt about the text."""

_INFERRED: Final = 0.95
"""Score of a language that was inferred: the share of answers that is right at 5 sentences."""


def infer_language(text: str, hint: str = "") -> tuple[str, float]:
    """Return the language of *text* as ISO 639-1, and how sure that is (0-1).

    ``("", 0.0)`` if the text is too short or ambiguous. Only the beginning counts: 120
    characters, and up to 1,200 if those leave doubt. *hint* is a language that somebody named, such
    as a feed's; it decides where the words leave doubt.

    >>> infer_language("Владата денеска одлучи дека новите мерки ќе важат до крајот на месецот.")[0]
    'mk'
    >>> infer_language("12.30 14.55 -0.7")
    ('', 0.0)
    """
    text = text[: 2 * _LOOKS[-1]].strip()[: _LOOKS[-1]]
    script, letters = language_or_group(text)
    if letters < _FEWEST_LETTERS:
        return "", 0.0
    if script not in GROUPS:
        return script, _BY_SCRIPT
    language, score = "", 0.0
    for chars in _LOOKS:
        language, score = _likeliest(text[:chars], script, letters, hint)
        if score >= _CERTAIN or len(text) <= chars:
            break
    return language, score


def _likeliest(text: str, script: str, letters: int, hint: str) -> tuple[str, float]:
    likely = chances(text, script, hint, _HINT)
    if not likely:
        return "", 0.0
    language = next(iter(likely))
    together = sum(p for code, p in likely.items() if code in _KIN.get(language, (language,)))
    least = _ENOUGH_SHORT if letters < _SHORT_LETTERS else _ENOUGH
    # Two decimals: the last bits of a float differ between machines, an article may not.
    score = round(likely[language], 2)
    return (language, score) if score >= least or together >= _SURE else ("", 0.0)


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
