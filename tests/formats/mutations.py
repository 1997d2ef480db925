"""Bytes that no agency would send: each a sample, or several, broken in a way that has a seed.

The same seed and number give the same bytes from the same samples, so a failure can be had again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.formats.pieces import PIECES

__all__ = ["MOST_BYTES", "mutation", "samples"]

MOST_BYTES = 200_000
"""A mutation that grew larger is cut; the bombs in ``test_hostile`` are larger."""

_SAMPLES = Path(__file__).parents[1] / "samples"


def samples(folder: Path = _SAMPLES) -> tuple[bytes, ...]:
    """Return the invented samples of all formats, and the pieces."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    found = [path.read_bytes() for path in paths if not path.name.endswith(".expected.json")]
    return (*(value for value in found if value), *PIECES)


def mutation(seed: int, number: int, there: Sequence[bytes]) -> bytes:
    """Return the *number*-th mutation of the series *seed*."""
    rng = random.Random(f"{seed}:{number}")
    value = rng.choice(there)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5, 12))):
        value = rng.choice(_MUTATORS)(rng, value, there)[:MOST_BYTES]
    return value


_Mutator = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def _at(rng: random.Random, value: bytes) -> int:
    return rng.randrange(len(value) + 1)


def _insert(rng: random.Random, value: bytes, piece: bytes) -> bytes:
    at = _at(rng, value)
    return value[:at] + piece + value[at:]


def _flip_bits(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    flipped = bytearray(value)
    for _turn in range(rng.choice((1, 1, 3, 20)) if value else 0):
        flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
    return bytes(flipped)


def _truncate(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    at = _at(rng, value)
    return value[:at] if rng.random() < 0.8 else value[at:]


def _delete(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    at = _at(rng, value)
    return value[:at] + value[at + rng.choice((1, 2, 20, 300)) :]


_CONTROLS = bytes((*range(32), 0x7F, *range(0x80, 0xA0)))


def _control(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    character = rng.choice(_CONTROLS)
    written = rng.choice(
        (bytes([character]), chr(character).encode(), b"&#%d;" % character, b"\\u%04x" % character)
    )
    for _turn in range(rng.choice((1, 1, 8))):
        value = _insert(rng, value, written)
    return value


def _duplicate(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    start = _at(rng, value)
    chunk = value[start : start + rng.choice((3, 40, 400, 4000))]
    return _insert(rng, value, chunk * rng.choice((1, 2, 30)))


def _splice(rng: random.Random, value: bytes, there: Sequence[bytes]) -> bytes:
    other = rng.choice(there)
    start = _at(rng, other)
    piece = other[start : start + rng.choice((20, 200, 2000))]
    return _insert(rng, value, rng.choice((piece, other)))


_NESTS = (
    (b"<p>", b"</p>"), (b"<block>", b"</block>"), (b"<table><tr><td>", b"</td></tr></table>"),
    (b"<em>", b""), (b"[", b"]"), (b'{"items":', b"}"), (b'{"a":[', b"]}"), (b"(", b")"),
    (b"<NewsComponent>", b"</NewsComponent>"), (b"<itemSet><newsItem>", b"</newsItem></itemSet>"),
    (b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"\xe2\x80\x9c", b"\xe2\x80\x9d"), (b"> ", b""),
    (b"\x01", b"\x04"), (b"\x02", b"\x03"), (b"ZCZC\r\n", b"NNNN\r\n"),
)  # fmt: skip


def _nest(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    opening, closing = rng.choice(_NESTS)
    depth = rng.choice((2, 30, 260, 3000))
    start = _at(rng, value)
    end = rng.randrange(start, len(value) + 1)
    return value[:start] + opening * depth + value[start:end] + closing * depth + value[end:]


_NUMBERS = (
    b"0", b"-1", b"00000000000000000007", b"9" * 30, b"1e999", b"-1e-999", b"1" + b"0" * 5000,
    b"0x7fffffff", b"NaN", b"3.5", b"9999-99-99T99:99:99", b"0000-00-00T00:00:00Z", b"1/1/1",
    b"0001-01-01T00:00:00+23:59", b"9999-12-31T23:59:59-23:59", b"99999999T999999Z", b"310299",
    "٣٤".encode(), "²".encode(), "Ⅷ".encode(),
)  # fmt: skip
_DIGITS = re.compile(rb"\d+(?:[-T:.+/]+\d+)*")


def _number(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    found = list(_DIGITS.finditer(value))
    number = rng.choice(_NUMBERS)
    if not found:
        return _insert(rng, value, number)
    where = rng.choice(found)
    return value[: where.start()] + number + value[where.end() :]


def _nulls(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    if rng.random() < 0.3:
        return b"\0".join(value[i : i + 1] for i in range(len(value)))
    return _insert(rng, value, bytes(rng.choice((1, 2, 100))))


_ENCODINGS = (
    "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "latin-1", "cp1252", "cp1250", "cp1251",
    "koi8-r", "cp437", "shift_jis", "iso2022_jp", "euc-kr", "gb18030", "cp037", "utf-8-sig", "hz",
)  # fmt: skip


def _encoding(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    text = value.decode("utf-8", "replace")
    if rng.random() < 0.3:  # read in a wrong one and written again
        wrong = rng.choice(("latin-1", "cp1252", "cp1251", "koi8-r"))
        return value.decode(wrong, "replace").encode()
    if rng.random() < 0.3:  # only what is declared
        name = rng.choice((*_ENCODINGS, "x-nonsense", "base64", "rot13", "idna")).encode()
        return re.sub(rb"encoding=[\"'][^\"']*[\"']", b'encoding="' + name + b'"', value)
    return text.encode(rng.choice(_ENCODINGS), "replace")


_TOKENS = (
    re.compile(rb"<[^<>]{0,200}>"),
    re.compile(rb'"(?:[^"\\]|\\.){0,200}"'),
    re.compile(rb"[^\n]{0,300}\n"),
    re.compile(rb"[\x00-\x1f]"),
    re.compile(rb"[{}\[\],:]"),
)


def _swap(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    """Swap two tags, strings, lines, controls or marks of JSON."""
    found = list(rng.choice(_TOKENS).finditer(value))
    if len(found) < 2:
        return value
    one, other = sorted(rng.sample(range(len(found)), 2))
    a, b = found[one], found[other]
    return value[: a.start()] + b[0] + value[a.end() : b.start()] + a[0] + value[b.end() :]


_WRONG = (
    b"null", b"true", b"[]", b"{}", b'""', b"0", b'[null, "a", 3]', b'{"name": {"name": 1}}',
    b'"\\ud800"', b'"\\u0000"', b'[["a"]]', b"-0.0", b'"\\ufeff \\u200b"',
)  # fmt: skip
_VALUES = re.compile(rb'"(?:[^"\\]|\\.){0,300}"|>[^<>]{1,2000}<')


def _wrong_value(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    """Give a value of JSON another type; empty an element or an attribute."""
    found = list(_VALUES.finditer(value))
    if not found:
        return value
    where = rng.choice(found)
    instead = b"><" if where[0][:1] == b">" else rng.choice(_WRONG)
    return value[: where.start()] + instead + value[where.end() :]


_SPECIAL = (
    "\ufeff", "\u200b", "\u2028", "\u202e", "\u0301" * 40, "\U0010ffff", "\ufffe", "\u00ad", "𝔎",
    "👩‍👩‍👧‍👦", "ﬁ", "İ", "ẞ", "\u3000", "\u00a0", "ﷺ", "ア", "\u0085", "\u001c", "\u115f",
)  # fmt: skip


def _unicode(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    if rng.random() < 0.6:
        text = rng.choice(_SPECIAL) * rng.choice((1, 1, 50))
    else:
        text = "".join(chr(rng.randrange(0x110000)) for _ in range(rng.choice((1, 5, 60))))
    return _insert(rng, value, text.encode("utf-8", "surrogatepass"))


_MARKS = (
    b"&nbsp;", b"&#0;", b"&#xFFFF;", b"&#xD800;", b"&#x110000;", b"&#9999999;", b"&lol;", b"&", b"<",
    b">", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'aa'>]>", b"<br/>", b"</p>", b"</nitf>", b"<?xml ?>",
    b"xmlns:x=\"y\"", b"x:", b"\x01", b"\x02", b"\x03", b"\x04", b"^", b"=\r\n", b"\\", b'"', b"'",
    b"\r", b"\n\n", b"\x0c", b"KILL", b"EMBARGOED", b"CORRECTED-", b"UPDATE 1-", b"(dpa) - ", b"--",
    b"* * * *", b"/AP/", b"Ld-Writethru", b"nicht zur Ver\xc3\xb6ffentlichung bestimmt\n",
)  # fmt: skip


def _mark(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    for _turn in range(rng.choice((1, 1, 4))):
        value = _insert(rng, value, rng.choice(_MARKS))
    return value


_RUNS = (b" ", b"-", b"(", b")", b"/", b",", b".", b"\t", b"\n", b"\r\n", b"_", b"*", b"'", b"A ",
         b"a.", b"A/", b"<", b"&", b"&amp;", b"1", b"=", b"\xc2\xa0", b"\xe2\x80\x94", b"# ")  # fmt: skip


def _run(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    """A long run of what patterns look for."""
    return _insert(rng, value, rng.choice(_RUNS) * rng.choice((10, 200, 5000)))


def _line_ends(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    end = rng.choice((b"\r\n", b"\r", b"\n\r", b"\x85", b"\x0b", b"\xe2\x80\xa8", b"", b"\n   "))
    return value.replace(b"\r\n", b"\n").replace(b"\n", end)


def _case(rng: random.Random, value: bytes, _: Sequence[bytes]) -> bytes:
    return value.upper() if rng.random() < 0.5 else value.lower()


_MUTATORS: tuple[_Mutator, ...] = (
    _flip_bits, _truncate, _delete, _control, _duplicate, _splice, _nest, _number, _nulls, _encoding,
    _swap, _swap, _wrong_value, _wrong_value, _unicode, _mark, _mark, _run, _line_ends, _case,
)  # fmt: skip
