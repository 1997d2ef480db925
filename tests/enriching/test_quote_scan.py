"""The compiled reading of letters gives what the one in Python gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.quotes import scan_by_python as quote_scan_python
from pipeline.enriching.quotes.grammar import CUES, GAPS, speech
from pipeline.words.reading import read_words

quote_scan = pytest.importorskip("pipeline.enriching.quotes.scan")


@given(
    st.text(alphabet="aZ 1.,;!?\n\"'“”(—-", max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "Mr.",
                "said",
                "J.",
                "that",
                "He",
                "\n\n",
                "“We",
                "go,”",
                "1",
                "the",
                "5.",
                "May",
                "fear",
                "to",
                "claims",
                "1,000",
                "convinced",
                "of",
                "Mai",
                "forderte",
            ]
        )
    ).map(" ".join),
    st.sampled_from(["en", "de", ""]),
    st.integers(0, 20),
)
def test_both_read_the_same(text: str, language: str, at: int) -> None:
    given_ = (speech(language).table, read_words(text), GAPS, CUES, at)

    assert quote_scan.scan(*given_) == quote_scan_python.scan(*given_)
