"""Tell in which language a text is written, and tag an item with it.

The script decides first (``scripts``), then, among the languages of one script, runs of
letters and whole words (``letters``); where that leaves doubt between near languages, what
tells just them apart is read once more. Measured by ``python -m tests.eval.language DIR`` (75
languages, 100 sentences each, Leipzig Corpora; Python 3.11, one core), beside other detectors in
the same run:

================  =====  =====  ==============  ===========  =====  ======  ========  =========
share right       1 sentence    of the 72 that  5 sentences  200 letters    us a      us 4 KB
                  all, near as  py3langid       (agencies')  all, near as   sentence  English
                  one           knows, near                  one
================  =====  =====  ==============  ===========  =====  ======  ========  =========
this              0.973  0.994           0.994        0.989  0.982   0.999        19         16
pycld2 0.42       0.953  0.974           0.974        0.974  0.975   0.994        19        352
py3langid 0.4.0   0.923  0.946           0.985        0.985  0.940   0.953       110        464
lingua 2.1.1      0.957  0.979           0.979        0.982  0.970   0.990     2,400     18,000
================  =====  =====  ==============  ===========  =====  ======  ========  =========

Near ones are Croatian, Bosnian and Serbian, Bokmål and Nynorsk, Indonesian and Malay. Most of the
errors left are in the labels. Of the 203 sentences of 7,500 that are wrong, 112 have a label that
none of the four gives; 87 of these all four call one and the same other language. Each of the four
calls fewer than 30 of the 100 Malay ones Malay: words that only Indonesian has are two thirds as
frequent there as in the Indonesian ones. (Of 1,000 Malay sentences that come with eld, 970 are
called Malay.) Of the 100 Bosnian ones some ten have words that leave neither Croatian nor Serbian.
Even lingua, whose tables come from the same collection as these sentences, calls 44 Bosnian ones so
when it is asked for Bosnian, Croatian or Serbian alone, and 30 Malay ones between two.

Galician, Luxembourgish and Oromo have no statistics of letters, just words: of the paragraphs of
the Universal Declaration, which was not read for it, 57 of 58, 59 of 59 and 60 of 60 are right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from pipeline.tagging.language.letters import chances, is_plainly
from pipeline.tagging.language.scripts import GROUPS, KNOWN, language_or_group
from pipeline.tagging.registry import taggers
from schemas.types import Tag
from schemas.wire import WireItem

__all__ = ["infer_language", "tag_language"]

_MOST_CHARS: Final = 1600
"""How much of a text is looked at; it is decided earlier, mostly after 150 letters."""

_SURE: Final = 0.9
"""From here doubt between near languages is no doubt about the text."""

_ENOUGH: Final = 0.4
"""Below this the text is ambiguous: fewer than half of such answers are right."""

_FEWEST_LETTERS: Final = 8
"""A guess: less than two words in letters, or four signs of Chinese, tells nothing."""

_IN_ADDRESSES: Final = ("@", "://", "www.")

_MOST: Final = 0.99
"""Who infers is never quite certain."""

_HINT: Final = 2.0
"""What somebody's word for it is worth: that of a clear word or two."""

_KIN: Final = {
    code: frozenset(kin)
    for kin in (("hr", "bs", "sr"), ("nb", "nn", "no"), ("id", "ms"))
    for code in kin
}
"""Languages so near to each other that doubt between them is no doubt about the text."""

_SAME: Final = {
    "fil": "tl",
    "iw": "he",
    "in": "id",
    "sh": "sr",
    "ji": "yi",
    "mo": "ro",
    "cmn": "zh",
}
"""Other names that agencies use."""


_PLAIN: Final = 0.99
_PLAIN_LETTERS: Final = 60
"""An agency is contradicted only by that much certainty about so many letters. A guess."""

_CONTRADICTED: Final = 20_000
"""How much of an item is looked at to contradict its provider."""

_ELSEWHERE: Final = 400
"""A long text has to say the same at its middle and its end, so many characters at each."""

_QUOTED: Final = re.compile('["“”„«»][^"“”„«»]+["“”„«»]')
"""What somebody said may be in another language than the item."""


def infer_language(text: str, hint: str = "") -> tuple[str, float]:
    """Return the language of *text* as ISO 639-1, and how sure that is (0-1).

    ``("", 0.0)`` if the text is too short or ambiguous. Only the beginning counts, at most 1,600
    characters of it. *hint* is a language that somebody named, such as a feed's; it decides where
    the words leave doubt.

    >>> infer_language("Владата денеска одлучи дека новите мерки ќе важат до крајот на месецот.")[0]
    'mk'
    >>> infer_language("12.30 14.55 -0.7")
    ('', 0.0)
    """
    text = _without_addresses(text[:_MOST_CHARS])
    script, letters = language_or_group(text)
    if letters < _FEWEST_LETTERS:
        return "", 0.0
    if script not in GROUPS:
        return script, _MOST  # a few texts in Bengali script are Assamese
    letters, likely = chances(text, script, hint, _HINT)
    if letters < _FEWEST_LETTERS:
        return "", 0.0
    language = next(iter(likely))
    kin = _KIN.get(language, (language,))
    together = sum(share for code, share in likely.items() if code in kin)
    # Two decimals: the last bits of a float differ between machines, an article may not.
    score = min(_MOST, round(likely[language], 2))
    return (language, score) if score >= _ENOUGH or together >= _SURE else ("", 0.0)


def _without_addresses(text: str) -> str:
    """Leave out addresses of pages and mail boxes: they are in no language."""
    for mark in _IN_ADDRESSES:
        at = text.find(mark)
        while at >= 0:
            start, end = at, at + len(mark)
            while start and "!" <= text[start - 1] <= "~":
                start -= 1
            while end < len(text) and "!" <= text[end] <= "~":
                end += 1
            text = text[:start] + text[end:]
            at = text.find(mark, start)
    return text


@taggers.add("language", needs={"language"}, gives={"tags"})
def tag_language(item: WireItem) -> Iterator[Tag]:
    """Yield the item's language as a tag, and another one if its words plainly are in that.

    ``by`` says whether the provider named it or we inferred it. What the provider said keeps its
    score of 1; who reads both tags knows that they contradict each other.
    """
    if not item.language:
        return
    if item.language_by not in ("", "said"):
        text = f"{item.headline}\n{item.text}"
        language, score = infer_language(text)
        sure = score if language == item.language else _SURE
        yield Tag(scheme="language", code=item.language, score=sure, by=item.language_by)
        return
    by = item.language_by or "language"
    yield _said(item.language, by)
    other = _contradicted(item)
    if other is not None:
        yield other


def _contradicted(item: WireItem) -> Tag | None:
    """Return a tag if an item plainly is in another language than its provider says."""
    said = item.language.partition("-")[0].lower()
    said = _SAME.get(said, said)
    if said not in KNOWN and said not in _KIN:
        return None  # one that we would call by a neighbour's name
    kin = _KIN.get(said, (said,))
    if item.body and _bears_out(item.body[len(item.body) // 2].text[:_ELSEWHERE], kin):
        return None
    body = item.text
    language, score = infer_language(f"{item.headline}\n{body}", said)
    if language in kin or score < _PLAIN:
        return None
    body = _QUOTED.sub(" ", body[:_CONTRADICTED])
    if len(body) < _PLAIN_LETTERS or infer_language(body, said)[0] != language:
        return None
    if len(body) > 3 * _ELSEWHERE:
        for start in (len(body) // 2, len(body) - _ELSEWHERE):
            there, sure = infer_language(body[start : start + _ELSEWHERE], said)
            if there != language or sure < _SURE:
                return None
    return Tag(scheme="language", code=language, score=score, by="language")


@lru_cache(maxsize=1_024)
def _said(code: str, by: str) -> Tag:
    """Return the tag of a named language, which the items of a wire have in common."""
    return Tag(scheme="language", code=code, score=1.0, by=by)


def _bears_out(text: str, kin: Collection[str]) -> bool:
    """Tell at once that a provider is right, as nearly always: nothing else is read then.

    What plainly says so in the middle of an item, where no note stands, decides: who contradicts
    has to be certain of all of it.
    """
    script, letters = language_or_group(text)
    if script not in GROUPS:
        return script in kin and letters >= _PLAIN_LETTERS
    return is_plainly(text, script, kin)
