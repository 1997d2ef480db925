"""No word is lost or doubled between the bytes and the item, whatever the format."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.cleaning.words import unaccounted_words
from pipeline.formats.markup import html_blocks
from pipeline.formats.paragraphs import text_blocks
from pipeline.outcome import Keep
from tests.formats.conftest import Read, ReadOne

quick = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

WORDS = st.sampled_from(
    "Rain in Lisbon fell on the square — “No”, she said. well-known 3,5 % Größe дождь 雨 KILL "
    "UPDATE EMBARGO By Ana Exemplo (Northwire) Vienna, March 3 Read more Europe ab/cd\u00a0ef".split(
        " "
    )
)
LINES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
PARAGRAPHS = st.lists(
    st.one_of(
        LINES,
        st.sampled_from(
            [
                "0_Web_News storiesEuropeEurope.portalSvet",
                "LISBON/Vienna, 3 March 2026 (Northwire/dpa) — It rained on the square all day.",
                "It rained on the square all day.",
                "By Ana Exemplo",
                "2ND LEAD",
                "Back to top button",
                "(Reporting by Ana Exemplo; editing by Max Muster)",
                "EMBARGOED until 18:00 GMT on March 6",
            ]
        ),
    ),
    min_size=1,
    max_size=8,
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


@given(paragraphs=PARAGRAPHS, join=st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n   "]))
@quick
def test_a_text_accounts_for_its_words(read: Read, paragraphs: list[str], join: str) -> None:
    text = join.join(paragraphs)
    for outcome in read(text):
        if isinstance(outcome, Keep):
            item = outcome.item
            assert unaccounted_words(item) == 0
            assert item.words_read == words(text).total()
            kept = [item.headline, item.standfirst, item.byline, item.text]
            kept += [item.dateline.text] if item.dateline else []
            kept += [removed.text for removed in item.removed]
            assert words("\n".join(kept)) == words(text)


@given(paragraphs=PARAGRAPHS, as_html=st.booleans(), description=LINES)
@quick
def test_ninjs_accounts_for_its_words(
    read: Read, paragraphs: list[str], as_html: bool, description: str
) -> None:
    said: dict[str, object] = {
        "uri": "http://northwire.example/1",
        "headline": paragraphs[0],
        "description_text": description,
        "byline": "Ana Exemplo",
    }
    if as_html:
        said["body_html"] = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    else:
        said["body_text"] = "\n\n".join(paragraphs)
    (outcome,) = read(json.dumps(said))
    assert isinstance(outcome, Keep)
    assert unaccounted_words(outcome.item) == 0
    expected = words(" ".join([*paragraphs, paragraphs[0], description, "Ana Exemplo"]))
    assert outcome.item.words_read == expected.total()


TAGS = ("p", "div", "em", "b", "span", "li", "ul", "td", "tr", "table", "blockquote", "h2", "a")
MARKUP = st.lists(
    st.one_of(
        LINES.map(lambda line: html.escape(line) + " "),
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["<br>"]),
    ),
    max_size=30,
)


@given(MARKUP)
@quick
def test_markup_may_be_broken_and_keeps_its_words(pieces: list[str]) -> None:
    """Tags that are never closed, or never opened, change blocks and no words."""
    said = " ".join(html.unescape(piece) for piece in pieces if not re.fullmatch(r"</?\w+>", piece))
    blocks = html_blocks("".join(pieces))
    assert words("\n".join(block.text for block in blocks)) == words(said)


@given(MARKUP)
@quick
def test_the_markup_that_stays_is_safe_and_says_the_same(pieces: list[str]) -> None:
    for block in html_blocks("".join(pieces)):
        if block.html:
            assert set(re.findall(r"</?(\w+)", block.html)) <= {"em", "strong", "a"}
            assert words(html.unescape(re.sub(r"<[^>]*>", "", block.html))) == words(block.text)


@given(st.lists(LINES, min_size=1, max_size=12), st.integers(20, 90))
@quick
def test_re_flowed_lines_keep_their_words(lines: list[str], width: int) -> None:
    text = "\n".join(line[:width] for line in lines)
    blocks: Callable[[bool], str] = lambda head: "\n".join(  # noqa: E731
        block.text for block in text_blocks(text, has_head=head)
    )
    assert words(blocks(False)) == words(blocks(True)) == words(text)


@pytest.mark.parametrize(
    "line", ["LISBON (Northwire) _ It rained.", "LISBON (dpa) _ ``It rained''"]
)
def test_an_underscore_for_a_dash_is_no_word(read_one: ReadOne, line: str) -> None:
    """ANPA has no dash; with the dateline's end it goes, and no word with it."""
    item = read_one(f"Rain in Lisbon\n\n{line}\n\nIt rained on the square _ and on the_hill.\n")

    assert item.dateline is not None
    assert "_" not in item.dateline.text + item.body[0].text
    assert unaccounted_words(item) == 0
    assert item.words_read == 3 + 4 + 9


@given(st.lists(st.one_of(LINES.map(html.escape), st.sampled_from(
    ["<p class='a'>", "</p>", '<a href="http://northwire.example/?a=1&amp;b=2" title="x">', "</a>",
     "<em id=a>", "</em>", "<br/>", "<td width=3>", "<!-- no -->", "3 < 4 ", "<img src='a b'/>"]
)), max_size=20))  # fmt: skip
@quick
def test_large_markup_is_read_as_if_it_were_small(pieces: list[str]) -> None:
    """Its attributes are taken off first, but for links; the words and the links stay."""
    markup = "".join(pieces)
    end = "<p>" + "It rained. " * 6000 + "</p>"

    assert html_blocks(f"{markup}{end}")[:-1] == html_blocks(f"{markup}<p>It rained.</p>")[:-1]
