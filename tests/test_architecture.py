"""The walls of the house: imports point down, rooms do not know each other, Faust stays outside."""

from __future__ import annotations

import ast
from pathlib import Path

from importlinter import cli as lint_imports

ROOT = Path(__file__).parents[1]
CODE = [*(ROOT / "pipeline").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")]


def test_imports_keep_the_walls() -> None:
    """The contracts in pyproject.toml hold; what breaks them is printed."""
    config = str(ROOT / "pyproject.toml")
    assert lint_imports.lint_imports(config_filename=config, no_cache=True) == 0


def test_no_room_for_leftovers() -> None:
    """A helper lives in the room that uses it."""
    homeless = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"}
    assert [path for path in CODE if path.name in homeless] == []


def test_nothing_happens_on_import() -> None:
    """No module builds an app when it is imported: a fresh app per worker and per test."""
    built = [
        path
        for path in CODE
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) in {"faust.App", "build_app"}
    ]
    assert built == []
