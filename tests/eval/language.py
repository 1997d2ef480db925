"""How often the language is right, and what it costs: ``python -m tests.eval.language DIR``.

DIR holds one file a language, ``en.txt`` and so on, a sentence a line. The table compares our
answer with those of the other detectors that happen to be installed (none of them has to be).
"""

from __future__ import annotations

import importlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.tagging.language import infer_language

__all__ = ["Detector", "accuracy", "read_sentences"]

Detector = Callable[[str], str]

AGENCIES = tuple(
    code
    for family in (
        "en de nl sv nb da",
        "fr es it pt ro",
        "pl cs ru uk bg mk sr hr sl bs",
        "fi hu el tr ar fa he zh ja ko",
    )
    for code in family.split()
)
"""Languages of the larger news agencies."""

SAME = {"no": "nb", "iw": "he", "zh-Hant": "zh", "un": "", "und": ""}
"""Other detectors' names for what DIR calls by another."""


def read_sentences(folder: Path) -> dict[str, list[str]]:
    """Return the sentences by language, languages in the order of their codes."""
    return {
        path.stem: [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        for path in sorted(folder.glob("*.txt"))
    }


def accuracy(
    detect: Detector, sentences: Mapping[str, Sequence[str]], *, at_once: int
) -> dict[str, Counter[str]]:
    """Return for each language what *detect* answers to its texts of *at_once* sentences."""
    answers: dict[str, Counter[str]] = {}
    for language, lines in sentences.items():
        texts = (" ".join(lines[i : i + at_once]) for i in range(0, len(lines), at_once))
        answers[language] = Counter(SAME.get(said := detect(text), said) for text in texts)
    return answers


def _share(answers: Mapping[str, Counter[str]], languages: Sequence[str]) -> float:
    shares = [answers[code][code] / answers[code].total() for code in languages if code in answers]
    return sum(shares) / len(shares)


def _microseconds(detect: Detector, text: str, times: int = 100) -> float:
    detect(text)
    start = time.perf_counter()
    for _ in range(times):
        detect(text)
    return (time.perf_counter() - start) / times * 1e6


def _others() -> dict[str, Detector]:
    found: dict[str, Detector] = {}
    try:
        cld2 = importlib.import_module("pycld2")

        def by_cld2(text: str) -> str:
            printable = "".join(c for c in text if c.isprintable())
            return str(cld2.detect(printable, bestEffort=True)[2][0][1])

        found["pycld2"] = by_cld2
    except ImportError:
        pass
    try:
        eldc = importlib.import_module("eldc")
        eldc.init()
        found["eldc"] = lambda text: str(eldc.detect(text))
    except ImportError:
        pass
    return found


def main(folder: Path) -> None:
    """Print the table, and the languages that are often taken for another."""
    sentences = read_sentences(folder)
    detectors: dict[str, Detector] = {"ours": lambda text: infer_language(text)[0], **_others()}
    every = tuple(sentences)
    english = " ".join(sentences["en"])[:4096]
    russian = " ".join(sentences["ru"])[:4096]
    print(f"{len(every)} languages, {sum(map(len, sentences.values()))} sentences\n")
    print("             1 sentence        5 sentences        microseconds for 4 KB")
    print("detector      all agencies      all agencies      English  Russian")
    for name, detect in detectors.items():
        one = accuracy(detect, sentences, at_once=1)
        five = accuracy(detect, sentences, at_once=5)
        print(
            f"{name:10}{_share(one, every):8.3f} {_share(one, AGENCIES):8.3f}"
            f" {_share(five, every):8.3f} {_share(five, AGENCIES):8.3f}"
            f" {_microseconds(detect, english):12.0f} {_microseconds(detect, russian):8.0f}"
        )
    print("\nours, 5 sentences, below 0.9 (an empty answer is 'nobody knows'):")
    for language, answers in accuracy(detectors["ours"], sentences, at_once=5).items():
        if answers[language] < 0.9 * answers.total():
            print(f"  {language}: {dict(answers.most_common(3))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
