"""No text, however it was made, keeps cleaning busy: what it does grows with the text, no faster."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.words import unaccounted_words, words_in
from pipeline.plan import load_plan
from pipeline.stages import check_plan
from schemas.types import Block
from schemas.wire import WireItem

CHARS = 20_000
MOST_SECONDS = 0.15
"""Such a text takes some 5 ms; an expression that goes back and forth takes seconds."""

PIECES = (
    " ", "(", ")", "()", "-", "--", " - ", "\u2014", "/", "//", ".", ",", ", ", "*", "* ", "#", "# ",
    "((", "A", "a", "A ", "Aa ", "1", "1 ", "1. ", "1/", "a/", "_", "=", ":", "\t", "\n", "\xa0", "«",
    "By Aa ", "By Aa and ", "Von de ", "UPDATE 1", "UPDATE 1-", "(Berichtigung ", "(In story ",
    "(In a story, ", "(This story ", "(Adds ", "Adds in paragraph ", "Eds: ", "Keywords: A", "Take 1 ",
    "(Teil 1 ", " MORE", "MORE ", "(more) ", "3rd Ld-", "3rd ", "(UPDATE 1, ", "AM-", "*** ", "* * * * ",
    "# Notizblock ", "not for publication ", "@", "a@a.", "+49 ", "Tel: ", "share ", "facebook, ",
    "back to top ", "© ", "0_Web", "aB", "aB.", "> ", "dpa al ", "aa/", "1 March ", "March ", "de ",
    "(Northwire) ", "LISBON, ", "LISBON/", "EMBARGO ", "until ", "/PRNewswire-", "/CNW ", "“", "ВЕНА ",
)  # fmt: skip
ENDS = ("", "x", ")", "!", "-", " MORE", "\n.")


def _took(item: WireItem, steps: list[Callable[[WireItem], WireItem]]) -> tuple[float, WireItem]:
    begun = time.process_time()
    for step in steps:
        item = step(item)
    return time.process_time() - begun, item


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_is_soon_done_with(make_item: Callable[..., WireItem], piece: str) -> None:
    plan = load_plan()
    check_plan(plan)
    steps = [cleaners[name].run for name in plan["cleaning"].steps]
    for end in ENDS:
        for chars in (38, 117, 190, 239, 395, 599, CHARS):
            text = (piece * (chars // len(piece)) + end)[:chars]
            body = tuple(Block(text=text) for _ in range(6))
            for fields in ({"headline": text, "slugline": text}, {"format": "web_text"}):
                words = words_in(text) * (6 + ("headline" in fields))
                item = make_item(body=body, words_read=words, **fields)
                took, cleaned = _took(item, steps)
                assert took < MOST_SECONDS, (end, chars)
                assert unaccounted_words(cleaned) == 0
