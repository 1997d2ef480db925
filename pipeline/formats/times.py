"""Times as agencies write them in fields, made aware and UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

__all__ = ["read_time"]

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?$")


def read_time(text: object, zone: tzinfo = UTC) -> datetime | None:
    """Return a field's time in UTC, or None if it is none; one without a zone is in *zone*."""
    if not isinstance(text, str):
        return None
    written = text.strip()
    compact = _COMPACT.match(written)
    if compact:
        year, month, day, hour, minute, second, offset = compact.groups()
        written = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{offset or ''}"
    try:
        said = datetime.fromisoformat(written)
    except ValueError:
        try:
            said = parsedate_to_datetime(written)  # as in e-mail and RSS: Tue, 03 Mar 2026 ...
        except (ValueError, IndexError, TypeError, OverflowError):
            return None
    try:
        return said.astimezone(UTC) if said.tzinfo else (said.replace(tzinfo=zone).astimezone(UTC))
    except OverflowError:
        return None
