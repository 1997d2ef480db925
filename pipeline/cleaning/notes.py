"""Editors' notes at the top of a text: what was added, corrected or replaced, and why.

Seen in copy: Reuters ``(Adds reaction, background)``, ``(In Jan. 3 story, corrects ...)``; AP
``Eds: UPDATES: ...``; dpa ``(Berichtigung: ...)``, ``(Achtung ...)``; ANP ``N i e u w bericht,
vervangt: HEADLINE``; STT ``Korjattu aiempaa uutista: ...``. AFP's and EFE's forms are known from
their copy on sites.
"""

from __future__ import annotations

import re

from pipeline.cleaning.notepad import STEP as PRIVATE
from pipeline.cleaning.notepad import has_contact
from pipeline.cleaning.registry import cleaners
from schemas.types import Lifecycle, Removed, strongest
from schemas.wire import WireItem

__all__ = ["find_notes", "note_of_line"]

_MOST_CHARS = 600
"""A note is a line or two; Reuters' longest that we know has some 300 characters."""

_DEPTH = 4
"""So many blocks from the top: a byline and a standfirst may stand before it."""

_NEW, _UPDATE = Lifecycle.NEW, Lifecycle.UPDATE
_CORRECTION, _REPEAT = Lifecycle.CORRECTION, Lifecycle.REPEAT

_IN_PARENTHESES = (
    (
        _CORRECTION,
        r"Corrects?|Corrected|CORRECTS|Clarifies|Fixes|Berichtigung|Berichtigt|Korrektur|KORR|"
        r"Corrige|Rectifie|Rectifica|Corregge|Rettifica|Corrigeert|Rättar|Retter|"
        # (In Jan. 3 story, corrects last paragraph ...), (This story has been corrected to ...)
        r"In [^()]{1,60}?\b(?:story|item|report|headline|alert|paragraph|lead)\b[^()]{0,60}?,? "
        r"(?:corrects?|fixes|clarifies|removes|changes)|"
        r"This (?:[^()]{1,20} )?(?:story|version|item)[^()]{0,30}? (?:was|has been|is being|is) "
        r"(?:corrected|refiled to correct)",
    ),
    (
        _UPDATE,
        r"Adds|ADDS|Updates|UPDATES|Updated|Recasts|RECASTS|Rewrites|Releads|Tops with|Leads with|"
        r"Changes|Removes|Deletes|Inserts|Expands|Restores|Writes through|Writethru|"
        r"Aktualisierung|Aktualisiert|Aktualisierte|Neu|Ergänzung|Ergänzt|Zusammenfassung|"
        r"Actualisé|Actualise|Ajoute|Complète|Précise|Actualiza|Amplía|Añade|Aggiorna|Atualiza|"
        r"Acrescenta|This (?:[^()]{1,20} )?(?:story|version|item)[^()]{0,30}? (?:was|has been|is) "
        r"updated",
    ),
    (_REPEAT, r"Repeats|REPEATS|Refiles|REFILES|Resends|Wiederholung|Repite|Répète|Repeated"),
    # "(Achtung)" alone is a label, and of a headline.
    (Lifecycle.ADVISORY, r"Achtung ?[-:–,] (?:Planungshinweis|Tagesvorschau|Terminhinweis)"),
    (
        _NEW,
        r"Achtung(?=[:,!]| Redaktion| Foto)|Redaktioneller Hinweis|Hinweis an die|Note to editors",
    ),
)
_PATTERNS = tuple(
    (lifecycle, re.compile(rf"\((?:{words})(?=[\s:;,.)]|$)"))
    for lifecycle, words in _IN_PARENTHESES
)

_LABELLED = (
    # AP: what stands after "Eds:" says what was done.
    (_CORRECTION, r"(?:Eds|EDS)\.?: ?(?i:correct|corrig|clarif|fixes)"),
    (
        _UPDATE,
        r"(?:Eds|EDS)\.?: ?(?i:updat|adds|recasts|rewrit|writethru|leads|new approach|expands)",
    ),
    (_NEW, r"(?:Eds|EDS)\.?: ?\S"),
    (_UPDATE, r"N ?i ?e ?u ?w bericht, vervangt:|Vervangt eerder bericht"),
    (_CORRECTION, r"Korjattu aiempaa (?:uutista|juttua)|Korjaa aiempaa uutista|KORJATTU:"),
    (
        _UPDATE,
        r"Täydennetty (?:kauttaaltaan|aiempaa uutista|läpi jutun)|Päivitetty aiempaa uutista",
    ),
    # TT, NTB, Ritzau write their notes into the text.
    (_CORRECTION, r"(?:RÄTTELSE|RETTELSE|KORRIGERING)(?: [^:\n]{1,40})?:"),
    (_NEW, r"(?:Till red(?:aktionen|aktionerna)?|Til red(?:aksjonen|aktionen)|Obs red)\s?[:.]"),
)
_LABELLED_PATTERNS = tuple((lifecycle, re.compile(words)) for lifecycle, words in _LABELLED)

_BARE = re.compile(
    r"(?:Adds|Updates|Recasts|Rewrites|Corrects|Refiles)\b[^.\n]{3,200}"
    r"\b(?:paragraphs?|pars?|throughout|dateline|byline|headline)\b[^.\n]{0,80}$"
)
"""Reuters without parentheses: a line without a stop that names the paragraphs changed."""

_FIRST = frozenset("(EANVKTPROURC")


@cleaners.add(
    "notes",
    needs={"body"},
    gives={"body", "lifecycle", "lifecycle_note", "editorial_note", "removed"},
)
def find_notes(item: WireItem) -> WireItem:
    """Take editors' notes off the top of a text; what they say was done counts for the item."""
    body = item.body
    found: dict[int, Lifecycle] = {}
    for n, block in enumerate(body[:_DEPTH]):
        said = note_of_line(block.text)
        if said is not None:
            found[n] = said
    if found and len(found) == len(body):  # all there is; only what is private goes
        found = {n: said for n, said in found.items() if has_contact(body[n].text)}
    if not found:
        return item
    notes = list(item.editorial_note.split("\n")) if item.editorial_note else []
    done = [item.lifecycle_note] if item.lifecycle_note else []
    gone = []
    for n, said in found.items():
        text = body[n].text
        private = has_contact(text)
        gone.append(Removed(step=PRIVATE if private else "notes", where=f"body:{n}", text=text))
        kept = notes if said is Lifecycle.NEW else done
        if not private and text not in kept:
            kept.append(text)
    return item.model_copy(
        update={
            "body": tuple(block for n, block in enumerate(body) if n not in found),
            "lifecycle": strongest(item.lifecycle, *found.values()),
            "lifecycle_note": " ".join(done),
            "editorial_note": "\n".join(notes),
            "removed": (*item.removed, *gone),
        }
    )


def note_of_line(text: str) -> Lifecycle | None:
    """Return what a line says that is an editor's note as a whole, or None if it is none.

    >>> note_of_line("(Adds reaction, background)").value, note_of_line("Eds: With photos.").value
    ('update', 'new')
    """
    if text[:1] not in _FIRST or len(text) > _MOST_CHARS:
        return None
    if text[0] == "(":
        inner = text[1:-1]
        # One pair of parentheses around all of it; "(Adds x) He said (no)" is none.
        if text[-1] != ")" or inner.find(")") < inner.find("("):
            return None
        if text.startswith(("(Eds:", "(EDS:", "(Eds.:")):
            return note_of_line(inner)
        return next((said for said, words in _PATTERNS if words.match(text)), None)
    labelled = next((said for said, words in _LABELLED_PATTERNS if words.match(text)), None)
    if labelled is not None or _BARE.match(text) is None:
        return labelled
    return {"Corrects": _CORRECTION, "Refiles": _REPEAT}.get(text.split(" ", 1)[0], _UPDATE)
