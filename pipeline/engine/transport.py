"""The transport: register it under ``faust.transports`` and name it in the broker's address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from faust.transport.drivers.aiokafka import Transport as FaustTransport

from pipeline.engine.batch import State
from pipeline.engine.conductor import BatchConductor
from pipeline.engine.consumer import BatchConsumer
from pipeline.engine.lane import LaneSettings
from pipeline.engine.producer import ConfirmedProducer

__all__ = ["LaneOf", "Transport"]


def _no_state() -> State | None:
    return None


@dataclass(frozen=True, slots=True)
class LaneOf:
    """How the partitions of one input topic are worked on."""

    new_state: Callable[[], State | None] = _no_state
    """Makes the state of one partition; it is restored before the first batch."""
    changelog: str = ""
    """The topic that keeps the state; as many partitions as the input topic."""
    settings: LaneSettings = field(default_factory=LaneSettings)


class Transport(FaustTransport):
    """Batches over aiokafka: ``broker="batches://host:port"``."""

    Consumer: ClassVar[type] = BatchConsumer
    Producer: ClassVar[type] = ConfirmedProducer
    Conductor: ClassVar[type] = BatchConductor

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guarantee: Literal["exactly_once", "at_least_once"] = "exactly_once"
        self._lanes: dict[str, LaneOf] = {}

    @property
    def isolation_level(self) -> str:
        """Under exactly-once only what was committed is read, of the input and of the state."""
        return "read_committed" if self.guarantee == "exactly_once" else "read_uncommitted"

    def configure(self, *, guarantee: Literal["exactly_once", "at_least_once"]) -> None:
        """Choose the promise; before the app starts."""
        self.guarantee = guarantee

    def work_on(self, topic: str, lane: LaneOf) -> None:
        """Say how the partitions of *topic* are worked on; before the app starts."""
        self._lanes[topic] = lane

    def lane_of(self, topic: str) -> LaneOf:
        """Return what :meth:`work_on` said of *topic*, or the defaults."""
        return self._lanes.get(topic) or LaneOf()
