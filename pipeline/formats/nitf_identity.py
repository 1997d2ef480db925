"""The id of a NITF story without its version, by each agency's own rule.

- PA: ``<uuid>HHH-5-1``: the story in category HHH, its fifth version, its first part. The part
  stays in the guid (``<uuid>HHH-2``) where there is a second.
- NTB: ``NTB<id>_01``: the count of rewrites, from 0; ``du-key`` counts them from 1.
- Ritzau through NTB: ``20260303:RTZ:8883:0``: day, agency, number, version.
- dpa's infoline: ``urn-newsml-dpa-com-20090101-260303-99-1:1772528400000``: dpa's guid with
  hyphens, and the milliseconds at which the version was made. It becomes the guid that dpa's
  NewsML-G2 has; the time is no number of a version, which those count from 1.
- All others: the ``id-string`` as it stands, and the version of ``du-key`` if it has one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["Identity", "identity_of", "number_in"]

_PA: Final = re.compile(r"(?P<id>.{8,200}?[A-Z]{3})-(?P<version>\d{1,4})-(?P<part>\d{1,3})")
_NTB: Final = re.compile(r"(?P<id>NTB[\w-]{6,80})_(?P<version>\d{2})")
_RITZAU: Final = re.compile(r"(?P<id>\d{8}:[A-Z]{2,5}:\d{1,9}):(?P<version>\d{1,3})")
_DPA: Final = re.compile(
    r"urn-newsml-(?P<host>[a-z]{2,20})-(?P<top>[a-z]{2,3})-(?P<day>\d{8})-(?P<id>[\w-]{3,60})"
)
_MADE_AT: Final = re.compile(r"(?P<id>.{3,300}):\d{10,13}")


class Identity(NamedTuple):
    """The same for every version of a story, and the number of this version."""

    guid: str
    version: int | None


def identity_of(id_string: str, *, du_key: str = "") -> Identity:
    """Return guid and version of a ``doc-id``; *du_key* is the version that ``du-key`` gives.

    >>> identity_of("17b7b4c3-6e05-0000HHH-5-1")
    Identity(guid='17b7b4c3-6e05-0000HHH', version=5)
    >>> identity_of("NTBab12cd34_02")
    Identity(guid='NTBab12cd34', version=3)
    """
    version = number_in(du_key)
    if found := _PA.fullmatch(id_string):
        part = "" if int(found["part"]) <= 1 else f"-{found['part']}"
        return Identity(found["id"] + part, int(found["version"]))
    if found := _NTB.fullmatch(id_string):
        return Identity(found["id"], version or int(found["version"]) + 1)
    if found := _RITZAU.fullmatch(id_string):
        return Identity(found["id"], version or int(found["version"]))
    if found := _MADE_AT.fullmatch(id_string):
        id_string = found["id"]
    if found := _DPA.fullmatch(id_string):
        id_string = f"urn:newsml:{found['host']}.{found['top']}:{found['day']}:{found['id']}"
    return Identity(id_string, version)


def number_in(text: str) -> int | None:
    """Return a number that a field holds, or None; hostile fields hold thousands of digits."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
