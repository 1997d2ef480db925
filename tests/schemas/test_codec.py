from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas.article import Article
from schemas.codec import Undecodable, Unencodable, decode, encode
from schemas.types import Tag
from schemas.wire import WireItem
from tests.schemas.articles import articles

MakeItem = Callable[..., WireItem]


@settings(max_examples=100, deadline=None)
@given(articles())
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    """Writing loses nothing, and writing again gives the same bytes."""
    written = encode(article)

    # compared as bytes: a coordinate that is no number is written as none
    assert encode(decode(Article, written)) == written
    assert encode(article) == written


def test_an_article_is_written_with_every_field() -> None:
    """A reader in another language needs no table of our defaults."""
    tag = Tag(scheme="medtop", code="16000000", by="words")

    assert encode(tag) == (
        b'{"scheme":"medtop","code":"16000000","name":"","score":1.0,"by":"words","spans":[]}'
    )


def test_an_item_leaves_out_its_defaults(make_item: MakeItem) -> None:
    """Items travel only inside the line; what is left out comes back by itself."""
    item = make_item("Rain.")
    written = encode(item)

    assert b"standfirst" not in written
    assert decode(WireItem, written) == item


def test_fields_of_a_newer_writer_are_ignored(make_item: MakeItem) -> None:
    """An old reader reads a new writer."""
    item = make_item("Rain.")
    newer = encode(item)[:-1] + b',"mood":"sunny"}'

    assert decode(WireItem, newer) == item


@given(st.binary(max_size=200))
@example(b"")
@example(b"null")
@example(b"[" * 100_000)
@example(b'{"item_id":' * 100_000)
@example(b'{"item_id":"\\ud800"}')
@example(b'{"item_id":1e999}')
def test_bad_bytes_are_refused_in_one_sentence(data: bytes) -> None:
    """Whatever the bytes are, there is one error, and it says what was expected."""
    with pytest.raises(Undecodable) as refused:
        decode(WireItem, data)

    assert str(refused.value).startswith("Not readable as WireItem: ")
    assert "\n" not in str(refused.value)


def test_the_sentence_names_the_field() -> None:
    """An operator sees which field is wrong and how many more."""
    with pytest.raises(Undecodable, match=r"item_id: Field required \(and 6 more\)\.$"):
        decode(WireItem, b"{}")


def test_text_that_is_no_unicode_is_refused_in_time() -> None:
    """Half a surrogate pair cannot lie on a topic; the item goes to quarantine instead."""
    with pytest.raises(Unencodable, match="surrogates"):
        encode(Tag(scheme="medtop", code="\ud800", by="words"))
