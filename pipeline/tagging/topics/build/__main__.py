"""Compile the topics and their words: ``python -m pipeline.tagging.topics.build SOURCE``.

SOURCE is IPTC's Media Topics as one JSON file: ``topics`` with ``qcode``, ``path`` (from the
top-level topic down), ``label`` by language and, where there is one, ``subjectcode`` (the codes of
the older Subject NewsCodes) and ``retired``. The same source gives the same file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

__all__ = ["build", "read_lexicon", "read_narrow"]

_ROOM: Final = Path(__file__).parents[1]
_LINE: Final = re.compile(r"(\d\d) ([123]): (.+)")
_NARROW_LINE: Final = re.compile(r"(20\d{6}): (.+)")
_CHOICE: Final = re.compile(r"\[(\w+)\]")

_LABELS: Final = {
    "en": ("en-GB", "en-US"),
    "de": ("de",),
    "fr": ("fr",),
    "es": ("es",),
    "pt": ("pt-PT", "pt-BR"),
    "sv": ("se",),
    "nb": ("no-NB",),
    "nn": ("no-NN",),
    "da": ("dk",),
    "ar": ("ar",),
    "zh": ("zh-Hans",),
}
"""Languages and what the source calls them."""

_INSIDE: Final = frozenset({"ar", "zh"})
"""Languages that write a word together with its article, or all words together."""

_MOST_WORDS: Final = 3
"""A longer label is a description; nobody writes it so."""

_FEWEST_LETTERS: Final = 5
"""A guess: shorter labels, such as "law" and "rail", mean too much else."""

_NARROW_LETTERS: Final = 4
"""Within a top-level topic that is sure already, a short label is right more often than not."""

_STEM_LETTERS: Final = 7
"""A guess: labels of so many letters are begun by few other words than their own forms."""

_PLURAL_S: Final = frozenset({"en", "fr", "es", "pt"})

Words = dict[str, dict[str, list[str]]]
"""By top-level topic and weight."""


def read_lexicon(text: str, name: str) -> Words:
    """Read a word list, as ``lexicon/README.md`` describes it; ``ValueError`` for a bad line."""
    words: Words = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None:
            if _NARROW_LINE.fullmatch(line.strip()):
                continue
            raise ValueError(f"{name}, line {number}: not 'NN W: word, word'")
        top, weight, listed = match.groups()
        found = words.setdefault(f"{top}000000", {}).setdefault(weight, [])
        found += [w for term in listed.split(",") for w in _spelled_out(term.strip()) if w]
    return words


def read_narrow(text: str) -> dict[str, list[str]]:
    """Read the words of narrower topics in a word list, by the topics' codes."""
    words: dict[str, list[str]] = {}
    for line in text.splitlines():
        match = _NARROW_LINE.fullmatch(line.strip())
        if match is not None:
            terms = (w for term in match[2].split(",") for w in _spelled_out(term.strip()))
            words.setdefault(match[1], []).extend(terms)
    return words


def _spelled_out(term: str) -> Iterator[str]:
    """Yield ``refugiado`` and ``refugiada`` for ``refugiad[oa]``."""
    choice = _CHOICE.search(term)
    if choice is None:
        yield term if term.startswith("=") else term.lower()
        return
    for letter in choice[1]:
        yield from _spelled_out(term[: choice.start()] + letter + term[choice.end() :])


def _once(words: Words) -> Words:
    """Return each word of a topic once: with its highest weight, and no form of a listed stem."""
    kept: Words = {}
    for top, weights in words.items():
        taken: set[str] = set()
        stems: list[str] = []
        for weight in sorted(weights, reverse=True):
            new = [w for w in dict.fromkeys(weights[weight]) if w not in taken]
            stems += [w[:-1] for w in new if w.endswith("*") and not w.startswith(("*", "="))]
            listed = [w for w in new if not _is_covered(w, stems)]
            taken.update(listed)
            kept.setdefault(top, {})[weight] = listed
    return kept


def _is_covered(word: str, stems: Sequence[str]) -> bool:
    """Tell whether a word is found by another's stem anyway, and would count twice."""
    return any(word.startswith(stem) and word != f"{stem}*" for stem in stems)


def _labels(topics: Sequence[Mapping[str, Any]], language: str) -> Words:
    """Return IPTC's labels below the top as words: two of weight 2, a single one of weight 1."""
    tops: dict[str, set[str]] = {}
    for topic in topics:
        if topic["level"] == 1 or topic.get("retired"):
            continue
        for label in _said(topic, language):
            letters = 2 if language == "zh" else _FEWEST_LETTERS
            if len(label) >= letters and len(label.split()) <= _MOST_WORDS and "," not in label:
                tops.setdefault(label, set()).add(topic["path"][0][7:])
    words: Words = {}
    for label in sorted(tops):
        if len(tops[label]) == 1:  # a label under two topics tells nothing
            single = " " not in label
            term = f"*{label}*" if language in _INSIDE else label
            weight = "1" if single and language not in _INSIDE else "2"
            words.setdefault(min(tops[label]), {}).setdefault(weight, []).append(term)
    return words


def _narrow(topics: Sequence[Mapping[str, Any]], language: str) -> dict[str, list[str]]:
    """Return IPTC's labels below the top as words that name their topic."""
    codes: dict[str, set[str]] = {}
    for topic in topics:
        if topic["level"] == 1 or topic.get("retired"):
            continue
        for label in _said(topic, language):
            if 1 <= len(label.split()) <= _MOST_WORDS and "," not in label:
                codes.setdefault(label, set()).add(topic["qcode"][7:])
    words: dict[str, list[str]] = {}
    for label in sorted(codes):
        if len(codes[label]) > 1 or len(label) < (2 if language == "zh" else _NARROW_LETTERS):
            continue
        if language in _INSIDE:
            terms = [f"*{label}*"]
        elif len(label) >= _STEM_LETTERS:
            terms = [f"{label}*"]  # its other cases and its plural
        elif language in _PLURAL_S:
            terms = [label, label.removesuffix("s") if label.endswith("s") else f"{label}s"]
        else:
            terms = [label]
        words.setdefault(min(codes[label]), []).extend(terms)
    return dict(sorted(words.items()))


def _said(topic: Mapping[str, Any], language: str) -> list[str]:
    said = [topic["label"].get(s, "").split("(")[0].strip().lower() for s in _LABELS[language]]
    return [label.replace("*", "'") for label in dict.fromkeys(said)]  # "*": a slip of the source


def _merged(ours: Words, labels: Words) -> Words:
    """Return both; where a word of ours covers a label, the label is left out."""
    merged: Words = {}
    taken = {
        w.strip("*=").lower() for weights in ours.values() for ws in weights.values() for w in ws
    }
    for top in sorted(ours.keys() | labels.keys()):
        for weight in "321":
            own = ours.get(top, {}).get(weight, [])
            begins = [w[:-1] for ws in ours.get(top, {}).values() for w in ws if w.endswith("*")]
            more = [
                label
                for label in labels.get(top, {}).get(weight, [])
                if label.strip("*") not in taken and not label.startswith(tuple(begins))
            ]
            if own or more:
                merged.setdefault(top, {})[weight] = list(dict.fromkeys([*own, *more]))
    return merged


def _with_ours(labels: dict[str, list[str]], ours: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the words of narrower topics, ours first; no form of a stem of ours."""
    both: dict[str, list[str]] = {}
    for code in sorted(labels.keys() | ours.keys()):
        own = ours.get(code, [])
        stems = [word[:-1] for word in own if word.endswith("*")]
        more = [w for w in labels.get(code, []) if not _is_covered(w.rstrip("*"), stems)]
        both[code] = list(dict.fromkeys([*own, *more]))
    return both


def build(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the compiled data: codes, retired codes, subject codes, words."""
    topics = source["topics"]
    retired = {topic["qcode"] for topic in topics if topic.get("retired")}
    subjects: dict[str, str] = {}
    for topic in sorted(topics, key=lambda t: (bool(t.get("retired")), t["qcode"])):
        for code in topic.get("subjectcode", ()):
            subjects.setdefault(code, topic["qcode"][7:])
    lexicon = {
        path.stem: _once(read_lexicon(path.read_text("utf-8"), path.name))
        for path in sorted((_ROOM / "lexicon").glob("*.txt"))
    }
    narrow = {
        path.stem: read_narrow(path.read_text("utf-8"))
        for path in sorted((_ROOM / "lexicon").glob("*.txt"))
    }
    words = {
        language: _merged(
            lexicon.get(language, {}), _labels(topics, language) if language in _LABELS else {}
        )
        for language in sorted(lexicon.keys() | _LABELS.keys())
    }
    # Nynorsk has no list of its own; Bokmål's stems are mostly its own too.
    words["nn"] = _merged(lexicon["nb"], _labels(topics, "nn"))
    return {
        "source": f"{source['title']}; {source['licence']}",
        "topics": {
            t["qcode"][7:]: [
                next((c[7:] for c in reversed(t["path"][:-1]) if c not in retired), ""),
                t["label"]["en-GB"],
            ]
            for t in sorted(topics, key=lambda t: t["qcode"])
        },
        "retired": {
            t["qcode"][7:]: next(c[7:] for c in reversed(t["path"]) if c not in retired)
            for t in sorted(topics, key=lambda t: t["qcode"])
            if t.get("retired")
        },
        "subjects": dict(sorted(subjects.items())),
        "narrow": {
            language: _with_ours(_narrow(topics, language), narrow.get(language, {}))
            for language in sorted(_LABELS)
        },
        "words": words,
    }


def main(path: Path) -> None:
    """Write ``mediatopics.json`` beside this module, a language a line."""
    data = build(json.loads(path.read_text("utf-8")))
    narrow, words = data.pop("narrow"), data.pop("words")
    lines = [f"{json.dumps(k)}:{json.dumps(v, ensure_ascii=False)}" for k, v in data.items()]
    for name, languages in (("narrow", narrow), ("words", words)):
        listed = [f'"{k}":{json.dumps(v, ensure_ascii=False)}' for k, v in languages.items()]
        lines.append(f'"{name}":{{\n' + ",\n".join(listed) + "\n}")
    text = "{" + ",\n".join(lines) + "}\n"
    (_ROOM / "mediatopics.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
