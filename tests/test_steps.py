"""The registry of steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.steps import Registry, UnknownStep


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
