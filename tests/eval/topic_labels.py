"""How well inferred Media Topics fit those that a reader gave to Wikinews articles.

``topics_labels.tsv`` holds ids and top-level topics, in two halves: thresholds and calibration may
be chosen on one, the scores of the other are told. The labels were given from title and beginning,
before the inferred topics were looked at, by one reader: with another reader's they would agree in
perhaps nine of ten. The German and French word lists were made longer by somebody who had read all
titles of the first 124 and 50 of them, those of the half held out too; the 130 German and 42 French
ones at the end of the file were labelled after that (F1 at first sight, both halves: German
0.777, French 0.821).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from pipeline.tagging.topics.build.scores import Labelled, read_labelled
from pipeline.tagging.topics.step import infer_topics, tag_mediatopic
from pipeline.tagging.topics.vocabulary import topics
from tests.eval.extra_rules import Rules, read_rules
from tests.eval.items import item_of, lines_of

__all__ = [
    "INVENTED",
    "LABELS",
    "Scores",
    "calibration",
    "invented",
    "labelled",
    "micro",
    "ours",
    "report",
]

INVENTED = {
    "topics_es.txt": "es",
    "topics_es_b.txt": "es",
    **{f"topics_desk_{lang}{part}.txt": lang for lang in ("de", "fr", "es") for part in ("", "_b")},
    **{
        f"topics_wire_{lang}{part}.txt": lang
        for lang in ("en", "de", "fr", "es")
        for part in ("", "_b")
    },
}
"""Invented stories, by file, and their language; each file says when it was written and what the
lists that there were then made of it at first sight."""
LABELS = Path(__file__).with_name("topics_labels.tsv")
THRESHOLD = 0.42
MOST = 3

Scores = tuple[float, float, float]
"""F1, precision, recall, all answers of all articles together."""


def labelled(corpora: Path) -> list[Labelled]:
    """Return the labelled articles of CORPORA."""
    return list(read_labelled(corpora / "train/wikinews", LABELS))


def invented(name: str) -> list[Labelled]:
    """Return a file of invented stories with their topics."""
    found = []
    for line in LABELS.with_name(name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            given, title, text = line.split(" | ")
            tops = frozenset(f"{top}000000" for top in given.split())
            found.append(Labelled(INVENTED[name], "held", title, text, tops))
    return found


def ours(article: Labelled) -> frozenset[str]:
    """Return the topics that the step would give."""
    found = infer_topics(article.title, article.text, article.language)[:MOST]
    return frozenset(top for top, score in found if score >= THRESHOLD)


def micro(articles: Sequence[Labelled], tell: Callable[[Labelled], frozenset[str]]) -> Scores:
    """Return how often *tell* is right."""
    told = [(tell(a), a.tops) for a in articles]
    right = sum(len(said & true) for said, true in told)
    said = sum(len(s) for s, _ in told)
    true = sum(len(t) for _, t in told)
    return 2 * right / (said + true), right / max(said, 1), right / true


def calibration(articles: Sequence[Labelled]) -> Iterator[tuple[float, int, float, float]]:
    """Yield for fifths of the score: its beginning, how many answers, mean score, share right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for article in articles:
        for top, score in infer_topics(article.title, article.text, article.language):
            bins.setdefault(min(int(score * 5), 4), []).append((score, top in article.tops))
    for number, answers in sorted(bins.items()):
        scores, right = zip(*answers, strict=True)
        yield number / 5, len(answers), sum(scores) / len(scores), sum(right) / len(right)


def microseconds(articles: Sequence[Labelled], chars: int = 4096) -> float:
    """Return the median time of the whole step for a story of *chars* characters."""
    items = [
        item_of(lines_of(a.text[:chars]), a.language, headline=a.title)
        for a in articles
        if len(a.text) >= chars
    ]
    times = []
    for _ in range(10):
        for item in items:
            start = time.process_time()
            list(tag_mediatopic(item))
            times.append(time.process_time() - start)
    return median(times[len(items) :]) * 1e6


def report(corpora: Path, rules: Path) -> dict[str, float]:
    """Print the table, and return its numbers by the names of the floors."""
    every = labelled(corpora)
    numbers: dict[str, float] = {}
    print("Media Topics, top level, half held out:         F1   precision  recall")
    for language, name in (("en", "english"), ("de", "german"), ("fr", "")):
        held = [a for a in every if a.language == language and a.half == "held"]
        scores = micro(held, ours)
        numbers[f"topics_{language}_f1"] = scores[0]
        print(f"  {language} ({len(held)} items)  ours              {_row(scores)}")
        if name and rules.is_dir():
            extra = read_rules(rules, name, lambda code: topics().top.get(code, ""))
            told = micro(held, _by_rules(extra))
            print(f"  {language}             EXTRA rules alone {_row(told)}")
    for name, language in INVENTED.items():
        scores = micro(invented(name), ours)
        numbers[name.replace(".txt", "_f1")] = scores[0]
        print(f"  {language} ({len(invented(name))} invented) ours            {_row(scores)}")
    english = [a for a in every if a.language == "en"]
    print("  English, half held out: score said, answers, mean score, share right")
    for begin, count, mean, right in calibration([a for a in english if a.half == "held"]):
        print(f"    {begin:.1f}  {count:4}  {mean:.2f}  {right:.2f}")
    numbers["topics_microseconds"] = microseconds(english)
    print(f"  the step on 4 KB of English: {numbers['topics_microseconds']:.0f} microseconds\n")
    return numbers


def _by_rules(rules: Rules) -> Callable[[Labelled], frozenset[str]]:
    return lambda article: rules.tops(article.title, article.text[:5000])


def _row(scores: Scores) -> str:
    return "   ".join(f"{score:6.3f}" for score in scores)
