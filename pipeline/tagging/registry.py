"""The taggers that the plan may name; each yields what it thinks an item is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.steps import Registry
from schemas.types import Tag

__all__ = ["taggers"]

taggers: Registry[Callable[..., Iterator[Tag]]] = Registry("tagging")
