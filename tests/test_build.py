"""The package builds where there is no compiler: only slower, and nothing else is different."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


def test_without_a_compiler_a_wheel_holds_the_twins(tmp_path: Path) -> None:
    """``pip`` alone is enough; what could not be compiled is left out, with a warning."""
    pytest.importorskip("Cython")
    source = tmp_path / "source"
    left_out = shutil.ignore_patterns("__pycache__", "*.so", "*.bin", "*.c")
    for folder in ("pipeline", "schemas"):
        shutil.copytree(ROOT / folder, source / folder, ignore=left_out)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    built = subprocess.run(
        [sys.executable, "setup.py", "bdist_wheel", "--dist-dir", str(tmp_path)],
        cwd=source,
        env=os.environ | {"CC": "/nonexistent/cc", "CXX": "/nonexistent/cc"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    assert "pipeline/words/by_python.py" in names
    assert [name for name in names if name.endswith((".so", ".pyd"))] == []
