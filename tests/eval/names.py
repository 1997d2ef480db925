"""How well names are told: ``python -m tests.eval.names CORPORA``.

English: ``measure/ner-reuters`` (CoNLL-2003 ``eng.testa``, Reuters copy of 1996; measured by only:
what ships was learnt without any copy of Reuters). Swedish and Romanian: the parts of
``train/swedish-webnews-ner`` and ``train/ronec-ro-news`` that nothing is learnt from. The others, for
which there is no labelled news: invented sentences (``names_invented.txt``), few. A name is right
where its words and its kind are; a point at its end does not count. Beside it, in the same run,
spaCy's ``en_core_web_sm`` where it is installed.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

from pipeline.enriching.names.build.corpora import (
    Document,
    group,
    read_conll,
    read_ronec,
    read_swedish,
    write_text,
)
from pipeline.enriching.names.step import add_names
from schemas.types import Block
from schemas.wire import WireItem
from tests.eval import items

__all__ = ["KINDS", "measure", "ours", "read_english", "read_invented", "read_others", "report"]

KINDS: Final = {"PER": "person", "ORG": "organisation", "LOC": "place"}

Found = set[tuple[int, int, str]]
Finder = Callable[[Document], Found]


def read_english(corpora: Path) -> list[Document]:
    """Return the documents of ``eng.testa``, blanks set as a writer sets them."""
    path = corpora / "measure/ner-reuters/eng.testa"
    return [write_text(sentences, tidy=True) for sentences in read_conll(path)]


def read_others(corpora: Path) -> dict[str, list[Document]]:
    """Return the held-out sentences of other languages."""
    swedish = read_swedish(corpora / "train/swedish-webnews-ner/test_corpus.txt")
    romanian = read_ronec(corpora / "train/ronec-ro-news/data/valid.json")
    return {"sv": group(swedish, "sv", 9), "ro": group(romanian, "ro", 9)}


def read_invented() -> dict[str, list[Document]]:
    """Return invented news in languages for which there is no labelled news at hand."""
    text = Path(__file__).with_name("names_invented.txt").read_text("utf-8")
    found: dict[str, list[Document]] = {}
    for section in re.split(r"(?m)^(?=\[\w\w\]$)", text)[1:]:
        language, _, lines = section.partition("\n")
        found[language[1:3]] = [_invented(lines.replace("\n", "\n\n"), language[1:3])]
    return found


def _invented(marked: str, language: str) -> Document:
    """Return a text out of one with its names marked: ``[LOC Bergamo]``."""
    text, names = "", []
    for part in re.split(r"(\[(?:PER|ORG|LOC) [^]]*\])", marked):
        name = part[5:-1] if part[:1] == "[" and part[4:5] == " " else ""
        if name:
            bare = name.strip("«»")
            start = len(text) + name.index(bare)
            names.append((start, start + len(bare), part[1:4]))
        text += name or part
    return Document(text, names, language)


def item_of(document: Document) -> WireItem:
    """Return an item whose paragraphs are the document's."""
    blocks = [Block(text=text) for _, text in _paragraphs(document.text)]
    return items.item_of(blocks, document.language)


def _paragraphs(text: str) -> list[tuple[int, str]]:
    return [(m.start(), m[0]) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]


def ours(document: Document) -> Found:
    """Return what the step finds."""
    begins = [at for at, _ in _paragraphs(document.text)]
    found: Found = set()
    for name in add_names(item_of(document)).names:
        for span in name.spans:
            begin = begins[int(span.where.removeprefix("body:"))]
            found.add(_trimmed(document.text, begin + span.start, begin + span.end, name.kind))
    return found


def spacy_finder() -> Finder | None:
    """Return what spaCy's small English model finds; none where it is not installed."""
    try:
        nlp: Any = importlib.import_module("spacy").load("en_core_web_sm")
    except (ImportError, OSError):
        return None
    kinds = {
        "PERSON": "person",
        "ORG": "organisation",
        "GPE": "place",
        "LOC": "place",
        "FAC": "place",
    }

    def find(document: Document) -> Found:
        return {
            _trimmed(document.text, ent.start_char, ent.end_char, kinds[ent.label_])
            for ent in nlp(document.text).ents
            if ent.label_ in kinds
        }

    return find


def _trimmed(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    while end > start and text[end - 1] in ". ":
        end -= 1
    if text[start:end].lower().startswith("the "):
        start += 4  # spaCy counts the article
    return start, end, kind


def measure(documents: Iterable[Document], find: Finder) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 (0-1) of each kind, and of ``all`` three."""
    right, said, asked = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        gold = {
            _trimmed(document.text, start, end, KINDS[kind])
            for start, end, kind in document.names
            if kind in KINDS
        }
        found = {one for one in find(document) if one[2] in KINDS.values()}
        for counts, names in ((right, gold & found), (said, found), (asked, gold)):
            counts.update(name[2] for name in names)
            counts["all"] += len(names)
    scores = {}
    for kind in (*KINDS.values(), "all"):
        precision = right[kind] / max(said[kind], 1)
        recall = right[kind] / max(asked[kind], 1)
        scores[kind] = precision, recall, 2 * right[kind] / max(said[kind] + asked[kind], 1)
    return scores


def microseconds(documents: Sequence[Document], chars: int = 4096) -> tuple[float, float]:
    """Return what the step costs for an item of some 4 KB, and what ``re``'s words of it cost."""
    texts = ["\n\n".join(d.text for d in documents[n : n + 4])[:chars] for n in range(0, 80, 4)]
    items = [item_of(Document(text, [])) for text in texts if len(text) > chars * 3 // 4]
    best, words = [], []
    for item in items:
        best.append(min(_timed(partial(add_names, item)) for _ in range(7)))
        words.append(min(_timed(partial(re.findall, r"\w+", item.text)) for _ in range(7)))
    return median(best), median(words)


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e6


def report(corpora: Path) -> None:
    """Print the scores, beside spaCy's, and what it costs."""
    print("names                     person        organisation  place         all three")
    english = read_english(corpora)
    _print("en (CoNLL-2003 testa)", measure(english, ours))
    spacy = spacy_finder()
    if spacy is not None:
        _print("  en_core_web_sm", measure(english, spacy))
    for language, documents in read_others(corpora).items():
        _print(f"{language} (held out)", measure(documents, ours))
    for language, documents in read_invented().items():
        _print(f"{language} (invented)", measure(documents, ours))
    micros, words = microseconds(english)
    print(f"an item of 4 KB: {micros:.0f} us (its words by re.findall: {words:.0f} us)")


def _print(name: str, scores: dict[str, tuple[float, float, float]]) -> None:
    cells = (f"{f:.3f} ({p:.2f} {r:.2f})" for p, r, f in scores.values())
    print(f"{name:24}", *cells)


if __name__ == "__main__":
    report(Path(sys.argv[1]))
