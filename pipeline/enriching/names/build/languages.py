"""The tagger for languages other than English, for ``names.build``.

Swedish and Romanian have labelled news. German, French, Spanish, Italian, Portuguese and Dutch have
invented sentences and lists; German, French and Italian also articles that a first tagger labels
for the second, French, Spanish and Portuguese what the Media Topics say, without a name.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.enriching.names.build.contexts import context_vectors
from pipeline.enriching.names.build.corpora import Document, group, read_ronec, read_swedish
from pipeline.enriching.names.build.export import whole_numbers
from pipeline.enriching.names.build.learning import articles, labelled, learn
from pipeline.enriching.names.build.lists import Lists, read_sections
from pipeline.enriching.names.build.reading import encode, shouted
from pipeline.enriching.names.build.sentences import Writer
from pipeline.enriching.names.build.training import Read
from pipeline.enriching.names.build.vocabulary import Counts, choose
from pipeline.words.by_python import lower

__all__ = ["other_languages"]

_INVENTED: Final = ("de", "fr", "es", "it", "pt", "nl")
_SPOKEN: Final = (*_INVENTED, "sv", "ro")
_MANY: Final = (900, 450, 450, 450, 450, 450)
"""Invented documents a turn; German nouns take many, since they have capitals as names have."""

_ARTICLES: Final = ("de", "fr", "it")
_DEFINED: Final = (("fr", "fr"), ("es", "es"), ("pt", "pt-PT"), ("pt", "pt-BR"))
"""Languages whose definitions of the Media Topics are read, and their names there."""

_DEFINED_WEIGHT: Final = 0.5
_MOST_WORDS: Final = 66_000
_HIDDEN: Final = 64
_VECTOR: Final = 100
_LEAST: Final = 4
_SIZE: Final = 4.0
"""How long the vectors are made, so that their numbers are of the size of the other marks."""

_LOUD: Final = 0.05


def other_languages(
    corpora: Path, topics: Path, lists: Lists
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the tagger. It is learnt without the sentences that ``tests.eval`` measures by."""
    defined = _definitions(topics)
    gold, articles_of = _gold(corpora), _articles(corpora)
    own = {key: list(names) for key, names in lists.own.items()}
    for language in _INVENTED:
        for key, names in read_sections(f"lists_{language}.txt").items():
            own[key] = list(dict.fromkeys([*own.get(key, []), *names]))
    texts = [document.text for document in (*articles_of, *gold, *defined)]
    counts = Counts()
    for text in (*texts, *_sentences()):
        counts.add(text)
    near = context_vectors(texts, least=_LEAST, width=_VECTOR)
    vocabulary = choose(replace(lists, own=own), counts, [], most=_MOST_WORDS)
    vectors = np.zeros((vocabulary.features.shape[0], _VECTOR), np.float32)
    for row, form in enumerate(vocabulary.forms):
        known = near.get(lower(form))
        if known is not None:
            vectors[row] = known * _SIZE

    writers = [Writer(lists, 5, language) for language in _INVENTED]
    sets: list[list[Read]] = []
    for turn in range(2):
        real = shouted(_gold(corpora, turn), _LOUD, turn)
        invented = [
            document
            for writer, many in zip(writers, _MANY, strict=True)
            for document in writer.documents(many)
        ]
        sets.append(
            [
                encode(real, vocabulary, 1.5, _SPOKEN),
                encode(invented, vocabulary, 1.0, _SPOKEN),
                encode(defined, vocabulary, _DEFINED_WEIGHT, _SPOKEN),
            ]
        )
    first = learn(vocabulary, vectors, sets, hidden=_HIDDEN, languages=_SPOKEN, epochs=6)
    more = labelled(first, vocabulary, lists, articles_of, _SPOKEN)
    for turn, of_turn in enumerate(sets):
        of_turn.append(encode(shouted(more, _LOUD, turn), vocabulary, 0.5, _SPOKEN))
    net = learn(vocabulary, vectors, sets, hidden=_HIDDEN, languages=_SPOKEN, epochs=12)
    return whole_numbers(net, vocabulary, lists, languages=list(_SPOKEN), spoken=list(_SPOKEN))


def _gold(corpora: Path, seed: int = 0) -> list[Document]:
    swedish = read_swedish(corpora / "swedish-webnews-ner/train_corpus.txt")
    romanian = read_ronec(corpora / "ronec-ro-news/data/test.json")
    return [*group(swedish, "sv", seed), *group(romanian, "ro", seed)]


def _articles(corpora: Path) -> list[Document]:
    return [
        document
        for language in _ARTICLES
        for document in articles(corpora / f"wikinews/wikinews_{language}.jsonl")
    ]


def _definitions(topics: Path) -> list[Document]:
    """Return sentences of the Media Topics that have a capital at their beginning alone."""
    said: dict[str, dict[str, None]] = {}
    for topic in json.loads(topics.read_text("utf-8"))["topics"]:
        for language, of_iptc in _DEFINED:
            text = topic["definition"].get(of_iptc, "").strip()
            if text[:1].isupper() and not re.search(r"[^\W\d_a-zà-ÿ]", text[1:]):
                said.setdefault(language, {})[text] = None
    found = []
    for language, texts in said.items():
        lines = list(texts)
        for at in range(0, len(lines), _LINES):
            found.append(Document("\n\n".join(lines[at : at + _LINES]), [], language))
    return found


_LINES: Final = 8


def _sentences() -> list[str]:
    """Return the invented sentences as they are, so that their words are known."""
    found = []
    for language in _INVENTED:
        for lines in read_sections(f"templates_{language}.txt").values():
            text = re.sub(r"\{[^}]*\}", "Xx", "\n\n".join(line.lstrip("/^ ") for line in lines))
            found += [text, text]
    return found
