"""Bombs: small, or at least cheap to send, and large once somebody believes them."""

from __future__ import annotations

import contextlib
import gzip
import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.formats.limits import TooMuch
from pipeline.formats.markup import element_blocks, html_blocks
from pipeline.formats.xml_tree import NoXml, read_xml
from tests.eval.readings import read_and_clean
from tests.formats.hostile import MOST_SECONDS, judge, raw_of

ROOTS = ("nitf", "NewsML", "newsItem", "newsMessage", "html", "rss", "feed", "anything")


def _in(root: str, inner: str, doctype: str = "") -> str:
    return f'<?xml version="1.0"?>{doctype}<{root}><body><body.content>{inner}</body.content></body></{root}>'


def _entities(root: str) -> str:
    nested = '<!ENTITY a0 "lol">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    return _in(root, "<p>&a11;</p>", f"<!DOCTYPE {root} [{nested}]>")


def _blowup(root: str) -> str:
    long = f'<!ENTITY a "{"a" * 50_000}">'
    return _in(root, f"<p>{'&a;' * 50_000}</p>", f"<!DOCTYPE {root} [{long}]>")


def _external(root: str, file: Path = Path("/etc/hostname")) -> str:
    entity = f'<!ENTITY a SYSTEM "{file.as_uri()}"><!ENTITY % b SYSTEM "http://127.0.0.1:9/x">%b;'
    return _in(root, "<p>&a;</p>", f"<!DOCTYPE {root} [{entity}]>")


def _numbered(attribute: str) -> str:
    return " ".join(attribute.format(n) for n in range(50_000))


BOMBS: dict[str, Callable[[str], str]] = {
    "attributes in quotes": lambda root: _in(root, "<p " + _numbered("a{}='>'") + "/>"),
    "attributes in junk": lambda root: _in(root, '<p x" y=">" ' + _numbered("a{}") + ' "/>'),
    "attributes and tags": lambda root: _in(root, "<p " + _numbered("a{}='<b '") + "/>"),
    "attributes by slashes": lambda root: _in(root, "<p " + _numbered("a{}/") + "/>"),
    "links": lambda root: _in(root, "<a " + "href=" * 100_000 + "'>rain</a>"),
    "entities": _entities,
    "blowup": _blowup,
    "external": _external,
    "deep": lambda root: _in(root, "<p>" * 100_000 + "rain" + "</p>" * 100_000),
    "unclosed": lambda root: _in(root, "<block>" * 100_000),
    "roots": lambda root: f"<{root}>" * 100_000,
    "attribute": lambda root: _in(root, f"<p {'a' * 100_000}>rain</p>"),
    "attributes": lambda root: _in(
        root, "<p " + " ".join(f'a{n}="1"' for n in range(50_000)) + "/>"
    ),
    "paragraphs": lambda root: _in(root, "<p>rain</p>" * 100_000),
    "table": lambda root: _in(root, "<table>" + "<tr><td>1</td></tr>" * 50_000 + "</table>"),
    "list": lambda root: _in(root, "<ul>" + "<li>1" * 50_000 + "</ul>"),
    "inline": lambda root: _in(root, "<em>a</em>" * 100_000),
    "items": lambda root: f"<{root}>{'<item/>' * 300_000}</{root}>",
    "doctypes": lambda root: f"<!DOCTYPE {root} [" * 20_000,
    "definitions": lambda root: f"<!DOCTYPE {root} [" + "<!ENTITY a 'b'>" * 50_000 + f"]><{root}/>",
    "comments": lambda root: "<!--" * 100_000 + f"<{root}/>",
    "instructions": lambda root: "<?x " * 100_000 + f"<{root}/>",
    "cdata": lambda root: f"<{root}>" + "<![CDATA[" * 100_000,
    "ampersands": lambda root: f"<{root}>" + "&" * 300_000 + f"</{root}>",
    "namespaces": lambda root: f"<{root} " + "xmlns:a='b' " * 20_000 + "/>",
}


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_in_xml(bomb: str, root: str) -> None:
    assert judge(BOMBS[bomb](root).encode()).problem == ""


def _blocks_of_xml(value: str) -> object:
    return element_blocks(read_xml(value.encode()).root)


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("read", [_blocks_of_xml, html_blocks], ids=["XML", "HTML"])
def test_a_bomb_for_what_reads_trees(bomb: str, read: Callable[[str], object]) -> None:
    """Whichever formats use it."""
    value = BOMBS[bomb]("nitf")
    before = time.thread_time()
    with contextlib.suppress(NoXml, TooMuch):
        read(value)
    assert time.thread_time() - before < MOST_SECONDS


@pytest.mark.parametrize("root", ROOTS)
def test_no_entity_is_expanded_and_no_file_opened(root: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("lollol")
    for value in (_entities(root), _external(root, secret)):
        for outcome in read_and_clean(raw_of(value.encode())):
            assert "lollol" not in repr(outcome)
        assert "lollol" not in repr(_blocks_of_xml(value))
        assert "lollol" not in repr(html_blocks(value.partition("]>")[2]))


def _ninjs(name: str, value: str) -> str:
    """An item with one field that is too much."""
    head = '"uri": "http://northwire.example/1", "headline": "Rain"'
    return f'{{{head}, "{name}": {value}}}'


def _list(of: str, count: int = 1_000_000) -> str:
    return f"[{','.join([of] * count)}]"


@pytest.mark.parametrize(
    "value",
    [
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        "[" * 100_000,
        _ninjs("body_html", "[" * 100_000 + "]" * 100_000),
        _ninjs("subject", "[" * 900 + "]" * 900),
        _ninjs("body_html", '"' + "<p>" * 100_000 + '"'),
        _ninjs("body_text", '"' + "a " * 1_000_000 + '"'),
        _ninjs("body_text", '"' + "a\\n\\n" * 300_000 + '"'),
        _ninjs("keywords", _list("1")),
        _ninjs("subject", _list('{"code": "a"}', 100_000)),
        _ninjs("version", "9" * 100_000),
        _ninjs("urgency", "1e400"),
        _list("1"),
        _list("{}"),
        _list("null"),
        _ninjs("items", _list(_ninjs("a", "1"), 20_000)),
        f'{{"items": {_list(_ninjs("a", "1"), 20_000)}}}',
        "{" + ",".join(f'"{n}": {n}' for n in range(300_000)) + "}",
        "{" + '"uri": "http://northwire.example/1", ' * 100_000 + '"headline": "Rain"}',
    ],
    ids="lists objects unclosed body subject markup words paragraphs keywords subjects version "
    "infinite numbers empties nulls aside items names twice".split(),
)
def test_a_bomb_in_json(value: str) -> None:
    assert judge(value.encode()).problem == ""


def _zipped(value: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rain.xml", value)
    return file.getvalue()


@pytest.mark.parametrize(
    "value",
    [
        gzip.compress(bytes(50_000_000)),
        gzip.compress(b"Rain in Lisbon\n\nIt rained.\n"),
        _zipped(bytes(50_000_000)),
        _zipped(b"Rain in Lisbon\n\nIt rained.\n"),
        b"\x1f\x8b",
        b"PK\x03\x04",
    ],
    ids=["gzip bomb", "gzip", "zip bomb", "zip", "gzip cut off", "zip cut off"],
)
def test_archives_are_not_opened(value: bytes) -> None:
    verdict = judge(value)
    assert verdict.problem == ""
    assert verdict.outcomes == ("quarantined not_readable",)


@pytest.mark.parametrize("unit", ["a", "a ", "rain. ", "<p>", "é ", "雨", "(", "1,", "{", '{"a":'])
def test_ten_megabytes_in_one_line_are_too_large(unit: str) -> None:
    value = unit.encode() * (10_000_000 // len(unit.encode()))
    verdict = judge(value)
    assert verdict.problem == ""
    assert verdict.outcomes == ("quarantined too_large",)


@pytest.mark.parametrize("unit", ["a", "a ", "rain. ", "<p>", "é ", "雨", "(", "1,", "{", '{"a":'])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_one_line_as_large_as_may_be(unit: str, encoding: str) -> None:
    """A megabyte in far less than a second, in any encoding."""
    value = (unit * (1_000_000 // len(unit))).encode(encoding, "replace")
    assert judge(value).problem == ""


def test_noise_is_refused() -> None:
    for seed in range(40):
        verdict = judge(random.Random(seed).randbytes(1 << (seed % 20)))
        assert verdict.problem == ""
