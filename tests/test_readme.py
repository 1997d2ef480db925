"""What the README says is so."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from pipeline.cli import _COMMANDS
from pipeline.settings import Settings
from schemas.topics import TOPICS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_first_block_holds_the_two_commands() -> None:
    """One a line, and nothing else: the first shows it, the second passes the tests."""
    block = re.search(r"```[a-z]*\n(.*?)```", README, re.DOTALL)
    assert block is not None
    first, second = block[1].strip().splitlines()
    assert "dateline demo" in first
    assert "pytest" in second


def test_every_setting_is_told() -> None:
    told = set(re.findall(r"`(?:DATELINE)?(_[A-Z_]+)`", README))
    told |= {f"_{name}" for name in re.findall(r"`DATELINE_([A-Z_]+)", README)}
    for field in dataclasses.fields(Settings):
        name = field.name.upper()
        if field.name != "embedded":
            assert any(f"_{name}".endswith(one) for one in told), f"DATELINE_{name}"


def test_every_command_is_told() -> None:
    for command in _COMMANDS:
        assert f"dateline {command}" in README, command


def test_the_topics_of_the_picture_are_topics() -> None:
    names = {spec.name for spec in TOPICS}
    picture = README.split("```")[3]
    assert set(re.findall(r"wire\.[a-z]+", picture)) <= names
