"""A wire between clients and a broker that a test can cut at one kind of request."""

from __future__ import annotations

import asyncio
import contextlib
import struct
from collections import Counter
from collections.abc import AsyncIterator, Callable

__all__ = ["END_TXN", "OFFSET_FETCH", "TXN_OFFSET_COMMIT", "Between", "between"]

OFFSET_FETCH, END_TXN, TXN_OFFSET_COMMIT = 9, 26, 28
"""API keys of the Kafka protocol."""

Answer = Callable[[int, int, bytes], bytes]
"""API version, correlation id and the broker's own response to what the client is told instead."""


class Between:
    """Hands every request on, counts it, and does with its answer what the test says."""

    def __init__(self) -> None:
        self.seen: Counter[int] = Counter()
        self.swallow: set[int] = set()
        """Requests that the broker gets, and whose answer is lost with the connection."""
        self.instead: dict[int, Answer] = {}
        self.port = 0
        self.broker_port = 0

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            to_reader, to_writer = await asyncio.open_connection("127.0.0.1", self.broker_port)
        except OSError:
            writer.close()
            return
        try:
            while True:
                request = await _frame(reader)
                api, version, correlation = struct.unpack_from(">hhi", request)
                self.seen[api] += 1
                to_writer.write(struct.pack(">i", len(request)) + request)
                response = await _frame(to_reader)
                if api in self.swallow:
                    return
                if api in self.instead:
                    response = self.instead[api](version, correlation, response)
                writer.write(struct.pack(">i", len(response)) + response)
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            to_writer.close()
            writer.close()


async def _frame(reader: asyncio.StreamReader) -> bytes:
    (size,) = struct.unpack(">i", await reader.readexactly(4))
    return await reader.readexactly(size)


@contextlib.asynccontextmanager
async def between() -> AsyncIterator[Between]:
    """Listen on a free port; set ``broker_port`` before the first client comes."""
    wire = Between()
    server = await asyncio.start_server(wire._client, "127.0.0.1", 0)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        server.close()
