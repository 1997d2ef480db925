"""Bytes to text: the encoding is read from the bytes, and a repair must prove itself.

What agencies really send: UTF-8 declared as iso-8859-1, cp1252 quotes in "latin-1", UTF-16 with
and without a byte order mark, and UTF-8 that was once read as cp1252 and written again.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import ftfy
from charset_normalizer import from_bytes

__all__ = ["Decoded", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROLS = dict.fromkeys((*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)))
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x00AD))
"""Zero-width space, word joiner, stray byte order mark, soft hyphen. The joiners U+200C and U+200D
stay: Persian and Hindi words need them."""
_LINE_ENDS = dict.fromkeys((0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
_GONE: dict[int, str | None] = {**_CONTROLS, **_INVISIBLE, **_LINE_ENDS}

_ANY_GONE = re.compile(f"[{re.escape(''.join(map(chr, _GONE)))}]")
"""Most texts have none of them, and looking is ten times faster than translating."""

_SUSPICIOUS = re.compile(r"[ÂÃâÐÑ][\x80-\xbf\u2010-\u203a\u20ac\u2122\u0152-\u0178ˆ˜]")
"""Two characters that are one of UTF-8 read as cp1252; in real copy they hardly meet."""

_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1a\ufffd]")
_SAMPLE_BYTES = 64 * 1024
_UNREADABLE_SHARE = 0.02
"""Control characters beyond this share of a text mean that it is none. A guess: the samples'
control-ridden wire headers stay below 1 %."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without control characters, and the name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """Return the text of *data*, or None if it is no text in any encoding that we know.

    Line ends become ``\\n``; control and invisible characters are gone; nothing else changes,
    but for a text that was mangled (UTF-8 read as cp1252), which is repaired if encoding the
    repaired text in the same wrong way gives back exactly what was there.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _finished(data[len(bom) :].decode(encoding, "replace"), encoding)
    if (wide := _wide(data)) is not None:
        return _finished(data.decode(wide, "replace"), wide)
    try:
        return _finished(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark: every other byte of a Latin text is zero."""
    sample = data[:2048]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    if b"\x00" in data[:_SAMPLE_BYTES]:
        return None
    multibyte = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]", data[:_SAMPLE_BYTES]))
    broken = _broken_sequences(data[:_SAMPLE_BYTES])
    if multibyte > 5 * broken:
        # UTF-8 with a few broken bytes (cut in transfer): each becomes U+FFFD, which shows.
        return _finished(data.decode("utf-8", "replace"), "utf-8")
    if _is_western(data):
        return _finished(data.decode("cp1252", "replace"), "cp1252")
    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None or best.chaos > 0.2:
        return (
            _finished(data.decode("cp1252", "replace"), "cp1252")
            if _is_mostly_ascii(data)
            else None
        )
    return _finished(data.decode(best.encoding, "replace"), best.encoding.replace("_", "-"))


def _broken_sequences(sample: bytes) -> int:
    return sample.decode("utf-8", "replace").count("\ufffd")


def _is_mostly_ascii(data: bytes) -> bool:
    sample = data[:_SAMPLE_BYTES]
    printable = sum(sample.count(c) for c in range(32, 127)) + sample.count(10) + sample.count(13)
    return printable > 0.85 * len(sample)


def _is_western(data: bytes) -> bool:
    """Mostly ASCII with single high bytes between letters: cp1252 or latin-1 of the West."""
    sample = data[:_SAMPLE_BYTES]
    high = len(re.findall(rb"[\x80-\xff]", sample))
    runs = len(re.findall(rb"[\xc0-\xff]{3,}", sample))
    return _is_mostly_ascii(data) and runs * 10 <= high


def _finished(text: str, encoding: str) -> Decoded | None:
    if not text:
        return Decoded("", encoding)
    sample = text[:_SAMPLE_BYTES]
    unreadable = len(_UNREADABLE.findall(sample))
    if unreadable > _UNREADABLE_SHARE * len(sample):
        return None
    if _SUSPICIOUS.search(sample):
        text = _repaired(text)
    text = text.replace("\r\n", "\n")
    return Decoded(text.translate(_GONE) if _ANY_GONE.search(text) else text, encoding)


def _repaired(text: str) -> str:
    """Undo UTF-8 read as cp1252, line by line, where doing it again gives the same line."""
    return "".join(
        _repaired_line(line) if _SUSPICIOUS.search(line) else line
        for line in text.splitlines(keepends=True)
    )


def _repaired_line(line: str) -> str:
    fixed = ftfy.fix_encoding(line)
    if fixed == line:
        return line
    for wrong in ("cp1252", "latin-1", "sloppy-windows-1252"):
        try:
            if fixed.encode("utf-8").decode(wrong) == line:
                return fixed
        except (UnicodeError, LookupError):
            continue
    return line
