"""Names as a spaCy model finds them: an extra, milliseconds an item, for those who want its eyes.

``pip install 'dateline[spacy]'`` and a model; then the plan names the step behind ``names``::

    [enriching]
    steps = ["names", "spacy_names", ...]
    slow_ms = 200

    [enriching.spacy_names]
    model = "en_core_web_sm"

A model's licence is its maker's; none ships with Dateline.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

from pipeline.enriching.registry import enrichers
from pipeline.words.of_item import language_of, words_of
from schemas.types import Name, Span
from schemas.wire import WireItem

__all__ = ["add_spacy_names"]

Kind = Literal["person", "organisation", "place", "other"]

_KINDS: Final[dict[str, Kind]] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "MISC": "other",
}
"""OntoNotes' labels, of which spaCy's English models speak, and those of its other models."""

_SCORE: Final = 0.7
"""spaCy gives no scores; its small English model is right in some 7 of 10 names of wire copy."""


def _missing(model: str = "en_core_web_sm") -> str:
    if find_spec("spacy") is None:
        return "the package spacy is not installed; pip install 'dateline[spacy]'"
    if find_spec(model.replace("-", "_")) is None and not Path(model).is_dir():
        return f"there is no spaCy model {model!r}: neither a package of that name nor a folder"
    return ""


@lru_cache(maxsize=4)
def _model(name: str) -> Any:
    return importlib.import_module("spacy").load(name)


def _warm(*, model: str = "en_core_web_sm") -> None:
    """Read the model, some seconds, before the first item's time runs."""
    _model(model)


@enrichers.add(
    "spacy_names", needs={"text"}, gives={"names"}, slow=True, missing=_missing, warm=_warm
)
def add_spacy_names(item: WireItem, *, model: str = "en_core_web_sm") -> WireItem:
    """Add names that a spaCy model finds and nobody has found before, in the model's language.

    A mention that overlaps with one of a known name is left to that name.
    """
    reads = _model(model)
    if language_of(item) not in ("", reads.lang):
        return item
    taken = {name: [*name.spans] for name in item.names}
    known = [span for spans in taken.values() for span in spans]
    found: dict[tuple[Kind, str], list[Span]] = {}
    for kind, name, span in _mentions(item, reads):
        if not any(_overlap(span, other) for other in known):
            found.setdefault((kind, name), []).append(span)
    if not found:
        return item
    new = tuple(
        Name(kind=kind, name=name, spans=tuple(spans), score=_SCORE, by=f"spacy:{model}")
        for (kind, name), spans in found.items()
    )
    return item.model_copy(update={"names": (*item.names, *new)})


def _mentions(item: WireItem, reads: Any) -> Iterator[tuple[Kind, str, Span]]:
    read = words_of(item)
    ends = (*(begin - 2 for begin in read.begins[1:]), len(read.text))
    for begin, end in zip(read.begins, ends, strict=True):
        for entity in reads(read.text[begin:end]).ents:
            kind = _KINDS.get(entity.label_)
            if kind is not None and entity.text.strip():
                start = begin + entity.start_char
                span = read.span(start, start + len(entity.text))
                yield kind, " ".join(entity.text.split()), span


def _overlap(one: Span, other: Span) -> bool:
    return one.where == other.where and one.start < other.end and other.start < one.end
