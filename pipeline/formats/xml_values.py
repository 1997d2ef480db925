"""Looking things up in an XML tree by local name: senders of one dialect differ in namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from pipeline.formats.encoding import readable
from pipeline.formats.markup import unescaped
from pipeline.formats.xml_tree import name_of

__all__ = ["attribute_in", "below", "child", "children", "line_in", "spaced_in", "text_in"]


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Yield the children of those names, in their order; all of them if no name is given."""
    if element is None:
        return
    if names:
        yield from element.iterchildren(*map(_anywhere, names))
    else:
        yield from (one for one in element if name_of(one))


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element on a path of names, or None."""
    for name in path:
        element = next(element.iterchildren(_anywhere(name)), None) if element is not None else None
        if element is None:
            return None
    return element


def below(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Yield what is called so at any depth, in the order of the document."""
    if element is not None:
        yield from element.iter(*map(_anywhere, names))


def text_in(element: etree._Element | None) -> str:
    """Return the words in an element; empty for None."""
    if element is None:
        return ""
    return readable(unescaped("".join(element.itertext()))).strip()


def spaced_in(element: etree._Element) -> str:
    """Return the words in an element as one line, those of its elements parted by blanks.

    For what is set aside: a heading and the paragraph after it are not one word.
    """
    return " ".join(readable(unescaped(" ".join(element.itertext()))).split())


def line_in(element: etree._Element | None) -> str:
    """Return the words in an element as one line."""
    return " ".join(text_in(element).split())


def attribute_in(element: etree._Element | None, name: str) -> str:
    """Return an attribute as one line; empty for None."""
    return "" if element is None else " ".join((element.get(name) or "").split())


@cache
def _anywhere(name: str) -> str:
    """Return a name as libxml2 looks for it in any namespace or none, which is its own loop."""
    return f"{{*}}{name}"
