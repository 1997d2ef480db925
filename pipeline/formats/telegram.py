"""What telegrams of several dialects have in common: the line that dates them, notepads, tables."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from pipeline.formats.paragraphs import text_blocks
from schemas.types import Block

__all__ = ["notepad_at", "piped_blocks", "time_at_end"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan janv ene gen", "feb fev fév febr", "mar mär mrz maer märz mars", "apr avr abr",
            "may mai mag", "jun juin giu", "jul juil lug", "aug août aou ago", "sep sept set",
            "oct okt ott out", "nov", "dec dez déc dic",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_AT_END = re.compile(
    r"(?:^|\n)[ \t]*(?P<all>(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?: (?P<zone>GMT|UTC|Z|MEZ|"
    r"MESZ|CET|CEST))? (?P<month>[^\W\d_]{3,5})\.? (?P<year>\d{2}|\d{4}))\s*\Z"
)
_HOURS = {"GMT": 0, "UTC": 0, "Z": 0, "MEZ": 1, "CET": 1, "MESZ": 2, "CEST": 2}
_NOTEPAD = re.compile(
    r"(?:^|\n)(?=[ \t]*(?:# (?:Notizblock|Notebook|Bloc-notes|Note[sp]ad)\b|"
    r"\* \* \* \*[ \t]*(?:\n|$)|"
    r"## (?:Internet|Kontakte|Orte|Editorial contacts|Redaktionelle|Note to editors)))"
)
"""dpa's notepad begins with a heading of its own, and after its stars comes what is for desks."""
_CLOSE = re.compile(r"\n[ \t]*(?:dpa|ats|sda)(?: [a-zA-ZäöüÄÖÜ0-9/]{1,8}){1,8}\s*\Z")


def time_at_end(
    text: str, received_at: datetime, zone: tzinfo
) -> tuple[datetime | None, str, str, str]:
    """Return the time, the local day as YYYYMMDD, the text before the line, and the line.

    Without such a line there is no time, and the day is that on which the record came.
    """
    found = _AT_END.search(text.rstrip()[-80:])
    month = _MONTHS.get(found["month"].lower()) if found else None
    if found is None or month is None:
        return None, f"{received_at.astimezone(zone):%Y%m%d}", text, ""
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    before = text.rstrip()
    before = before[: len(before) - len(found[0].strip())]
    try:
        at = datetime(year, month, int(found["day"]), int(found["hour"]), int(found["minute"]))
    except ValueError:
        return None, f"{received_at.astimezone(zone):%Y%m%d}", text, ""
    if found["zone"]:
        moment = at.replace(tzinfo=UTC) - timedelta(hours=_HOURS[found["zone"]])
    else:
        moment = at.replace(tzinfo=zone).astimezone(UTC)
    return moment, f"{moment.astimezone(zone):%Y%m%d}", before, found["all"]


def notepad_at(text: str) -> tuple[str, str]:
    """Return the text before an agency's notepad, and the notepad; its sign-off goes with it."""
    found = _NOTEPAD.search(text)
    if found is None:
        close = _CLOSE.search(text.rstrip()[-80:])
        if close is None:
            return text, ""
        at = len(text.rstrip()) - len(close[0].rstrip())
        return text[:at], text[at:].strip()
    return text[: found.start()], text[found.start() :].strip()


def piped_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text whose tables are lines between ``|``; their cells part by TAB."""
    blocks: list[Block] = []
    prose: list[str] = []
    rows: list[str] = []

    def prose_ends() -> None:
        if any(line.strip() for line in prose):
            blocks.extend(text_blocks("\n".join(prose)))
        prose.clear()

    def table_ends() -> None:
        if rows:
            blocks.append(Block(kind="table", text="\n".join(rows)))
        rows.clear()

    for line in text.split("\n"):
        bare = line.strip()
        if len(bare) > 2 and bare[0] == bare[-1] == "|":
            prose_ends()
            rows.append("\t".join(cell.strip() for cell in bare[1:-1].split("|")))
        else:
            table_ends()
            prose.append(line)
    table_ends()
    prose_ends()
    return tuple(blocks)
