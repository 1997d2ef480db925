"""The text of a NITF story: what is text stays, what is none is set aside, word for word."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.formats.markup import element_blocks
from pipeline.formats.nitf_body import NITF_ELEMENTS, body_of
from pipeline.outcome import Divert, Reason
from tests.formats.conftest import Read, ReadOne
from tests.formats.nitf_makers import STORY, nitf


def test_media_alone_go_aside(read: Read) -> None:
    (outcome,) = read(nitf(content="<media><media-caption>Rain.</media-caption></media>", top=""))
    assert isinstance(outcome, Divert)
    assert outcome.reason is Reason.NOT_TEXT


def test_a_picture_in_a_paragraph_leaves_the_rest(read_one: ReadOne) -> None:
    content = (
        "<p>It rained <media><media-object>aGVsbG8=</media-object>"
        "<media-caption>The square.</media-caption></media>on Tuesday.</p>"
    )
    item = read_one(nitf(content=content))
    assert item.text == "It rained on Tuesday."
    assert [(one.step, one.text) for one in item.removed] == [("media", "The square.")]


def test_bare_lines_are_paragraphs(read_one: ReadOne) -> None:
    item = read_one(nitf(content="\n      It rained.\n      Ferries stopped.\n"))
    assert [block.text for block in item.body] == ["It rained.", "Ferries stopped."]


def test_soft_breaks_are_blanks(read_one: ReadOne) -> None:
    item = read_one(nitf(content="<p>   It rained on <br />the key <br/>profit-making pier</p>"))
    assert item.text == "It rained on the key profit-making pier"


def test_names_marked_in_the_text_are_its_words(read_one: ReadOne) -> None:
    content = (
        "<p><person>Ana Exemplo</person>'s <org idsrc='x'>Rivers</org>, <chron>1998</chron></p>"
    )
    assert read_one(nitf(content=content)).text == "Ana Exemplo's Rivers, 1998"


def test_a_table_a_list_a_quote_keep_their_kinds(read_one: ReadOne) -> None:
    content = (
        "<block><hl2>Piers</hl2><nitf-table><nitf-table-metadata><nitf-colgroup/>"
        "</nitf-table-metadata><table><tr><th/><th>Time</th></tr><tr><td>1</td><td>9.30</td>"
        "</tr></table></nitf-table><ul><li>one</li><li>two</li></ul>"
        "<bq><p>Water.</p></bq></block>"
    )
    item = read_one(nitf(content=content))
    assert [(block.kind, block.text) for block in item.body] == [
        ("h3", "Piers"),
        ("table", "\tTime\n1\t9.30"),
        ("ul", "one\ntwo"),
        ("blockquote", "Water."),
    ]


def test_a_fraction_is_no_number_of_two_figures(read_one: ReadOne) -> None:
    frac = "<frac><frac-num>3</frac-num><frac-den>4</frac-den></frac>"
    assert read_one(nitf(content=f"<p>It is {frac} full.</p>")).text == "It is 3/4 full."


def test_links_under_a_story_are_no_text(read_one: ReadOne) -> None:
    links = '<block style="EXTERNAL-LINKS"><p><a href="http://x.example/">River</a></p></block>'
    item = read_one(nitf(content=STORY + links))
    assert len(item.body) == 1
    assert [(one.step, one.text) for one in item.removed] == [("links", "River")]


def test_the_element_itself_stays_as_it_was() -> None:
    content = etree.fromstring(f"<body.content>{STORY}<note>x</note><pre>a\nb</pre></body.content>")
    before = etree.tostring(content)
    body_of(content)
    assert etree.tostring(content) == before


_WORDS = st.text(st.sampled_from("abc é\n\t\u00a0.,5"), max_size=12)
_INLINE = st.sampled_from(["{}", "<person>{}</person>", "<em>{}</em>", "<br/>{}", "<q>{}</q>"])
_PIECES = st.lists(st.tuples(_INLINE, _WORDS), max_size=4).map(
    lambda pieces: "".join(inline.format(text) for inline, text in pieces)
)
_BLOCKS = st.sampled_from(
    [
        "<p>{}</p>",
        "<hl2>{}</hl2>",
        "<block><p>{}</p></block>",
        "<note><p>{}</p></note>",
        "<media><media-caption>{}</media-caption></media>",
        "<ul><li>{}</li></ul>",
        "<bq><p>{}</p></bq>",
        "<pre>{}</pre>",
        "<p>a<media><media-caption>{}</media-caption></media> b</p>",
        "{}",
    ]
)
_BODIES = st.lists(st.tuples(_BLOCKS, _PIECES), max_size=6).map(
    lambda blocks: f"<body.content>{''.join(b.format(p) for b, p in blocks)}</body.content>"
)


@given(_BODIES)
def test_no_word_of_a_body_is_lost(markup: str) -> None:
    """Letters are counted, since a break inside of bare words parts what was one."""
    content = etree.fromstring(markup)
    blocks, removed, _ = body_of(content)
    there = "".join("".join(content.itertext()).split())
    found = "".join([*(block.text for block in blocks), *(one.text for one in removed)])
    assert Counter(there) == Counter("".join(found.split()))


@given(st.lists(st.tuples(st.sampled_from(["p", "hl2"]), _PIECES), min_size=1, max_size=5))
def test_prose_is_read_as_the_slower_way_reads_it(parts: list[tuple[str, str]]) -> None:
    inner = "".join(f"<{name}>{text}</{name}>\n" for name, text in parts)
    for markup in (inner, f"<block>{inner}</block>"):
        content = etree.fromstring(f"<body.content>{markup}</body.content>")
        assert body_of(content)[0] == element_blocks(content, rename=NITF_ELEMENTS)
