"""NITF as a test wants it: a whole story, of which each part may be replaced."""

from __future__ import annotations

__all__ = ["HL1", "ID", "ISSUED", "STORY", "nitf"]

ISSUED = '<date.issue norm="20260303T100000Z"/>'
ID = '<doc-id id-string="nw-1" regsrc="Northwire"/>'
HL1 = "<hedline><hl1>Rain in Lisbon</hl1></hedline>"
STORY = "<p>It rained on the square for the whole morning.</p>"


def nitf(
    data: str = ID + ISSUED,
    *,
    head: str = "",
    status: str = "usable",
    top: str = HL1,
    content: str = STORY,
    end: str = "",
    root: str = "nitf",
) -> str:
    """Write a story; each part may be replaced."""
    return (
        f'<{root}><head>{head}<docdata management-status="{status}">{data}</docdata></head><body>'
        f"<body.head>{top}</body.head><body.content>{content}</body.content>{end}</body></nitf>"
    )
