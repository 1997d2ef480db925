"""The cleaning steps that the plan may name; each takes an item and returns a cleaner one."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.steps import Registry
from schemas.wire import WireItem

__all__ = ["cleaners"]

cleaners: Registry[Callable[..., WireItem]] = Registry("cleaning")
