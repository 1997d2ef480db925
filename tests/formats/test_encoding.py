"""Bytes become the text that was meant, whatever encoding an agency used or declared."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.encoding import decode, readable

GERMAN = "Köln (dpa) - „Straßen überflutet“ – 5 € für Schutz, sagte die Bürgermeisterin."
FRENCH = "Pluie à Liège : « Ça coûte cher », a déclaré l’élu, cœur brisé."
POLISH = "Deszcz w Łodzi. Mieszkańcy są źli, że ulice są zalane, a żaden tramwaj nie jeździ."
CZECH = "Déšť v Brně. Obyvatelé jsou naštvaní, že žádná tramvaj nejezdí. Čekají na slunce."
TURKISH = "Çok yağmur yağıyor, dedi başkan. Şehir sakinleri şikayetçi, İzmir güneşli."
RUSSIAN = "Идет сильный дождь, сообщил мэр города. Улицы залиты водой, а трамваи не ходят."
GREEK = "Βρέχει πολύ, είπε ο δήμαρχος. Οι δρόμοι έχουν πλημμυρίσει και δεν κινείται τίποτα."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "cp1252"),
        (GERMAN.replace("„", "").replace("“", "").replace("–", "-"), "iso-8859-15"),
        (FRENCH, "cp1252"),
        (FRENCH.replace("’", "'"), "iso-8859-15"),
        (POLISH, "cp1250"),
        (POLISH, "iso-8859-2"),
        (CZECH, "cp1250"),
        (CZECH, "iso-8859-2"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso-8859-5"),
        (RUSSIAN, "utf-16-le"),
        (GREEK, "cp1253"),
        (GREEK, "utf-16-be"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-32"),
        (GERMAN, "utf-8-sig"),
    ],
)
def test_an_encoding_is_read_from_the_bytes(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


def test_western_quotes_alone_are_cp1252() -> None:
    """The curly quote at byte 92 that copy declared as latin-1 holds."""
    decoded = decode(b"The mayor\x92s \x93no\x94 \x96 and more")
    assert decoded is not None
    assert decoded.text == "The mayor’s “no” – and more"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_a_mangled_text_is_repaired(wrong: str) -> None:
    """UTF-8 that was read as a Western encoding and written again."""
    text = "Détente – “no”"
    undefined = b"\x81\x8d\x8f\x90\x9d"  # sloppy programs let these through in cp1252
    bytes_ = [bytes([b]) for b in text.encode()]
    mangled = "".join(b.decode("latin-1" if b in undefined else wrong) for b in bytes_)
    decoded = decode(mangled.encode())
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize("text", ["L’Âge d’or à Lisbonne", "Ã la carte", "ÐšÃ¶ and Ÿ"])
def test_a_repair_must_prove_itself(text: str) -> None:
    """What only looks mangled stays, unless mangling the repair gives it back exactly."""
    decoded = decode(text.encode())
    assert decoded is not None
    mangled_again = decoded.text.encode().decode("cp1252", "replace")
    assert decoded.text == text or mangled_again == text


def test_broken_utf8_shows_what_broke() -> None:
    """A few bytes cut in transfer: no letter beside them is lost, and the gap is seen."""
    decoded = decode(("Größe " * 20).encode() + b"\xc3 end")
    assert decoded is not None
    assert decoded.text == "Größe " * 20 + "\ufffd end"


def test_a_last_letter_cut_in_half_costs_only_itself() -> None:
    decoded = decode("Regen in Köln, sagte sie.".encode("utf-16") + b"x")
    assert decoded is not None
    assert decoded.text == "Regen in Köln, sagte sie.\ufffd"


@pytest.mark.parametrize(
    "value",
    [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 100, codecs.BOM_UTF16_LE + b"\x00\xd8" * 50],
)
def test_bytes_that_are_no_text(value: bytes) -> None:
    assert decode(value) is None


def test_control_and_invisible_characters_go_and_line_ends_are_one() -> None:
    assert readable("a\x00\x07b\u200bc\u00add\ufeff\r\ne\rf\u2028g\th") == "abcd\ne\nf\ng\th"


def test_joiners_that_words_need_stay() -> None:
    """Persian and Hindi write words with them."""
    assert readable("می\u200cخواهم क्\u200dष") == "می\u200cخواهم क्\u200dष"


@given(st.binary(max_size=400))
def test_no_bytes_are_raised_over(value: bytes) -> None:
    decoded = decode(value)
    assert decoded is None or "\x00" not in decoded.text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200))
def test_a_repair_loses_no_text(text: str) -> None:
    """Text without control characters comes out as it was, or as what it was mangled from."""
    decoded = decode(text.encode())
    assert decoded is not None
    same = text.replace("\u2028", "\n").replace("\u2029", "\n")
    assert decoded.text == same or len(decoded.text) < len(same)
