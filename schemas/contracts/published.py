"""Which models are contracts, in which version, and where their files lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.article import Article
from schemas.duplicate import Dropped, Duplicate, HeldBack
from schemas.types import Model
from schemas.wire import WireItem

__all__ = ["FOLDER", "PUBLISHED", "Contract"]

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Contract:
    """One version of a model that others read."""

    model: type[Model]
    version: int
    """Rises only when an old reader could no longer read what is written; a field that is added
    with a default does not raise it."""

    @property
    def name(self) -> str:
        """The model's name, as the topic table has it."""
        return self.model.__name__

    @property
    def schema_file(self) -> str:
        """The generated JSON Schema's file name."""
        return f"{self.name}-{self.version}.schema.json"

    @property
    def example_file(self) -> str:
        """The example's file name: a record's value, invented."""
        return f"{self.name}-{self.version}.example.json"


PUBLISHED: Final = (
    Contract(Article, 1),
    Contract(WireItem, 1),
    Contract(Duplicate, 2),
    Contract(Dropped, 1),
    Contract(HeldBack, 1),
)
"""The current version of each contract. The files of earlier versions stay in the folder."""
