"""IPTC's Media Topics: codes, what they belong to, and the older codes that they replace.

The data file ``mediatopics.json`` is compiled by ``python -m pipeline.tagging.topics.build``; its
sources and licence stand in ``MEDIATOPICS-LICENSE.md``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

from pipeline.tagging.topics.agency_codes import topic_of_agency_code
from schemas.types import Subject

__all__ = ["Topics", "topic_of", "topics", "with_parents"]

_CODE: Final = re.compile(r"(?:^|[:/])(\d{8})$")
_IPTC: Final = re.compile(r"medtop|mediatopic|iptc|subj|newscodes|dpasrs", re.IGNORECASE)
"""Names of schemes whose codes are IPTC's: ``medtop`` (Media Topics), ``subj`` (Subject NewsCodes),
``IptcSubjectCode`` and its like in NewsML 1.2 and NITF, ``dpasrs`` (dpa's subject reference)."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The compiled data."""

    parent: Mapping[str, str]
    """The topic above each code; empty above the top."""
    top: Mapping[str, str]
    """The top-level topic of each code."""
    name: Mapping[str, str]
    """The English label of each code."""
    retired: Mapping[str, str]
    """The nearest topic above a retired one that is still in use."""
    subjects: Mapping[str, str]
    """The Media Topic of each older subject code."""
    words: Mapping[str, Mapping[str, Mapping[str, list[str]]]]
    """Words by language, top-level topic and weight."""
    narrow: Mapping[str, Mapping[str, list[str]]]
    """Words by language and by the narrower topic that they name."""
    tops: tuple[str, ...]
    """The top-level topics, in the order of their codes."""
    place: Mapping[str, int]
    """Of each code the place of its top-level topic among them."""


@lru_cache(maxsize=1)
def topics() -> Topics:
    """Return the topics that ship, read once."""
    file = resources.files("pipeline.tagging.topics").joinpath("mediatopics.json")
    data: dict[str, Any] = json.loads(file.read_bytes())
    parent: dict[str, str] = {code: parent for code, (parent, _) in data["topics"].items()}
    top = {code: _above(code, parent)[-1] for code in parent}
    tops = tuple(sorted(code for code in parent if not parent[code]))
    return Topics(
        parent=parent,
        top=top,
        name={code: name for code, (_, name) in data["topics"].items()},
        retired=data["retired"],
        subjects=data["subjects"],
        words=data["words"],
        narrow=data["narrow"],
        tops=tops,
        place={code: tops.index(above) for code, above in top.items()},
    )


def _above(code: str, parent: Mapping[str, str]) -> list[str]:
    chain = [code]
    while parent[chain[-1]]:
        chain.append(parent[chain[-1]])
    return chain


def with_parents(code: str) -> list[str]:
    """Return a topic and those above it, the top-level one last.

    >>> with_parents("20000243")
    ['20000243', '20000209', '04000000']
    """
    return _above(code, topics().parent)


def topic_of(subject: Subject) -> str:
    """Return the Media Topic that a provider's subject stands for, or an empty string.

    ``medtop:20000530``, a URI that ends in the code, or the older ``subj:04007003``. An older code
    that no Media Topic replaces counts as its top-level topic: the first two digits are the same. A
    retired topic counts as the nearest one above it that is in use. Agencies' own codes count where
    they name one subject (``agency_codes``).

    >>> topic_of(Subject(scheme="subj", code="04007003"))
    '20000243'
    """
    code = topic_of_agency_code(subject)
    if not code:
        match = _CODE.search(subject.code)
        if match is None or not (_IPTC.search(subject.scheme) or _IPTC.search(subject.code)):
            return ""
        code = match[1]
    known = topics()
    if code not in known.top:
        code = known.subjects.get(code, f"{code[:2]}000000")
    return known.retired.get(code, code) if code in known.top else ""
