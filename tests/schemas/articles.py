"""Invented articles of every shape that the contract allows, for properties to be tested on."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from schemas.article import Article, Change, article_id_of
from schemas.types import Block, Dateline, Lifecycle, Name, Place, Subject, Tag

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
"""Any Unicode text: control characters and markup too, but no half surrogate pairs."""

WORD = st.text("abcdefghijklmnopqrstuvwxyz0123456789 /:%<&é東", min_size=1, max_size=12)
TIMES = st.none() | st.datetimes(
    min_value=datetime(1850, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
)
SCORES = st.floats(0, 1)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(["p", "h2", "h3", "ul", "ol", "table", "blockquote"]),
    text=TEXT,
    html=st.just("") | st.just("<em>safe</em>"),
)
DATELINES = st.builds(
    Dateline,
    text=TEXT,
    places=st.lists(WORD, max_size=2).map(tuple),
    on=st.none() | st.dates(),
    agencies=st.lists(WORD, max_size=2).map(tuple),
)
TAGS = st.builds(
    Tag,
    scheme=st.sampled_from(["medtop", "genre", "language", "organisation"]),
    code=TEXT,
    name=TEXT,
    score=SCORES,
    by=WORD,
)
PLACES = st.builds(
    Place,
    name=TEXT,
    role=st.sampled_from(["dateline", "mention"]),
    country=st.sampled_from(["", "BE", "RU"]),
    country_name=TEXT,
    latitude=st.none() | st.floats(),
    longitude=st.none() | st.floats(),
    geonames_id=st.none() | st.integers(1, 10**8),
    score=SCORES,
    by=WORD,
)
NAMES = st.builds(
    Name,
    kind=st.sampled_from(["person", "organisation", "place", "other"]),
    name=TEXT,
    role=TEXT,
    wikidata=st.sampled_from(["", "Q1", "Q 2%"]),
    by=WORD,
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article whose ids fit each other; all else is free."""
    source, guid = draw(WORD), draw(TEXT)
    item_id = f"{source}/{guid}"
    return Article(
        article_id=article_id_of(item_id),
        revision=draw(st.integers(1, 10**6)),
        status=draw(st.sampled_from(["usable", "withheld", "canceled"])),
        change=Change(
            kind=draw(st.sampled_from(list(Lifecycle))),
            note=draw(TEXT),
            headline_changed=draw(st.booleans()),
            paragraphs_added=draw(st.integers(0, 99)),
            paragraphs_removed=draw(st.integers(0, 99)),
        ),
        item_id=item_id,
        source=source,
        guid=guid,
        version=draw(st.none() | st.integers(0, 10**30)),
        raw_digest=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        format=draw(WORD),
        created_at=draw(TIMES),
        versioned_at=draw(TIMES),
        embargoed_until=draw(TIMES),
        language=draw(st.sampled_from(["", "en", "de", "zh"])),
        headline=draw(TEXT),
        standfirst=draw(TEXT),
        slugline=draw(TEXT),
        byline=draw(TEXT),
        credit=draw(TEXT),
        urgency=draw(st.none() | st.integers(-1, 12)),
        dateline=draw(st.none() | DATELINES),
        body=tuple(draw(st.lists(BLOCKS, max_size=4))),
        word_count=draw(st.integers(0, 999)),
        editorial_note=draw(TEXT),
        rights=draw(TEXT | st.just("© 2026 Example Agency")),
        categories=tuple(draw(st.lists(TEXT, max_size=2))),
        keywords=tuple(draw(st.lists(TEXT, max_size=2))),
        subjects=tuple(
            draw(st.lists(st.builds(Subject, scheme=WORD, code=TEXT, name=TEXT), max_size=2))
        ),
        tags=tuple(draw(st.lists(TAGS, max_size=3))),
        places=tuple(draw(st.lists(PLACES, max_size=2))),
        names=tuple(draw(st.lists(NAMES, max_size=3))),
        terms=tuple(draw(st.lists(TAGS, max_size=2))),
        summary=draw(TEXT),
    )
