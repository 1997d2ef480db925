"""Free ports for a broker, and whether it answers there."""

from __future__ import annotations

import asyncio
import random
import socket
from concurrent.futures import ThreadPoolExecutor

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError


def listens(port: int) -> bool:
    """Say whether somebody takes connections on a port of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def answers(address: str) -> bool:
    """Say whether the broker counts itself among the brokers that serve the cluster.

    The port opens earlier than that; who asks too early is told that there is no broker.
    """

    async def ask() -> bool:
        admin = AIOKafkaAdminClient(bootstrap_servers=address, request_timeout_ms=3_000)
        try:
            await admin.start()
            return bool((await admin.describe_cluster())["brokers"])
        except (KafkaError, OSError, TimeoutError):
            return False
        finally:
            await admin.close()

    # On a thread of its own, since the caller may itself be inside an event loop.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, ask()).result()


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on, below those that the system gives to outgoing calls.

    A client that keeps calling a stopped broker on a port of that range may be given the very
    same port for its own end, and so be connected to itself: the broker then cannot come back.
    """
    free: list[int] = []
    for port in random.SystemRandom().sample(range(20_000, 32_000), 200):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        free.append(port)
        if len(free) == count:
            return free
    raise OSError("no free port found between 20000 and 32000")
