"""Traps for patterns: long runs of what each looks for.

A pattern that goes back and forth over them takes four times as long for twice as much.
"""

from __future__ import annotations

import contextlib
import random
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest

from pipeline.cleaning.dateline import parse_dateline
from pipeline.cleaning.labels import read_labels
from pipeline.cleaning.registry import cleaners
from pipeline.formats.embargo import embargo_of_note
from pipeline.formats.encoding import decode
from pipeline.formats.lifecycle import of_kind, of_note, of_signal
from pipeline.formats.markup import html_blocks
from pipeline.formats.note_times import time_in_note
from pipeline.formats.other_dialects import is_other_dialect
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.providers import provider_of
from pipeline.formats.times import read_time
from pipeline.formats.xml_tree import NoXml, read_xml, root_name
from pipeline.steps import Step
from schemas.types import Block
from schemas.wire import WireItem
from tests.eval.readings import read_and_clean
from tests.formats.hostile import raw_of
from tests.formats.pieces import PIECES

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)

UNITS = (
    " ", "-", "(", ")", "/", ",", ".", "\t", "_", "*", "'", "=", "#", "—", "\u00a0", "^", "<", "&",
    "A ", "a.", "A/", "A, ", "a-", "1 ", "1.", "1:", " - ", "- ", "(a) ", "(a", "By Aa ", "Jan 3 ",
    "3 Jan ", "dpa ", "/a", "(dpa)", "--A", "a b ", "; ", "and ", "Share ", "&#", "&a", "<!", "<a ",
    "]]>", "x@y.", "::", "\"", "“", "|", "http://a/",
    "<!--a-->", "<?a?>", "<!DOCTYPE a[]>", "[]", "<a>", "<br>", "</a>", "&amp;", "\n", "a\n", " \n",
)  # fmt: skip
HEADS = (
    "", "LONDON, ", "(Reporting by ", "By ", "UPDATE 1-", "(Berichtigung: ", "EMBARGOED until ",
    "dpa ", "Read more ", "Copyright ",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _no_endless_trap() -> Iterator[None]:
    """Fail, instead of waiting for a pattern until the sun goes out."""

    def give_up(*_: object) -> None:
        raise AssertionError("it goes back and forth without end")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(120)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


SIZES = (5_000, 10_000, 20_000, 40_000)
NOISE_SECONDS = 0.004
"""Shorter times cannot be told from the machine's own noise. What goes back and forth over 5,000
characters takes longer, and over a paragraph's 500 it does no harm."""


def _seconds(run: Callable[[str], object], head: str, unit: str, size: int) -> float:
    text = head + unit * (size // len(unit)) + "!"
    before = time.thread_time()
    run(text)
    return time.thread_time() - before


def _grows(run: Callable[[str], object], head: str, unit: str) -> str:
    """Return the times if twice as much takes far more than twice as long, three times over."""
    took = [_seconds(run, head, unit, SIZES[0])]
    for size in SIZES[1:]:
        if took[-1] < NOISE_SECONDS:
            return ""
        took.append(min(_seconds(run, head, unit, size) for _ in range(2)))
        if took[-1] > 1.0:
            break
    grows = took[-1] > took[0] * 2.9 ** (len(took) - 1)
    return f"{head!r} + {unit!r}: {[f'{s:.3f} s' for s in took]}" if grows else ""


def _back_and_forth(run: Callable[[str], object], heads: Sequence[str] = HEADS) -> list[str]:
    """Return the traps that catch it."""
    return [caught for head in heads for unit in UNITS if (caught := _grows(run, head, unit))]


@pytest.mark.parametrize("step", list(cleaners), ids=lambda step: step.name)
@pytest.mark.parametrize("field", ["headline", "standfirst", "byline", "first", "second", "last"])
def test_no_cleaner_goes_back_and_forth(
    make_item: Callable[..., WireItem], step: Step[Callable[..., WireItem]], field: str
) -> None:
    """Wherever a long run of one thing stands."""
    text = "It rained on the square of Lisbon."

    def run(trap: str) -> object:
        texts = {"first": [trap, text, text], "second": [text, trap], "last": [text, trap]}
        body = tuple(Block(text=t) for t in texts.get(field, [text, text]))
        said = {"headline": "Rain"} if field in ("second", "last") else {}
        given = {**said, field: trap} if field not in texts else said
        return step.run(make_item(body=body, format="web_text", guid="", **given))

    assert _back_and_forth(run) == []


@pytest.mark.parametrize("before", ["<!--a-->", "<?a?>", "<!DOCTYPE a[]>", "<!DOCTYPE a []\n>"])
def test_what_stands_before_a_root_is_looked_at_once(before: str) -> None:
    """Each of them could also end with the next one; forty of them have 2 to the 40 ways."""
    assert root_name(before.encode() * 40 + b"!") == ""
    assert root_name(before.encode() * 40 + b"<a>") == "a"


@pytest.mark.parametrize(
    "unit", [" ", "\u00a0", "\t", ", ", "-", " -", ".,", "A ", "A, ", "/", "( "]
)
def test_a_line_without_a_dateline_costs_little(unit: str) -> None:
    """A dateline is looked for in few characters, which may be the worst there are."""
    text = unit * 200
    assert (
        min(_seconds(lambda trap: parse_dateline(text + trap, NOON), "", "(", 1) for _ in range(3))
        < 0.01
    )


READERS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("dateline", lambda text: parse_dateline(text, NOON)),
    ("labels", read_labels),
    ("embargo", lambda text: embargo_of_note(text, NOON)),
    ("note's time", lambda text: time_in_note(text, NOON)),
    ("field's time", read_time),
    ("note", of_note),
    ("kind", of_kind),
    ("signal", of_signal),
    ("provider", lambda text: provider_of(text)),
    ("blocks of HTML", html_blocks),
    ("blocks of text", lambda text: text_blocks(text, has_head=True)),
    ("bytes", lambda text: decode(text.encode())),
    ("mangled bytes", lambda text: decode(f"Ã© {text}".encode())),
    ("old bytes", lambda text: decode(f"é {text}".encode("cp1252", "replace"))),
    ("another dialect", lambda text: is_other_dialect(text.encode())),
    ("root", lambda text: root_name(text.encode())),
    ("doctype", lambda text: root_name(f"<!DOCTYPE a [{text}".encode())),
    ("instruction", lambda text: root_name(f"<?xml {text}".encode())),
    ("comment", lambda text: root_name(f"<!--{text}".encode())),
    ("XML", lambda text: _xml(f"<a>{text}</a>")),
    ("attribute of XML", lambda text: _xml(f"<a b='{text}'/>")),
    ("declaration of XML", lambda text: _xml(f"<?xml {text}")),
    ("doctype of XML", lambda text: _xml(f"<!DOCTYPE a [{text}]><a/>")),
)


def _xml(text: str) -> None:
    with contextlib.suppress(NoXml):
        read_xml(text.encode())


@pytest.mark.parametrize(("name", "run"), READERS, ids=[name for name, _ in READERS])
def test_no_shared_pattern_goes_back_and_forth(name: str, run: Callable[[str], object]) -> None:
    assert _back_and_forth(run, ("", "EMBARGOED until ")) == []


@pytest.mark.parametrize("number", range(len(PIECES)))
def test_no_format_goes_back_and_forth(number: int) -> None:
    """A long run in a random place of an item of each dialect."""
    value = PIECES[number]
    rng = random.Random(number)
    for unit in UNITS:
        at = rng.randrange(len(value))

        def run(trap: str, at: int = at) -> object:
            return read_and_clean(raw_of(value[:at] + trap.encode() + value[at:]))

        assert _grows(run, "", unit) == "", at
