"""How often the language is right, and what it costs: ``python -m tests.eval.language DIR [NEWS]``.

DIR holds one file a language, ``en.txt`` and so on, a sentence a line. The table compares our
answer with those of the other detectors that happen to be installed (none of them has to be), and
counts the sentences whose label none of them gives: what no detector reaches is in the labels.
NEWS is a folder of articles (``wikinews_en.jsonl`` and so on): of each the headline, and the first
150 characters. Nothing of either was trained on.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.tagging.language.step import infer_language

__all__ = ["Detector", "accuracy", "long_enough", "read_sentences", "share", "with_kin"]

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

UNKNOWN_TO_LANGID = frozenset({"mi", "tn", "ts"})
"""Languages that py3langid 0.4.0 does not know; without them its figures are its own best."""

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


def share(answers: Mapping[str, Counter[str]], languages: Sequence[str]) -> float:
    """Return the share of answers that are right, each language counting the same."""
    shares = [answers[code][code] / answers[code].total() for code in languages if code in answers]
    return sum(shares) / len(shares)


KIN = (frozenset({"hr", "bs", "sr"}), frozenset({"nb", "nn"}), frozenset({"id", "ms"}))
"""Languages whose sentences are often good in either. Most of the sentences in ``ms.txt`` that
are called Indonesian have words that Malay does not have (*karena*, *bahwa*, *bisa*)."""


def with_kin(answers: Mapping[str, Counter[str]]) -> float:
    """Return the share of answers that name the language or one of its kin."""
    right = sum(
        times
        for language, said in answers.items()
        for code, times in said.items()
        if code == language or any({code, language} <= kin for kin in KIN)
    )
    return right / sum(said.total() for said in answers.values())


def doubtful_labels(
    detectors: Sequence[Detector], sentences: Mapping[str, Sequence[str]]
) -> tuple[Counter[str], Counter[str]]:
    """Return, by language, the sentences that no detector says to be in it.

    The second count is of those of them that all say to be in one and the same other language.
    """
    never: Counter[str] = Counter()
    another: Counter[str] = Counter()
    for language, lines in sentences.items():
        for line in lines:
            said = {SAME.get(answer := detect(line), answer) for detect in detectors}
            never[language] += language not in said
            another[language] += language not in said and len(said) == 1
    return never, another


def long_enough(sentences: Mapping[str, Sequence[str]], letters: int = 200) -> dict[str, list[str]]:
    """Return texts of whole sentences, each with more than so many letters."""
    texts: dict[str, list[str]] = {}
    for language, lines in sentences.items():
        text = ""
        for line in lines:
            text = f"{text} {line}".strip()
            if sum(map(str.isalpha, text)) > letters:
                texts.setdefault(language, []).append(text)
                text = ""
    return texts


def sentence_microseconds(detect: Detector, sentences: Mapping[str, Sequence[str]]) -> float:
    """Return the median time for a sentence, of all that there are, each once."""
    times = []
    for lines in sentences.values():
        for line in lines:
            start = time.process_time()
            detect(line)
            times.append(time.process_time() - start)
    return sorted(times)[len(times) // 2] * 1e6


def _microseconds(detect: Detector, text: str, times: int = 20) -> float:
    """Return the time for a text, the best of several rounds: a busy machine only adds to it."""
    detect(text)
    rounds = []
    for _ in range(9):
        start = time.perf_counter()
        for _ in range(times):
            detect(text)
        rounds.append((time.perf_counter() - start) / times)
    return min(rounds) * 1e6


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
        langid = importlib.import_module("py3langid.langid")
        model = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
        found["py3langid"] = lambda text: str(model.classify(text[:1200])[0])
    except ImportError:
        pass
    try:
        eldc = importlib.import_module("eldc")
        eldc.init()
        found["eldc"] = lambda text: str(eldc.detect(text))
    except ImportError:
        pass
    try:
        lingua = importlib.import_module("lingua")
        builder = lingua.LanguageDetectorBuilder.from_all_languages().build()

        def by_lingua(text: str) -> str:
            language = builder.detect_language_of(text[:1200])
            return language.iso_code_639_1.name.lower() if language else ""

        found["lingua"] = by_lingua
    except ImportError:
        pass
    return found


def _table(detectors: Mapping[str, Detector], sentences: Mapping[str, Sequence[str]]) -> None:
    every = tuple(sentences)
    supported = {k: v for k, v in sentences.items() if k not in UNKNOWN_TO_LANGID}
    long = long_enough(sentences)
    english = " ".join(sentences["en"])[:4096]
    russian = " ".join(sentences["ru"])[:4096]
    print(f"{sum(map(len, long.values()))} texts above 200 letters made of them")
    print(f"known: of the {len(supported)} languages that py3langid knows too\n")
    print("           1 sentence                        5 sentences  200 letters   microseconds")
    print(
        "detector     all   kin known   kin agencies    all agenc.   all   kin sentence 4 KB en ru"
    )
    for name, detect in detectors.items():
        one = accuracy(detect, sentences, at_once=1)
        five = accuracy(detect, sentences, at_once=5)
        texts = accuracy(detect, long, at_once=1)
        known = {code: one[code] for code in supported}
        print(
            f"{name:10} {share(one, every):.3f} {with_kin(one):.3f}"
            f" {share(known, tuple(known)):.3f} {with_kin(known):.3f} {share(one, AGENCIES):.3f}"
            f"    {share(five, every):6.3f} {share(five, AGENCIES):.3f}"
            f"  {share(texts, every):.3f} {with_kin(texts):.3f}"
            f" {sentence_microseconds(detect, sentences):7.0f}"
            f" {_microseconds(detect, english):7.0f} {_microseconds(detect, russian):4.0f}"
        )


def _news(detectors: Mapping[str, Detector], folder: Path) -> None:
    print("\nnews: wrong of headlines, of their capitals, of the first 150 characters")
    for path in sorted(folder.glob("*.jsonl")):
        articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        language = str(articles[0]["lang"])
        heads = [a["title"] for a in articles if sum(map(str.isalpha, a["title"])) >= 20]
        texts = [heads, [head.upper() for head in heads], [a["text"][:150] for a in articles]]
        for name, detect in detectors.items():
            wrong = [
                sum(SAME.get(said := detect(text), said) != language for text in kind)
                for kind in texts
            ]
            of = ", ".join(f"{n} of {len(k)}" for n, k in zip(wrong, texts, strict=True))
            print(f"  {language} {name:10} {of}")


def main(folder: Path, news: Path | None = None) -> None:
    """Print the table, and the languages that are often taken for another."""
    sentences = read_sentences(folder)
    detectors: dict[str, Detector] = {"ours": lambda text: infer_language(text)[0], **_others()}
    print(f"{len(sentences)} languages, {sum(map(len, sentences.values()))} sentences")
    _table(detectors, sentences)
    print("\nours, a sentence, most frequent errors (an empty answer is 'nobody knows'):")
    errors = Counter(
        {
            (language, said): times
            for language, answers in accuracy(detectors["ours"], sentences, at_once=1).items()
            for said, times in answers.items()
            if said != language
        }
    )
    print(
        "  " + ", ".join(f"{a} as {b or '?'} {times}" for (a, b), times in errors.most_common(16))
    )
    if len(detectors) > 1:
        for count, text in zip(
            doubtful_labels(tuple(detectors.values()), sentences),
            ("labels that no detector gives", "of them, all say one and the same other"),
            strict=True,
        ):
            named = ", ".join(f"{code} {times}" for code, times in count.most_common(8) if times)
            print(f"\n{text}: {count.total()} ({named})")
    if news is not None:
        _news(detectors, news)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
