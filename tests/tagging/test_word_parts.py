"""Parts of words: that both ways to find them agree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tagging import parts_by_python
from pipeline.tagging.word_parts import Kind, Parts, part_number
from pipeline.words import by_python
from pipeline.words.reading import read_words

compiled = pytest.importorskip(
    "pipeline.tagging.compiled_parts", reason="this installation was built without a compiler"
)

LETTERS = st.text(alphabet="abIıİßçКр我", min_size=3, max_size=6)
PARTS = st.dictionaries(
    st.tuples(LETTERS, st.sampled_from(["whole", "cased", "begins", "ends", "inside"])),
    st.integers(0, 9),
    max_size=8,
)


@given(PARTS, st.text(alphabet="abIıİßçКр我 .\ud800", max_size=80))
def test_both_ways_to_find_parts_agree(parts: dict[tuple[str, Kind], int], text: str) -> None:
    """Compiled or not, the same words have the same parts."""
    small: dict[tuple[str, Kind], int] = {
        (by_python.lower(p), k): row for (p, k), row in parts.items() if k != "cased"
    }
    known = Parts(small)
    words = read_words(text)
    keys = np.array([part_number(*part) for part in small], np.uint64)
    table = by_python.slots(keys, np.array(list(small.values()), np.int32))
    inside = known._inside if known._looks_inside else None
    places = (words.starts, words.ends)

    assert known.find(words) == parts_by_python.find_parts(
        table, known._begins, inside, text, *places, words.plain, words.cased
    )


def test_a_part_of_two_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="less than 3"):
        Parts({("ab", "begins"): 0})
