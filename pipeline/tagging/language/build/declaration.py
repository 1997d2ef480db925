"""How often short words stand in the Universal Declaration of Human Rights, by language.

The lists of frequent words lack short ones that a language shares with a larger one: Afrikaans has
no *die* there, Irish no *go*, Latin no *et*. Here they are counted in the one text that there is in
every language.
"""

from __future__ import annotations

import html
import re
import tarfile
import unicodedata
from collections import Counter
from typing import Final

from pipeline.tagging.language.by_python import MARKS

__all__ = ["count_words"]

_FILES: Final = {
    "latin": (
        "af:afr az:azj_latn bs:bos_latn ca:cat cs:ces cy:cym da:dan de:deu_1996 en:eng eo:epo "
        "es:spa et:est eu:eus fi:fin fr:fra ga:gle hr:hrv hu:hun id:ind is:isl it:ita la:lat "
        "lg:lug lt:lit lv:lav mi:mri ms:mly_latn nb:nob nl:nld nn:nno pl:pol pt:por_PT "
        "ro:ron_2006 sk:slk sl:slv sn:sna so:som sq:als sr:srp_latn st:sot sv:swe sw:swh tl:tgl "
        "tn:tsn tr:tur ts:tso_ZW vi:vie xh:xho yo:yor zu:zul"
    ),
    "cyrillic": "be:bel bg:bul kk:kaz mk:mkd mn:khk ru:rus sr:srp_cyrl uk:ukr",
    "arabic": "ar:arb fa:pes_1 ps:pbu ur:urd",
    "devanagari": "hi:hin mr:mar ne:nep",
}
"""The files of each script's languages."""

_MARKS: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in MARKS)
_WORD: Final = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")


def count_words(declarations: tarfile.TarFile, group: str, language: str) -> Counter[str]:
    """Return how often each word stands in the declaration in a language; none if it lacks."""
    files = dict(pair.split(":") for pair in _FILES[group].split())
    if language not in files:
        return Counter()
    member = declarations.extractfile(f"package/declaration/{files[language]}.html")
    if member is None:
        raise FileNotFoundError(files[language])
    text = html.unescape(re.sub(r"<[^>]+>", " ", member.read().decode()))
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).lower()))
