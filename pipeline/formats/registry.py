"""The formats that Dateline reads: how each is recognised, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.outcome import Outcome
from schemas.raw import RawItem
from schemas.wire import WireItem

__all__ = ["Format", "Formats", "Reader", "Sniffer", "formats"]

Sniffer = Callable[[RawItem], float]
"""Return how sure we are (0-1) that the bytes are of this format; cheap, never raises."""


class Reader(Protocol):
    """Yield one outcome per item that the record holds; one bad item costs only itself."""

    def __call__(self, raw: RawItem, /) -> Iterator[Outcome[WireItem]]:
        """Read; see the class."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A wire format: a name, how it is recognised and how it is read."""

    name: str
    sniff: Sniffer
    read: Reader
    about: str


class Formats:
    """The registered formats; the plan's order decides ties."""

    def __init__(self) -> None:
        self._formats: dict[str, Format] = {}

    def add(self, name: str, *, sniff: Sniffer) -> Callable[[Reader], Reader]:
        """Register the decorated reader under *name*, recognised by *sniff*."""

        def register(read: Reader) -> Reader:
            if name in self._formats:
                raise ValueError(f"there already is a format named {name!r}")
            about = (read.__doc__ or "").strip().partition("\n")[0]
            self._formats[name] = Format(name, sniff, read, about)
            return read

        return register

    def __getitem__(self, name: str) -> Format:
        return self._formats[name]

    def __contains__(self, name: object) -> bool:
        return name in self._formats

    def names(self) -> tuple[str, ...]:
        """Return the names, in the order of registration."""
        return tuple(self._formats)


formats = Formats()
