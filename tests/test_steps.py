"""The registry of steps."""

from __future__ import annotations

import importlib.machinery
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.steps import Registry, UnknownStep, discover


@pytest.fixture
def registry() -> Registry[Callable[..., str]]:
    registry: Registry[Callable[..., str]] = Registry("shouting")

    @registry.add("loud", needs={"text"}, gives={"noise"})
    def loud(text: str, *, times: int = 2) -> str:
        """Say it louder.

        And more.
        """
        return text.upper() * times

    return registry


def test_a_step_knows_its_options_and_what_it_is_about(
    registry: Registry[Callable[..., str]],
) -> None:
    step = registry["loud"]
    assert (step.options, step.about, step.run("a")) == ({"times": 2}, "Say it louder.", "AA")


def test_a_name_is_taken_once(registry: Registry[Callable[..., str]]) -> None:
    with pytest.raises(ValueError, match="already has a step named 'loud'"):
        registry.add("loud")(str)


def test_an_unknown_step_is_told_the_nearest(registry: Registry[Callable[..., str]]) -> None:
    with pytest.raises(UnknownStep, match="did you mean 'loud'"):
        registry["lud"]


def test_a_compiled_module_without_its_source_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is left from an earlier version, and may want modules that are gone."""
    room = tmp_path / "left_over_room"
    room.mkdir()
    (room / "__init__.py").touch()
    (room / "step_of_today.py").write_text("READ = True\n")
    (room / f"step_of_yesterday{importlib.machinery.EXTENSION_SUFFIXES[0]}").write_bytes(b"\x7fELF")
    monkeypatch.syspath_prepend(str(tmp_path))

    discover("left_over_room")

    assert "left_over_room.step_of_today" in sys.modules
    assert "left_over_room.step_of_yesterday" not in sys.modules
