"""Running workers: one in this process, or several as children that are started again."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from aiokafka.errors import KafkaConnectionError

from pipeline.app import build_app
from pipeline.outside.connection import NoBroker
from pipeline.plan import Plan
from pipeline.settings import Settings

__all__ = ["WorkerFailed", "patiently", "run_worker", "supervise", "worker_slots"]

logger = logging.getLogger(__name__)

_GRACE_S = 30.0
"""How long a worker may take to settle its batches when it is asked to stop."""

_RESTARTS = 5
_WITHIN_S = 60.0
"""A child that dies more often than this is broken, and everything stops visibly."""


PATIENCE_S = 60.0
"""How long a worker that starts waits for a broker that is being started, too."""


class WorkerFailed(RuntimeError):
    """A worker stopped by an error; the message is its own."""


async def run_worker(
    settings: Settings, plan: Plan, on_ready: Callable[[], None] = lambda: None
) -> None:
    """Run one worker until SIGTERM, SIGINT, or the death of the process that started it.

    Stops cleanly: what agents work on is settled, nothing else is begun. Raises
    :class:`WorkerFailed` if the worker broke.
    """
    app = build_app(settings, plan)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    await app.start()
    on_ready()
    waiting = {
        asyncio.create_task(stop.wait()),
        asyncio.create_task(_crashed(app)),
        asyncio.create_task(_orphaned()),
    }
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
    await app.stop()
    if app.crash_reason is not None:
        raise WorkerFailed(f"the worker stopped: {app.crash_reason}") from app.crash_reason


def patiently(run: Callable[[], None], for_s: float = PATIENCE_S, pause_s: float = 1.0) -> None:
    """Run what begins by asking a broker; while none answers, begin again, at most *for_s* seconds.

    Workers are started together with their broker, and brokers are started anew now and then: that
    nobody answers yet is no reason to end. Raises what the last attempt raised.
    """
    deadline = time.monotonic() + for_s
    while True:
        try:
            return run()
        except (NoBroker, KafkaConnectionError) as error:
            if time.monotonic() >= deadline:
                raise
            logger.warning("no broker answers yet: %s", error)
            time.sleep(pause_s)


async def _crashed(app: Any) -> None:
    while not app.should_stop:  # noqa: ASYNC110  (Faust offers no event for it)
        await asyncio.sleep(0.2)


async def _orphaned() -> None:
    """Return when a supervised worker has lost its supervisor: nobody would start it again."""
    if "DATELINE_SUPERVISOR" not in os.environ:
        await asyncio.Event().wait()
    while os.getppid() == int(os.environ["DATELINE_SUPERVISOR"]):  # noqa: ASYNC110  (no event)
        await asyncio.sleep(0.5)


@contextlib.contextmanager
def worker_slots(settings: Settings, count: int) -> Iterator[list[str]]:
    """Yield *count* static group instance ids that no other worker of this machine holds.

    An id lasts beyond a crash: a worker killed by -9 comes back under the same one, so the broker
    gives it its partitions at once. The lock goes with the process that holds it.
    """
    settings.data.mkdir(parents=True, exist_ok=True)
    held: list[IO[str]] = []
    ids: list[str] = []
    n = 0
    try:
        while len(ids) < count:
            n += 1
            lock = (settings.data / f"worker-{n}.lock").open("a+")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.close()
                continue
            held.append(lock)
            ids.append(f"{settings.group}-worker-{n}")
        yield ids
    finally:
        for file in held:
            file.close()


def is_worker_running(data: Path) -> bool:
    """Return whether a worker of this machine holds a slot in the data folder."""
    for path in data.glob("worker-*.lock"):
        with path.open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return True
    return False


def child_environment(settings: Settings, worker_id: str) -> dict[str, str]:
    """Return the environment of a child worker: these settings, under its own id."""
    child = replace(settings, worker_id=worker_id, guarantee=settings.promise)
    values = {name: getattr(child, name) for name in child.__dataclass_fields__}
    ours = {
        f"DATELINE_{name.upper()}": str(int(value) if isinstance(value, bool) else value)
        for name, value in values.items()
        if name != "embedded" and str(value)
    }
    return {**os.environ, **ours, "DATELINE_SUPERVISOR": str(os.getpid())}


def start_child(settings: Settings, worker_id: str) -> subprocess.Popen[bytes]:
    """Start a worker as a child process."""
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", "run", "--quiet"],
        env=child_environment(settings, worker_id),
        stdin=subprocess.DEVNULL,
    )


def supervise(settings: Settings, worker_ids: list[str]) -> None:
    """Run one child per id until SIGTERM or SIGINT; a child that dies is started again.

    Raises :class:`WorkerFailed` when a child keeps dying.
    """
    stopping = False

    def stop(*_: object) -> None:
        nonlocal stopping
        stopping = True

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
    children = {id_: start_child(settings, id_) for id_ in worker_ids}
    deaths: dict[str, list[float]] = {id_: [] for id_ in worker_ids}
    try:
        while not stopping:
            time.sleep(0.2)
            for id_, child in children.items():
                if child.poll() is None or stopping:
                    continue
                now = time.monotonic()
                deaths[id_] = [at for at in deaths[id_] if now - at < _WITHIN_S] + [now]
                if len(deaths[id_]) > _RESTARTS:
                    raise WorkerFailed(
                        f"{id_} died {len(deaths[id_])} times within {_WITHIN_S:.0f} s, last with "
                        f"exit code {child.returncode}; its own words are above"
                    )
                logger.warning("%s died with %s; it is started again", id_, child.returncode)
                children[id_] = start_child(settings, id_)
    finally:
        stop_children(list(children.values()))


def stop_children(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask the children to stop, and kill those that do not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + _GRACE_S
    for child in children:
        try:
            child.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
