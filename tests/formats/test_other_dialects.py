"""What is no plain text is never read as plain text, and the quarantine says what it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.formats.limits import MOST_ITEMS
from pipeline.formats.reading import read_items
from pipeline.outcome import Divert, Keep, Quarantine, Reason
from schemas.raw import RawItem
from tests.formats.conftest import Read

SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (b"\x16\x16\x01W0001\x1fasian\r\nr i\x13\x11 BC-Rain  03-03 1200\r\n\x02^Rain<", "wire header"),
        (b"\x7f\x01xyz0001 4 pl 120  abc 0001\r\nRain/\x02\r\nRain =", "wire header"),
        (b"xyz00012 3 i 120    abc 1003\n\n/weather/\nRain", "IPTC 7901"),
        (b"ZCZC\nW 0001\nRAIN", "ZCZC"),
        (b" " * 300 + b"\r\nDelivered-To: desk@northwire.example\r\nSubject: Rain", "e-mail"),
        (b'"Subject","Start","End"\n"Rain","1","2"\n', "comma-separated"),
        (b"{\\rtf1\\ansi Rain in Lisbon}", "RTF"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><newsItem/>", "XML"),
        ("<?xml version='1.0'?><newsItem>Rain</newsItem>".encode("utf-16"), "XML"),
        (b"<!DOCTYPE html><p>Rain", "HTML"),
        (b"Rain in Lisbon\n<p>It rained.</p>\n<p>More.</p><p>End.</p>", "markup"),
        (b"QUJD" * 1000, "without blanks"),
        (b'{"weather": {"lisbon": "rain"}}', "JSON"),
    ],
)  # fmt: skip
def test_another_dialect_is_named(
    make_raw: Callable[..., RawItem], value: bytes, what: str
) -> None:
    """By a plan without its reader; what has markup or headers is not plain text."""
    (outcome,) = read_items(make_raw(value), ("ninjs", "web_text", "plain_text"))
    assert isinstance(outcome, Quarantine)
    assert outcome.reason is Reason.NOT_READABLE
    assert what in outcome.note


def test_a_quarantine_says_who_tried(read: Read) -> None:
    (outcome,) = read(b"<?xml version='1.0'?><rain/>")
    assert isinstance(outcome, Quarantine)
    assert "newsmlg2" in outcome.note


@pytest.mark.parametrize(
    "text",
    [
        "[UPDATED] Rain in Lisbon\n\nIt rained.",
        "Rain in Lisbon\n\nThe tag <br> breaks a line, she said.",
        "雨" * 3000,
        "From Lisbon: rain\n\nIt rained.",
    ],
)
def test_what_looks_a_little_like_another_dialect_is_text(read: Read, text: str) -> None:
    (outcome,) = read(text)
    assert isinstance(outcome, Keep)


@pytest.mark.parametrize(
    "value",
    [
        b"a\n\n" * 1_000_000,
        b"a\n" * 2_000_000,
        json.dumps({"uri": "http://a.example/1", "body_html": "<div>" * 300 + "Rain"}).encode(),
        json.dumps({"uri": "http://a.example/1", "body_html": "<p>Rain</p>" * 30_000}).encode(),
    ],
    ids=["paragraphs", "lines", "depth", "blocks"],
)
def test_what_passes_a_limit_is_refused_and_not_cut_short(read: Read, value: bytes) -> None:
    """An HTML parser drops what is nested too deep without a word; we would rather say so."""
    (outcome,) = read(value)
    assert isinstance(outcome, Quarantine)
    assert outcome.reason in (Reason.TOO_LARGE, Reason.MALFORMED)


def test_one_record_does_not_become_thousands(read: Read) -> None:
    """Each item may carry the record's bytes into quarantine."""
    (outcome,) = read(json.dumps([{}] * (MOST_ITEMS + 1)))
    assert isinstance(outcome, Quarantine)
    assert outcome.reason is Reason.TOO_LARGE
    (outcome,) = read(json.dumps([1] * 5000))
    assert isinstance(outcome, Quarantine)
    assert outcome.reason is Reason.NOT_READABLE


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real samples are not here")
@pytest.mark.parametrize("path", [p for p in sorted(SAMPLES.rglob("*")) if p.is_file()], ids=str)
def test_real_copy_is_answered(read: Read, make_raw: Callable[..., RawItem], path: Path) -> None:
    """Nothing raises; what has markup or a header of its own is not read as plain text."""
    for outcome in read(path.read_bytes()):
        if isinstance(outcome, Keep):
            assert outcome.item.format != "plain_text" or path.suffix == ".md"
        else:
            assert isinstance(outcome, Divert | Quarantine)
            assert outcome.note
