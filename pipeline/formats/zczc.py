"""ZCZC telegrams: AAP's and its regional customers', in lines or in one line with carriage returns.

As AAP sends it: ``ZCZC AAP``, then lines that each begin with a sign that says what they are (``#``
file name, ``$`` headline or class, ``:`` place, date or key words, ``=`` take key, ``^`` headline,
``&`` writer, ``*`` and ``+`` subject code, ``@`` region), the text, and ``NNNN``. Other desks write
a line of ANPA 1312 after ZCZC, or none.

The guid is the provider, the file name and the day that the telegram says; where one of the two is
missing, cleaning derives one from headline, date and credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from pipeline.formats.draft import draft
from pipeline.formats.encoding import decode
from pipeline.formats.limits import MOST_ITEMS, TooMuch
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.providers import provider_of, zone_of
from pipeline.formats.registry import formats
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Dateline, Removed, Subject
from schemas.wire import WireItem

__all__ = ["read_zczc"]

_BEGINS = re.compile(rb"\s{0,16}ZCZC\b")
_EACH = re.compile(r"(?:^|\n)[ \t]*ZCZC\b[ \t]*")
_ENDS = re.compile(r"\n[ \t]*NNNN\b.*\Z", re.DOTALL)
_FIELD = re.compile(r"[ \t]*([#$:=^&*+@%])[ \t]*(.{0,300})")
_CALL = re.compile(r"(?:[A-Z]{2,8}(?: [A-Z]{2,8})?|[A-Z]{2,4}\d{2,5})[ \t]*")
_SERVICE = re.compile(r"HH [\w ]{2,40}")
_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_WRITTEN = re.compile(
    r"\b(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2})\b"
    r"(?:,? (?P<year>\d{4}))?"
)
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,40}(?:, \w{3,9}\.? \d{1,2})? (?:AAP|AFP|AP|PA|Reuters)\b")
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_AGENCY = re.compile(r"\b(AAP|AFP|AP|PA|Reuters|dpa)\b(?= -| [A-Z]+\W*$|\W*$)", re.MULTILINE)
_CLOSE = re.compile(
    r"\n[ \t]*(?:AAP [A-Z/ ]{1,24}|Source: [^\n]{2,60}|Pagemasters|ENDS)[ \t]*\s*\Z"
)


def sniff_zczc(raw: RawItem) -> float:
    """Sure if it begins so."""
    return 0.95 if _BEGINS.match(raw.value[:64]) else 0.0


@formats.add("zczc", sniff=sniff_zczc)
def read_zczc(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """ZCZC telegrams of AAP and others; a file may hold several."""
    decoded = decode(raw.value)
    if decoded is None:
        yield Quarantine(Reason.NOT_READABLE, "a telegram in no encoding that is known")
        return
    for telegram in [t for t in _EACH.split(decoded.text) if t.strip()][: MOST_ITEMS + 1]:
        try:
            yield _read(raw, telegram, decoded.encoding)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"a telegram that is no wire text: {error}")


def _read(raw: RawItem, telegram: str, encoding: str) -> Outcome[WireItem]:
    text = _ENDS.sub("", telegram)
    lines = text.lstrip("\n").split("\n")
    call = ""
    if lines and _CALL.fullmatch(lines[0]):
        call = lines.pop(0).strip()
    fields, headline, lines = _fields(lines)
    removed = [
        Removed(step="header", where="head", text=words)
        for name, words in fields
        if not (name in "^$" and words == headline)
    ]
    body = "\n".join(lines)
    close = _CLOSE.search(body.rstrip()[-120:])
    if close:
        at = len(body.rstrip()) - len(close[0].rstrip())
        removed.append(Removed(step="signoff", where="tail", text=body[at:].strip()))
        body = body[:at]
    if not headline and _DATELINE.match(body.lstrip()):
        headline = dict(reversed(fields)).get("#", "")
        removed = [r for r in removed if r.text != headline]
    blocks = text_blocks(body, has_head=not headline)
    if not headline and not blocks:
        return Quarantine(Reason.NO_CONTENT, "a telegram without a word")
    said = dict(reversed(fields))
    named = _AGENCY.search(body[:400]) or _AGENCY.search(close[0] if close else body[-200:])
    called = call.partition(" ")[0]
    provider = provider_of(called if called.isalpha() else "", named[1] if named else "")
    provider = provider or raw.source
    provider = "AAP" if provider in ("", raw.source) and _is_aap(fields) else provider
    lead = f"{headline}\n{body.lstrip()[:120]}"
    at_, has_year = _time(said.get(":", ""), lead, raw.received_at, provider)
    name = re.sub(r"[\W_]+", "-", said.get("#", "")).strip("-").lower()
    guid = f"{provider.lower()}-{at_:%Y%m%d}-{name}" if name and at_ and has_year else ""
    place = re.fullmatch(r"\(([^()\d]{2,40})\)", said.get(":", ""))
    return Keep(
        draft(
            raw,
            "zczc",
            encoding,
            source=provider.lower(),
            provider=provider,
            guid=guid,
            created_at=at_,
            versioned_at=at_,
            headline=headline,
            slugline=said.get("#", "") or said.get(":", "") if not place else said.get("#", ""),
            byline="",
            credit=provider,
            dateline=Dateline(text="", places=(place[1].title(),)) if place else None,
            keywords=tuple(w for n, w in fields if n == "=" and w),
            subjects=tuple(
                Subject(scheme="subj", code=w)
                for n, w in fields
                if n in "*+" and len(w) == 8 and w.isdigit()
            ),
            body=blocks,
            removed=tuple(removed),
        )
    )


def _is_aap(fields: list[tuple[str, str]]) -> bool:
    return len({name for name, _ in fields}) >= 2


def _fields(lines: list[str]) -> tuple[list[tuple[str, str]], str, list[str]]:
    """Return the lines with signs, the headline among them, and the lines of the text."""
    fields: list[tuple[str, str]] = []
    n = 0
    for n, line in enumerate(lines):
        if _SERVICE.fullmatch(line.strip()) and n < 2:
            fields.append(("h", line.strip()))
            continue
        found = _FIELD.fullmatch(line)
        if found is None or n > 14 or (found[1] == "$" and found[2][:1].isdigit()):
            break
        if found[2].strip():
            fields.append((found[1], found[2].strip()))
    said = dict(reversed(fields))
    long_class = said.get("$", "") if len(said.get("$", "")) > 3 else ""
    headline = said.get("^", "") or long_class
    return fields, headline, lines[n:]


def _time(
    date: str, text: str, received_at: datetime, provider: str
) -> tuple[datetime | None, bool]:
    """Return the day that the telegram says, at its beginning in the agency's time, and whether it
    says the year: an id must not depend on when the telegram came."""
    zone = zone_of(provider)
    try:
        if found := _DATE.search(date):
            day, month, year = (int(part) for part in found.groups())
            return datetime(year, month, day, tzinfo=zone).astimezone(UTC), True
        if found := _WRITTEN.search(date) or _WRITTEN.search(text):
            month, day = _NAMES.index(found["month"]) + 1, int(found["day"])
            year = int(found["year"] or received_at.year)
            said = datetime(year, month, day, tzinfo=zone).astimezone(UTC)
            # Without a year it is the last such day before the telegram came.
            late = said > received_at and not found["year"]
            return (said.replace(year=year - 1) if late else said), bool(found["year"])
    except ValueError:
        return None, False
    return None, False
