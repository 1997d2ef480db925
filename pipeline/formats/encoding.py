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

from pipeline.formats.letters import encoding_by_letters, encoding_by_script

__all__ = ["Decoded", "decode", "decode_as", "mended", "readable"]

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
_PRINTABLE = re.compile(rb"[\t\n\r\x20-\x7e]")
_SAMPLE_BYTES = 64 * 1024
_UNREADABLE_SHARE = 0.02
"""Control characters beyond this share of a text mean that it is none. A guess: the samples'
control-ridden wire headers stay below 1 %."""

_FORGIVEN = 2
"""So many in a short text are still no reason to refuse it, such as a last letter cut in half."""


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


def decode_as(data: bytes, declared: str) -> Decoded | None:
    """Return the text of *data* whose sender says its encoding; the bytes may know better.

    UTF-8 proves itself, so what is valid UTF-8 with letters beyond ASCII is UTF-8 whatever was
    declared. Latin-1 is read as cp1252 where it has the quotes of that. A declaration that does
    not fit the bytes, or that nobody knows, does not count.
    """
    try:
        codec = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        codec = ""
    if not codec or codec.startswith(("utf", "ascii")) or data.startswith(_ANY_BOM):
        return decode(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # Codes with escapes (ISO-2022) are ASCII, and so valid UTF-8, in which no text has ESC.
        return decode(data) if b"\x1b" not in data else _declared(data, codec)
    return _declared(data, codec)


def _declared(data: bytes, codec: str) -> Decoded | None:
    if codec == "iso8859-1" and _C1.search(data):
        codec = "cp1252"
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return decode(data)
    return _finished(text, _NAMES.get(codec, codec.replace("_", "-")))


_ANY_BOM = tuple(bom for bom, _ in _BOMS)
_C1 = re.compile(rb"[\x80-\x9f]")
_NAMES = {"iso8859-1": "iso-8859-1", "iso8859-15": "iso-8859-15", "iso8859-2": "iso-8859-2"}


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark.

    One script has most of its letters in one row of Unicode and its blanks in the first, so of
    each pair of bytes one is nearly always the same two values, zero among them.
    """
    sample = data[:2048]
    if len(sample) < 8 or len(data) % 2 or b"\x00" not in sample:
        return None
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        rows = sorted((high.count(row) for row in set(high)), reverse=True)
        blanks = sum(1 for h, c in zip(high, low, strict=True) if h == 0 and c in b" \n\r")
        controls = sum(1 for h, c in zip(high, low, strict=True) if h == 0 and c < 9)
        half = len(high)
        if sum(rows[:3]) >= 0.97 * half and blanks >= 0.02 * half and not controls:
            return encoding
    return None


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    if b"\x00" in data[:_SAMPLE_BYTES]:
        return None
    multibyte = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]", data[:_SAMPLE_BYTES]))
    broken = _broken_sequences(data[:_SAMPLE_BYTES])
    if multibyte > 5 * broken:
        # UTF-8 with a few broken bytes (cut in transfer): each becomes U+FFFD, which shows.
        return _finished(data.decode("utf-8", "replace"), "utf-8")
    is_latin = _is_mostly_ascii(data)
    by_language = encoding_by_letters if is_latin else encoding_by_script
    known = by_language(data[:_SAMPLE_BYTES])
    if known is not None:
        return _finished(data.decode(known, "replace"), known)
    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None or best.chaos > 0.2:
        return _finished(data.decode("cp1252", "replace"), "cp1252") if is_latin else None
    return _finished(data.decode(best.encoding, "replace"), best.encoding.replace("_", "-"))


def _broken_sequences(sample: bytes) -> int:
    return sample.decode("utf-8", "replace").count("\ufffd")


def _is_mostly_ascii(data: bytes) -> bool:
    """A language in Latin letters; a line of Czech, full of marks, is 83 % ASCII."""
    sample = data[:_SAMPLE_BYTES]
    return len(_PRINTABLE.findall(sample)) > 0.7 * len(sample)


def _finished(text: str, encoding: str) -> Decoded | None:
    if not text:
        return Decoded("", encoding)
    if _is_clean(text):
        return Decoded(text, encoding)
    sample = text[:_SAMPLE_BYTES]
    unreadable = len(_UNREADABLE.findall(sample))
    if unreadable > max(_UNREADABLE_SHARE * len(sample), min(_FORGIVEN, len(sample) // 10)):
        return None
    if _may_be_mangled(text) and _SUSPICIOUS.search(text):
        text = _repaired(text)
    return Decoded(readable(text), encoding)


def _is_clean(text: str) -> bool:
    """Return whether nothing in a text is to be looked at; true for most, and ten times faster.

    Line ends and non-breaking spaces are the only unprintable characters that most texts have.
    """
    return (
        text.replace("\n", "").replace("\xa0", "").isprintable()
        and "\ufffd" not in text
        and not _may_be_mangled(text)
    )


def _may_be_mangled(text: str) -> bool:
    return not text.isascii() and any(letter in text for letter in "ÂÃâÐÑ")


def readable(text: str) -> str:
    """Return *text* with ``\\n`` as line ends and without control and invisible characters.

    For what stood escaped in JSON or HTML, which no decoding of bytes sees.
    """
    if text.isprintable():  # one line without any of them; ten times faster than looking
        return text
    text = text.replace("\r\n", "\n")
    if text.replace("\n", "").isprintable():
        return text
    return text.translate(_GONE) if _ANY_GONE.search(text) else text


def mended(text: str) -> str:
    """Return *text* without the damage of UTF-8 read as cp1252, where that proves itself.

    For what was encoded in a field of its own, such as the subject of an e-mail.
    """
    return _repaired(text) if not text.isascii() and _SUSPICIOUS.search(text) else text


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
