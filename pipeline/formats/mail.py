"""E-mail (RFC 5322, MIME): the text is an item, and so is each attachment that is wire copy.

Plain text counts before HTML. The subject is the headline, without ``Re:`` and ``Fwd:``; the domain
of the sender vouches for the Message-ID, which is the guid. A body that is a form's JSON (each name
with a list of answers, as editorial forms mail it) is read by its names. Addresses and headers
never reach the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from typing import Any

import orjson

from pipeline.formats.draft import draft
from pipeline.formats.encoding import decode_as, mended, readable
from pipeline.formats.limits import MOST_ITEMS, TooMuch
from pipeline.formats.markup import html_blocks
from pipeline.formats.ninjs_values import line_of, text_of
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.providers import provider_of
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.formats.urgency import urgency_of
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Block, Removed
from schemas.wire import WireItem

__all__ = ["read_mail"]

_HEADER = re.compile(
    rb"(?:Delivered-To|Received|Return-Path|From|To|Subject|Date|Message-I[Dd]|MIME-Version|"
    rb"X-[\w-]{1,40}|DKIM-Signature|ARC-[\w-]{1,40}|Content-Type|Reply-To|Sender): ?[^\r\n]*\r?\n"
)
_NAMES = re.compile(rb"(?:^|\n)(From|Subject|Date|Message-I[Dd]|MIME-Version|Content-Type|To): ?")
_PREFIX = re.compile(r"(?i)(?:\s*(?:re|fwd?|aw|wg|tr|rv)(?:\[\d+\])?:\s*)+")
_SIGNATURE = re.compile(r"(?:^|\n)-- ?\n")
_SURE = 0.9
_MOST_PARTS = 200
_MOST_CHARS = 2000
"""Of a header that is read; subjects have some hundred."""


def sniff_mail(raw: RawItem) -> float:
    """Sure if it begins with a header of e-mails, and has three of the usual ones."""
    head = raw.value[:16384].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HEADER.match(head) is None:
        return 0.0
    return 0.95 if len(set(_NAMES.findall(head))) >= 3 else 0.0


@formats.add("mail", sniff=sniff_mail)
def read_mail(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """E-mail: the text of the message, and attachments that are wire copy."""
    try:
        # Not the newer policy: its headers are parsed in quadratic time (30 KB took 4 s).
        message = message_from_bytes(raw.value.lstrip())
        parts = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)]
        for part in parts:
            _without_endless(part)
    except Exception as error:
        # The package raises whatever comes (it is not made for hostile mail); the bytes stay.
        yield Quarantine(Reason.MALFORMED, f"an e-mail that cannot be read: {type(error).__name__}")
        return
    yield _read(raw, message, parts)
    for part in parts[:MOST_ITEMS]:
        if _safely(part.get_content_disposition) == "attachment":
            yield from _attached(raw, part)


def _read(raw: RawItem, message: Message, parts: list[Message]) -> Outcome[WireItem]:
    subject = line_of(_header(message, "subject"))
    prefix = _PREFIX.match(subject)
    headline = subject[prefix.end() :] if prefix else subject
    removed = [Removed(step="labels", where="headline", text=prefix[0].strip())] if prefix else []
    try:
        text, is_html, encoding = _text(parts)
        form = None if is_html else _form(text)
        if form is not None:
            return _of_form(raw, message, form, headline, encoding)
        signature = None if is_html else _SIGNATURE.search(text)
        if signature:
            words = text[signature.end() :].strip()
            text = text[: signature.start()]
            removed += [Removed(step="signature", where="tail", text=words)] if words else []
        blocks = html_blocks(text) if is_html else text_blocks(text)
    except TooMuch as error:
        return Quarantine(Reason.MALFORMED, f"an e-mail that is no wire text: {error}")
    if not blocks and not headline:
        return Quarantine(Reason.NO_CONTENT, "an e-mail without subject and text")
    return _item(raw, message, blocks, encoding, headline=headline, removed=removed)


def _item(
    raw: RawItem,
    message: Message,
    blocks: tuple[Block, ...],
    encoding: str,
    *,
    removed: list[Removed],
    **fields: Any,
) -> Outcome[WireItem]:
    sent_at = read_time(_header(message, "date"))
    name, domain = _sender(message)
    attached = sum(1 for p in message.walk() if _safely(p.get_content_disposition) == "attachment")
    return Keep(
        draft(
            raw,
            "mail",
            encoding,
            source=domain or raw.source,
            provider=provider_of(domain, name),
            guid=_header(message, "message-id").strip("<> \t"),
            created_at=sent_at,
            versioned_at=sent_at,
            credit=provider_of(domain) if provider_of(domain) != domain else name or domain,
            remarks=(f"the e-mail has {attached} attachments",) if attached else (),
            body=blocks,
            removed=tuple(removed),
            **fields,
        )
    )


def _of_form(
    raw: RawItem, message: Message, form: dict[str, str], subject: str, encoding: str
) -> Outcome[WireItem]:
    headline = form.get("headline") or subject
    blocks = text_blocks(form.get("body", ""))
    removed = []
    if subject and subject != headline:
        removed.append(Removed(step="head", where="subject", text=subject))
    urgency = form.get("urgency") or form.get("priority", "")
    return _item(
        raw,
        message,
        blocks,
        encoding,
        removed=removed,
        headline=headline,
        standfirst=line_of(form.get("abstract", "")),
        slugline=form.get("slugline", ""),
        byline=form.get("byline", ""),
        genre=form.get("genre", ""),
        urgency=urgency_of(urgency),
        source_urgency=urgency,
        categories=tuple(filter(None, (form.get("category"), form.get("desk")))),
    )


def _form(text: str) -> dict[str, str] | None:
    """Return a form's answers by lower-case name, or None if the text is no such form."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        value = orjson.loads(" ".join(text.split("\n")))
    except orjson.JSONDecodeError:
        return None
    if not isinstance(value, dict) or "Body" not in value:
        return None
    answers: dict[str, str] = {}
    for name, given in value.items():
        first = given if isinstance(given, list) else [given]
        answers[name.lower()] = "\n".join(filter(None, map(text_of, first)))
    return answers


def _text(parts: list[Message]) -> tuple[str, bool, str]:
    """Return the text, whether it is HTML, and its encoding; plain text counts before HTML."""
    found: dict[str, tuple[str, str]] = {}
    for part in parts:
        kind = _safely(part.get_content_type)
        if kind not in ("text/plain", "text/html") or kind in found:
            continue
        if _safely(part.get_content_disposition) == "attachment":
            continue
        decoded = decode_as(_payload(part), _safely(part.get_content_charset) or "")
        if decoded is not None and decoded.text.strip():
            flowed = kind == "text/plain" and _parameter(part, "format") == "flowed"
            words = _unflowed(decoded.text, part) if flowed else decoded.text
            found[kind] = words, decoded.encoding
    for kind in ("text/plain", "text/html"):
        if kind in found:
            words, encoding = found[kind]
            return words, kind == "text/html", encoding
    return "", False, "utf-8"


def _unflowed(text: str, part: Message) -> str:
    """Join lines that were broken softly (RFC 3676): those end with a blank."""
    joiner = "" if _parameter(part, "delsp") == "yes" else " "
    return re.sub(r"(?<!^--) \n(?!\n)", joiner, text)


def _attached(raw: RawItem, part: Message) -> Iterator[Outcome[WireItem]]:
    """Read an attachment that a format is sure of; any other is only counted."""
    inner = raw.model_copy(update={"value": _payload(part), "name": f"{raw.name} (attachment)"})
    known = [
        (formats[name].sniff(inner), name)
        for name in formats.names()
        if name not in ("mail", "plain_text", "web_text")
    ]
    surest, name = max(known, default=(0.0, ""))
    if surest >= _SURE:
        yield from formats[name].read(inner)


def _payload(part: Message) -> bytes:
    payload = _safely(lambda: part.get_payload(decode=True))
    return payload if isinstance(payload, bytes) else b""


def _header(message: Message, name: str) -> str:
    headers = ((n, v) for n, v in message.raw_items() if n.lower() == name)
    said = next((str(value) for _, value in headers), "")[:_MOST_CHARS]
    said = " ".join(said.split())
    if not said.isascii():
        # Bytes beyond ASCII, which no header should have: UTF-8 within a word of another charset.
        octets = said.encode("utf-8", "surrogateescape")
        said = octets.decode("latin-1") if "=?" in said else octets.decode("utf-8", "replace")
    decoded = _safely(lambda: str(make_header(decode_header(said)))) if "=?" in said else said
    return mended(readable(decoded or said)).strip()


def _without_endless(part: Message) -> None:
    """Take off headers of a length that no mail needs, before anybody parses them."""
    for name in ("Content-Type", "Content-Disposition"):
        if len(str(_safely(lambda name=name: part.get(name)) or "")) > _MOST_CHARS:
            del part[name]


def _parameter(part: Message, name: str) -> str:
    return str(_safely(lambda: part.get_param(name)) or "").lower()


def _sender(message: Message) -> tuple[str, str]:
    """Return the sender's name and domain; a hostile header has neither."""
    addresses = _safely(lambda: getaddresses([_header(message, "from")])) or []
    name, address = addresses[0] if addresses else ("", "")
    domain = address.rpartition("@")[2].strip("> ").lower()
    return readable(name), domain if re.fullmatch(r"[\w.-]{3,120}", domain) else ""


def _safely(ask: Any) -> Any:
    """Ask the e-mail package, which raises all kinds of errors on headers that break its rules."""
    try:
        return ask()
    except Exception:
        return None
