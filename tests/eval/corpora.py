"""Where the corpora are that a command is given, or beside the project."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["corpora_asked_for"]

_BESIDE = Path("../shared/corpora")


def corpora_asked_for(arguments: list[str]) -> Path:
    """Return the folder of the first argument, or that beside the project; ends if it is none."""
    folder = Path(arguments[0]) if arguments else _BESIDE
    if not folder.is_dir():
        sys.exit(f"{folder} is no folder; give that which holds train/ and measure/")
    return folder
