"""The embedded broker: noida-db, started, shared, health-checked and stopped by the commands.

For trying, developing and testing on one machine: it keeps everything in memory and writes it
to one file about once a second. Commands that run side by side share one broker per
data folder; the last one to leave stops it.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import logging
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import IO

from pipeline.settings import Settings

__all__ = ["BrokerFailed", "EmbeddedBroker", "embedded_broker"]

logger = logging.getLogger(__name__)

_LOOK_S = 1.0
_START_TIMEOUT_S = 20.0
_STOP_TIMEOUT_S = 20.0
"""It writes its snapshot when it is asked to stop; a big one takes seconds."""

WARN_BYTES = 200 * 1024 * 1024
"""From here on the snapshot costs noticeable memory and stalls (400 MB: seconds, 800 MB of RAM)."""


class BrokerFailed(RuntimeError):
    """The embedded broker could not be started or reached; the message says what to do."""


@dataclass(frozen=True, slots=True)
class EmbeddedBroker:
    """A running embedded broker."""

    port: int
    pid: int
    data: Path

    @property
    def address(self) -> str:
        """Its address as ``host:port``."""
        return f"127.0.0.1:{self.port}"

    @property
    def kept_bytes(self) -> int:
        """Size of its snapshot on disk; everything in it is in memory too."""
        with contextlib.suppress(OSError):
            return (self.data / "kafka.json").stat().st_size
        return 0

    def is_alive(self) -> bool:
        """Return whether its process is there and answers on its port."""
        return _is_process(self.pid) and _answers(self.port)


@contextlib.contextmanager
def embedded_broker(settings: Settings, port: int = 0, *, keep: bool = False) -> Iterator[Settings]:
    """Yield the settings with a broker: the one that is named, or the embedded one.

    The embedded one is started if no other command has it running, on *port* or a free one,
    with its data under ``settings.data``. With *keep* it is started again on its port if it dies,
    for as long as the context lasts. Raises :class:`BrokerFailed` if it does not come up.
    """
    if settings.names_a_broker:
        yield settings
        return
    folder = settings.data
    try:
        folder.mkdir(parents=True, exist_ok=True)
        users = (folder / "users.lock").open("a+")
    except OSError as error:
        raise BrokerFailed(
            f"the embedded broker cannot keep its data in {folder}: {error.strerror}; "
            "name another folder by DATELINE_DATA"
        ) from error
    with users:
        with _starting(folder):
            broker = _running(folder) or _start(folder, port)
            fcntl.flock(users, fcntl.LOCK_SH)
        left = threading.Event()
        keeper = threading.Thread(target=_keep, args=(folder, broker.port, left), daemon=True)
        if keep:
            keeper.start()
        try:
            yield replace(settings, broker=broker.address, embedded=True)
        finally:
            left.set()
            if keep:
                keeper.join()
            with _starting(folder):
                fcntl.flock(users, fcntl.LOCK_UN)
                if _is_last(users):
                    _stop(_running(folder) or broker)


def _keep(folder: Path, port: int, left: threading.Event) -> None:
    """Start the broker again whenever it has died; who works on it waits and goes on."""
    while not left.wait(_LOOK_S):
        with _starting(folder):
            if _running(folder) is None and not left.is_set():
                logger.warning("the embedded broker has died; it is started again")
                try:
                    _start(folder, port)
                except BrokerFailed as error:
                    logger.error("%s", error)


@contextlib.contextmanager
def _starting(folder: Path) -> Iterator[None]:
    """Hold the lock under which a broker is started, joined or stopped: one command at a time."""
    with (folder / "broker.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_last(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def running_broker(settings: Settings) -> EmbeddedBroker | None:
    """Return the embedded broker of the data folder if it is running."""
    return _running(settings.data)


def _running(folder: Path) -> EmbeddedBroker | None:
    try:
        said = json.loads((folder / "broker.json").read_text())
        broker = EmbeddedBroker(int(said["port"]), int(said["pid"]), folder / "broker")
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return broker if broker.is_alive() else None


def _start(folder: Path, port: int) -> EmbeddedBroker:
    data = folder / "broker"
    data.mkdir(exist_ok=True)
    port = port or _free_port()
    if _answers(port):
        raise BrokerFailed(
            f"port {port} is in use, so the embedded broker cannot start on it; "
            "choose another with --port, or leave it out for a free one"
        )
    with (folder / "broker.log").open("ab") as log:
        process = subprocess.Popen(
            [
                str(_binary()),
                "start",
                "--only",
                "kafka",
                "--kafka-port",
                str(port),
                "--data-dir",
                str(data),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Ctrl-C is for the command: it stops the broker itself, after its own work.
            start_new_session=True,
        )
    broker = EmbeddedBroker(port, process.pid, data)
    deadline = time.monotonic() + _START_TIMEOUT_S
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            raise BrokerFailed(
                f"the embedded broker did not start: {_last_line(folder / 'broker.log')} "
                f"(its log is {folder / 'broker.log'})"
            )
        time.sleep(0.05)
    (folder / "broker.json").write_text(json.dumps({"port": port, "pid": process.pid}))
    return broker


def _stop(broker: EmbeddedBroker) -> None:
    """Ask by SIGINT, which keeps everything; after the time-out SIGKILL, which loses a second."""
    (broker.data.parent / "broker.json").unlink(missing_ok=True)
    for how, timeout_s in ((signal.SIGINT, _STOP_TIMEOUT_S), (signal.SIGKILL, 5.0)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(broker.pid, how)
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if not _is_process(broker.pid):
                return
            time.sleep(0.02)


def _binary() -> Path:
    try:
        binary = Path(str(resources.files("noida_db"))) / "noida-db"
    except ModuleNotFoundError:
        raise BrokerFailed(
            "the embedded broker (noida-db) is not installed on this system; "
            "name a Kafka by DATELINE_BROKER"
        ) from None
    if not os.access(binary, os.X_OK):
        with contextlib.suppress(OSError):
            binary.chmod(0o755)
    return binary


def _is_process(pid: int) -> bool:
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)  # our own child would else stay as a zombie
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.5):
        return True
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _last_line(log: Path) -> str:
    with contextlib.suppress(OSError):
        lines = log.read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"
    return "it said nothing"
