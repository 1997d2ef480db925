"""Labels before a headline: what they say of an item's place in its story.

The labels are those that agencies put before headlines (Reuters ``UPDATE 1-``, ``CORRECTED-``, dpa
``(Eil)``, ``(Berichtigung: ...)``, ``1ST LEAD``, AFP ``ALERTE``), collected in WIRES conventions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.cleaning.registry import cleaners
from schemas.types import Lifecycle, Removed, strongest
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["Labelled", "label_of_line", "read_labels", "take_labels"]

_END_OF_ORDER = r"\s*(?:-(?![A-Z]{2})\s*|[:\u2013\u2014]\s*|\*{1,6}\s*|(?<=\))\s*|$)"
"""``HOLD-UP AT BANK`` is no order to hold."""

_END = r"\s*(?:[-:\u2013\u2014]\s*|\*{1,6}\s*|(?<=\))\s*|$)"

_LABELS: tuple[tuple[Lifecycle, str], ...] = (
    (
        Lifecycle.KILL,
        r"(?:MANDATORY |BULLETIN |STORY )?KILL(?:ED)?|\(KILL\)|ANNULATION|ANNUL[ÉE]E?|"
        r"ANULACI[ÓO]N|ANULADO|ANNULLAMENTO|ANNULLATO|ANULAÇÃO|ANULADA|"
        r"\((?:Zur[üu]ckziehung|Storno|Widerruf)[^)]{0,80}\)|ZUR[ÜU]CKZIEHUNG|POVUČENO|ПОВЛЕЧЕНО",
    ),
    (Lifecycle.WITHHOLD, r"(?:MANDATORY )?(?:WITHHOLD|WITHHELD|HOLD)|ZUR[ÜU]CKHALTEN"),
    (
        Lifecycle.CORRECTION,
        r"CORRECT(?:ED|ION ET MISE [ÀA] JOUR|ION|S|IVE)|\(CORRECTED\)|"
        r"\((?:Berichtigung|Korrektur|KORR)[^)]{0,120}\)|"
        r"BERICHTIGUNG|KORREKTUR|CORRECTIF|RECTIFICATIF|CORRECCI[ÓO]N|CORREGIDO|CORRIGE|RETTIFICA|"
        r"CORREZIONE|CORREÇÃO|KORJATTU|ИСПРАВКА|ИСПРАВЛЕНО",
    ),
    (
        Lifecycle.UPDATE,
        r"UPDATE(?: ?\d{1,2})?|\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|NET|LD(?:-WRITETHRU)?)|WRITETHRU|"
        r"WRAPUP ?\d{1,2}|\((?:\d{1,2}\. )?Zusammenfassung[^)]{0,40}\)|ACTUALISATION|"
        r"ACTUALIZA(?:CI[ÓO]N|ÇÃO)?|AGGIORNAMENTO|ATUALIZA(?:ÇÃO)?|UPPDATERING",
    ),
    (
        Lifecycle.REPEAT,
        r"RPT|REPEAT|REFILE|\(Wiederholung[^)]{0,40}\)|WIEDERHOLUNG",
    ),
    (
        Lifecycle.ALERT,
        r"\(Eil\)|EIL(?:MELDUNG)?|BLITZ|FLASH|ALERT|NEWS ?ALERT|BREAKING(?: NEWS)?|URGENT|BULLETIN|"
        r"ALERTE|ALERTA|URGENTE|СРОЧНО|ИТНО",
    ),
    (
        Lifecycle.ADVISORY,
        r"ADVISORY|EDITORS?[’']? (?:ADVISORY|NOTE)|\((?:Achtung)[^)]{0,60}\)|TAGESVORSCHAU|"
        r"PLANUNGSHINWEIS|DAYBOOK|AVIS AUX R[ÉE]DACTIONS|PREVISI[ÓO]N(?:ES)?",
    ),
    (
        Lifecycle.TEST,
        r"TEST|TEST (?:MESSAGE|ITEM|ONLY)|TESTMELDUNG|\(TEST\)|ESSAI|PRUEBA|PROVA TECNICA|ТЕСТ",
    ),
)

_ALL_CAPITALS = tuple(
    (
        lifecycle,
        rf"(?:\*{{1,6}}\s*)?(?:{words}){_END_OF_ORDER if lifecycle in PULL_BACKS else _END}",
    )
    for lifecycle, words in _LABELS
)

_IN_SENTENCE_CASE = tuple(
    (lifecycle, rf"(?:{words}):\s+")
    for lifecycle, words in (
        (
            Lifecycle.CORRECTION,
            r"Correction|Corrected|Berichtigung|Korrektur|Rectificatif|Corrección|Rettifica|"
            r"Correzione|Correção|Sprostowanie|Rättelse|Rectificatie|Ispravka|Исправка|Исправление",
        ),
        (
            Lifecycle.UPDATE,
            r"Update(?: \d{1,2})?|Updated|\d{1,2}(?:st|nd|rd|th) (?:Lead|Ld)|Aktualisiert|"
            r"Actualización|Mise à jour|Aggiornamento|Atualização",
        ),
        (Lifecycle.ALERT, r"Breaking|Urgent|Eilmeldung|Alerte|Urgente"),
    )
)
"""As sites write them. With a colon only, and never a kill: "Kill: how it began" is a story."""


def _one_of(labels: tuple[tuple[Lifecycle, str], ...]) -> re.Pattern[str]:
    """One pattern for all: its group's number is the label's, counted from 1."""
    return re.compile("|".join(f"({words})" for _, words in labels))


_ANY_LABEL = (*_ALL_CAPITALS, *_IN_SENTENCE_CASE)
_AT_THE_START = _one_of(_ANY_LABEL)
_LINE = _one_of(_ALL_CAPITALS)

_AT_THE_END = tuple(
    (lifecycle, re.compile(rf"\s*\((?:{words})\)$"))
    for lifecycle, words in (
        (Lifecycle.CORRECTION, r"CORRECTED|CORRECTION|KORR|BERICHTIGT"),
        (Lifecycle.UPDATE, r"UPDATED?(?: ?\d{1,2})?|AKTUALISIERT|LEAD|WRITETHRU"),
    )
)

_PLEASE_IGNORE = re.compile(
    r"\b(?:this is (?:only )?a test|test message|please ignore|bitte ignorieren|testmeldung|"
    r"ceci est un test|message de test|mensaje de prueba|messaggio di prova)\b",
    re.IGNORECASE,
)

_MARK = re.compile(r"[-:*)\u2013\u2014]")
_MARK_CHARS = 180
_LABEL_CHARS = 40
"""The longest label without a mark behind it is shorter, and the longest with one."""

_NUMBER = re.compile(r"(?<=\w)\s\([2-9]\)$")
_MOST_LABELS = 4
_MOST_END_CHARS = 30


class Labelled(NamedTuple):
    """The headline without its labels, what they say, and the labels as they stood."""

    headline: str
    lifecycle: Lifecycle
    labels: tuple[str, ...]


@cleaners.add("labels", needs={"headline"}, gives={"headline", "lifecycle"})
def take_labels(item: WireItem) -> WireItem:
    """Take the labels off the headline; the strongest of what is said counts.

    A text of one line may carry its label in the body.
    """
    if not item.headline:
        first = item.body[0].text if item.body else ""
        said = strongest(item.lifecycle, read_labels(first[:300]).lifecycle)
        return item if said is item.lifecycle else item.model_copy(update={"lifecycle": said})
    labelled = read_labels(item.headline)
    if _counts_its_versions(item) and (number := _NUMBER.search(labelled.headline)):
        labelled = Labelled(
            labelled.headline[: number.start()],
            strongest(labelled.lifecycle, Lifecycle.UPDATE),
            (*labelled.labels, number[0].strip()),
        )
    lifecycle = strongest(item.lifecycle, labelled.lifecycle)
    if not labelled.labels and lifecycle is item.lifecycle:
        return item
    gone = tuple(Removed(step="labels", where="headline", text=label) for label in labelled.labels)
    return item.model_copy(
        update={
            "headline": labelled.headline,
            "lifecycle": lifecycle,
            "lifecycle_note": item.lifecycle_note or " ".join(labelled.labels),
            "removed": item.removed + gone,
        }
    )


def _counts_its_versions(item: WireItem) -> bool:
    """ANP writes `` (2)`` after the headline of a second version; for others it may be a score."""
    return "ANP" in (item.provider, item.credit) or "bericht, vervangt" in item.lifecycle_note


def label_of_line(line: str) -> Lifecycle | None:
    """Return what a line says that is nothing but a label, such as ``2ND LEAD``; else None."""
    found = _LINE.fullmatch(line.strip()) if _may_have_label(line) else None
    return _ALL_CAPITALS[(found.lastindex or 1) - 1][0] if found else None


def read_labels(headline: str) -> Labelled:
    """Take the labels off *headline*; a label that is all there is stays as the headline.

    >>> read_labels("UPDATE 1-Harbour reopens after fire")
    Labelled(headline='Harbour reopens after fire', lifecycle=<Lifecycle.UPDATE: 'update'>, \
labels=('UPDATE 1-',))
    >>> read_labels("Test cricket returns to the harbour").lifecycle.value
    'new'
    """
    rest, labels, said = headline.strip(), [], [Lifecycle.NEW]
    for _ in range(_MOST_LABELS):
        found = _first_label(rest)
        if found is None:
            break
        lifecycle, end = found
        label, left = rest[:end].strip(), rest[end:].strip()
        said.append(lifecycle)
        if not left:
            break
        labels.append(label)
        rest = left
    for lifecycle, pattern in _AT_THE_END:
        if rest[-1:] != ")":
            break
        at_end = pattern.search(rest[-_MOST_END_CHARS:])
        if at_end and len(rest) > len(at_end[0]):
            said.append(lifecycle)
            labels.append(at_end[0].strip())
            rest = rest[: -len(at_end[0])]
    if _may_be_test(headline[:300]) and _PLEASE_IGNORE.search(headline[:300]):
        said.append(Lifecycle.TEST)
    return Labelled(rest, strongest(*said), tuple(labels))


def _may_be_test(text: str) -> bool:
    text = text.casefold()
    return "test" in text or "ignor" in text or "prueba" in text or "prova" in text


def _may_have_label(text: str) -> bool:
    """A label is all of a line, and then short, or a mark stands behind it."""
    return len(text) <= _LABEL_CHARS or _MARK.search(text, 0, _MARK_CHARS) is not None


def _first_label(text: str) -> tuple[Lifecycle, int] | None:
    found = _AT_THE_START.match(text) if _may_have_label(text) else None
    return (_ANY_LABEL[(found.lastindex or 1) - 1][0], found.end()) if found else None
