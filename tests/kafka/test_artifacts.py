"""What is fetched is whole or not there; no Java, no Maven and no network is needed here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kafka.artifacts import KafkaUnavailableError, jars, java, kafka_version


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and a PATH with nothing but what a test puts into ``bin``."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("DATELINE_TEST_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "cache"


def _program(cache: Path, name: str, script: str) -> None:
    program = cache.parent / "bin" / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def test_a_missing_maven_is_named(cache: Path) -> None:
    with pytest.raises(KafkaUnavailableError, match="mvn is not installed"):
        jars()


def test_an_old_java_is_refused_by_its_version(cache: Path) -> None:
    """Kafka 4 ends on Java 11 with a class version that says nothing to most people."""
    _program(cache, "java", """echo 'openjdk version "11.0.25" 2024-10-15' >&2""")

    with pytest.raises(KafkaUnavailableError, match=r"Java 17 or later, here: .*11\.0\.25"):
        java()


def test_a_broken_download_leaves_nothing_behind(cache: Path) -> None:
    """Some jars came, then the line broke: the next run must not take them for all."""
    _program(
        cache,
        "mvn",
        """
        for word in "$@"; do case $word in -DoutputDirectory=*) lib=${word#*=};; esac; done
        /bin/mkdir "$lib"; echo half >"$lib/kafka.jar"
        echo "[ERROR] the line broke"; exit 1
        """,
    )

    with pytest.raises(KafkaUnavailableError, match="the line broke"):
        jars()
    assert list(cache.iterdir()) == []


def test_what_was_fetched_once_is_not_fetched_again(cache: Path) -> None:
    """The folder has its name from the version; with it there, Maven is not even looked for."""
    _program(
        cache,
        "mvn",
        """
        for word in "$@"; do case $word in -DoutputDirectory=*) lib=${word#*=};; esac; done
        /bin/mkdir "$lib"; echo whole >"$lib/kafka.jar"
        """,
    )
    fetched = jars()
    (cache.parent / "bin" / "mvn").unlink()

    assert jars() == fetched
    assert fetched.name.startswith(f"kafka-{kafka_version()}-")
    assert [jar.name for jar in fetched.iterdir()] == ["kafka.jar"]
