"""Fixtures that every room's tests share: items with only the fields a test is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from schemas.raw import RawItem
from schemas.types import Block, Origin
from schemas.wire import WireItem

# A slow moment of the machine is no failure; tests about time measure it themselves.
hypothesis.settings.register_profile("dateline", deadline=None)
hypothesis.settings.load_profile("dateline")

ROOT = Path(__file__).parents[1]


def pytest_sessionstart() -> None:
    """Refuse to test what was compiled before its source was changed."""
    for built in (ROOT / "pipeline").rglob(f"*{EXTENSION_SUFFIXES[0]}"):
        name = built.name.removesuffix(EXTENSION_SUFFIXES[0])
        for source in (built.with_name(name + kind) for kind in (".pyx", ".pxd", ".py")):
            if source.exists() and source.stat().st_mtime > built.stat().st_mtime:
                build = "python setup.py build_ext --inplace"
                raise pytest.UsageError(f"{source} is newer than {built.name}: {build}")


RECEIVED_AT = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def make_raw() -> Callable[..., RawItem]:
    """Build a raw item from bytes; each call gets the next offset."""
    offsets = iter(range(1_000_000))

    def build(value: bytes | str = b"", **fields: Any) -> RawItem:
        data = value.encode() if isinstance(value, str) else value
        given: dict[str, Any] = {
            "received_at": RECEIVED_AT,
            "origin": Origin(topic="wire.raw", partition=0, offset=next(offsets)),
        }
        return RawItem(value=data, **(given | fields))

    return build


@pytest.fixture
def make_item() -> Callable[..., WireItem]:
    """Build an item; ``text`` becomes the body's paragraphs; each call gets the next offset."""
    offsets = iter(range(1_000_000))

    def build(text: str = "", **fields: Any) -> WireItem:
        offset = next(offsets)
        guid = fields.pop("guid", f"item-{offset}")
        source = fields.pop("source", "test")
        given: dict[str, Any] = {
            "item_id": f"{source}/{guid}",
            "source": source,
            "guid": guid,
            "origin": Origin(topic="wire.raw", partition=0, offset=offset),
            "raw_digest": "0" * 64,
            "format": "plain_text",
            "received_at": RECEIVED_AT,
            "body": tuple(Block(text=p) for p in text.split("\n\n") if p),
        }
        return WireItem(**(given | fields))

    return build
