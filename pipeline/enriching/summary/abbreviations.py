"""Points that end no sentence: abbreviations, initials, ordinals.

English, German, French, Spanish, Italian, Dutch, Portuguese and Russian, from general knowledge of
the languages; one list for all, as copy of any language names people and firms of others.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_abbreviation", "is_ordinal"]

_NEVER_LAST: Final = frozenset(
    # Titles and ranks
    "mr mrs ms messrs dr drs prof gen col lt sgt capt cpl cmdr maj adm gov sen rep rev hon pres st "
    "ste mt ft fr msgr hr frl hrn dipl ing mag hl m mm mme mgr me sr sra srta dra d da dña ud uds "
    "gral cnel lic arq sig dott avv geom on dhr mevr mr ir mgr ds exmo exma eng engª sres "
    # Months and days
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "janv févr avr juil déc ene abr ago dic dez set out fev abr mag giu lug "
    # Numbers, measures, references
    "no nos nr núm num n° nº pág pag pp p vol vols fig art abs ziff kap bd ca approx est vs v cf "
    "mio mrd mln mld tsd evtl ggf inkl sog bzw geb gest tel str av avda ave blvd rd bd env "
    "u.a z.b d.h z.t o.a d.w.z m.n p.ex e.g i.e т.е тыс млн млрд руб ул им гг стр проф акад кв оз "
    "св г-н г-жа см рис о.о "
    # States of the United States, as agencies shorten them
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb "
    "nev okla ore pa tenn tex vt va wash wis wyo".split()
)
"""What always stands before something else."""

_MAY_BE_LAST: Final = frozenset(
    "inc corp co ltd plc bros jr etc usw ecc al a.m p.m u.s u.k u.n u.s.a e.u d.c l.a ee.uu s.a "
    "s.p.a a.d e.v b.v n.v s.r.l a.c d.c т.д т.п г гг др км м с n.chr v.chr jh".split()
)
"""What may end a sentence as well: then the next begins with a word that sentences begin with."""

_BEGINNERS: Final = frozenset(
    "the he she it they but in on at a an this that these those we i his her their its there "
    "officials police for as after when while some many both no not yet and so if since "
    "der die das er sie es ein eine in im am auf bei nach doch auch zudem dort dies diese "
    "le la les il elle ils elles un une ce cette ces dans en mais selon au aux des on "
    "el los las él ella ellos en pero según un una este esta por con para además "
    "il lo gli i è un una ma in nel per secondo de het een hij zij maar o os as ele ela um uma "
    "в на по но он она они это как для при об".split()
)

_APART: Final = "([\"“„«'‘’/–—"
"""What a word may stand behind without a blank."""


def is_abbreviation(before: str, after: str) -> bool:
    """Tell whether a point between two pieces of text belongs to an abbreviation or an initial.

    *before* ends before the point; *after* begins with the next word.
    """
    said = _last_word(before)
    if not said:
        return False
    word = said.lower()
    last = word.rpartition(".")[2]
    if word in _MAY_BE_LAST or (last in _MAY_BE_LAST and "." not in word):
        return _first_word(after) not in _BEGINNERS
    if word in _NEVER_LAST or (said[0].isupper() and last in _NEVER_LAST):
        return True
    if len(last) == 1 and last.isalpha():
        # "J. Smith", "U.S. troops", "z. B."; "plan B. The ..." begins anew
        if word == last and said.isupper() and len(before) < 3:
            return True
        return _first_word(after) not in _BEGINNERS
    return "." not in word and word.rpartition("-")[2] in _NEVER_LAST


def _last_word(text: str) -> str:
    at = len(text)
    while at and not text[at - 1].isspace() and text[at - 1] not in _APART:
        at -= 1
    return text[at:]


def _first_word(text: str) -> str:
    start, size = 0, min(len(text), 40)
    while start < size and not (text[start].isalnum() or text[start] == "_"):
        start += 1
    end = start
    while end < size and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[start:end].lower()


_ORDINALS: Final = frozenset("de da nb nn no fi cs sk pl hu hr sl sr bs et lv is fo tr".split())
"""Languages that write ``3.`` for the third."""

_ENDS_IN_DAY: Final = re.compile(r"(?:^|[^\w.,])(\d{1,2})$")


def is_ordinal(before: str, language: str) -> bool:
    """Tell whether a point makes a number of one or two digits an ordinal: ``am 5. März``."""
    if language and language not in _ORDINALS:
        return False
    match = _ENDS_IN_DAY.search(before[-6:])
    if match is None or not 0 < int(match[1]) <= 31:
        return False
    if language:
        return True
    word = before[: -len(match[1])].rstrip(" .").rpartition(" ")[2].lower()
    return word not in _NEVER_LAST  # "No. 5. Then", "on Jan. 5. He"
