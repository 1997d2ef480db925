"""Formats are recognised from the bytes; what is none is quarantined with a reason, fast."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from pipeline.cleaning.words import unaccounted_words
from pipeline.formats.reading import recognise
from pipeline.outcome import Divert, Keep, Quarantine, Reason
from schemas.raw import RawItem
from tests.formats.conftest import Read

NINJS = (
    '{"uri": "http://northwire.example/1", "type": "text", "headline": "Rain", "body_text": "Wet."}'
)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t ", Reason.EMPTY),
        (random.Random(1).randbytes(100_000), Reason.NOT_READABLE),
        (b"Rain\x00 in\x00\x00 Lisbon\x00" * 50, Reason.NOT_READABLE),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), Reason.NOT_READABLE),
        (b"PK\x03\x04" + bytes(500), Reason.NOT_READABLE),
        (b"<?xml version='1.0'?><rain><body>Rain</body></rain>", Reason.NOT_READABLE),
        (b"<?xml version='1.0'?><nitf><body>Rain</nitf>", Reason.MALFORMED),
        (b"<html><body><p>Rain</p></body></html>", Reason.NO_CONTENT),
        (b"From: desk@northwire.example\nSubject: Rain\n\nWet.", Reason.NOT_READABLE),
        (b"---- **** ----", Reason.NO_CONTENT),
        (b'{"uri": "http://a.example/1", "headline": "Cut o', Reason.MALFORMED),
        (b'{"weather": "rain"}', Reason.NOT_READABLE),
        (b"[" * 100_000 + b"]" * 100_000, Reason.MALFORMED),
        (b"[1, 2]", Reason.NOT_READABLE),
        (b"x" * (8 * 1024 * 1024 + 1), Reason.TOO_LARGE),
    ],
)
def test_what_is_no_wire_copy_is_quarantined(read: Read, value: bytes, reason: Reason) -> None:
    """Never raised over, never slow, and never read as text with its markup in it."""
    before = time.perf_counter()
    outcomes = read(value)
    assert time.perf_counter() - before < 2.0
    assert {o.reason for o in outcomes if isinstance(o, Quarantine)} == {reason}
    assert all(isinstance(o, Quarantine) and o.note for o in outcomes)


def test_the_format_can_be_asked_without_reading(make_raw: Callable[..., RawItem]) -> None:
    order = ("ninjs", "web_text", "plain_text")
    assert recognise(make_raw(NINJS), order) == "ninjs"
    assert recognise(make_raw("Rain in Lisbon\n\nIt rained.\n"), order) == "plain_text"
    assert recognise(make_raw(b"\x89PNG\r\n\x1a\n"), order) == ""


def test_the_content_type_is_a_hint_and_no_command(read: Read) -> None:
    (outcome,) = read(NINJS, content_type="text/plain")
    assert isinstance(outcome, Keep)
    assert outcome.item.format == "ninjs"


@pytest.mark.parametrize("kind", ["picture", "video", "audio", "event", "planning", "graphic"])
def test_what_is_not_text_goes_aside(read: Read, kind: str) -> None:
    """With its bytes as they came, and not into quarantine."""
    (outcome,) = read(NINJS.replace('"text"', f'"{kind}"', 1))
    assert isinstance(outcome, Divert)
    assert (outcome.topic, outcome.reason, outcome.value) == ("wire.aside", Reason.NOT_TEXT, None)


def test_one_bad_item_costs_only_itself(read: Read) -> None:
    outcomes = read(f'{{"items": [{NINJS}, 7, {NINJS.replace("/1", "/2")}]}}')
    assert [type(o) for o in outcomes] == [Keep, Quarantine, Keep]


@pytest.mark.parametrize("seed", range(60))
def test_no_mutation_is_raised_over_or_loses_a_word(read: Read, seed: int) -> None:
    """Whatever becomes of the bytes, an item that is kept accounts for its words."""
    rng = random.Random(seed)
    samples = [NINJS, WEB_PAGE, "Id: a1\nVersion: 2\n\nRain\n\nLISBON (Northwire) - It rained.\n"]
    value = bytearray(rng.choice(samples).encode())
    for _ in range(rng.randrange(1, 30)):
        n = rng.randrange(len(value) or 1)
        match rng.randrange(3):
            case 0:
                value[n : n + 1] = bytes([rng.randrange(256)])
            case 1:
                value[n:n] = rng.choice([b"\n\n", b"<p>", b"(x) - ", b"\xff\xfe", b'"', b"\x01"])
            case _:
                del value[n : n + rng.randrange(20)]
    for outcome in read(bytes(value)):
        if isinstance(outcome, Keep):
            assert unaccounted_words(outcome.item) == 0


WEB_PAGE = """1_Site_News storiesEuropeEurope.portalSvet.Slider

Harbour of Example City reopens after the storm

The harbour of Example City reopened on Tuesday, two days after a storm had closed it, to relief.

Lisbon/Vienna, 3 March 2026 (Northwire/Alpenpress) — The harbour of Example City reopened on \
Tuesday, two days after a storm had closed it, to relief.

“We lost two cranes and no people,” the harbour master, Ana Exemplo, said.

Back to top button
"""
