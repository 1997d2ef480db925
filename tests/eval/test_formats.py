"""The evaluation of formats itself: it finds what leaks, and says which promise is broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Block, Dateline, Lifecycle, Subject
from schemas.wire import WireItem
from tests.eval.formats import copy_below, main
from tests.eval.leaks import leaks
from tests.eval.readings import NO_FORMAT, FileReading, read_file
from tests.eval.sums import broken, row_of

NINJS = {
    "uri": "http://northwire.example/1",
    "type": "text",
    "language": "en",
    "versioncreated": "2026-03-02T08:00:00Z",
    "headline": "Rain in Lisbon",
    "body_html": "<p>It <em>rained</em> &amp; rained.</p><table><tr><td>1</td><td>2</td></tr></table>",
}

MakeItem = Callable[..., WireItem]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An item, a picture, a text without id, bytes that are none, and what is no copy."""
    (tmp_path / "json").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "json" / "rain.json").write_text(json.dumps(NINJS))
    picture = {**NINJS, "uri": "http://northwire.example/2", "type": "picture"}
    (tmp_path / "json" / "picture.json").write_text(json.dumps(picture))
    (tmp_path / "text" / "rain.txt").write_text("Rain in Lisbon\n\nIt rained on the square.\n")
    (tmp_path / "text" / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "text" / "rain.expected.json").write_text("{}")
    (tmp_path / "README.md").write_text("# What lies here")
    (tmp_path / ".hidden").write_text("x")
    return tmp_path


def test_only_copy_is_read(folder: Path) -> None:
    names = [path.name for path in copy_below(folder)]
    assert names == ["picture.json", "rain.json", "cut.png", "rain.txt"]


def test_a_file_is_counted_by_the_format_that_read_it(folder: Path) -> None:
    files = [read_file(path.name, path.read_bytes()) for path in copy_below(folder)]
    assert [file.dialect for file in files] == ["ninjs", "ninjs", NO_FORMAT, "plain_text"]
    row = row_of("all", files)

    assert (row.files, row.items, row.read, row.diverted, row.quarantined) == (4, 4, 2, 1, 1)
    assert row.reasons == {"not_readable": 1}
    assert (row.headline, row.body, row.id, row.time, row.language) == (1.0, 1.0, 1.0, 0.5, 0.5)
    assert row.tables == 1
    assert 0 < row.median_us <= row.p95_us <= row.most_us
    assert broken([row]) == []


def test_the_time_of_arrival_is_none_of_the_item(folder: Path) -> None:
    """A reader that takes the record's time for the item's has not read a time."""
    row = row_of("text", [_read(lambda raw: {"versioned_at": raw.received_at})])
    assert row.time == 0.0


def test_an_alert_needs_no_headline_and_a_kill_no_body() -> None:
    alert = row_of("alert", [_read(lambda raw: {"headline": "", "lifecycle": Lifecycle.ALERT})])
    kill = row_of("kill", [_read(lambda raw: {"body": (), "lifecycle": Lifecycle.KILL})])
    update = row_of("bare", [_read(lambda raw: {"body": (), "headline": ""})])

    assert (alert.headline, kill.body, update.headline, update.body) == (1.0, 1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "It rained <p> on the square",
        "It rained.</block>",
        '<location country="pt">Lisbon</location>',
        "Fish &amp; chips",
        "Lisbon&nbsp;3",
        "It&#8217;s raining",
        "^Rain in Lisbon",
        "By Ana Exemplo<",
        "^(Eds: Adds detail)",
        "<!-- a note -->",
    ],
)
def test_markup_in_a_text_is_a_leak(make_item: MakeItem, text: str) -> None:
    assert [leak.kind for leak in leaks(make_item(text))] == ["markup"]
    assert [leak.field for leak in leaks(make_item(headline=text))] == ["headline"]


@pytest.mark.parametrize(
    "text",
    [
        "It is true that 3 < 4 and 5 > 4.",
        "AT&T and Marks & Spencer; R&D;",
        "Write to <ana@northwire.example> or see <https://northwire.example/a?b=1&c=2>.",
        "The face was ^_^ and 2^3 is 8.",
        "An HTML page has a <p> and a &nbsp; in it.",
        "Porto\t3\t4\nLisbon\t2\t1",
        "Ali\u200cBaba and 5\u00a0km",
    ],
)
def test_what_only_looks_like_markup_is_none(make_item: MakeItem, text: str) -> None:
    assert list(leaks(make_item(text))) == []


@pytest.mark.parametrize("character", "\x00 \x0b \r \x1b \x7f \x85 \u200b \ufeff \ufffd".split(" "))
def test_what_nobody_can_see_is_a_leak(make_item: MakeItem, character: str) -> None:
    item = make_item("Rain", keywords=("a", f"b{character}c"))
    assert [(leak.kind, leak.field) for leak in leaks(item)] == [("invisible", "keywords")]


@pytest.mark.parametrize(
    "text",
    [
        "The following information is not intended for publication",
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
        "nicht zur Veroeffentlichung bestimmt",
        "# Notizblock",
        "Notizblock ## Redaktionelle Hinweise",
        "# Notebook",
    ],
)
def test_a_note_for_desks_is_a_leak(make_item: MakeItem, text: str) -> None:
    assert [leak.kind for leak in leaks(make_item(text))] == ["note"]
    assert [leak.kind for leak in leaks(make_item(editorial_note=text))] == ["note"]


@pytest.mark.parametrize(
    "text",
    [
        "She wrote it into a notebook.",
        "Er zog seinen Notizblock aus der Tasche.",
        "Not for publication before 1800 GMT",
    ],
)
def test_a_notebook_in_a_sentence_is_a_thing(make_item: MakeItem, text: str) -> None:
    assert list(leaks(make_item(text))) == []


def test_every_field_that_is_published_is_looked_at(make_item: MakeItem) -> None:
    item = make_item(
        "Rain",
        dateline=Dateline(text="LISBON", places=("<b>Lisbon</b>",)),
        subjects=(Subject(scheme="medtop", code="1", name="a&amp;b"),),
        rights="\x01",
        genre="<i>",
        standfirst="&#160;",
        lifecycle_note="Notizblock",
    )
    assert {leak.field for leak in leaks(item)} == {
        "dateline.places", "subjects", "rights", "genre", "standfirst", "lifecycle_note"
    }  # fmt: skip


def test_the_safe_markup_of_a_block_is_no_leak(make_item: MakeItem) -> None:
    """But markup that was escaped twice is, and so is what is not safe."""

    def of(markup: str) -> list[str]:
        return [leak.kind for leak in leaks(make_item(body=(Block(text="x", html=markup),)))]

    assert of('<a href="https://northwire.example/?a=1&amp;b=2"><em>Rain</em></a> &amp; wind') == []
    assert of("<em>Rain</em> &amp;amp; wind") == ["markup"]
    assert of("<span>Rain</span>") == ["markup"]
    assert of("<em>Rain\x07</em>") == ["invisible"]


@pytest.mark.parametrize(
    ("change", "promise"),
    [
        (lambda raw: {"headline": "a <br> b"}, "leaked markup"),
        (lambda raw: {"slugline": "a\x02b"}, "invisible"),
        (lambda raw: {"editorial_note": "# Notizblock"}, "not for publication"),
        (lambda raw: {"item_id": f"test/{raw.origin.offset}"}, "another id"),
        (lambda raw: {"item_id": f"test/{raw.received_at}"}, "another id"),
        (lambda raw: {"item_id": f"test/{raw.name}"}, "another id"),
        (lambda raw: {"words_read": 7}, "words unaccounted for"),
    ],
)
def test_a_broken_promise_is_named(
    change: Callable[[RawItem], dict[str, object]], promise: str
) -> None:
    (line,) = broken([row_of("northwire", [_read(change)])])
    assert promise in line
    assert "northwire" in line


def test_a_reader_that_raises_is_told_and_ends_nothing() -> None:
    def clean(raw: RawItem) -> list[Outcome[WireItem]]:
        raise ValueError("no")

    file = read_file("a.txt", b"Rain", clean=clean)
    assert file.raised == "ValueError: no"
    assert broken([row_of("text", [file])]) == [
        "files whose reading raised an exception: 1 in text; must be 0"
    ]


def test_items_beside_a_bad_one_are_counted_too() -> None:
    def clean(raw: RawItem) -> list[Outcome[WireItem]]:
        return [
            Quarantine(Reason.MALFORMED, "cut off"),
            Keep(_item(raw)),
            Divert("wire.aside", Reason.NOT_TEXT, "a/b"),
        ]

    row = row_of("all", [read_file("a.txt", b"Rain", clean=clean)])
    assert (row.items, row.read, row.diverted, row.quarantined) == (3, 1, 1, 1)
    assert row.other_ids == 0


def test_the_tables_stay_within_100_columns(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), "-v"]) == 0
    out = capsys.readouterr().out
    tables, _, files = out.rpartition("\n\n")

    assert max(map(len, tables.splitlines())) <= 100
    for word in ("ninjs", "plain_text", NO_FORMAT, "quarantined", "language", "other id", "95 %"):
        assert word in tables
    assert "…" not in tables
    assert "text/cut.png (" in files
    assert "not_readable: a PNG picture" in files


def test_by_folder_and_for_machines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--by-folder", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)

    assert [(row["group"], row["files"]) for row in said["groups"]] == [("json", 2), ("text", 2)]
    assert said["all"]["read"] == 2
    assert said["broken"] == []
    assert said["files"][0]["name"] == "json/picture.json"


@pytest.mark.parametrize("name", ["nowhere", "README.md", "empty"])
def test_a_folder_without_copy_is_a_clear_error(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty").mkdir()
    assert main([str(folder / name)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert name in told.err


def test_a_leak_ends_in_exit_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leaky = {**NINJS, "headline": "Rain &amp;amp; wind"}
    (folder / "json" / "leak.json").write_text(json.dumps(leaky))
    assert main([str(folder)]) == 1
    assert "Broken: items with leaked markup: 1 in ninjs; must be 0" in capsys.readouterr().out


def _item(raw: RawItem, **changes: object) -> WireItem:
    given: dict[str, object] = {
        "item_id": "test/1",
        "source": "test",
        "guid": "1",
        "origin": raw.origin,
        "raw_digest": raw.digest,
        "format": "invented",
        "received_at": raw.received_at,
        "headline": "Rain",
        "body": (Block(text="It rained."),),
    }
    item = WireItem.model_validate(given | changes)
    words = len(f"{item.headline} {item.text}".split())
    return item if "words_read" in changes else item.model_copy(update={"words_read": words})


def _read(change: Callable[[RawItem], dict[str, object]]) -> FileReading:
    def clean(raw: RawItem) -> list[Outcome[WireItem]]:
        return [Keep(_item(raw, **change(raw)))]

    return read_file("invented.txt", b"Rain", clean=clean)
