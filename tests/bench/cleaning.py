"""How long reading and cleaning one item takes: ``python -m tests.bench.cleaning``.

Prints the median in microseconds of reading, of each cleaning step and of both together, for
invented items of 4 KB in each of the forms that agencies send most.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import orjson

from pipeline.cleaning.registry import cleaners
from pipeline.formats.reading import read_items
from pipeline.outcome import Keep
from pipeline.plan import load_plan
from pipeline.stages import check_plan
from schemas.raw import RawItem
from schemas.types import Origin
from schemas.wire import WireItem

ROUNDS = 400
DATELINE = "Lisbon/Vienna, 3 March 2026 (Northwire/dpa) \u2014 "

_WORDS = (
    "the the the a of of to to in in and and on that for it was said by at from with as harbour "
    "minister ferry rain water company billion year people police city court river bridge strike "
    "talks report Monday Tuesday March government market price first after before between would "
    "could \u201cnever\u201d Skopje Lisbon Vienna Example Muster well-known 2026 3.5 \u2013 "
    "don\u2019t port\u2019s Größe São café"
).split()


def sentences(rng: random.Random, chars: int) -> str:
    """Return about so many characters of prose."""
    words = ["It"]
    size = 2
    while size < chars:
        word = rng.choice(_WORDS)
        if len(words) % 17 == 0:
            words[-1] += "."
            word = word.capitalize()
        words.append(word)
        size += len(word) + 1
    return " ".join(words) + "."


def story(rng: random.Random) -> list[str]:
    """Return the paragraphs of a story of 4 KB."""
    return [sentences(rng, 290) for _ in range(13)]


def _wrapped(paragraph: str, columns: int = 69) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) + 1 > columns:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def plain_text(rng: random.Random) -> bytes:
    """Return a text as an agency's file transfer has it, set at 69 columns."""
    paragraphs = story(rng)
    paragraphs[0] = DATELINE + paragraphs[0]
    head = ["Ferry talks end in Lisbon after a long night", "By Ana Exemplo"]
    text = [*head, *map(_wrapped, paragraphs), "(Reporting by Ana Exemplo; editing by Max Muster)"]
    return "\n\n".join(text).encode()


def web_text(rng: random.Random) -> bytes:
    """Return a story with the page around it."""
    paragraphs = story(rng)
    standfirst = paragraphs[0]
    paragraphs[0] = DATELINE + paragraphs[0]
    head = ["0_Web_Top storiesEuropeEurope.portalWorld", "Ferry talks end in Lisbon", standfirst]
    return "\n\n".join([*head, *paragraphs[:-1], "Back to top button"]).encode()


def _ninjs(rng: random.Random, **body: str) -> bytes:
    return orjson.dumps(
        {
            "uri": f"http://northwire.example/{rng.randrange(10**9)}",
            "type": "text",
            "version": "2",
            "versioncreated": "2026-03-03T10:00:00Z",
            "pubstatus": "usable",
            "language": "en",
            "urgency": 4,
            "headline": "UPDATE 1-Ferry talks end in Lisbon after a long night",
            "slugline": "FERRY-TALKS/LISBON (UPDATE 1)",
            "byline": "By Ana Exemplo",
            "located": "Lisbon",
            "subject": [{"code": "medtop:20000538", "name": "transport"}],
            **body,
        }
    )


def ninjs(rng: random.Random) -> bytes:
    """Return ninjs with a plain body."""
    paragraphs = story(rng)
    paragraphs[0] = "LISBON (Northwire) - " + paragraphs[0]
    return _ninjs(rng, body_text="\n\n".join(paragraphs))


def ninjs_html(rng: random.Random) -> bytes:
    """Return ninjs whose body is HTML."""
    paragraphs = story(rng)
    paragraphs[0] = "LISBON (Northwire) - " + paragraphs[0]
    return _ninjs(rng, body_html="".join(f"<p>{p}</p>\n" for p in paragraphs))


KINDS: tuple[Callable[[random.Random], bytes], ...] = (plain_text, web_text, ninjs, ninjs_html)


def _timed(function: Callable[..., Any], *given: Any) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = function(*given)
    return (time.perf_counter() - begun) * 1e6, result


def measured(kind: Callable[[random.Random], bytes], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the medians in microseconds: ``read``, each step, ``clean`` and ``together``."""
    plan = load_plan()
    check_plan(plan)
    order = plan["formats"].steps
    steps = [(name, cleaners[name].run) for name in plan["cleaning"].steps]
    times: dict[str, list[float]] = {}
    rng = random.Random(1)
    # Made beforehand: a batch's items stand in memory too when their turn comes.
    raws = [
        RawItem(
            value=kind(rng),
            received_at=datetime(2026, 3, 3, 12, tzinfo=UTC),
            origin=Origin(topic="wire.raw", partition=0, offset=n),
        )
        for n in range(rounds)
    ]
    for raw in raws:
        read, (outcome,) = _timed(read_items, raw, order)
        assert isinstance(outcome, Keep), outcome
        item: WireItem = outcome.item
        times.setdefault("read", []).append(read)
        cleaned = 0.0
        for name, run in steps:
            took, item = _timed(run, item)
            cleaned += took
            times.setdefault(f"  {name}", []).append(took)
        times.setdefault("clean", []).append(cleaned)
        times.setdefault("together", []).append(read + cleaned)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    """Print the medians of each form, one column each."""
    found = {kind.__name__: measured(kind) for kind in KINDS}
    names = list(next(iter(found.values())))
    print(f"{'microseconds':16}" + "".join(f"{kind:>12}" for kind in found))
    for name in names:
        print(f"{name:16}" + "".join(f"{times[name]:12.1f}" for times in found.values()))


if __name__ == "__main__":
    main()
