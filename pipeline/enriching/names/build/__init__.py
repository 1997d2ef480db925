"""Learns what ``names.bin`` holds: ``python -m pipeline.enriching.names.build CORPORA``."""
