"""The index from keys to row numbers, compiled where a compiler was there."""

from __future__ import annotations

try:
    from pipeline.dedup.compiled_index import Index
except ImportError:
    from pipeline.dedup.index_by_python import Index

__all__ = ["Index"]
