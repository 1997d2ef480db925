"""Texts compared by their codes, compiled where a compiler was there."""

from __future__ import annotations

try:
    from pipeline.dedup.compiled_comparison import Comparison, figures_in, keys_of
except ImportError:
    from pipeline.dedup.comparison_by_python import Comparison, figures_in, keys_of

__all__ = ["Comparison", "figures_in", "keys_of"]
