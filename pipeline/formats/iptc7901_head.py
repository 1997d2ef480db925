"""The head of a telegram: labels, notes, headline and byline before the text.

As dpa sends it: lines with nothing but labels (``2ND LEAD``, ``REFILE``, ``EXTRA``), notes in
parentheses over one line or several (``(Berichtigung: ...)``, ``(Eil)``, ``(Foto Produktion)``),
the headline over one line or several, a byline, and `` =`` at its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.types import Lifecycle, Removed, Take, strongest

__all__ = ["Head", "head_of", "take_in"]

_MOST_LINES = 24
_LABEL = re.compile(
    r"(?:\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|NET|UPDATE)|REFILE|EXTRA|RPT|REPEAT|URGENT|FLASH|"
    r"CORRECTION|CORRECTED|KILL|WITHHOLD|ADVISORY|TEST|BLITZ|EIL|NEWS ALERT|ALERT|UPDATE \d?|LEAD|"
    r"SUMMARY|ROUNDUP|FEATURE|BACKGROUND|PROFILE|INTERVIEW|ANALYSIS|PREVIEW)[:.]?"
)
_SAYS = (
    (Lifecycle.KILL, re.compile(r"(?i)\W*(?:kill|zur[üu]ckziehung|widerruf|storno)\b")),
    (Lifecycle.WITHHOLD, re.compile(r"(?i)\W*(?:withhold|zur[üu]ckhalten)\b")),
    (Lifecycle.CORRECTION, re.compile(r"(?i)\W*(?:berichtig|korr|correct|rectif)")),
    (Lifecycle.ALERT, re.compile(r"(?i)\W*(?:eil|blitz|flash|urgent|news alert|alert)\b")),
    (Lifecycle.TEST, re.compile(r"(?i)\W*test(?:meldung)?\b")),
    (Lifecycle.ADVISORY, re.compile(r"(?i)\W*(?:achtung|advisory|planungshinweis|hinweis)\b")),
    (
        Lifecycle.UPDATE,
        re.compile(
            r"(?i)\W*(?:\d{1,2}(?:st|nd|rd|th) (?:lead|net|update)|update|lead|zusammenfassung|"
            r"\d{1,2}\. (?:zusammenfassung|fassung|lead)|aktualisiert)"
        ),
    ),
    (Lifecycle.REPEAT, re.compile(r"(?i)\W*(?:wiederholung|refile|rpt|repeat)\b")),
)
_LEAD = re.compile(r"(\d{1,2})(?:ST|ND|RD|TH) LEAD")
_BYLINE = re.compile(
    r"(?:By|Von|Par|Por|Di|Da|Door|Av) (?=[A-ZÀ-ÞŠŽČ])[^.!?]{3,120}?(?:, ?(?:dpa|ats|afp))?"
)
_TAKE = re.compile(
    r"\(?\b(?:Teil|Folge|Part|Take|Partie|Parte) (\d{1,2}) (?:von|of|de|di) (\d{1,2})\)?"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; *removed* has its labels and notes."""

    headline: str
    byline: str
    lifecycle: Lifecycle
    note: str
    lead: int | None
    take: Take | None
    removed: tuple[Removed, ...]


def head_of(text: str) -> tuple[Head, str]:
    """Return the head, and the text after it."""
    lines = text.lstrip("\n").split("\n")
    end = _end_of(lines)
    head = [line.strip() for line in lines[:end]]
    if head:
        head[-1] = head[-1].rstrip("= ")
    notes, labels, headline, byline = _sorted(list(filter(None, head)))
    said = [Lifecycle.NEW]
    for words in (*labels, *notes):
        said += [lifecycle for lifecycle, pattern in _SAYS if pattern.match(words)]
    lead = next((int(m[1]) for label in labels if (m := _LEAD.match(label))), None)
    strongest_said = strongest(*said)
    pattern = dict(_SAYS).get(strongest_said)
    note = next((w for w in (*notes, *labels) if pattern and pattern.match(w)), "")
    found = Head(
        headline=headline,
        byline=byline,
        lifecycle=strongest_said,
        note=note.strip("()"),
        lead=lead,
        take=take_in(headline),
        removed=tuple(
            Removed(step="labels", where="head", text=words) for words in (*labels, *notes)
        ),
    )
    return found, "\n".join(lines[end:])


def take_in(headline: str) -> Take | None:
    """Return which part of how many a headline names: ``Teil 1 von 4``."""
    found = _TAKE.search(headline)
    return Take(number=int(found[1]), of=int(found[2])) if found else None


def _end_of(lines: list[str]) -> int:
    """The head ends with the line that ends with `` =``; without one, at the first empty line."""
    for n, line in enumerate(lines[:_MOST_LINES]):
        if line.rstrip().endswith("="):
            return n + 1
    for n, line in enumerate(lines[:_MOST_LINES]):
        if not line.strip():
            return n if n <= 6 else 0
    return 0


def _sorted(lines: list[str]) -> tuple[list[str], list[str], str, str]:
    notes: list[str] = []
    labels: list[str] = []
    headline: list[str] = []
    byline: list[str] = []
    note: list[str] = []
    for line in lines:
        if note or line.startswith("("):
            note.append(line)
            if line.endswith(")") or len(note) > 8:
                notes.append(" ".join(note))
                note = []
        elif not headline and _LABEL.fullmatch(line):
            labels.append(line)
        elif headline and (byline or _BYLINE.fullmatch(line)):
            byline.append(line)
        else:
            headline.append(line)
    notes += [" ".join(note)] if note else []
    return notes, labels, " ".join(headline), " ".join(byline)
