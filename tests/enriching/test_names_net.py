"""The tagger's arithmetic is the same in Python and compiled."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.names import net_by_python as name_net_python
from pipeline.enriching.names.model import net_for
from pipeline.words.reading import read_words

name_net = pytest.importorskip("pipeline.enriching.names.net", reason="not compiled")

WORDS = st.sampled_from(
    "London Paris the of said U . , S Bank NATO JOHN SMITH smith Maria Rossi \n \n\n ( ) ' s - Ünal 12 Zzyzx".split(
        " "
    )
)
EAGER = st.sampled_from((-60_000, 0, 2_400, 60_000))
"""The first finds few names, the last makes nearly each word one: more numbers are compared."""


@cache
def _taggers() -> tuple[Any, Any]:
    net = net_for("en")
    assert net is not None
    return name_net.Tagger(net), name_net_python.Tagger(net)


@given(st.lists(WORDS, max_size=60), st.text(max_size=30), EAGER, st.booleans())
def test_both_give_the_same_names(pieces: list[str], more: str, eager: int, tails: bool) -> None:
    words = read_words(" ".join(pieces) + more)
    compiled, plain = _taggers()

    found = compiled.tag(words, 0, eager, tails)
    assert found.tolist() == plain.tag(words, 0, eager, tails).tolist()


def test_a_short_text_after_a_long_one_is_read_as_ever() -> None:
    tagger, _ = _taggers()
    short, long = read_words("Maria Rossi left."), read_words("Maria Rossi met Jan. " * 10_000)
    before = tagger.tag(short, 0, 0, False).tolist()

    assert len(tagger.tag(long, 0, 0, False)) > 10_000
    assert tagger.tag(short, 0, 0, False).tolist() == before
