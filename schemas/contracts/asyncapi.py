"""The topics and their contracts as an AsyncAPI 3.0 document.

Source: https://www.asyncapi.com/docs/reference/specification/v3.0.0 and its Kafka bindings 0.5.0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from schemas.contracts.published import Contract
from schemas.topics import TopicSpec

__all__ = ["asyncapi_of"]

_BINDING: Final = "0.5.0"
_OUTSIDERS: Final = frozenset({"subscribers"})
"""Readers that are not Dateline: the document describes what Dateline itself sends and receives."""

_HEADERS: Final[dict[str, str]] = {
    "ce_specversion": "CloudEvents 1.0, Kafka binding, binary mode.",
    "ce_id": "The same for a redelivered record as before: a reader can drop what it has seen.",
    "ce_type": "dateline.article, dateline.wireitem ...; dateline.notice is no item.",
    "ce_source": "The feed or the stage that the record comes from.",
    "ce_time": "When a raw item was received.",
    "content-type": "Of the value.",
    "traceparent": "W3C trace context: one trace from the raw bytes to the article.",
    "dateline_stage": "The stage that wrote the record.",
    "dateline_origin": "Where on wire.raw the item was read.",
    "dateline_reason": "Why the item left the line here.",
    "dateline_note": "The same as a sentence.",
}
_REQUIRED_HEADERS: Final = ("ce_specversion", "ce_id", "ce_type", "ce_source")


def asyncapi_of(topics: Iterable[TopicSpec], contracts: Iterable[Contract]) -> dict[str, Any]:
    """Return the document: a channel for each topic, an operation for each writer and reader.

    A topic whose value is none of the contracts carries bytes.
    """
    topics, contracts = tuple(topics), tuple(contracts)
    _, definitions = models_json_schema(
        [(contract.model, "validation") for contract in contracts],
        ref_template="#/components/schemas/{model}",
    )
    names = {contract.name for contract in contracts}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Dateline",
            "version": "1",
            "description": "Wire copy in, articles out. Subscribe to wire.articles for every "
            "published version, or to wire.latest for the current one of each article.",
            "license": {"name": "MIT"},
        },
        "defaultContentType": "application/json",
        "channels": {spec.name: _channel(spec, names) for spec in topics},
        "operations": dict(_operations(topics)),
        "components": {
            "schemas": definitions["$defs"],
            "messageTraits": {"cloudEvent": {"headers": _headers()}},
        },
    }


def _channel(spec: TopicSpec, contracts: set[str]) -> dict[str, Any]:
    readers = f" Read by {', '.join(spec.readers)}." if spec.readers else ""
    config = spec.config()
    return {
        "address": spec.name,
        "title": spec.name,
        "description": f"{spec.about} Written by {spec.writer}.{readers}",
        "messages": {_message_name(spec, contracts): _message(spec, contracts)},
        "bindings": {
            "kafka": {
                "topic": spec.name,
                "partitions": spec.partitions,
                "topicConfiguration": {
                    "cleanup.policy": [config["cleanup.policy"]],
                    "retention.ms": int(config["retention.ms"]),
                    "max.message.bytes": int(config["max.message.bytes"]),
                },
                "bindingVersion": _BINDING,
            }
        },
    }


def _message_name(spec: TopicSpec, contracts: set[str]) -> str:
    return spec.value if spec.value in contracts else "bytes"


def _message(spec: TopicSpec, contracts: set[str]) -> dict[str, Any]:
    known = spec.value in contracts
    return {
        "name": _message_name(spec, contracts),
        "contentType": "application/json" if known else "application/octet-stream",
        "payload": {"$ref": f"#/components/schemas/{spec.value}"}
        if known
        else {"type": "string", "format": "binary", "description": spec.value},
        "traits": [{"$ref": "#/components/messageTraits/cloudEvent"}],
        "bindings": {
            "kafka": {
                "key": {"type": "string", "description": spec.key},
                "bindingVersion": _BINDING,
            }
        },
    }


def _operations(topics: Iterable[TopicSpec]) -> Iterable[tuple[str, dict[str, Any]]]:
    for spec in topics:
        yield _operation("send", spec, spec.writer)
        for reader in spec.readers:
            if reader not in _OUTSIDERS:
                yield _operation("receive", spec, reader)


def _operation(action: str, spec: TopicSpec, who: str) -> tuple[str, dict[str, Any]]:
    name = "_".join([*who.split(), action, *spec.name.split(".")])
    return name, {
        "action": action,
        "channel": {"$ref": f"#/channels/{spec.name}"},
        "title": f"{who}: {action} {spec.name}",
    }


def _headers() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            name: {"type": "string", "description": about} for name, about in _HEADERS.items()
        },
        "required": list(_REQUIRED_HEADERS),
    }
