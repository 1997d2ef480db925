"""The tagger's arithmetic is the same in Python and compiled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching import name_net_python
from pipeline.enriching.name_model import net_for
from pipeline.enriching.name_signs import APART, BREAKS, gap_kinds
from pipeline.words.reading import read_words

name_net = pytest.importorskip("pipeline.enriching.name_net", reason="not compiled")

WORDS = st.sampled_from(
    "London Paris the of said U . , S Bank NATO JOHN SMITH smith Maria Rossi \n \n\n ( ) ' s - Ünal 12 Zzyzx".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=60), st.text(max_size=30))
def test_both_give_the_same_names(pieces: list[str], more: str) -> None:
    net = net_for("en")
    assert net is not None
    words = read_words(" ".join(pieces) + more)
    gaps = gap_kinds(words.gaps)
    given_words = (words.text, words.starts, words.ends, words.cased, words.plain)
    keys, rows = net.keys
    slow_slots = name_net_python.slots(keys, rows)

    found = name_net.rows_of(net.slots, net.endings, *given_words)
    assert (found == name_net_python.rows_of(slow_slots, net.endings, *given_words)).all()
    items = name_net.item_kinds(words.shapes, words.plain, gaps, BREAKS)
    assert (items == name_net_python.item_kinds(words.shapes, words.plain, gaps, BREAKS)).all()
    said, near = name_net.says(net, found, words.shapes, gaps, items, 0)
    slow_said, slow_near = name_net_python.says(net, found, words.shapes, gaps, items, 0)
    assert (said == slow_said).all()
    assert (near == slow_near).all()
    name_net.agree(said, near, words.shapes, words.plain, net.most, net.share)
    name_net_python.agree(slow_said, near, words.shapes, words.plain, net.most, net.share)
    assert (said == slow_said).all()
    best = name_net.best_names(said, near, gaps, APART)
    assert best == name_net_python.best_names(said, near, gaps, APART)
