"""Takes: the parts in which an agency sends a story that is too long, or not yet all known.

Seen in copy: ``(Teil 4 von 4)`` in dpa's headlines of price lists, `` MORE`` under Reuters' takes
of 1987; ``-2-``, ``1st Take``, ``(1 of 3)`` and ``Folge 2`` are known conventions.
"""

from __future__ import annotations

import re

from pipeline.cleaning.registry import cleaners
from schemas.types import Block, Removed, Take
from schemas.wire import WireItem

__all__ = ["find_take"]

_PART = (
    r"(?:(?:Teil|Part|PART|Partie|Parte|Del|Deel) (?P<number>\d{1,2}) "
    r"(?:von|of|de|di|av|van|/) (?P<of>\d{1,2})|(?P<nth>\d{1,2})(?:st|nd|rd|th) [Tt]ake|"
    r"(?:Take|TAKE|Folge) (?P<two>\d{1,2})|(?P<one>\d{1,2}) (?:of|von) (?P<all>\d{1,2}))"
)
"""A film may be called "Part 2"; only an agency says of how many."""

_IN_HEADLINE = re.compile(rf"\s?\({_PART}\)|(?:,| [-–])\s{_PART.replace('?P<', '?P<x')}$")
_LINE = re.compile(rf"\(?{_PART}\)?:?|-{{1,3}} ?(?P<page>[2-9]|[1-9]\d) ?-{{1,3}}")
_MORE = re.compile(r"\(?(?:MORE|more)\)?[-.=… ]{0,4}|\((?:Fortsetzung folgt|suite|sigue|segue)\)")
_ENDS_IN_MORE = re.compile(r"(?<=[.!?\"”’'»)=])\s\(?(?:MORE|\(more\))\)?$")
"""`` MORE`` after the last sentence; the word in small letters only in parentheses."""

_FIGURE = re.compile(r"[0-9]")
_TOP = 3
_FOOT = 2
_LINE_CHARS = 40


@cleaners.add("takes", needs={"headline", "body"}, gives={"take", "headline", "body", "removed"})
def find_take(item: WireItem) -> WireItem:
    """Notice which part of its story an item is; the words that say so are no part of the text."""
    take, gone = item.take, list(item.removed)
    headline, body = item.headline, list(item.body)
    if _FIGURE.search(headline) and (found := _IN_HEADLINE.search(headline)):
        after = headline[found.end() :]
        gap = " " if after[:1].isalnum() else ""
        left = f"{headline[: found.start()]}{gap}{after}".strip()
        if left.strip(" :"):
            take = take or _take(found)
            gone.append(Removed(step="takes", where="headline", text=found[0].strip()))
            headline = left
    for n, block in enumerate(body[: min(_TOP, len(body) - 1)]):
        if len(block.text) <= _LINE_CHARS and (line := _LINE.fullmatch(block.text)):
            take = take or _take(line)
            gone.append(Removed(step="takes", where=f"body:{n}", text=block.text))
            del body[n]
            break
    for n in range(len(body) - 1, max(0, len(body) - 1 - _FOOT), -1):
        if len(body[n].text) <= _LINE_CHARS and _MORE.fullmatch(body[n].text):
            take = take or Take(number=1)
            gone.append(Removed(step="takes", where=f"body:{n}", text=body[n].text))
            del body[n]
            break
    else:
        foot = body[-1].text[-_LINE_CHARS:] if body else ""
        if ("MORE" in foot or "(more" in foot) and (more := _ENDS_IN_MORE.search(body[-1].text)):
            take = take or Take(number=1)
            gone.append(Removed(step="takes", where=f"body:{len(body) - 1}", text=more[0].strip()))
            body[-1] = Block(kind=body[-1].kind, text=body[-1].text[: more.start()])
    if len(gone) == len(item.removed):
        return item
    return item.model_copy(
        update={"take": take, "headline": headline, "body": tuple(body), "removed": tuple(gone)}
    )


def _take(found: re.Match[str]) -> Take:
    said = {name.removeprefix("x"): value for name, value in found.groupdict().items() if value}
    number = next(said[name] for name in ("number", "nth", "two", "one", "page") if name in said)
    of = said.get("of") or said.get("all")
    return Take(number=int(number), of=int(of) if of else None)
