"""JSON bytes to a value, in whatever encoding they came."""

from __future__ import annotations

from typing import Any

import orjson

from pipeline.formats.encoding import decode

__all__ = ["NoJson", "json_value"]


class NoJson(ValueError):
    """The bytes are no JSON; the message says where. A reader quarantines the record."""


def json_value(value: bytes) -> tuple[Any, str]:
    """Return the value and the encoding of its bytes; raises :class:`NoJson`."""
    try:
        return orjson.loads(value), "utf-8"
    except orjson.JSONDecodeError as error:
        decoded = decode(value)
        if decoded is None:
            raise NoJson(f"the JSON cannot be read: {error}") from None
        try:
            return orjson.loads(decoded.text), decoded.encoding
        except orjson.JSONDecodeError as again:
            raise NoJson(f"the JSON cannot be read: {again}") from None
