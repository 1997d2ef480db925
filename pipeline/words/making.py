"""Make the small values that an item has by the dozen: spans, and models known to be right."""

from __future__ import annotations

try:
    from pipeline.words.compiled import model_of, span_of, with_values
except ImportError:  # built without a compiler: the same values, later
    from pipeline.words.by_python import model_of, span_of, with_values

__all__ = ["model_of", "span_of", "with_values"]
