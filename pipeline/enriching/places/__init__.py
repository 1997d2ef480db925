"""Which places a text speaks of, and where it is mostly about."""
