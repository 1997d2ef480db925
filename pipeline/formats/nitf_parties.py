"""Who a NITF story is from: its agency, whom to credit, who holds the rights.

Seen in copy: AP and Ritzau name themselves in ``regsrc``, PA in ``del-list``, CP and AP as
``distributor``, EFE as ``rights.owner``, dpa's infoline in a ``meta``; AAP passes on what AFP, as
the ``doc.copyright`` says, wrote.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.formats.ninjs_values import authority_of
from pipeline.formats.nitf_aside import words_of
from pipeline.formats.nitf_elements import Elements
from pipeline.formats.providers import provider_of

__all__ = ["credit_of", "provider_of_story", "rights_of"]


def provider_of_story(head: Elements, top: Elements, meta: Mapping[str, str], guid: str) -> str:
    """Return the short name of the agency whose story it is."""
    return provider_of(
        authority_of(guid),
        head.said("doc-id", "regsrc"),
        top.line("distributor"),
        head.said("from-src", "src-name"),
        meta.get("origin", "").partition(" - ")[0],
        top.line("rights.owner"),
        _holder(head),
        meta.get("ntbkilde", ""),
        head.said("doc.rights", "owner"),
    )


def credit_of(head: Elements, top: Elements, provider: str) -> str:
    """Return whom to credit, as the copy writes it."""
    distributor = top.line("distributor")
    return distributor or _holder(head) or top.line("rights.owner") or provider


def rights_of(head: Elements, top: Elements) -> str:
    """Return who holds the rights, and how the text may be used."""
    holder, year = head.said("doc.copyright", "holder"), head.said("doc.copyright", "year")
    lines = [" ".join(filter(None, ("©", year, holder)))] if holder else []
    lines += [head.said("doc.rights", "type"), head.said("doc.rights", "limitations")]
    rights = top.first("rights")
    lines += [words_of(rights)] if rights is not None and not holder else []
    return "\n".join(filter(None, lines))


def _holder(head: Elements) -> str:
    """CP writes a sentence after its name."""
    holder = head.said("doc.copyright", "holder")
    return holder.partition(". ")[0] if " " in holder else holder
