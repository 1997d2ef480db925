"""How often the first sentence is found whole: ``python -m tests.eval.summary``.

``summary_a.txt`` holds invented beginnings that were there while the step was written,
``summary_b.txt`` others that were written afterwards.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.enriching.summary.step import first_sentence

__all__ = ["SETS", "main", "read_beginnings", "report", "right"]

SETS = ("a", "b")

Beginning = tuple[str, str, str]
"""Language, text, first sentence."""


def read_beginnings(name: str) -> list[Beginning]:
    """Return the beginnings of a set."""
    found: list[Beginning] = []
    lines = Path(__file__).with_name(f"summary_{name}.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            language, text, first = line.split(" | ")
            found.append((language, text, first))
    return found


def right(beginnings: list[Beginning]) -> float:
    """Return the share of beginnings whose first sentence is found as it stands."""
    return sum(first_sentence(t, code) == f for code, t, f in beginnings) / len(beginnings)


def report() -> dict[str, float]:
    """Print the shares, and return them by the names of the floors."""
    numbers = {f"summary_{name}": right(read_beginnings(name)) for name in SETS}
    for name in SETS:
        share = numbers[f"summary_{name}"]
        print(f"First sentence, set {name} ({len(read_beginnings(name))} beginnings): {share:.3f}")
    return numbers


def main() -> None:
    """Print the shares and what is found otherwise."""
    report()
    for name in SETS:
        for language, text, first in read_beginnings(name):
            said = first_sentence(text, language)
            if said != first:
                print(f"{name} {language}: {said!r} instead of {first!r}")


if __name__ == "__main__":
    main()
