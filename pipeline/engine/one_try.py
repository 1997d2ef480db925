"""A transactional producer that never says twice what must be said once.

aiokafka sends a request again when its connection broke or no answer came in time. Most requests
bear that. ``EndTxn`` does not: the broker may still hold the first one, read it after the second
was answered and the next transaction was begun, and end that one in its middle (found by Jepsen in
2024 with other clients; KIP-890 mends it for clients of a later protocol). The same holds for
``TxnOffsetCommit``: read late, it would put an older offset into the next transaction.

So where it is uncertain what became of either, this producer fails, as an uncertain commit. Its
owner throws it away and opens another; that fences whatever the broker may still hold of it, and
the committed offset then tells whether the transaction had been committed.
"""

from __future__ import annotations

import asyncio
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.client import CoordinationType
from aiokafka.errors import KafkaError, NodeNotReadyError
from aiokafka.producer.sender import BaseHandler, EndTxnHandler, Sender, TxnOffsetCommitHandler

__all__ = ["OneTryProducer", "UncertainCommit"]


class UncertainCommit(KafkaError):  # type: ignore[misc]
    """Nobody knows whether the broker acted upon a request; the producer must not go on."""


class _EndTxn(EndTxnHandler):  # type: ignore[misc]
    async def do(self, node_id: int) -> bool:
        return await _do_once(self, node_id)


class _TxnOffsetCommit(TxnOffsetCommitHandler):  # type: ignore[misc]
    async def do(self, node_id: int) -> bool:
        return await _do_once(self, node_id)


async def _do_once(handler: BaseHandler, node_id: int) -> bool:
    """Send the handler's request; True if it did what it should, False if it may be sent again."""
    try:
        client = handler._sender.client
        response = await client.send(node_id, handler.create_request(), group=handler.group)
    except NodeNotReadyError:
        backoff_s = handler.handle_error()  # there was no connection, so it was never sent
    except KafkaError as error:
        what = type(handler).__name__.strip("_")
        raise UncertainCommit(f"{what} was sent and not answered: {error!r}") from error
    else:
        # An answer, be it an error, proves that the request is not under way any more.
        backoff_s = handler.handle_response(response)
    if backoff_s is None:
        return True
    await asyncio.sleep(backoff_s)
    return False


class _Sender(Sender):  # type: ignore[misc]
    """aiokafka's, with those two handlers in the place of its own."""

    async def _do_txn_offset_commit(self, offsets: Any, group_id: str) -> None:
        if not offsets:
            return
        node_id = await self._find_coordinator(CoordinationType.GROUP, group_id)
        await _TxnOffsetCommit(self, offsets, group_id).do(node_id)

    async def _do_txn_commit(self, commit_result: bool) -> None:
        await self._message_accumulator.flush_for_commit()
        manager = self._txn_manager
        if manager.is_empty_transaction():
            manager.complete_transaction()
            return
        kind, key = CoordinationType.TRANSACTION, manager.transactional_id
        node_id = await self._find_coordinator(kind, key)
        await _EndTxn(self, commit_result).do(node_id)


class OneTryProducer(AIOKafkaProducer):  # type: ignore[misc]
    """aiokafka's producer, but for what is said above. Made for aiokafka 0.14."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        theirs: Any = self._sender  # type: ignore[has-type]
        self._sender = _Sender(
            theirs.client,
            acks=theirs._acks,
            txn_manager=theirs._txn_manager,
            message_accumulator=theirs._message_accumulator,
            retry_backoff_ms=theirs._retry_backoff * 1000,
            request_timeout_ms=theirs._request_timeout_ms,
        )
