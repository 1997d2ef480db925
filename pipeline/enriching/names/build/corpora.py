"""Read the corpora that ``names.build`` learns from, as documents with their names marked."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = [
    "KINDS",
    "Document",
    "Sentence",
    "group",
    "read_conll",
    "read_gum",
    "read_ronec",
    "read_swedish",
    "split",
    "write_text",
]

KINDS: Final = ("PER", "ORG", "LOC", "MISC")

_SENTENCES_A_DOCUMENT: Final = 14
_RONEC: Final = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FACILITY": "LOC",
    "NAT_REL_POL": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LANGUAGE": "MISC",
}  # fmt: skip

Sentence = tuple[list[str], list[str]]
"""Words and tags: ``B-PER``, ``I-PER``, ``O``."""


@dataclass(slots=True)
class Document:
    """A text, and where its names stand: start, end, kind."""

    text: str
    names: list[tuple[int, int, str]]
    language: str = "en"


def split(lines: Sequence[str]) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL file: the first column is the word, the last its tag."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*lines, ""]:
        parts = re.split(r"[ \t]", line.strip("\r\n"))
        if len(parts) < 2 or parts[0] == "-DOCSTART-":
            if words:
                yield words, _begin(tags)
            words, tags = [], []
            if parts[0] == "-DOCSTART-":
                yield [], []
            continue
        words.append(parts[0].replace("\xad", ""))
        tags.append("O" if parts[-1] in "0O" else parts[-1])
    if words:
        yield words, _begin(tags)


def _begin(tags: list[str]) -> list[str]:
    """Return tags of which each name's first is ``B-``, whatever the file's habit."""
    out, last = [], "O"
    for tag in tags:
        kind = tag[2:] if tag[1:2] == "-" else tag
        if kind == "O":
            out.append("O")
        else:
            out.append(("I-" if last == kind and not tag.startswith("B-") else "B-") + kind)
        last = kind
    return out


_NO_BLANK_BEFORE: Final = frozenset(
    ". , ; : ! ? ) ] % ' 's n't 're 've 'll 'd 'm ’ ’s ” ...".split()
)
_NO_BLANK_AFTER: Final = frozenset("( [ $ £ “ ‘ #".split())


def write_text(
    sentences: Sequence[Sentence], *, tidy: bool, between: str = "\n\n", language: str = "en"
) -> Document:
    """Return sentences as a document; *tidy* sets blanks as a writer does."""
    text: list[str] = []
    names: list[tuple[int, int, str]] = []
    at = 0
    for words, tags in sentences:
        open_quote = False
        glue = True
        for word, tag in zip(words, tags, strict=True):
            quote = word in ('"', "''", "``")
            blank = not glue
            if tidy and (word in _NO_BLANK_BEFORE or (quote and open_quote)):
                blank = False
            shown = '"' if tidy and quote else word
            if blank:
                text.append(" ")
                at += 1
            glue = tidy and (word in _NO_BLANK_AFTER or (quote and not open_quote))
            if quote:
                open_quote = not open_quote
            kind = tag[2:]
            if tag.startswith("B-"):
                names.append((at, at + len(shown), kind))
            elif tag.startswith("I-"):
                names[-1] = (names[-1][0], at + len(shown), kind)
            text.append(shown)
            at += len(shown)
        text.append(between)
        at += len(between)
    return Document("".join(text), names, language)


def _grouped(sentences: Sequence[Sentence], language: str, seed: int) -> Iterator[Document]:
    chance = random.Random(seed)
    for at in range(0, len(sentences), _SENTENCES_A_DOCUMENT):
        group = sentences[at : at + _SENTENCES_A_DOCUMENT]
        yield write_text(
            group,
            tidy=chance.random() < 0.6,
            between=chance.choice(["\n\n", "\n\n", "\n", " "]),
            language=language,
        )


def read_conll(path: Path, language: str = "en") -> list[list[Sentence]]:
    """Return the documents of a CoNLL file; one document where the file marks none."""
    documents: list[list[Sentence]] = []
    for words, tags in split(path.read_text("utf-8", "replace").splitlines()):
        if not words or not documents:
            documents.append([])
        if words:
            documents[-1].append((words, tags))
    return [d for d in documents if d]


def group(sentences: Sequence[Sentence], language: str = "en", seed: int = 1) -> list[Document]:
    """Return sentences as documents of some sentences each, tidy or not."""
    return list(_grouped(sentences, language, seed))


def read_swedish(path: Path) -> list[Sentence]:
    """Return the sentences of the Swedish news corpus; its kind PRG is a programme."""
    kept = {*KINDS, "O"}
    found = []
    for words, tags in split(path.read_text("utf-8").splitlines()):
        if words:
            found.append(
                (words, [t if t == "O" or t[2:] in kept else t[:2] + "MISC" for t in tags])
            )
    return found


def read_ronec(path: Path) -> list[Sentence]:
    """Return the sentences of the Romanian corpus; people without a name are no names."""
    found = []
    for entry in json.loads(path.read_text("utf-8")):
        words, tags = entry["tokens"], []
        spans: list[list[int]] = []
        for number, tag in enumerate(entry["ner_tags"]):
            kind = _RONEC.get(tag[2:], "")
            tags.append("O")
            if kind and tag.startswith("B-"):
                spans.append([number, number + 1])
            elif kind and spans and spans[-1][1] == number:
                spans[-1][1] = number + 1
        for first, last in spans:
            kind = _RONEC[entry["ner_tags"][first][2:]]
            # "fotbalistul Dan Petrescu": the name is what has capitals
            while first < last and not words[first][0].isupper():
                first += 1
            while last > first and not (
                words[last - 1][0].isupper() or words[last - 1][0].isdigit()
            ):
                last -= 1
            if last > first and (kind != "MISC" or words[first][0].isupper()):
                tags[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]
        found.append((words, tags))
    return found


def read_gum(folder: Path) -> list[list[Sentence]]:
    """Return the documents of GUM as text alone: their entities are more than names."""
    documents = []
    for path in sorted(folder.glob("*.tsv")):
        sentences: list[Sentence] = []
        words: list[str] = []
        for line in [*path.read_text("utf-8").splitlines(), ""]:
            if re.match(r"\d+-\d+\t", line):
                words.append(line.split("\t")[2])
            elif words and not line.strip():
                sentences.append((words, ["O"] * len(words)))
                words = []
        documents.append(sentences)
    return documents
