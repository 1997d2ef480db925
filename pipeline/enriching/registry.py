"""The enriching steps that the plan may name; each takes an item and returns a richer one."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.steps import Registry
from schemas.wire import WireItem

__all__ = ["enrichers"]

enrichers: Registry[Callable[..., WireItem]] = Registry("enriching")
