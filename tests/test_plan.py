"""A plan that cannot be followed is refused at start, with what would have been right."""

from __future__ import annotations

import pytest

from pipeline.plan import BadPlan, load_plan, read_plan
from pipeline.stages import check_plan


def test_the_plan_that_ships_can_be_followed() -> None:
    check_plan(load_plan())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[tagging", "not TOML"),
        ("[taging]\nsteps = []", "rooms: formats, cleaning, dedup, tagging, enriching"),
        ('[tagging]\nsteps = "language"', "list of names"),
        ('[tagging]\nsteps = ["language", "language"]', "twice"),
        ("[tagging]\nsteps = []\n[tagging.language]\nx = 1", "not in steps"),
    ],
)
def test_what_is_no_plan_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadPlan, match=says):
        read_plan(text, "mine.toml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[formats]\nsteps = ["morse"]', "formats has no 'morse'"),
        ('[tagging]\nsteps = ["langage"]', "did you mean 'language'"),
        ('[tagging]\nsteps = ["mediatopic"]\n[tagging.mediatopic]\nloud = 1', "no option loud"),
        ("[enriching]\nsteps = []\nslow_ms = 0", "slow_ms must be 1 to 5000"),
        ("[enriching]\nsteps = []\nslow_ms = true", "slow_ms must be a number"),
        ("[enriching]\nsteps = []\nslow = 9", "it has: slow_ms"),
        (
            '[enriching]\nsteps = ["spacy_names"]\n[enriching.spacy_names]\nmodel = "no_such"',
            "enriching.spacy_names cannot run: .*(spacy is not installed|no spaCy model 'no_such')",
        ),
    ],
)
def test_a_plan_that_names_what_is_not_there_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadPlan, match=says):
        check_plan(read_plan(text, "mine.toml"))


def test_a_plan_that_is_not_there_is_named() -> None:
    with pytest.raises(BadPlan, match=r"nowhere\.toml"):
        load_plan("nowhere.toml")
