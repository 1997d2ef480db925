"""Who a NITF story is from: its agency, whom to credit, who holds the rights.

Seen in copy: AP and Ritzau name themselves in ``regsrc``, PA in ``del-list``, CP and AP as
``distributor``, EFE as ``rights.owner``, dpa's infoline in a ``meta``; AAP passes on what AFP, as the
``doc.copyright`` says, wrote.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from pipeline.formats.ninjs_values import authority_of
from pipeline.formats.nitf_aside import words_of
from pipeline.formats.providers import provider_of
from pipeline.formats.xml_values import attribute_in, below, child, line_in

__all__ = ["credit_of", "provider_of_story", "rights_of"]


def provider_of_story(
    data: etree._Element | None,
    body_head: etree._Element | None,
    meta: Mapping[str, str],
    guid: str,
) -> str:
    """Return the short name of the agency whose story it is."""
    registered = (attribute_in(one, "regsrc") for one in below(data, "doc-id"))
    return provider_of(
        authority_of(guid),
        next(filter(None, registered), ""),
        line_in(child(body_head, "distributor")),
        attribute_in(next(below(data, "from-src"), None), "src-name"),
        meta.get("origin", "").partition(" - ")[0],
        _owner(body_head),
        _holder(data),
        meta.get("ntbkilde", ""),
        attribute_in(child(data, "doc.rights"), "owner"),
    )


def credit_of(data: etree._Element | None, body_head: etree._Element | None, provider: str) -> str:
    """Return whom to credit, as the copy writes it."""
    distributor = line_in(child(body_head, "distributor"))
    return distributor or _holder(data) or _owner(body_head) or provider


def rights_of(data: etree._Element | None, body_head: etree._Element | None) -> str:
    """Return who holds the rights, and how the text may be used."""
    copyright_, terms = child(data, "doc.copyright"), child(data, "doc.rights")
    holder, year = attribute_in(copyright_, "holder"), attribute_in(copyright_, "year")
    lines = [" ".join(filter(None, ("©", year, holder)))] if holder else []
    lines += [attribute_in(terms, "type"), attribute_in(terms, "limitations")]
    rights = child(body_head, "rights")
    lines += [words_of(rights)] if rights is not None and not holder else []
    return "\n".join(filter(None, lines))


def _owner(body_head: etree._Element | None) -> str:
    return line_in(next(below(body_head, "rights.owner"), None))


def _holder(data: etree._Element | None) -> str:
    """CP writes a sentence after its name."""
    holder = attribute_in(child(data, "doc.copyright"), "holder")
    return holder.partition(". ")[0] if " " in holder else holder
