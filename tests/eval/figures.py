"""How well figures are read: ``python -m tests.eval.figures``.

``figures_a.txt`` holds invented hard sentences that were there while the step was written; the
others were written afterwards, one after the other. ``figures_b.txt`` and ``figures_c.txt`` scored
0.959 each (F1), ``figures_d.txt`` 0.894, before what they showed was mended. That is what new
sentences may be expected to score, as far as invented ones can be a proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.enriching.figures.step import figures_in
from pipeline.words.reading import read_words

__all__ = ["SETS", "Hard", "main", "measure", "read_hard", "report"]

SETS = ("a", "b", "c", "d")

Said = tuple[str, float, float, str]
"""Kind, least, most, unit."""


@dataclass(frozen=True)
class Hard:
    """A sentence and the figures in it."""

    language: str
    text: str
    figures: frozenset[Said]


def read_hard(name: str) -> list[Hard]:
    """Return the sentences of a set."""
    found = []
    path = Path(__file__).with_name(f"figures_{name}.txt")
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#") and line.strip():
            language, text, figures = (part.strip() for part in line.split("|"))
            said = frozenset(_said(part) for part in figures.split(",") if part.strip())
            found.append(Hard(language, text, said))
    return found


def _said(text: str) -> Said:
    kind, number, *unit = text.split()
    least, _, most = number.partition("-")
    return kind, float(least), float(most or least), unit[0] if unit else "people"


def told(sentence: Hard) -> frozenset[Said]:
    """Return what the step reads in a sentence."""
    found = figures_in(read_words(sentence.text), sentence.language)
    return frozenset((one.kind, one.least, one.most, one.unit) for one in found)


def measure(sentences: list[Hard]) -> tuple[float, float, float]:
    """Return F1, precision and recall of the figures, kind, numbers and unit all being right."""
    right = sum(len(told(s) & s.figures) for s in sentences)
    said = sum(len(told(s)) for s in sentences)
    true = sum(len(s.figures) for s in sentences)
    return 2 * right / max(said + true, 1), right / max(said, 1), right / max(true, 1)


def report() -> dict[str, float]:
    """Print the table, and return its numbers by the names of the floors."""
    numbers: dict[str, float] = {}
    print("Figures, invented hard sentences:               F1   precision  recall")
    for name in SETS:
        sentences = read_hard(name)
        for language in dict.fromkeys(s.language for s in sentences):
            some = [s for s in sentences if s.language == language]
            print(f"  set {name}, {language} ({len(some):2} sentences)          {_row(some)}")
        print(f"  set {name}, all ({len(sentences)} sentences)         {_row(sentences)}")
        numbers[f"figures_{name}_f1"] = measure(sentences)[0]
    return numbers


def _row(sentences: list[Hard]) -> str:
    return "   ".join(f"{score:6.3f}" for score in measure(sentences))


def main() -> None:
    """Print the table and every sentence that is read otherwise."""
    report()
    for name in SETS:
        for sentence in read_hard(name):
            if told(sentence) != sentence.figures:
                print(f"{name} {sentence.language}: {sentence.text}")
                print(f"   missed {sorted(sentence.figures - told(sentence))}")
                print(f"   wrong  {sorted(told(sentence) - sentence.figures)}")


if __name__ == "__main__":
    main()
