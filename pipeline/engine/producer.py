"""Faust's producer, idempotent and confirmed by every replica whatever the guarantee."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiokafka
from faust.transport.drivers.aiokafka import Producer as FaustProducer

from pipeline.engine.one_try import OneTryProducer

__all__ = ["ConfirmedProducer"]


class ConfirmedProducer(FaustProducer):
    """The worker's producer, and the maker of the transactional ones."""

    @property
    def client(self) -> aiokafka.AIOKafkaProducer:
        """The aiokafka producer that all partitions share under at-least-once."""
        return self._ensure_producer()

    def transactional(self, transactional_id: str) -> aiokafka.AIOKafkaProducer:
        """Return a new producer, not yet started, for one input partition's transactions."""
        return self._new_producer(transactional_id=transactional_id)

    @property
    def _producer_type(self) -> type[aiokafka.AIOKafkaProducer]:
        return OneTryProducer

    def _settings_extra(self) -> Mapping[str, Any]:
        return {"acks": "all", "enable_idempotence": True}

    def _settings_default(self) -> Mapping[str, Any]:
        settings = dict(super()._settings_default())
        # Batches are filled by us (see outbox.py) and are complete when they are handed over.
        settings["linger_ms"] = 0
        return settings
