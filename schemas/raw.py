"""What arrives on ``wire.raw``: an agency's bytes, verbatim, and what the feeder knew."""

from __future__ import annotations

import hashlib
from functools import cached_property

from pydantic import Field

from schemas.types import Model, Origin, UtcTime

__all__ = ["RawItem"]


class RawItem(Model):
    """One record of ``wire.raw``.

    The bytes are never changed: whatever fails later goes to ``wire.quarantine`` with them.
    """

    value: bytes = Field(repr=False)
    source: str = "local"
    """The feed's name, as its feeder gives it."""
    content_type: str = ""
    """A hint, not a command: the bytes decide."""
    name: str = ""
    """The file name or address the bytes came from."""
    received_at: UtcTime
    origin: Origin

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes as 64 hex digits."""
        return hashlib.sha256(self.value).hexdigest()
