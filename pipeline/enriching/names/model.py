"""The taggers of names that ship.

``names.bin`` is made by ``python -m pipeline.enriching.names.build``; what each was learnt from
is in ``NAMES-LICENSE.md``. A tagger keeps a row of small whole numbers for every word it knows and
for word endings; the row is multiplied out for the five places of the window once, when the file is
read. All numbers are whole: the products are exact in floating point, in whatever order a machine
adds them.
"""

from __future__ import annotations

import json
import math
import struct
import zlib
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.names.signs import AFFIXES
from pipeline.words.reading import Words

try:
    from pipeline.enriching.names.net import Tagger
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.names.net_by_python import Tagger

__all__ = [
    "KINDS", "ORGANISATION", "OTHER", "PERSON", "PLACE", "SCORES", "TAILS", "Net", "Tagged",
    "net_for", "pack", "unpack",
]  # fmt: skip

Array = npt.NDArray[Any]

KINDS: Final = ("person", "organisation", "place", "other")
PERSON, ORGANISATION, PLACE, OTHER = range(len(KINDS))

_HEAD: Final = struct.Struct("<8sI")
_MAGIC: Final = b"names-2\n"
_DTYPES: Final = {"i1": np.int8, "i2": np.int16, "i4": np.int32, "u8": np.uint64}


SCORES: Final = tuple(
    min(round(1 / (1 + math.exp(0.5 - 0.76 * (n + 0.5) / 2)), 2), 0.99) for n in range(24)
)
"""How many names are right that are so clear, in halves of the tagger's unit (the logarithm of the
odds, as it believes): fitted on the held-out sentences of ``tests/eval/names.py`` in Swedish and
Romanian; in English they are right as often."""

Tagged = npt.NDArray[np.int32]
"""The names of a text, a row each: its first and its last word, its kind's place in ``KINDS``, how
clear it is."""


class Net:
    """One tagger: its table of words, and the network that reads five of them at once."""

    def __init__(self, arrays: dict[str, Array], about: dict[str, Any]) -> None:
        self.about = about
        embedded, window = arrays["embedded"], arrays["window"]
        self.words = arrays["words"], arrays["rows"]
        self.spelled = arrays["spelled"], np.ascontiguousarray(arrays["spelled_rows"][:, 0])
        self.spelled_else = np.ascontiguousarray(arrays["spelled_rows"][:, 1])
        self.endings = len(embedded) - AFFIXES
        places, hidden = window.shape[1], window.shape[2]
        flat = window.reshape(window.shape[0], places * hidden).astype(np.float32)
        table = _in_lines((len(embedded), places, hidden), np.int8)
        divide = np.float32(1 << int(about["shift"]))
        for at in range(0, len(embedded), 4096):
            part = embedded[at : at + 4096].astype(np.float32) @ flat
            part = np.floor(part / divide + np.float32(0.5))
            table[at : at + 4096] = np.clip(part, -127, 127).reshape(-1, places, hidden)
        self.table = table
        self.by_shape, self.by_gap, self.by_item, self.out = (
            _of_lines(arrays[name]) for name in ("by_shape", "by_gap", "by_item", "out")
        )
        self.by_language, self.bias = arrays["by_language"], arrays["bias"]
        self.out_bias = arrays["out_bias"]
        self.languages = {code: n for n, code in enumerate(about["spoken"])}
        self.women = frozenset(arrays["women"].tolist())
        self.men = frozenset(arrays["men"].tolist())
        self.given = self.women | self.men
        self.unit: int = about["unit"]
        self.most, self.share = int(about["most"]), int(about["share"])
        self._tagger = Tagger(self)

    def tag(self, words: Words, language: str = "", eager: int = 0) -> Tagged:
        """Return the names of a text, in its order.

        *eager* is how much likelier words are names than the tagger has learnt, in tenths of its
        unit (the logarithm of the odds).
        """
        number = self.languages.get(NEAR.get(language, language), 0)
        found: Tagged = self._tagger.tag(words, number, eager * self.unit // 10, language in TAILS)
        return found

    def gender(self, given: int) -> int:
        """Return 1 for a given name (its number in small letters) of women, -1 of men, else 0."""
        return (given in self.women) - (given in self.men)


_LINE: Final = 64
"""Bytes that a processor fetches at once. Rows that begin with one need as few as can be."""


def _in_lines(shape: tuple[int, ...], dtype: npt.DTypeLike) -> Array:
    """Return room for an array that begins where a fetch begins."""
    size = math.prod(shape) * np.dtype(dtype).itemsize
    room = np.empty(size + _LINE, np.uint8)
    first = -room.ctypes.data % _LINE
    return room[first : first + size].view(dtype).reshape(shape)


def _of_lines(array: Array) -> Array:
    found = _in_lines(array.shape, array.dtype)
    found[...] = array
    return found


def pack(nets: dict[str, tuple[dict[str, Array], dict[str, Any]]]) -> bytes:
    """Return the data file of some taggers, each by its name."""
    about: list[dict[str, Any]] = []
    blocks: list[bytes] = []
    for name, (arrays, said) in nets.items():
        listed = []
        for key, array in arrays.items():
            code = f"{array.dtype.kind}{array.dtype.itemsize}"
            listed.append([key, code, list(array.shape)])
            blocks.append(
                np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes()
            )
        about.append({"name": name, "about": said, "arrays": listed})
    head = json.dumps(about, separators=(",", ":")).encode()
    whole = _HEAD.pack(_MAGIC, len(head)) + head + b"".join(blocks)
    return zlib.compress(whole, 9)


def unpack(data: bytes) -> dict[str, tuple[dict[str, Array], dict[str, Any]]]:
    """Return the taggers' arrays out of a data file."""
    data = zlib.decompress(data)
    magic, size = _HEAD.unpack_from(data)
    if magic != _MAGIC:
        raise ValueError("no file of names")
    at = _HEAD.size + size
    nets: dict[str, tuple[dict[str, Array], dict[str, Any]]] = {}
    for net in json.loads(data[_HEAD.size : at]):
        arrays = {}
        for key, code, shape in net["arrays"]:
            dtype = np.dtype(_DTYPES[code]).newbyteorder("<")
            count = int(np.prod(shape))
            array = np.frombuffer(data, dtype, count, at).reshape(shape)
            arrays[key] = array.astype(array.dtype.newbyteorder("="))
            at += array.nbytes
        nets[net["name"]] = arrays, net["about"]
    return nets


@lru_cache(maxsize=1)
def _file() -> dict[str, tuple[dict[str, Array], dict[str, Any]]]:
    return unpack(resources.files("pipeline.enriching.names").joinpath("names.bin").read_bytes())


@lru_cache(maxsize=8)
def _net(name: str) -> Net:
    return Net(*_file()[name])


TAILS: Final = frozenset(("es", "fr", "it", "pt", "ro", "ru", "sv", "da", "nb", "nn"))
"""Languages whose names of bodies and places go on in small letters: ``Cour de cassation``."""

NEAR: Final = {"da": "sv", "nb": "sv", "nn": "sv"}
"""Languages that are read as a near one: their names look alike, and most small words do."""


@lru_cache(maxsize=64)
def _name_for(language: str) -> str:
    for name, (_, about) in _file().items():
        if language in about["languages"]:
            return name
    return ""


def net_for(language: str) -> Net | None:
    """Return the tagger for a language; none where no tagger is good enough."""
    name = _name_for(NEAR.get(language, language))
    return _net(name) if name else None
