"""Write the generated contract files: ``python -m schemas.contracts``."""

from __future__ import annotations

from schemas.contracts.files import generated_files
from schemas.contracts.published import FOLDER

if __name__ == "__main__":
    for name, text in generated_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
