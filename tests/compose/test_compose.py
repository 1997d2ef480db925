"""The compose file is valid, conventional, and says what the code understands."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.settings import Settings

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded


def test_it_follows_the_compose_specification() -> None:
    """Against the specification's own JSON Schema, as check-jsonschema ships it."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", FILE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_image_has_its_version(compose: dict[str, Any]) -> None:
    images = [service["image"] for service in compose["services"].values() if "image" in service]
    assert images
    assert all(image.rpartition(":")[2][0].isdigit() for image in images)


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
