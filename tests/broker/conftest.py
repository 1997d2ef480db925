"""The command itself, in processes of its own, on an embedded broker in a temporary folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Dateline = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("DATELINE_")}
    return {**clean, "DATELINE_DATA": str(tmp_path / "data")}


@pytest.fixture
def dateline(environment: dict[str, str]) -> Dateline:
    """Run the command to its end."""

    def run(
        *arguments: str, stdin: bytes = b"", **settings: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.cli", *arguments],
            env={**environment, **settings},
            input=stdin,
            capture_output=True,
            timeout=90,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run


@pytest.fixture
def worker(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A running `dateline run`, ready; stopped by its process id."""
    process = start_worker(environment)
    yield process
    if process.poll() is None:
        process.terminate()
    process.wait(60)


def start_worker(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", "run"], env=environment, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    assert b"worker(s) on" in line, line
    return process


def wait_for(condition: Callable[[], bool], timeout_s: float = 40.0) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.3)
