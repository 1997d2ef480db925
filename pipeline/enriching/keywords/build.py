"""Compile how common words are: ``python -m pipeline.enriching.keywords.build CORPORA``.

CORPORA is the folder whose ``train/wikinews`` tells which words are common in news. Needs ``pip
install wordfreq==3.1.1 stopwordsiso==0.7.1 textblob==0.20.1``, at build time only. Writes
``common_words.bin``: for each language its most frequent words by their numbers, each with how
common it is, and in English whether it is a verb, an adverb or the like: no keyword. The same
packages and corpora give the same file.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.words.reading import number_of, read_words

__all__ = ["main"]

_LANGUAGES: Final = (
    "en de fr es it pt nl sv nb da fi pl cs sk hu ro ca tr id ru uk bg mk el sh sl ar fa he".split()
)
_KEPT: Final = 12_000
"""Words of a language that are kept; all others are rare."""

STOP: Final = 255
"""How common a word is that says nothing of any story."""

NO_NOUN: Final = 100
"""What is added for a word that is no noun."""

_NO_NOUN_TAGS: Final = frozenset(
    "VB VBD VBZ VBP VBN RB RBR RBS IN MD JJR JJS UH DT PRP WRB CC".split()
)
"""Tags of the Penn Treebank; gerunds (VBG: drilling, trading) often are what a story is about."""

_NO_NOUN_FIRST: Final = 8
"""So much more common words that are no nouns are taken for: rarer ones are kept."""

_EVERYWHERE: Final = 0.25
"""Share of Wikinews articles from which on a word says nothing of any of them. A guess."""

_FEWEST_ARTICLES: Final = 90

_NEWS: Final = (
    "said says told according reported added spokesman spokeswoman statement monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december percent reuters year years officials announced "
    "sagte teilte mitteilte laut montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "januar februar märz mai juni juli oktober dezember prozent "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet "
    "août septembre octobre novembre décembre selon déclaré indiqué annoncé affirmé "
    "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre según dijo informó indicó afirmó señaló "
    "explicó aseguró añadió "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio "
    "giugno luglio settembre ottobre dicembre secondo detto "
    "segunda terça quarta quinta sexta feira janeiro fevereiro março maio junho julho setembro "
    "outubro novembro dezembro disse afirmou segundo informou "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag zei volgens"
).split()
"""Words of reporting and of the calendar."""


def _everywhere(corpora: Path, language: str) -> set[int]:
    """Return the numbers of words that are in many articles of a language, if there are enough."""
    path = corpora / f"train/wikinews/wikinews_{language}.jsonl"
    if not path.exists():
        return set()
    lines = path.read_text("utf-8").splitlines()
    met: Counter[int] = Counter()
    for line in lines:
        met.update(set(read_words(json.loads(line)["text"]).plain.tolist()))
    least = len(lines) * _EVERYWHERE
    if len(lines) < _FEWEST_ARTICLES:
        return set()
    return {number for number, often in met.items() if often > least}


def _no_nouns() -> set[str]:
    """Return the English words that are mostly no nouns, by Brill's lexicon."""
    package: Any = importlib.import_module("textblob.en")
    lines = Path(package.__file__).with_name("en-lexicon.txt").read_text("utf-8").splitlines()
    first: dict[str, str] = {}
    for line in lines:
        if line.strip() and not line.startswith(";;;"):
            word, tag = line.split()[:2]
            first.setdefault(word, tag)
    return {
        word
        for word, tag in first.items()
        if tag in _NO_NOUN_TAGS and word.isalpha() and word.islower() and len(word) > 1
    }


def main(corpora: Path) -> None:
    """Write ``common_words.bin`` beside this module."""
    wordfreq = importlib.import_module("wordfreq")
    stopwords: Any = importlib.import_module("stopwordsiso")
    news = {number_of(word) for word in _NEWS}
    arrays: dict[str, Any] = {}
    for language in _LANGUAGES:
        no_nouns = _no_nouns() if language == "en" else set()
        known: dict[int, tuple[int, bool]] = {}
        for word in wordfreq.top_n_list(language, _KEPT * 4):
            words = read_words(word)
            if len(words) == 1:
                step = min(80, round(wordfreq.zipf_frequency(word, language) * 10))
                known.setdefault(int(words.plain[0]), (step, word in no_nouns))
        kept = sorted(known, key=lambda n: -(known[n][0] + _NO_NOUN_FIRST * known[n][1]))[:_KEPT]
        common = {n: known[n][0] + NO_NOUN * known[n][1] for n in kept}
        listed = stopwords.stopwords({"sh": "hr", "nb": "no"}.get(language, language))
        stops = {n for word in listed for n in read_words(word).plain.tolist() if len(word) > 1}
        for number in sorted(stops | (news & common.keys()) | _everywhere(corpora, language)):
            common[number] = STOP
        arrays[f"{language}_words"] = np.array(list(common), np.uint64).astype(np.uint32)
        arrays[f"{language}_common"] = np.array(list(common.values()), np.uint8)
    with Path(__file__).with_name("common_words.bin").open("wb") as file:
        np.savez_compressed(file, **arrays)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
