"""The topics of the line: the only place where a topic's name, key and keeping are written.

A topic's name says the state its items are in. ``dateline topics`` creates what is listed
here; nothing else creates a topic.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ARTICLES",
    "ASIDE",
    "CLEAN",
    "DROPPED",
    "DUPLICATES",
    "ENRICHED",
    "HELD",
    "LATEST",
    "LEDGER",
    "MAX_RECORD_BYTES",
    "MEMORY",
    "QUARANTINE",
    "RAW",
    "TAGGED",
    "TOPICS",
    "UNIQUE",
    "TopicSpec",
    "topic_named",
]

MAX_RECORD_BYTES = 32 * 1024 * 1024
"""Largest record that a topic takes. A raw item has at most 8 MiB; its ``WireItem`` may hold each
word twice (text and safe markup) and the record of what cleaning removed."""

_HOUR = 1
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class TopicSpec:
    """One topic: what lies on it, under which key, how long, and between whom."""

    name: str
    about: str
    key: str
    value: str
    """The contract of the value: a model's name, or ``bytes`` for an agency's own."""
    writer: str
    readers: tuple[str, ...] = ()
    partitions: int = 6
    """On a real Kafka. The embedded broker has one partition a topic, so that the order of a
    day is one total order and every run of it gives the same articles."""
    retention_hours: int | None = 7 * _DAY
    """None keeps for ever."""
    compacted: bool = False

    def config(self) -> dict[str, str]:
        """Return the topic's settings as Kafka spells them."""
        keep = -1 if self.retention_hours is None else self.retention_hours * 3_600_000
        return {
            "cleanup.policy": "compact" if self.compacted else "delete",
            "max.message.bytes": str(MAX_RECORD_BYTES),
            "retention.ms": str(keep),
        }


RAW = TopicSpec(
    "wire.raw",
    "An agency's bytes, verbatim.",
    key="source/guid if the feeder knows it, else a content hash",
    value="bytes",
    writer="feed",
    readers=("clean",),
    retention_hours=30 * _DAY,
)
CLEAN = TopicSpec(
    "wire.clean",
    "What the agency said, parsed and cleaned.",
    key="language (und where unknown)",
    value="WireItem",
    writer="clean",
    readers=("dedupe",),
)
UNIQUE = TopicSpec(
    "wire.unique",
    "Each text once.",
    key="item id",
    value="WireItem",
    writer="dedupe",
    readers=("tag",),
)
TAGGED = TopicSpec(
    "wire.tagged",
    "Items that know what they are about.",
    key="item id",
    value="WireItem",
    writer="tag",
    readers=("enrich",),
)
ENRICHED = TopicSpec(
    "wire.enriched",
    "Items that know who, where and when.",
    key="item id",
    value="WireItem",
    writer="enrich",
    readers=("publish",),
)
ARTICLES = TopicSpec(
    "wire.articles",
    "Every published version of every article.",
    key="article id",
    value="Article",
    writer="publish",
    readers=("subscribers",),
    retention_hours=None,
)
LATEST = TopicSpec(
    "wire.latest",
    "The current version of each article.",
    key="article id",
    value="Article",
    writer="publish",
    readers=("subscribers",),
    retention_hours=None,
    compacted=True,
)
DUPLICATES = TopicSpec(
    "wire.duplicates",
    "Items whose text was on the line already, with the reason.",
    key="item id",
    value="Duplicate",
    writer="dedupe",
    readers=("subscribers",),
    partitions=3,
    retention_hours=30 * _DAY,
)
DROPPED = TopicSpec(
    "wire.dropped",
    "Items that ended on the line, with the stage and the reason.",
    key="item id",
    value="Dropped",
    writer="every stage",
    readers=("subscribers",),
    partitions=3,
    retention_hours=30 * _DAY,
)
HELD = TopicSpec(
    "wire.held",
    "Notices of items that wait for the end of an embargo; nothing of their text.",
    key="item id",
    value="HeldBack",
    writer="publish",
    readers=("subscribers",),
    partitions=3,
    retention_hours=90 * _DAY,
)
EARLY = TopicSpec(
    "wire.early",
    "Articles under embargo, for those who may read them before it ends; off by default.",
    key="article id",
    value="Article",
    writer="publish",
    readers=("subscribers",),
    partitions=3,
    retention_hours=90 * _DAY,
)
ASIDE = TopicSpec(
    "wire.aside",
    "What is not text (pictures, planning ...), as it came; the reason is in the headers.",
    key="item id",
    value="bytes",
    writer="clean",
    readers=("subscribers",),
    partitions=3,
)
QUARANTINE = TopicSpec(
    "wire.quarantine",
    "What no stage could handle, as it came; the reason is in the headers.",
    key="as it came",
    value="bytes",
    writer="every stage",
    readers=("dateline requeue",),
    partitions=3,
    retention_hours=90 * _DAY,
)
MEMORY = TopicSpec(
    "wire.clean.memory",
    "What dedupe remembers: the changelog of its state, partition by partition of wire.clean.",
    key="origin",
    value="a row of pipeline.dedup.memory",
    writer="dedupe",
    readers=("dedupe",),
    retention_hours=None,
    compacted=True,
)
LEDGER = TopicSpec(
    "wire.enriched.ledger",
    "What publish keeps of each item: the changelog of its ledger, as wire.enriched is divided.",
    key="item id",
    value="a row of pipeline.publishing.ledger",
    writer="publish",
    readers=("publish",),
    retention_hours=None,
    compacted=True,
)

TOPICS: tuple[TopicSpec, ...] = (
    RAW,
    CLEAN,
    UNIQUE,
    TAGGED,
    ENRICHED,
    ARTICLES,
    LATEST,
    DUPLICATES,
    DROPPED,
    HELD,
    EARLY,
    ASIDE,
    QUARANTINE,
    MEMORY,
    LEDGER,
)

_BY_NAME = {spec.name: spec for spec in TOPICS}


def topic_named(name: str) -> TopicSpec:
    """Return the topic with that name; ``LookupError`` names those there are."""
    try:
        return _BY_NAME[name]
    except KeyError:
        known = ", ".join(_BY_NAME)
        raise LookupError(f"there is no topic {name!r}; there are: {known}") from None
