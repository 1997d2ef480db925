"""Web pages in HTML: trafilatura finds the story among menus, teasers and notices.

What the page says of itself in its head (JSON-LD, OpenGraph) gives headline, author, date, address
and site. The guid is the canonical address; without one cleaning derives it from headline, date and
credit. Words of the page that are no part of the story are not accounted for: a page is mostly
those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from types import ModuleType

from pipeline.formats.draft import draft, primary_language
from pipeline.formats.encoding import decode_as
from pipeline.formats.limits import TooMuch
from pipeline.formats.markup import html_blocks
from pipeline.formats.ninjs_values import authority_of, line_of
from pipeline.formats.providers import provider_of
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.wire import WireItem

__all__ = ["read_web_page"]

_MOST_BYTES = 2 * 1024 * 1024
"""A page of a news site has a hundred kilobytes; what is twenty times that is none."""

_LEAST_WORDS = 12
"""Of a page with less the library returns what is there: the words of its menu."""

_PAGE = re.compile(
    rb"(?i)\s{0,64}(?:<!--.{0,2000}?-->\s{0,64})?<(?:!doctype\s+html|html)\b", re.DOTALL
)
_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})")
_LANG = re.compile(r"(?i)<html[^>]{0,400}?\blang\s*=\s*[\"']?([\w-]{2,12})")
_MODIFIED = re.compile(
    r"(?i)\"dateModified\"\s*:\s*\"([^\"]{8,40})\"|article:modified_time\"\s+content=\"([^\"]{8,40})\""
)
_PUBLISHED = re.compile(
    r"(?i)\"datePublished\"\s*:\s*\"([^\"]{8,40})\"|"
    r"article:published_time\"\s+content=\"([^\"]{8,40})\""
)


def sniff_web_page(raw: RawItem) -> float:
    """Sure if it begins as an HTML document does."""
    return 0.9 if _PAGE.match(raw.value[:4096].lstrip(b"\xef\xbb\xbf")) else 0.0


@formats.add("web_page", sniff=sniff_web_page)
def read_web_page(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """Web pages: the story of the page, without the page around it."""
    if len(raw.value) > _MOST_BYTES:
        yield Quarantine(Reason.TOO_LARGE, f"a page of {len(raw.value):,} bytes")
        return
    declared = _CHARSET.search(raw.value[:4096])
    decoded = decode_as(raw.value, declared[1].decode("ascii", "replace") if declared else "")
    if decoded is None:
        yield Quarantine(Reason.NOT_READABLE, "a page in no encoding that is known")
        return
    try:
        html_blocks(decoded.text)  # refuses what is nested or long beyond any page
        yield _read(raw, decoded.text, decoded.encoding)
    except TooMuch as error:
        yield Quarantine(Reason.MALFORMED, f"a page that is none: {error}")


def _read(raw: RawItem, text: str, encoding: str) -> Outcome[WireItem]:
    trafilatura = _trafilatura()
    try:
        story = trafilatura.extract(
            text, output_format="html", include_comments=False, include_formatting=True,
            include_links=True, include_tables=True, deduplicate=False,
        )  # fmt: skip
        page = trafilatura.extract_metadata(text, extensive=False)
    except Exception as error:
        # A library for pages of the open web, which raises what its parsers raise.
        note = f"a page that cannot be read: {type(error).__name__}"
        return Quarantine(Reason.MALFORMED, note)
    said = page.as_dict() if page is not None else {}
    blocks = html_blocks(story or "")
    headline = line_of(said.get("title"))
    if blocks and blocks[0].kind in ("h2", "h3") and blocks[0].text == headline:
        blocks = blocks[1:]
    if sum(len(block.text.split()) for block in blocks) < _LEAST_WORDS:
        return Quarantine(Reason.NO_CONTENT, "a page without a story")
    created_at = _time(_PUBLISHED, text) or read_time(said.get("date"))
    versioned_at = _time(_MODIFIED, text) or created_at
    address = line_of(said.get("url"))
    host = authority_of(address) or line_of(said.get("hostname"))
    lang = _LANG.search(text[:4096])
    language = primary_language(lang[1]) if lang else ""
    site = line_of(said.get("sitename"))
    known = provider_of(host)
    return Keep(
        draft(
            raw,
            "web_page",
            encoding,
            source=host or raw.source,
            provider=known if known != host else provider_of(site, host),
            guid=address,
            created_at=created_at,
            versioned_at=versioned_at,
            language=language,
            language_by="said" if language else "",
            headline=headline,
            standfirst=line_of(said.get("description")),
            byline=line_of(said.get("author")),
            credit=site or host,
            keywords=tuple(filter(None, map(line_of, said.get("tags") or ()))),
            categories=tuple(filter(None, map(line_of, said.get("categories") or ()))),
            body=blocks,
        )
    )


def _time(pattern: re.Pattern[str], text: str) -> datetime | None:
    found = pattern.search(text[:200_000])
    return read_time(next(filter(None, found.groups()), None)) if found else None


@lru_cache(maxsize=1)
def _trafilatura() -> ModuleType:
    """Imported when the first page comes: it takes most of a second, and most lines have none."""
    import trafilatura

    module: ModuleType = trafilatura
    return module
