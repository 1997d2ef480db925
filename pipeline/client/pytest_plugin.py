"""Fixtures for those who test with wire copy; pytest finds them by itself."""
