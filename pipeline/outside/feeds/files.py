"""Wire copy from files, folders and standard input."""

from __future__ import annotations

import mimetypes
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["MAX_RAW_BYTES", "Found", "Refused", "find_files", "read_files"]

MAX_RAW_BYTES = 8 * 1024 * 1024
"""Largest raw item. The longest text a news agency sends is some hundred kilobytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file's bytes, its name, and the content type that its name suggests."""

    name: str
    value: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be fed, and why."""

    name: str
    why: str


def find_files(paths: Sequence[str]) -> list[Path]:
    """Return the files that *paths* mean: files as given, folders with all below them, by name.

    Hidden files and folders (a leading dot) inside a folder are left out; ``-`` stays as it is.
    """
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            files += sorted(
                inside
                for inside in path.rglob("*")
                if inside.is_file()
                and not any(part.startswith(".") for part in inside.relative_to(path).parts)
            )
        else:
            files.append(path)
    return files


def read_files(files: Sequence[Path]) -> Iterator[Found | Refused]:
    """Yield each file's bytes, or why it is refused: missing, unreadable, not a file, too large."""
    for path in files:
        if str(path) == "-":
            yield _checked("-", sys.stdin.buffer.read(MAX_RAW_BYTES + 1))
            continue
        try:
            if not path.is_file():
                why = "it is no regular file" if path.exists() else "there is no such file"
                yield Refused(str(path), why)
            elif (size := path.stat().st_size) > MAX_RAW_BYTES:
                yield _too_large(str(path), size)
            else:
                yield _checked(str(path), path.read_bytes())
        except OSError as error:
            yield Refused(str(path), error.strerror or str(error))


def _checked(name: str, value: bytes) -> Found | Refused:
    if len(value) > MAX_RAW_BYTES:
        return _too_large(name, len(value))
    return Found(name, value, mimetypes.guess_type(name)[0] or "")


def _too_large(name: str, size: int) -> Refused:
    return Refused(name, f"{size:,} bytes are more than an item may have ({MAX_RAW_BYTES:,})")
