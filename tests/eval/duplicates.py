"""How well copies are told from second reports: ``python -m tests.eval.duplicates DIR``.

DIR holds texts, a file each, and ``pairs.tsv`` with the columns label, file_a and file_b. ``DUP``
pairs are copies that an editor wants once; ``EVENT`` (two reports of one event) and ``TEMPLATE``
(one form filled in twice) are not; ``AMBIGUOUS`` counts for nothing. After them come invented
pairs (``--invented``, ``--seed``; see :mod:`tests.eval.pairs`): half of them may be looked at,
the other half is drawn from another seed and is only counted. ``--failures N`` shows that many
wrong answers to the first half, each with the reason that the stage gave.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from tests.eval.duplicate_answers import Answer, Decide, answers, by_matcher, by_stage, measured
from tests.eval.duplicate_baselines import BASELINES
from tests.eval.duplicate_scores import Score, adjusted_rand, b_cubed, score_of
from tests.eval.pairs import DUPLICATES, LABELS, Pair, pairs
from tests.eval.pairs_day import day, groups_of

__all__ = ["HELD_OUT", "by_class", "duplicates", "halves", "wrongly_dropped"]

HELD_OUT = 1_000_003
"""Added to the seed of the pairs that are not looked at."""


def halves(count: int, seed: int) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs to be looked at, and those held out."""
    half = count // 2
    return list(pairs(half, seed)), list(pairs(count - half, seed + HELD_OUT))


def duplicates(given: Iterable[Answer]) -> Score:
    """Return precision and recall of setting aside: exact copies, updates and rewrites as one."""
    given = list(given)
    dropped = [one for one in given if one.told.dropped]
    asked = sum(one.label in DUPLICATES for one in given)
    return score_of(sum(one.label in DUPLICATES for one in dropped), len(dropped), asked)


def by_class(given: Sequence[Answer], label: str) -> Score:
    """Return precision and recall of a class; what is kept without a link is ``unrelated``."""
    said = Counter(one.told.kind or "unrelated" for one in given)
    right = sum((one.told.kind or "unrelated") == label for one in given if one.label == label)
    return score_of(right, said[label], sum(one.label == label for one in given))


def wrongly_dropped(given: Iterable[Answer], *labels: str) -> tuple[int, int]:
    """Return how many items of the labels (of all that are to be kept) were set aside, of how many."""
    wanted = labels or tuple(label for label in LABELS if label not in DUPLICATES)
    asked = [one for one in given if one.label in wanted]
    return sum(one.told.dropped for one in asked), len(asked)


def _percent(share: float) -> str:
    return "    - " if share != share else f"{share:6.3f}"


def _print_classes(title: str, given: Sequence[Answer]) -> None:
    print(f"\n{title}: {len(given)} answers\n{'':12}precision  recall  set aside")
    for label in LABELS:
        score, (dropped, asked) = by_class(given, label), wrongly_dropped(given, label)
        if asked:
            print(
                f"{label:12}{_percent(score.precision):>9}  {_percent(score.recall)}  {dropped}/{asked}"
            )


def _print_hows(given: Iterable[Answer]) -> None:
    """Print how often an item was wrongly kept or set aside, by what was done to its text."""
    asked, wrong = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in given:
        asked[one.label, one.how] += 1
        wrong[one.label, one.how] += one.told.dropped != (one.label in DUPLICATES)
    for (label, how), count in sorted(wrong.items()):
        if count:
            print(f"  wrong: {label} ({how}) {count}/{asked[label, how]}")


def _print_rows(given: dict[str, list[Pair]], decide: Decide, name: str) -> None:
    for title, asked in given.items():
        told = list(answers(asked, decide))
        score, (wrong, kept) = duplicates(told), wrongly_dropped(told)
        parts = ", ".join(
            f"{label} {dropped}/{count}"
            for label in LABELS
            if label not in DUPLICATES
            for dropped, count in [wrongly_dropped(told, label)]
            if count
        )
        print(
            f"{name:26}{title:10}{_percent(score.precision):>9}  {_percent(score.recall)}  "
            f"{wrong / kept if kept else 0:7.3f}  {parts}"
        )


def _print_groups(name: str, decide: Decide, stories: int, seed: int) -> None:
    known = day(stories, seed)
    items, true = [item for _, item in known], [story for story, _ in known]
    said = groups_of(items, decide())
    score = b_cubed(said, true)
    print(
        f"{name:26}{score.precision:9.3f}  {score.recall:6.3f}  {score.f1:6.3f}  "
        f"{adjusted_rand(said, true):6.3f}"
    )


def _print_failures(given: Iterable[Answer], count: int) -> None:
    wrong = (one for one in given if one.told.dropped != (one.label in DUPLICATES))
    for one in islice(wrong, count):
        print(f"\n{one.label} ({one.how}, {one.first.language}): {one.told.why or 'kept'}")
        for item in (one.first, one.second):
            print(f"--- {item.credit}, {item.event_at:%H:%M}: {item.headline}\n{item.text}")


def main(folder: Path | None, count: int, seed: int, failures: int) -> None:
    """Print what the stage says by class, then beside the baselines, then the groups."""
    given: dict[str, list[Pair]] = {}
    if folder is not None and (folder / "pairs.tsv").is_file():
        given["measured"] = list(measured(folder))
        for one in answers(given["measured"], by_stage):
            name = f"{one.first.guid} -> {one.second.guid}"
            print(f"{one.label:12}{name}: {one.told.why or 'kept'}")
    elif folder is not None:
        print(f"Skipped: {folder} has no pairs.tsv.")
    given["seen"], given["held out"] = halves(count, seed)
    for title, asked in given.items():
        told = list(answers(asked, by_stage))
        if title != "measured":  # of those nobody has said which kind of copy
            _print_classes(title, told)
        _print_hows(told)
        if title == "seen":
            _print_failures(told, failures)
    deciders: dict[str, Decide | None] = {"dateline": by_stage}
    for name, matcher in BASELINES.items():
        try:
            matcher()
        except ModuleNotFoundError:
            deciders[name] = None
        else:
            deciders[name] = by_matcher(matcher)
    print(f"\n{'duplicates':26}{'pairs':10}precision  recall  dropped  wrongly, by class")
    for name, decide in deciders.items():
        if decide is None:
            print(f"{name:26}not installed")
        else:
            _print_rows(given, decide, name)
    print(f"\n{'groups':26}B-cubed P       R      F1     ARI")
    for name, decide in deciders.items():
        if decide is not None:
            _print_groups(name, decide, 60, seed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    parser.add_argument("--invented", type=int, default=480, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--failures", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    main(arguments.folder, arguments.invented, arguments.seed, arguments.failures)
