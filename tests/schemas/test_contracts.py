from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from schemas import topics
from schemas.codec import decode, encode
from schemas.contracts.asyncapi import asyncapi_of
from schemas.contracts.files import generated_files
from schemas.contracts.published import FOLDER, PUBLISHED, Contract
from schemas.topics import TopicSpec

EXAMPLES = sorted(FOLDER.glob("*.example.json"))
"""Of every version that was ever published."""

MODELS = {contract.name: contract.model for contract in PUBLISHED}
ASYNCAPI = Path(__file__).parent / "asyncapi" / "asyncapi-3.0.0.json"


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("name", list(generated_files()))
def test_generated_files_are_fresh(name: str) -> None:
    """After a change of a model or a topic: ``python -m schemas.contracts``."""
    assert (FOLDER / name).read_text(encoding="utf-8") == generated_files()[name]


@pytest.mark.parametrize("contract", PUBLISHED, ids=lambda c: c.example_file)
def test_every_contract_has_an_example(contract: Contract) -> None:
    """It satisfies the schema, its formats and the model, and the model loses nothing of it."""
    example = _json(FOLDER / contract.example_file)
    Draft202012Validator(
        _json(FOLDER / contract.schema_file),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    ).validate(example)

    written = json.loads(decode(contract.model, json.dumps(example).encode()).model_dump_json())
    assert {name: written[name] for name in example} == example


@pytest.mark.parametrize("contract", PUBLISHED, ids=lambda c: c.example_file)
def test_an_example_shows_what_was_there_when_it_was_written(contract: Contract) -> None:
    """Every field without a default is in it, and nothing that no reader knows."""
    example = _json(FOLDER / contract.example_file)

    assert set(contract.model.model_json_schema()["required"]) <= set(example)
    assert set(example) <= set(contract.model.model_fields)


@pytest.mark.parametrize("path", EXAMPLES, ids=_named)
def test_every_published_version_still_decodes(path: Path) -> None:
    """What lies on a topic stays readable: examples are kept and never changed."""
    name = path.name.partition("-")[0]
    model = decode(MODELS[name], path.read_bytes())

    assert decode(MODELS[name], encode(model)) == model


def test_the_document_is_asyncapi() -> None:
    """It satisfies the official schema of AsyncAPI 3.0.0."""
    Draft7Validator(_json(ASYNCAPI)).validate(_json(FOLDER / "asyncapi.json"))


def test_the_official_schema_is_really_asked() -> None:
    """Otherwise the test above would be idle."""
    document = _json(FOLDER / "asyncapi.json")
    document["operations"]["feed_send_wire_raw"]["action"] = "shout"

    assert not Draft7Validator(_json(ASYNCAPI)).is_valid(document)


def test_every_topic_is_a_channel() -> None:
    """With its key, its value's contract and its keeping."""
    channels = _json(FOLDER / "asyncapi.json")["channels"]

    assert set(channels) == {spec.name for spec in topics.TOPICS}
    message = channels["wire.articles"]["messages"]["Article"]
    assert message["payload"] == {"$ref": "#/components/schemas/Article"}
    assert message["bindings"]["kafka"]["key"]["description"] == "article id"
    assert channels["wire.latest"]["bindings"]["kafka"]["topicConfiguration"]["cleanup.policy"] == [
        "compact"
    ]


def test_references_lead_somewhere() -> None:
    """Every ``$ref`` of the document has its target in it."""
    document = _json(FOLDER / "asyncapi.json")

    def references(node: Any) -> list[str]:
        if isinstance(node, dict):
            own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return own + [ref for value in node.values() for ref in references(value)]
        return (
            [ref for value in node for ref in references(value)] if isinstance(node, list) else []
        )

    for ref in set(references(document)):
        target = document
        for part in ref.removeprefix("#/").split("/"):
            target = target[part]


def test_a_topic_of_bytes_says_so() -> None:
    """An agency's own bytes have no contract of ours."""
    spec = TopicSpec("a.b", "About.", key="k", value="bytes", writer="w", readers=("r",))
    document = asyncapi_of([spec], PUBLISHED)

    message = document["channels"]["a.b"]["messages"]["bytes"]
    assert message["contentType"] == "application/octet-stream"
    assert list(document["operations"]) == ["w_send_a_b", "r_receive_a_b"]


def test_every_contract_of_a_topic_is_published() -> None:
    """A topic's value is a contract, bytes, or a row that only its writer reads."""
    values = {spec.value for spec in topics.TOPICS}

    assert {value for value in values if not value.startswith("a row of")} == {*MODELS, "bytes"}
