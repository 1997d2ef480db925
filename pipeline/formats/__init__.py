"""Bytes to `WireItem`: one dialect a file, recognised from the bytes."""
