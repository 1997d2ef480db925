"""Compiles ``languages.bin``: ``python -m pipeline.tagging.language.build``."""
