"""The compiled comparison measures what the one in Python measures."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup import comparing
from pipeline.dedup import comparison_by_python as by_python
from pipeline.dedup.codes import RUN, joined, parted

CODES = st.sampled_from([1, 2, 3, 4, 5, 1800, 1801, 1802, 2047, 2048, 2050, 2051, 4095])
ASIDES = st.lists(st.tuples(st.integers(0, 40), st.integers(1792, 1796)), max_size=12).map(
    lambda told: np.array(sorted(told), "<u2").tobytes()
)
TEXTS = st.lists(CODES, min_size=RUN, max_size=60)
EDITS = st.lists(st.tuples(st.integers(0, 59), st.sampled_from("rdim"), CODES), max_size=8)


def edited(codes: list[int], edits: list[tuple[int, str, int]]) -> list[int]:
    codes = list(codes)
    for at, how, code in edits:
        at %= len(codes)
        if how == "r":
            codes[at] = code
        elif how == "d" and len(codes) > RUN:
            del codes[at]
        elif how == "i":
            codes.insert(at, code)
        else:
            codes = codes[at:] + codes[:at]
    return codes


def packed(codes: list[int]) -> bytes:
    return np.array(codes, "<u2").tobytes()


@given(
    TEXTS,
    EDITS,
    st.sampled_from([0.0, 0.15, 0.5]),
    st.lists(st.booleans(), min_size=60),
    st.integers(0, 4),
    ASIDES,
    ASIDES,
)
def test_both_measure_the_same(
    codes: list[int],
    edits: list[tuple[int, str, int]],
    least: float,
    stops: list[bool],
    names: int,
    aside: bytes,
    their_aside: bytes,
) -> None:
    sentence_of = np.cumsum(stops[: len(codes)]).astype("<i4")
    sentence_of = np.pad(sentence_of, (0, max(0, len(codes) - len(sentence_of))), "edge")
    given = packed(codes), aside, sentence_of.tobytes(), 0.75, least, names, 0.6
    earlier = joined(packed(edited(codes, edits)), their_aside)
    assert comparing.Comparison(*given).measure(earlier) == by_python.Comparison(*given).measure(
        earlier
    )


@given(TEXTS, st.integers(0, 2**63 - 1), st.tuples(*[st.integers(1, 24)] * 4))
def test_both_choose_the_same_keys(codes: list[int], half: int, asked: tuple[int, ...]) -> None:
    given = packed(codes), 2 * half + 1, tuple(n // 2 for n in asked), asked
    assert comparing.keys_of(*given) == by_python.keys_of(*given)


@given(TEXTS, ASIDES)
def test_both_find_the_same_figures(codes: list[int], aside: bytes) -> None:
    given = packed(codes), aside
    assert comparing.figures_in(*given) == by_python.figures_in(*given)


@given(TEXTS, ASIDES)
def test_what_is_remembered_comes_apart_again(codes: list[int], aside: bytes) -> None:
    assert parted(joined(packed(codes), aside)) == (packed(codes), aside)


def test_too_short_an_earlier_text_is_far() -> None:
    """Rows may come from anywhere."""
    compared = comparing.Comparison(packed([1, 2, 3, 4]), b"", b"\0" * 16, 0.75, 0.0, 4, 0.6)
    assert compared.measure(joined(packed([1, 2]), b"")) is None
    assert compared.measure(b"") is None
    assert compared.measure(b"\xff") is None
    assert compared.measure(b"\xff" * 8) is None
