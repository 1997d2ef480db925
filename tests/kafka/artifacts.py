"""Apache Kafka's jars: fetched once by Maven, kept whole in a cache of their own."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")

MIN_JAVA = 17
"""The oldest Java that runs a broker of Kafka 4 (its compatibility page; clients take 11)."""

FETCH_TIMEOUT_S = 600
"""A guess: 43 MB and Maven's own plugins took 22 s at first, over a slow line it is minutes."""


class KafkaUnavailableError(Exception):
    """Apache Kafka cannot run on this machine; the message says what is missing."""


def kafka_version() -> str:
    """Return the version of Apache Kafka that pom.xml names."""
    found = re.search(r"<kafka\.version>([^<]+)</kafka\.version>", POM.read_text(encoding="utf-8"))
    if found is None:
        raise KafkaUnavailableError(f"{POM.name} names no kafka.version")
    return found[1]


def java() -> str:
    """Return the path of a Java that can run the broker."""
    program = shutil.which("java")
    if program is None:
        raise KafkaUnavailableError(f"java is not installed (Kafka needs {MIN_JAVA} or later)")
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < MIN_JAVA:
        first_line = said.partition("\n")[0]
        raise KafkaUnavailableError(f"Kafka needs Java {MIN_JAVA} or later, here: {first_line}")
    return program


def jars() -> Path:
    """Return the folder of Kafka's jars, and fetch them first where they are not yet kept.

    The folder appears under its name only when it is complete: an interrupted download is never
    used. A changed pom.xml gets a folder of its own.
    """
    digest = hashlib.sha256(POM.read_bytes()).hexdigest()[:8]
    kept = _cache() / f"kafka-{kafka_version()}-{digest}"
    if not kept.is_dir():
        _fetch(kept)
    return kept


def _cache() -> Path:
    named = os.environ.get("DATELINE_TEST_CACHE")
    if named:
        return Path(named).expanduser().resolve()
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "dateline-tests"


def _fetch(kept: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise KafkaUnavailableError("mvn is not installed, and Kafka's jars are not in the cache")
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Beside its final place, so that the rename stays on one file system and is atomic.
    with tempfile.TemporaryDirectory(prefix=f"{kept.name}-partial-", dir=kept.parent) as partial:
        lib = Path(partial, "lib")
        command = [maven, "-B", "-q", "-f", str(POM), "dependency:copy-dependencies"]
        try:
            ran = subprocess.run(
                [*command, f"-DoutputDirectory={lib}", "-DincludeScope=runtime"],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=FETCH_TIMEOUT_S,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise KafkaUnavailableError(f"mvn took longer than {FETCH_TIMEOUT_S} s") from late
        if ran.returncode != 0:
            complaints = [line for line in ran.stdout.splitlines() if "ERROR" in line]
            why = complaints[0] if complaints else f"mvn ended with {ran.returncode}"
            raise KafkaUnavailableError(f"Maven could not get Kafka's jars: {why}")
        try:
            lib.rename(kept)
        except OSError:
            # Another run was first. Anything else that stops a rename is a real error.
            if not kept.is_dir():
                raise
