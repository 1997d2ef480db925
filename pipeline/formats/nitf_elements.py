"""The elements of a NITF story's head by their names: walked once, and looked up often."""

from __future__ import annotations

from lxml import etree

from pipeline.formats.limits import MOST_ELEMENTS, TooMuch
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import attribute_in, line_in

__all__ = ["Elements"]


class Elements:
    """What stands below one element, in the order of the document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._named: dict[str, list[etree._Element]] = {}
        if root is None:
            return
        for n, element in enumerate(root.iter(etree.Element)):
            if n == MOST_ELEMENTS:
                raise TooMuch(f"more than {MOST_ELEMENTS:,} elements of NITF")
            self._named.setdefault(name_of(element), []).append(element)

    def all(self, *names: str) -> list[etree._Element]:
        """Return the elements of these names, one name after the other."""
        if len(names) == 1:
            return self._named.get(names[0], [])
        return [element for name in names for element in self._named.get(name, ())]

    def first(self, name: str) -> etree._Element | None:
        """Return the first element of that name, or None."""
        found = self._named.get(name)
        return found[0] if found else None

    def line(self, name: str) -> str:
        """Return the words of the first element of that name as one line; empty without one."""
        return line_in(self.first(name))

    def said(self, name: str, attribute: str) -> str:
        """Return the first attribute of that name that says something, as one line."""
        for element in self._named.get(name, ()):
            if words := attribute_in(element, attribute):
                return words
        return ""
