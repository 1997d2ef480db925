"""How an article is shown: as a line for people, as JSON or ninjs for machines."""

from __future__ import annotations

from typing import Literal, TypeAlias

import orjson

from schemas.article import Article
from schemas.codec import encode
from schemas.ninjs import to_ninjs

__all__ = ["As", "article_line", "as_bytes"]

As: TypeAlias = Literal["line", "json", "ninjs"]

_MARKS = {"usable": " ", "withheld": "=", "canceled": "x"}


def article_line(article: Article) -> str:
    """Return one line: time, language, status, version, slugline or headline, where, from whom.

    Control characters cannot get in, so a hostile headline cannot move the cursor.
    """
    at = article.versioned_at or article.created_at
    when = at.strftime("%Y-%m-%d %H:%M") if at else " " * 16
    where = "/".join(place.name for place in article.places if place.role == "dateline")
    title = article.headline or article.text[:80]
    parts = [
        when,
        (article.language or "--").ljust(2),
        _MARKS[article.status] + f"v{article.revision}",
        title,
        f"[{where}]" if where else "",
        f"({article.credit or article.source})",
        "KILLED" if article.status == "canceled" else "",
        "WITHHELD" if article.status == "withheld" else "",
    ]
    line = "  ".join(part for part in parts if part)
    return "".join(c for c in line if c.isprintable())


def as_bytes(article: Article, how: As) -> bytes:
    """Return the article as one line of output, without the line's end."""
    if how == "json":
        return encode(article)
    if how == "ninjs":
        return orjson.dumps(to_ninjs(article))
    return article_line(article).encode("utf-8", "replace")
