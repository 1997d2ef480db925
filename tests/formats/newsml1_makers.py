"""Small NewsML files for tests: what a test is about is written in it, the rest is ordinary."""

from __future__ import annotations

__all__ = ["component", "content", "item", "newsml"]

IDS = (
    "<ProviderId>northwire.example</ProviderId><DateId>20260303</DateId>"
    "<NewsItemId>harbour-7</NewsItemId>"
)
USABLE = '<NewsItemType FormalName="News"/><Status FormalName="Usable"/><Urgency FormalName="4"/>'
TIMES = (
    "<FirstCreated>20260303T100000Z</FirstCreated>"
    "<ThisRevisionCreated>20260303T101500Z</ThisRevisionCreated>"
)


def content(data: str = "<p>It rained.</p><p>More.</p>", form: str = "", role: str = "") -> str:
    """Return a component with one content item."""
    format_ = f'<Format FormalName="{form}"/>' if form else ""
    role_ = f'<Role FormalName="{role}"/>' if role else ""
    inner = f"<ContentItem>{format_}<DataContent>{data}</DataContent></ContentItem>"
    return f"<NewsComponent>{role_}{inner}</NewsComponent>"


def component(inner: str = "", lines: str = "<HeadLine>Rain in Lisbon</HeadLine>") -> str:
    """Return a component with lines, and in it the others or a text."""
    return f"<NewsComponent><NewsLines>{lines}</NewsLines>{inner or content()}</NewsComponent>"


def item(
    inner: str = "",
    *,
    ids: str = IDS,
    revision: str = "<RevisionId>1</RevisionId>",
    management: str = USABLE,
    times: str = TIMES,
) -> str:
    """Return a ``NewsItem``."""
    identifier = f"<NewsIdentifier>{ids}{revision}</NewsIdentifier>"
    return (
        f"<NewsItem><Identification>{identifier}</Identification>"
        f"<NewsManagement>{times}{management}</NewsManagement>{inner or component()}</NewsItem>"
    )


def newsml(*items: str, envelope: str = "") -> str:
    """Return a file."""
    return f"<NewsML><NewsEnvelope>{envelope}</NewsEnvelope>{''.join(items or (item(),))}</NewsML>"
