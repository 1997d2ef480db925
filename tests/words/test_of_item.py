"""An item's words, and the language that they are in."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.words.of_item import language_of
from schemas.types import Tag
from schemas.wire import WireItem

Make = Callable[..., WireItem]


def told(code: str, by: str) -> Tag:
    return Tag(scheme="language", code=code, by=by)


def test_the_words_are_in_the_language_that_the_provider_says(make_item: Make) -> None:
    item = make_item("Rain.", language="it", language_by="said", tags=(told("it", "said"),))

    assert language_of(item) == "it"


def test_where_they_plainly_are_in_another_that_one_counts(make_item: Make) -> None:
    tags = (told("it", "said"), told("en", "language"))
    item = make_item("Rain.", language="it", language_by="said", tags=tags)

    assert language_of(item) == "en"
    assert language_of(item.model_copy(update={"tags": ()})) == "it"
