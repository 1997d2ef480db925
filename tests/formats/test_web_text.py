"""A wire story as an agency's site shows it: the invented page, and the real one where it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.cleaning.words import unaccounted_words
from tests.formats.conftest import ReadOne
from tests.formats.test_reading import WEB_PAGE

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "web_text"


def test_the_page_around_the_story_is_set_aside(read_one: ReadOne) -> None:
    """Headline, body and dateline are the story's; each span that goes is on record."""
    item = read_one(WEB_PAGE)

    assert item.format == "web_text"
    assert item.headline == "Harbour of Example City reopens after the storm"
    assert [block.text.split()[0] for block in item.body] == ["The", "“We"]
    assert item.dateline is not None
    assert item.dateline.places == ("Lisbon", "Vienna")
    assert item.dateline.on == date(2026, 3, 3)
    assert item.dateline.agencies == ("Northwire", "Alpenpress")
    assert item.credit == "Northwire/Alpenpress"
    assert item.created_at == datetime(2026, 3, 3, tzinfo=UTC)
    assert {removed.step for removed in item.removed} == {"breadcrumb", "standfirst", "furniture"}
    assert item.categories == ("Site", "News stories", "Europe", "Svet")
    assert unaccounted_words(item) == 0


def test_the_same_story_under_another_name_is_the_same_item(read_one: ReadOne) -> None:
    one = read_one(WEB_PAGE, name="a.txt")
    other = read_one(WEB_PAGE.replace("two cranes", "three cranes"), name="b.txt")
    copy = read_one(WEB_PAGE.replace("Northwire/Alpenpress", "Delta"), name="c.txt")

    assert one.item_id == other.item_id, "an edited state of the page is a version of it"
    assert one.item_id != copy.item_id, "another agency's copy is another item"


@pytest.mark.parametrize(
    "variant",
    [
        WEB_PAGE.replace("\n", "\r\n"),
        WEB_PAGE.replace("\n\n", "\n"),
        WEB_PAGE.split("\n", 2)[2],
        WEB_PAGE.replace("Back to top button\n", ""),
        "\ufeff" + WEB_PAGE,
    ],
    ids=["CRLF", "single line ends", "no breadcrumb", "no furniture", "byte order mark"],
)
def test_the_page_may_be_scraped_in_other_ways(read_one: ReadOne, variant: str) -> None:
    item, as_it_was = read_one(variant), read_one(WEB_PAGE)
    assert item.headline == as_it_was.headline
    assert [b.text for b in item.body] == [b.text for b in as_it_was.body]
    assert item.item_id == as_it_was.item_id


def test_an_old_encoding_gives_the_same_words(read_one: ReadOne) -> None:
    item = read_one(WEB_PAGE.encode("cp1252"))
    assert item.encoding == "cp1252"
    assert [b.text for b in item.body] == [b.text for b in read_one(WEB_PAGE).body]


def test_a_page_mangled_by_another_program_is_repaired(read_one: ReadOne) -> None:
    """UTF-8 read as cp1252 and written again; the repair proves itself by doing it again."""
    mangled = WEB_PAGE.encode().decode("sloppy-windows-1252")
    assert "“We lost" not in mangled
    assert [b.text for b in read_one(mangled).body] == [b.text for b in read_one(WEB_PAGE).body]


@pytest.mark.skipif(not REAL.is_dir(), reason="the real page is not here")
def test_the_real_page(read_one: ReadOne) -> None:
    """The scraped page that started it all comes out whole and without its page."""
    (path,) = REAL.glob("*.txt")
    value = path.read_bytes()
    item = read_one(value)

    blocks = [block.strip() for block in value.decode().split("\n\n") if block.strip()]
    breadcrumb, headline, standfirst, first, *_, furniture = blocks
    assert item.headline == headline
    # All blocks of the page but breadcrumb, headline, standfirst and furniture.
    assert len(item.body) == len(blocks) - 4
    assert item.body[0].text == standfirst
    assert first.endswith(standfirst)
    assert item.text.count(standfirst) == 1
    assert {removed.text for removed in item.removed} == {breadcrumb, standfirst, furniture}
    assert item.dateline is not None
    assert item.dateline.places == ("Brussels", "Moscow")
    assert item.dateline.on == date(2022, 2, 17)
    assert item.dateline.agencies == ("dpa", "MIA")
    assert "Europe" in item.categories
    assert unaccounted_words(item) == 0
    assert [b.text for b in item.body[1:]] == blocks[4:-1], "no character of the body is lost"
