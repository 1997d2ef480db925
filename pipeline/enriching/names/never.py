"""Words with a capital that the tagger must never take for names on their own."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.words.reading import number_of

__all__ = ["NEVER", "NEVER_NUMBERS"]

_ALONE: Final = """
i he she it we they you his her its our their my your him them us me who what which this that these
those there here when where why how if as at by for from in into of off on onto or out over the a
an and but so to up with not no yes now then also after before since until while because mr mrs ms
miss dr sir lord lady dame prof professor president minister chairman king queen prince princess
january february april june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
tue wed thu fri sat sun am pm gmt est edt cet utc bst editing reporting writing additional
januar februar märz april mai juni juli august september oktober november dezember jänner montag
dienstag mittwoch donnerstag freitag samstag sonnabend sonntag der die das ein eine er sie es wir
ihr und aber oder in im am an auf bei mit nach von vom zu zum zur herr frau präsident minister
janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
mercredi jeudi vendredi samedi dimanche le la les un une il elle ils elles nous vous et mais ou où
en dans sur avec pour par m mme mlle monsieur madame
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
martes miércoles jueves viernes sábado domingo el los las una uno él ella ellos ellas y o pero
con por para según señor señora sr sra
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
lunedì martedì mercoledì giovedì venerdì sabato domenica
inc co corp ltd plc llc llp jr sr ag sa nv aedt aest bst eet est hkt ist jst msk pst pdt mst dnf dns
photo photos image video foto fotos eds ed note correction update urgent
"""
"""Pronouns, articles, months, days and titles of the languages that are tagged."""

NEVER: Final = frozenset((word,) for word in _ALONE.split())

NEVER_NUMBERS: Final = np.array(
    [number_of(word) for word in dict.fromkeys(_ALONE.split())], np.uint64
)
"""The same by their numbers."""
