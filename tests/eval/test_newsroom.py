"""A hostile newsroom's pairs: nothing that a desk would miss is set aside."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from tests.eval.newsroom import asked, fate_of

FLOORS = {
    "exact": 1.0,
    "reformatted": 0.98,  # a block for each short line looks like a list
    "one fact": 1.0,
    "embedded": 1.0,
    "truncated": 1.0,
    "new lead": 1.0,
    "sidebar": 1.0,
    "translation": 1.0,
    "template": 1.0,
    "advisory": 1.0,
}


@cache
def shares() -> dict[str, float]:
    counts, right = Counter[str](), Counter[str]()
    for pair in asked():
        counts[pair.relation] += 1
        right[pair.relation] += fate_of(pair)[0] == pair.wanted
    return {relation: right[relation] / count for relation, count in counts.items()}


@pytest.mark.parametrize("relation", FLOORS)
def test_a_desk_gets_what_it_wants(relation: str) -> None:
    """Before, 47 of 212 with one fact changed were kept, and 59 of 96 with new paragraphs."""
    assert shares()[relation] >= FLOORS[relation]


def test_every_relation_has_a_floor() -> None:
    assert set(shares()) == set(FLOORS)
