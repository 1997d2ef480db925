"""Hostile bytes by the hundred thousand: ``python -m tests.formats.hostile --mutations 200000``.

Each mutation of the invented samples is read and cleaned as the shipped plan does, on all cores.
Whatever the bytes are, the answer must be outcomes: no exception, no second of work, and of each
item that is kept the codec gives the same item back, no text has a control character, no word
is unaccounted for, and the id is the same when the bytes come again. The summary says what became
of them; ``--keep DIR`` writes the bytes of each failure, and ``--only N`` looks at one again.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache, partial
from pathlib import Path
from types import FrameType

from pipeline.cleaning.words import unaccounted_words
from pipeline.outcome import Divert, Keep, Outcome, Quarantine
from schemas import codec
from schemas.raw import RawItem
from schemas.types import Origin
from schemas.wire import WireItem
from tests.eval.leaks import CONTROLS, published_texts
from tests.eval.readings import Clean, read_and_clean
from tests.formats.mutations import mutation, samples

__all__ = ["MOST_SECONDS", "Verdict", "judge", "keep", "raw_of", "series"]

MOST_SECONDS = 2.0
"""Of the processor's time. What is meant takes a tenth; machines whose processors are shared take up to
the double of themselves, and what is not linear takes minutes."""

_GIVEN_UP_SECONDS = 20
_CHUNK = 250
_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of some bytes; *problem* is empty if all is as it must be."""

    outcomes: tuple[str, ...]
    seconds: float
    problem: str = ""


@dataclass(slots=True)
class Summary:
    """What came of many."""

    mutations: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, int]] = field(default_factory=list)
    """(seconds, number of the mutation), the slowest first."""
    failures: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Summary) -> None:
        self.mutations += other.mutations
        self.outcomes.update(other.outcomes)
        self.slowest = sorted(self.slowest + other.slowest, reverse=True)[:5]
        self.failures += other.failures


def judge(value: bytes, *, clean: Clean = read_and_clean) -> Verdict:
    """Read and clean *value* twice, and hold what comes of it against what must be."""
    _warm()
    before = time.thread_time()
    try:
        outcomes = clean(raw_of(value))
    except Exception as error:
        return Verdict(("raised",), time.thread_time() - before, _where(error))
    seconds = time.thread_time() - before
    kinds = tuple(map(_kind, outcomes))
    if not outcomes:
        return Verdict(kinds, seconds, "no outcome")
    if seconds > MOST_SECONDS:
        return Verdict(kinds, seconds, f"slow: {seconds:.2f} s")
    kept = [outcome.item for outcome in outcomes if isinstance(outcome, Keep)]
    try:
        problem = next(filter(None, map(_problem, kept)), "")
        if kept and not problem:
            again = [o.item for o in clean(raw_of(value, 7)) if isinstance(o, Keep)]
            if [item.item_id for item in kept] != [item.item_id for item in again]:
                problem = "another id when read again"
    except Exception as error:
        problem = _where(error)
    return Verdict(kinds, seconds, problem)


@lru_cache(maxsize=1)
def _warm() -> None:
    """Import what the first page of a process imports: that is no work of an item."""
    read_and_clean(raw_of(b"<!DOCTYPE html><html><body><p>Rain in Lisbon.</p></body></html>"))


def raw_of(value: bytes, offset: int = 0) -> RawItem:
    """Return a record of the bytes; one of another offset came later and by another name."""
    return RawItem(
        value=value,
        source="hostile",
        name=f"{offset}.bin",
        received_at=_NOON + timedelta(minutes=offset),
        origin=Origin(topic="wire.raw", partition=0, offset=offset),
    )


def _kind(outcome: Outcome[WireItem]) -> str:
    match outcome:
        case Keep(item):
            return f"kept {item.format}"
        case Divert(reason=reason):
            return f"diverted {reason}"
        case Quarantine(reason=reason):
            return f"quarantined {reason}"
    return f"other {type(outcome).__name__}"


def _problem(item: WireItem) -> str:
    encoded = codec.encode(item)
    back = codec.decode(WireItem, encoded)
    if back != item or codec.encode(back) != encoded:
        differ = [n for n in WireItem.model_fields if getattr(back, n) != getattr(item, n)]
        return f"{item.format}: not the same after the codec: {', '.join(differ) or 'bytes'}"
    for where, text in published_texts(item):
        if found := CONTROLS.search(text):
            return f"{item.format}: control character {found[0]!r} in {where}"
    for n, block in enumerate(item.body):
        if found := CONTROLS.search(block.html):
            return f"{item.format}: control character {found[0]!r} in body:{n}.html"
    if words := unaccounted_words(item):
        return f"{item.format}: {words} words unaccounted for"
    if item.item_id != f"{item.source}/{item.guid}" or not item.guid:
        return f"{item.format}: no id"
    return ""


def _where(error: BaseException) -> str:
    """Say what was raised and in which line, so that failures of one cause are told together."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "/pipeline/" in f.filename or "/schemas/" in f.filename]
    last = (ours or frames)[-1]
    said = " ".join(str(error).split())[:160]
    return f"raised {type(error).__name__} in {Path(last.filename).name}:{last.lineno}: {said}"


class _GivenUp(BaseException):
    """Reading takes so long that nobody waits for it."""


def _give_up(_: int, frame: FrameType | None) -> None:
    raise _GivenUp


@cache
def _samples() -> tuple[bytes, ...]:
    return samples()


def series(seed: int, numbers: Sequence[int]) -> Summary:
    """Judge the mutations of a series that have these numbers."""
    done = Summary()
    before = signal.signal(signal.SIGALRM, _give_up)
    for number in numbers:
        value = mutation(seed, number, _samples())
        signal.alarm(_GIVEN_UP_SECONDS)
        try:
            verdict = judge(value)
        except _GivenUp as error:
            verdict = Verdict(("given up",), _GIVEN_UP_SECONDS, "given up, " + _where(error))
        finally:
            signal.alarm(0)
        done.mutations += 1
        done.outcomes.update(verdict.outcomes)
        done.slowest = sorted([*done.slowest, (verdict.seconds, number)], reverse=True)[:5]
        if verdict.problem:
            done.failures.append((number, verdict.problem))
    signal.signal(signal.SIGALRM, before)
    return done


def _chunks(count: int) -> Iterator[range]:
    for start in range(0, count, _CHUNK):
        yield range(start, min(count, start + _CHUNK))


def _run(seed: int, count: int, jobs: int) -> Summary:
    total = Summary()
    shows = sys.stderr.isatty()
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for done in pool.imap_unordered(partial(series, seed), _chunks(count)):
            total.add(done)
            if shows:
                print(
                    f"\r{total.mutations:,} of {count:,}, {len(total.failures)} failures",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
    if shows:
        print(file=sys.stderr)
    return total


def keep(folder: Path, seed: int, failures: Sequence[tuple[int, str]]) -> None:
    """Write the bytes of each failure, and beside them what was wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, problem in failures:
        (folder / f"{seed}-{number}.bin").write_bytes(mutation(seed, number, _samples()))
        (folder / f"{seed}-{number}.txt").write_text(problem + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the series, print the summary, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.formats.hostile", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--mutations", type=int, default=20_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another, other bytes")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write failures there")
    parser.add_argument("--only", type=int, metavar="N", help="judge this one, and show its bytes")
    options = parser.parse_args(arguments)
    if options.mutations < 1 or options.jobs < 1:
        parser.error("--mutations and --jobs must be 1 or more")
    if options.only is not None:
        value = mutation(options.seed, options.only, _samples())
        verdict = judge(value)
        print(f"{value[:4000]!r}\n{len(value):,} bytes, {verdict}")
        return 1 if verdict.problem else 0
    before = time.perf_counter()
    total = _run(options.seed, options.mutations, options.jobs)
    seconds = time.perf_counter() - before
    rate = total.mutations / seconds
    print(
        f"{total.mutations:,} mutations of {len(_samples())} samples in {seconds:,.0f} s"
        f" ({rate:,.0f} a second, {options.jobs} at once, seed {options.seed})"
    )
    for kind, count in total.outcomes.most_common():
        print(f"  {count:10,} {kind}")
    slowest = ", ".join(f"{took * 1000:.0f} ms (--only {n})" for took, n in total.slowest)
    print(f"slowest: {slowest}")
    if options.keep and total.failures:
        keep(options.keep, options.seed, total.failures)
    causes: dict[str, list[int]] = {}
    for number, problem in sorted(total.failures):
        causes.setdefault(problem, []).append(number)
    for problem, numbers in sorted(causes.items(), key=lambda cause: -len(cause[1])):
        print(f"FAILED {len(numbers)} times (--only {numbers[0]}): {problem}")
    print(f"{len(total.failures)} failures")
    return 1 if total.failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
