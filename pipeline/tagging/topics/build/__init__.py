"""Compiles what topics are told by: ``python -m pipeline.tagging.topics.build``."""
