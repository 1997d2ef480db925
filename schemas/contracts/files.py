"""The generated files, as they must lie in this folder."""

from __future__ import annotations

import json

from schemas.contracts.asyncapi import asyncapi_of
from schemas.contracts.json_schema import schema_of
from schemas.contracts.published import PUBLISHED
from schemas.topics import TOPICS

__all__ = ["generated_files"]


def generated_files() -> dict[str, str]:
    """Return the text of each generated file under its name."""
    made = {contract.schema_file: schema_of(contract) for contract in PUBLISHED}
    made["asyncapi.json"] = asyncapi_of(TOPICS, PUBLISHED)
    return {
        name: json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        for name, content in made.items()
    }
