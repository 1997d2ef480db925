"""One invented story in every dialect: what a test is about is given, the rest is ordinary."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import orjson

__all__ = ["DIALECTS", "TEXT", "plain"]

TEXT = (
    "LISBON (Northwire) - The port of Example closed on Tuesday after a crane had fallen.",
    "Nobody was hurt, the harbour master said, and ships would sail again by the evening.",
)
HEAD = "Crane falls at the port of Example"


def ninjs(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT,
    guid: str = "port-1", version: int = 1, **more: Any,
) -> bytes:  # fmt: skip
    item = {
        "uri": f"http://northwire.example/{guid}", "type": "text", "version": str(version),
        "versioncreated": "2026-03-03T12:00:00Z", "pubstatus": "usable", "language": "en",
        "headline": headline, "slugline": slug, "ednote": note, "body_text": "\n\n".join(body),
    }  # fmt: skip
    return orjson.dumps(item | more)


def ap(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT,
    guid: str = "port-1", version: int = 1, **more: Any,
) -> bytes:  # fmt: skip
    item = {
        "altids": {"itemid": guid, "etag": f"{guid}_{version}"}, "version": version, "type": "text",
        "versioncreated": "2026-03-03T12:00:00Z", "pubstatus": "usable", "language": "en",
        "headline": headline, "slugline": slug or "BC-PT--Port-Crane", "ednote": note,
        "nitf": {"body_html": "".join(f"<p>{html.escape(p)}</p>" for p in body)},
    }  # fmt: skip
    return orjson.dumps({"api_version": "2.0", "data": {"item": item | more}})


def dpa_wires(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT,
    guid: str = "port-1", version: int = 1, **more: Any,
) -> bytes:  # fmt: skip
    notes = [{"role": "dpaednoterole:editorialnote", "ednote": note, "is_publishable": True}]
    item = {
        "format": "digitalwires@0.9.1", "type": "composite", "entry_id": guid,
        "urn": f"urn:newsml:dpa.com:20090101:{guid}", "version": version, "pubstatus": "usable",
        "version_created": "2026-03-03T13:00:00+01:00", "language": "de", "urgency": 4,
        "headline": headline, "creditline": "dpa", "ednotes": notes if note else [],
        "keyword_names": [slug] if slug else [], "categories": [],
        "article_html": "".join(f"<p>{html.escape(p)}</p>" for p in body),
    }  # fmt: skip
    return orjson.dumps(item | more)


def newsmlg2(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT,
    guid: str = "port-1", version: int = 1, status: str = "usable", meta: str = "",
) -> bytes:  # fmt: skip
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in body)
    content = (
        '<contentSet><inlineXML contenttype="application/xhtml+xml"><html '
        f'xmlns="http://www.w3.org/1999/xhtml"><body>{paragraphs}</body></html></inlineXML>'
        "</contentSet>"
    )
    ed_note = f"<edNote>{html.escape(note)}</edNote>" if note else ""
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" '
        f'guid="urn:newsml:northwire.example:20260303:{guid}" version="{version}" xml:lang="en">'
        '<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NW"><name>Northwire</name>'
        "</provider><versionCreated>2026-03-03T12:00:00Z</versionCreated>"
        f'<pubStatus qcode="stat:{status}"/>{meta}{ed_note}</itemMeta><contentMeta>'
        f"<slugline>{html.escape(slug)}</slugline><headline>{html.escape(headline)}</headline>"
        f'<language tag="en"/></contentMeta>{content if body else ""}</newsItem>'
    ).encode()


def newsml1(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT,
    guid: str = "port-1", version: int = 1, status: str = "Usable", management: str = "",
) -> bytes:  # fmt: skip
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in body)
    instruction = f"<Instruction>{html.escape(note)}</Instruction>" if note else ""
    return (
        '<NewsML Version="1.2"><NewsEnvelope/><NewsItem><Identification><NewsIdentifier>'
        "<ProviderId>northwire.example</ProviderId><DateId>20260303</DateId>"
        f"<NewsItemId>{guid}</NewsItemId><RevisionId>{version}</RevisionId></NewsIdentifier>"
        "</Identification><NewsManagement><FirstCreated>20260303T100000Z</FirstCreated>"
        "<ThisRevisionCreated>20260303T120000Z</ThisRevisionCreated>"
        f'<NewsItemType FormalName="News"/><Status FormalName="{status}"/>'
        f'<Urgency FormalName="4"/>{management}{instruction}</NewsManagement><NewsComponent>'
        f"<NewsLines><HeadLine>{html.escape(headline)}</HeadLine>"
        f"<SlugLine>{html.escape(slug)}</SlugLine></NewsLines><ContentItem><DataContent>"
        f"{paragraphs}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    ).encode()


def nitf(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT,
    guid: str = "port-1", version: int = 1, status: str = "usable", head: str = "",
) -> bytes:  # fmt: skip
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in body)
    message = f'<ed-msg info="{html.escape(note)}"/>' if note else ""
    return (
        f'<nitf><head><title>{html.escape(slug)}</title><docdata management-status="{status}">'
        f'<doc-id id-string="{guid}" regsrc="Northwire"/>{message}'
        f'<date.issue norm="20260303T120000Z"/>{head}</docdata></head><body><body.head><hedline>'
        f"<hl1>{html.escape(headline)}</hl1></hedline></body.head><body.content>{paragraphs}"
        "</body.content></body></nitf>"
    ).encode()


def iptc7901(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT,
    number: int = 45, reference: str = "", agency: str = "nwr",
) -> bytes:  # fmt: skip
    lines = "\r\n\r\n".join(body)
    head = f"{note}\r\n{headline}" if note else headline
    refers = f"  {reference}" if reference else ""
    return (
        f"\x01nwr{number:04} 3 i 38  {agency} {number:04}{refers}\r\n{slug or 'Portugal/port/'}\r\n"
        f"\x02{head} =\r\n\r\n{lines}\r\n\r\n\x03031200 GMT Mar 26\r\n\x7f\x7f\x04"
    ).encode()


def anpa(
    *, headline: str = HEAD, note: str = "", slug: str = "", body: tuple[str, ...] = TEXT
) -> bytes:
    slug = slug or "BC-PT--Port-Crane"
    lines = "\r\n".join(f"\t   {p}" for p in body)
    notes = f"^{note}<\r\n" if note else ""
    return (
        f"\x16\x16\x01W2346 NW asian\r\nr i \x13\x11{slug[:24]}   03-03 0144\r\n\x02^{slug},27<\r\n"
        f"^{headline}<\r\n{notes}{lines}\r\n\x03NW-WF-03-03-26 1200GMT<\x0c\x04"
    ).encode()


def zczc(*, headline: str = HEAD, note: str = "", body: tuple[str, ...] = TEXT) -> bytes:
    lines = "\r\n\r\n".join((note, *body) if note else body)
    return f"ZCZC NW1234\r\n#Port Crane\r\n^{headline}\r\n:3/3/2026\r\n{lines}\r\nNNNN\r\n".encode()


def mail(*, headline: str = HEAD, note: str = "", body: tuple[str, ...] = TEXT) -> bytes:
    lines = "\r\n\r\n".join((note, *body) if note else body)
    return (
        f"From: Northwire <desk@northwire.example>\r\nSubject: {headline}\r\n"
        "Date: Tue, 03 Mar 2026 12:00:00 +0000\r\nMessage-ID: <port-1@northwire.example>\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{lines}\r\n"
    ).encode()


def plain(*, headline: str = HEAD, note: str = "", body: tuple[str, ...] = TEXT) -> bytes:
    return "\n\n".join((note, headline, *body) if note else (headline, *body)).encode()


DIALECTS: dict[str, Callable[..., bytes]] = {
    "ninjs": ninjs, "ap": ap, "dpa": dpa_wires, "g2": newsmlg2, "newsml1": newsml1, "nitf": nitf,
    "7901": iptc7901, "anpa": anpa, "zczc": zczc, "mail": mail, "plain": plain,
}  # fmt: skip
