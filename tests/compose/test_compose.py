"""The compose file is valid, conventional, and says what the code understands."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from pipeline.settings import Settings
from tests.kafka.artifacts import kafka_version

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "Dockerfile"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded


def test_it_follows_the_compose_specification(compose: dict[str, Any]) -> None:
    """Against the specification's own JSON Schema, as check-jsonschema ships it.

    Only the file is read: the package's command wants a click that Faust does not.
    """
    package = importlib.util.find_spec("check_jsonschema")
    assert package is not None
    assert package.origin is not None
    vendored = Path(package.origin).parent / "builtin_schemas" / "vendor" / "compose-spec.json"
    schema = json.loads(vendored.read_text(encoding="utf-8"))
    assert schema["title"] == "Compose Specification"
    validator = validator_for(schema)(schema)

    assert [error.message for error in validator.iter_errors(compose)] == []
    assert list(validator.iter_errors({"services": {"kafka": {"imagine": "x"}}}))


def test_every_image_has_its_version(compose: dict[str, Any]) -> None:
    images = [service["image"] for service in compose["services"].values() if "image" in service]
    assert images
    assert all(image.rpartition(":")[2][0].isdigit() for image in images)


def test_it_runs_the_kafka_that_the_tests_run(compose: dict[str, Any]) -> None:
    """What the fault suite proved it proved of this version (``tests/kafka/pom.xml``)."""
    assert compose["services"]["kafka"]["image"] == f"apache/kafka:{kafka_version()}"


def test_settings_are_settings(compose: dict[str, Any]) -> None:
    """A variable that nobody reads would fail silently."""
    known = {f"DATELINE_{field.name.upper()}" for field in dataclasses.fields(Settings)}
    for name in ("topics", "worker"):
        given = compose["services"][name]["environment"]
        assert set(given) <= known
        settings = Settings.from_environment(given)
        assert settings.bootstrap == "kafka:9092"
        assert settings.promise == "exactly_once"


def test_workers_can_be_scaled(compose: dict[str, Any]) -> None:
    """Nothing of a worker is fixed to one: no name, no port, no static member id."""
    worker = compose["services"]["worker"]
    assert not {"container_name", "ports"} & set(worker)
    assert "DATELINE_WORKER_ID" not in worker["environment"]


def test_workers_wait_for_broker_and_topics(compose: dict[str, Any]) -> None:
    assert compose["services"]["worker"]["depends_on"] == {
        "kafka": {"condition": "service_healthy"},
        "topics": {"condition": "service_completed_successfully"},
    }


def test_data_outlives_a_container(compose: dict[str, Any]) -> None:
    named = set(compose["volumes"])
    used = {
        volume.partition(":")[0]
        for service in compose["services"].values()
        for volume in service.get("volumes", ())
    }
    assert used == named


def test_the_commands_are_there(compose: dict[str, Any]) -> None:
    """What the containers call exists in the command."""
    services = compose["services"]
    called = [services["topics"]["command"], services["worker"]["command"]]
    called.append(services["worker"]["healthcheck"]["test"][2:])
    for command in called:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.cli", *command, "--help"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


def test_docker_compose_reads_it() -> None:
    """Where the plugin is installed; it needs no engine for that."""
    if shutil.which("docker") is None:
        pytest.skip("docker is not installed")
    asked = ["docker", "compose", "version"]
    if subprocess.run(asked, capture_output=True, check=False).returncode != 0:
        pytest.skip("docker has no compose plugin")
    done = subprocess.run(
        ["docker", "compose", "--file", FILE, "config", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="hadolint is not installed")
def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    done = subprocess.run(["hadolint", DOCKERFILE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_the_dockerfile_copies_is_sent_to_the_builder() -> None:
    """.dockerignore keeps out all that it does not name, so what is copied must be named."""
    sent = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    copied = {
        source.removeprefix("./").rstrip("/")
        for instruction in _instructions("COPY")
        if not instruction.startswith("--from")
        for source in instruction.split()[:-1]
    }
    assert copied
    assert copied <= sent
    assert all((ROOT / name).exists() for name in copied)


def test_the_container_is_not_root_and_hears_the_stop() -> None:
    """A shell between Docker and the worker would keep SIGTERM to itself."""
    assert _instructions("USER")[-1] not in ("0", "root")
    assert _instructions("STOPSIGNAL") == ["SIGTERM"]
    assert json.loads(_instructions("ENTRYPOINT")[-1]) == ["dateline"]


def _instructions(name: str) -> list[str]:
    lines = DOCKERFILE.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(name).strip() for line in lines if line.startswith(f"{name} ")]
