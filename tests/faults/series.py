"""Series of faults: what is broken, how often, and how it heals."""

from __future__ import annotations

import asyncio
import random
import signal
from typing import Protocol

from tests.faults.rounds import Cluster, Faults

__all__ = [
    "Breakable",
    "broker_killed",
    "broker_refusing",
    "broker_silent",
    "kill_nine",
    "rolling_restart",
    "scaling",
    "zombie",
]

SESSION_S = 10.0
"""The workers' session time-out."""


class Breakable(Protocol):
    """A broker that can be broken."""

    def kill(self) -> None: ...
    def freeze(self) -> None: ...
    def resume(self) -> None: ...
    def refuse_writes(self, but: str) -> None: ...
    def accept_writes(self) -> None: ...
    def start(self) -> object: ...


def kill_nine(rounds: int) -> Faults:
    """Kill a worker by -9 at a random moment, and start it again under the same id."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(4)
        for _ in range(rounds):
            await asyncio.sleep(rng.uniform(0.3, 2.5))
            name = rng.choice(sorted(cluster.children))
            await cluster.kill(name)
            cluster.start(name)
            await asyncio.sleep(3)

    return faults


def rolling_restart(rounds: int) -> Faults:
    """Stop each worker by SIGTERM and start it again, one after the other."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(4)
        for _ in range(rounds):
            for name in sorted(cluster.children):
                await cluster.stop(name)
                cluster.start(name)
                await asyncio.sleep(rng.uniform(1, 3))

    return faults


def zombie(rounds: int) -> Faults:
    """Stop a worker's process for twice the session time-out; it wakes without its partitions."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(4)
        for _ in range(rounds):
            name = rng.choice(sorted(cluster.children))
            cluster.signal(name, signal.SIGSTOP)
            await asyncio.sleep(2 * SESSION_S)
            cluster.signal(name, signal.SIGCONT)
            await asyncio.sleep(5)

    return faults


def scaling(rounds: int) -> Faults:
    """One worker, then three, then one again."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(4)
        for n in range(rounds):
            more = [f"more-{n}-a", f"more-{n}-b"]
            for name in more:
                cluster.start(name)
                await asyncio.sleep(rng.uniform(1, 4))
            for name in more:
                await cluster.stop(name)
                await asyncio.sleep(rng.uniform(0.5, 2))

    return faults


def broker_killed(rounds: int, broker: Breakable) -> Faults:
    """Kill the broker by -9 and start it again on its data."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(5)
        for _ in range(rounds):
            await asyncio.to_thread(broker.kill)
            await asyncio.sleep(rng.uniform(0.5, 2))
            await asyncio.to_thread(broker.start)
            await asyncio.sleep(6)

    return faults


def broker_silent(rounds: int, broker: Breakable) -> Faults:
    """Let the broker answer nobody for 20 s."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(5)
        for _ in range(rounds):
            broker.freeze()
            await asyncio.sleep(20)
            broker.resume()
            await asyncio.sleep(rng.uniform(4, 8))

    return faults


def broker_refusing(rounds: int, broker: Breakable) -> Faults:
    """Let the broker refuse for 20 s what the workers produce, and answer all else."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(5)
        for _ in range(rounds):
            await asyncio.to_thread(broker.refuse_writes, "wire.raw")
            await asyncio.sleep(20)
            await asyncio.to_thread(broker.accept_writes)
            await asyncio.sleep(rng.uniform(4, 8))

    return faults
