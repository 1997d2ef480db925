"""The words of a NITF body, with what stands beside them set aside."""

from __future__ import annotations

from lxml import etree

from pipeline.formats.markup import element_blocks
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import below, spaced_in
from schemas.types import Block, Removed

__all__ = ["NITF_ELEMENTS", "body_of"]

NITF_ELEMENTS = {
    "hl1": "h2",
    "hl2": "h3",
    "bq": "blockquote",
    "block": "div",
    "nitf-table": "div",
    "body.content": "div",
    "fn": "p",
    "nitf-col": "td",
}
"""Which element of HTML each of NITF's own is like; the others are pieces of the text."""

_ASIDE = {
    "media": "media",
    "custom-table": "media",
    "nitf-table-metadata": "media",
    "table-reference": "media",
    "note": "note",
    "tagline": "tagline",
}
"""What is no part of the running text, by the step under which its words are recorded."""


def body_of(
    content: etree._Element | None,
) -> tuple[tuple[Block, ...], tuple[Removed, ...], bool]:
    """Return the blocks of ``body.content``, what was set aside, and whether there were media."""
    if content is None:
        return (), (), False
    # First, since it refuses a body of endless elements.
    blocks = element_blocks(content, rename=NITF_ELEMENTS, skipped=_ASIDE.keys() | {"style"})
    removed = []
    has_media = False
    inside: etree._Element | None = None
    for one in below(content, *_ASIDE):
        has_media = has_media or name_of(one) == "media"
        if inside is not None and any(parent is inside for parent in one.iterancestors()):
            continue
        inside = one
        words = spaced_in(one)
        if words:
            removed.append(Removed(step=_ASIDE[name_of(one)], where="body", text=words))
    return blocks, tuple(removed), has_media
