"""Files, folders and standard input: what is fed, in which order, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.outside.feeds.files import MAX_RAW_BYTES, Found, Refused, find_files, read_files


def test_a_folder_is_read_by_name_and_to_its_depths(tmp_path: Path) -> None:
    """The order is the names', so two feeds of one folder agree."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([str(tmp_path)])]
    assert found == ["a/1.txt", "a/2.txt", "b.txt"]


def test_bytes_come_verbatim(tmp_path: Path) -> None:
    path = tmp_path / "odd.bin"
    path.write_bytes(b"\x00\xff\r\n")
    (found,) = read_files([path])
    assert isinstance(found, Found)
    assert found.value == b"\x00\xff\r\n"


def test_a_missing_file_is_refused_by_name() -> None:
    (refused,) = read_files([Path("nowhere.txt")])
    assert refused == Refused("nowhere.txt", "there is no such file")


def test_a_pipe_is_no_item(tmp_path: Path) -> None:
    """Opening a FIFO would wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    (refused,) = read_files([tmp_path / "pipe"])
    assert isinstance(refused, Refused)


def test_what_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "noise"
    with path.open("wb") as file:
        file.truncate(MAX_RAW_BYTES + 1)
    (refused,) = read_files([path])
    assert isinstance(refused, Refused)
    assert "more than an item may have" in refused.why
