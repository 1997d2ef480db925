"""How often inferred Media Topics agree with an agency's: ``python -m tests.eval.topics DIR``.

DIR is a folder of agency files in XML (NewsML, NewsML-G2, NITF) of which some carry IPTC codes. The
files are read crudely, with regular expressions: the codes wherever they stand, headline and
paragraphs as text. An answer counts as right if it is among the top-level topics of the codes; one
agency codes generously and another with a single code, so this only shows that the answers are sane.
"""

from __future__ import annotations

import html
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.tagging.language.step import infer_language
from pipeline.tagging.topics.step import infer_topics
from pipeline.tagging.topics.vocabulary import topic_of, topics
from schemas.types import Subject

__all__ = ["Coded", "read_coded", "score"]

_CODES = re.compile(
    r"(?:medtop:|mediatopic/|subj:|dpasrs:|(?:FormalName|tobject\.subject\.refnum)=\")(\d{8})\b"
)
_HEAD = re.compile(r"<(headline|HeadLine|hl1)\b[^>]*>(.*?)</\1>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")

THRESHOLD = 0.42


@dataclass(frozen=True)
class Coded:
    """A file's words, and the top-level topics of its codes."""

    path: Path
    head: str
    body: str
    language: str
    tops: frozenset[str]


def read_coded(folder: Path) -> Iterator[Coded]:
    """Yield the files of *folder* that carry codes and at least 400 characters of prose."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix.lower() not in {".xml", ".nitf", ".newsml"}:
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found = {topic_of(Subject(scheme="iptc", code=code)) for code in _CODES.findall(text)}
        tops = frozenset(topics().top[code] for code in found if code)
        head = " ".join(_plain(match[2]) for match in _HEAD.finditer(text))
        body = "\n".join(_plain(match[1]) for match in _PARAGRAPH.finditer(text))
        if tops and len(body) >= 400:
            yield Coded(path, head, body[:5000], infer_language(body)[0], tops)


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub(" ", markup)).strip()


def score(files: list[Coded]) -> tuple[float, float, float]:
    """Return shares: of best answers that are right, of all answers, of files with an answer."""
    best = right = given = answered = 0
    for file in files:
        answers = _answers(file)
        if answers:
            answered += 1
            best += answers[0] in file.tops
            given += len(answers)
            right += sum(code in file.tops for code in answers)
    return best / answered, right / given, answered / len(files)


def _answers(file: Coded) -> list[str]:
    found = infer_topics(file.head, file.body, file.language)[:3]
    return [code for code, sure in found if sure >= THRESHOLD]


def main(folder: Path) -> None:
    """Print the shares, and the files whose best answer is not among their codes."""
    files = list(read_coded(folder))
    print(f"{len(files)} files with codes, {dict(Counter(f.language for f in files))}")
    best, right, answered = score(files)
    print(f"best answer right {best:.2f}, all answers {right:.2f}, with an answer {answered:.2f}\n")
    names = topics().name
    for file in files:
        answers = _answers(file)
        if not answers or answers[0] not in file.tops:
            print(file.path.relative_to(folder))
            print(
                f"  agency {sorted(names[c] for c in file.tops)}, ours {[names[c] for c in answers]}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
