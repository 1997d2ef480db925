"""A contract as JSON Schema, for readers in any language."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from schemas.contracts.published import Contract

__all__ = ["schema_of"]


def schema_of(contract: Contract) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that each record of the contract satisfies.

    Required are only the fields that have no default: records from before a field was added
    satisfy it too. Unknown fields are allowed, so that an old reader takes a new writer's records.
    """
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:dateline:contract:{contract.name}:{contract.version}",
        **contract.model.model_json_schema(),
    }
