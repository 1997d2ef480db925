"""Texts that a distributor's number opens: AsiaNet's releases, Australia's weather bulletins.

AsiaNet (with PR Newswire): ``Source: COMPANY``, ``MEDIA RELEASE PR67271``, the headline, the text.
The number is the guid. The Bureau of Meteorology: its product's number (``IDN38100``), its name,
the district, the headline in one line or two, ``Issued at 9:27 am EST on Thursday 5 July 2018``.
The guid is the number and the time of issue, since each issue stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from pipeline.formats.draft import draft
from pipeline.formats.encoding import decode
from pipeline.formats.limits import TooMuch
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.registry import formats
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Lifecycle, Removed
from schemas.wire import WireItem

__all__ = ["read_bulletin"]

_RELEASE = re.compile(
    r"\s*(?:Source: (?P<source>[^\n]{2,120})\n\s*)?MEDIA RELEASE (?P<id>PR ?\d{4,7})\s*\n"
)
_RELEASE_BYTES = re.compile(rb"(?:[^\n]{0,140}\n){0,3}MEDIA RELEASE PR ?\d{4,7}")
_WEATHER = re.compile(
    r"\s*(?P<id>ID[A-Z]\d{5})\s*\n(?P<office>[^\n]*Bureau of Meteorology[^\n]*)\n"
)
_WEATHER_BYTES = re.compile(rb"\s{0,4}ID[A-Z]\d{5}\s{0,4}\n[^\n]{0,60}Bureau of Meteorology")
_ISSUED = re.compile(
    r"Issued at (?P<hour>\d{1,2}):(?P<minute>\d\d) ?(?P<half>[ap])\.?m\.? (?P<zone>[A-Z]{3,4}) on "
    r"(?:\w+day,? )?(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})"
)
_HOURS = {"EST": 10.0, "AEST": 10.0, "EDT": 11.0, "AEDT": 11.0, "CST": 9.5, "ACST": 9.5,
          "CDT": 10.5, "ACDT": 10.5, "WST": 8.0, "AWST": 8.0}  # fmt: skip
"""Hours ahead of UTC; in Australia ``EST`` is Eastern Australia's."""
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def sniff_bulletin(raw: RawItem) -> float:
    """Sure if one of the two openings is there."""
    head = raw.value[:600].lstrip(b"\xef\xbb\xbf")
    return 0.95 if _RELEASE_BYTES.match(head) or _WEATHER_BYTES.match(head) else 0.0


@formats.add("bulletin", sniff=sniff_bulletin)
def read_bulletin(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """AsiaNet's press releases and the bulletins of Australia's Bureau of Meteorology."""
    decoded = decode(raw.value)
    if decoded is None:
        yield Quarantine(Reason.NOT_READABLE, "a bulletin in no encoding that is known")
        return
    try:
        release, weather = _RELEASE.match(decoded.text), _WEATHER.match(decoded.text)
        if release:
            yield _release(raw, release, decoded.text, decoded.encoding)
        elif weather:
            yield _weather(raw, weather, decoded.text, decoded.encoding)
        else:
            yield Quarantine(Reason.MALFORMED, "a bulletin whose first lines cannot be read")
    except TooMuch as error:
        yield Quarantine(Reason.MALFORMED, f"a bulletin that is no wire text: {error}")


def _release(raw: RawItem, opening: re.Match[str], text: str, encoding: str) -> Outcome[WireItem]:
    blocks = text_blocks(text[opening.end() :], has_head=True)
    if not blocks:
        return Quarantine(Reason.NO_CONTENT, "a press release without a word")
    headline, body = (blocks[0].text, blocks[1:]) if len(blocks) > 1 else ("", blocks)
    return Keep(
        draft(
            raw,
            "bulletin",
            encoding,
            source="asianet",
            provider="AsiaNet",
            guid=opening["id"].replace(" ", ""),
            headline=headline,
            credit=(opening["source"] or "AsiaNet").strip(),
            paid=True,
            genre="Press Release",
            body=body,
            removed=(Removed(step="header", where="head", text=opening[0].strip()),),
        )
    )


def _weather(raw: RawItem, opening: re.Match[str], text: str, encoding: str) -> Outcome[WireItem]:
    rest = text[opening.end() :]
    issued = _ISSUED.search(rest[:800])
    at = _issued_at(issued)
    head, body = (rest[: issued.start()], rest[issued.end() :]) if issued else ("", rest)
    groups = [" ".join(group.split()) for group in re.split(r"\n\s*\n", head) if group.strip()]
    headline = groups[-1] if groups else ""
    place = groups[0] if len(groups) > 1 else ""
    blocks = text_blocks(body.lstrip("."), has_head=not headline)
    if not blocks and not headline:
        return Quarantine(Reason.NO_CONTENT, "a bulletin without a word")
    aside = [opening["id"], opening["office"], *groups[:-1], issued[0] if issued else ""]
    stamp = f"-{at:%Y%m%d%H%M}" if at else ""
    cancels = headline.lower().startswith("cancel")
    return Keep(
        draft(
            raw,
            "bulletin",
            encoding,
            source="bom.gov.au",
            provider="Bureau of Meteorology",
            guid=f"{opening['id']}{stamp}",
            created_at=at,
            versioned_at=at,
            lifecycle=Lifecycle.ADVISORY if cancels else Lifecycle.NEW,
            lifecycle_note=headline if cancels else "",
            headline=headline,
            credit="Bureau of Meteorology",
            categories=(place,) if place else (),
            body=blocks,
            removed=tuple(
                Removed(step="header", where="head", text=words) for words in aside if words
            ),
        )
    )


def _issued_at(found: re.Match[str] | None) -> datetime | None:
    if found is None or found["month"] not in _MONTHS:
        return None
    hour = int(found["hour"]) % 12 + (12 if found["half"] == "p" else 0)
    try:
        local = datetime(
            int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]), hour,
            int(found["minute"]), tzinfo=UTC,
        )  # fmt: skip
    except ValueError:
        return None
    return local - timedelta(hours=_HOURS.get(found["zone"], 10.0))
