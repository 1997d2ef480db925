"""A real Apache Kafka for one test run: one process, broker and controller, on this machine.

Every method blocks; a test that must go on meanwhile says ``await asyncio.to_thread(kafka.kill)``.
"""

from __future__ import annotations

import asyncio
import base64
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from tests.kafka.addresses import answers, free_ports, listens
from tests.kafka.artifacts import jars, java
from tests.kafka.refusing import TopicSettings, refuse_records, set_topics

START_TIMEOUT_S = 60.0
"""A start takes 3 to 4 s on two idle cores, 7 to 9 after a kill; the rest is for a busy machine."""

STOP_TIMEOUT_S = 20.0
"""SIGTERM takes half a second; after this the process is killed."""

SETTINGS: Mapping[str, str] = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    # Topics are made by `dateline topics`, never by accident.
    "auto.create.topics.enable": "false",
    # One broker: whatever Kafka keeps for itself has one copy.
    "default.replication.factor": "1",
    "min.insync.replicas": "1",
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    # Fifty partitions each by default, which a test only waits for.
    "offsets.topic.num.partitions": "1",
    "transaction.state.log.num.partitions": "1",
    "share.coordinator.state.topic.num.partitions": "1",
    # A member need not wait for company, and a killed one is noticed as early as Kafka allows.
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "6000",
    # After a kill the controller takes the broker back only when its former life's time is over;
    # by default that is 9 s, and a start after a kill took 13 s.
    "broker.session.timeout.ms": "3000",
    "broker.heartbeat.interval.ms": "500",
    # A producer that died in a transaction holds read_committed readers back until the broker
    # aborts it; by default it looks every 10 s.
    "transaction.abort.timed.out.transaction.cleanup.interval.ms": "1000",
}

_LOG4J = """\
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %p %m (%c)%n%ex
"""


class ApacheKafkaError(Exception):
    """The broker did not do what was asked of it; the message ends with what it said last."""


class ApacheKafka:
    """One broker with its data in *folder*: it can be stopped, killed, frozen and started again.

    The port (a free one, if none is given) and the data stay the same from one start to the next.
    *settings* are in the broker's own words; addresses and folders need not be among them, but who
    sets ``listeners`` gives the *port*, too. Where Java, Maven or the artifacts are missing, ``start``
    raises ``KafkaUnavailableError``.
    """

    def __init__(
        self, folder: Path, settings: Mapping[str, str] = SETTINGS, port: int | None = None
    ) -> None:
        self.folder = folder
        self.log = folder / "broker.log"
        free_port, controller_port = free_ports(2)
        self.port = port or free_port
        self._settings = {
            "listeners": f"PLAINTEXT://127.0.0.1:{self.port},"
            f"CONTROLLER://127.0.0.1:{controller_port}",
            "advertised.listeners": f"PLAINTEXT://127.0.0.1:{self.port}",
            "controller.quorum.voters": f"1@127.0.0.1:{controller_port}",
            "log.dirs": str(folder / "data"),
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._refusing: TopicSettings = {}

    @property
    def address(self) -> str:
        """``host:port``, as aiokafka wants it."""
        return f"127.0.0.1:{self.port}"

    @property
    def env(self) -> dict[str, str]:
        """What a worker must find in its environment to work on this broker."""
        return {"DATELINE_BROKER": f"kafka://{self.address}"}

    @property
    def pid(self) -> int:
        """The process id of the running broker."""
        return self._running().pid

    def start(self) -> Self:
        """Start the broker and return when it answers; the first start formats its storage."""
        if self._process is not None:
            raise ApacheKafkaError("the broker is already running")
        properties = self._prepare()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._java("kafka.Kafka", str(properties), heap="512m"),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                # Ctrl-C is for the test run, which then stops the broker in order.
                start_new_session=True,
            )
        try:
            self._wait_until_ready()
        except BaseException:
            self.kill()
            raise
        return self

    def stop(self) -> None:
        """Stop the broker in order (SIGTERM), and by force if it takes too long."""
        process = self._process
        if process is None:
            return
        self.resume()
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._process = None

    def kill(self) -> None:
        """Kill the broker (SIGKILL); what it acknowledged is in its folder."""
        process = self._running()
        process.kill()
        process.wait()
        self._process = None

    def restart(self) -> None:
        """Start again on the same port and data; stop in order first if it still runs."""
        self.stop()
        self.start()

    def freeze(self) -> None:
        """Let the broker hang (SIGSTOP): its connections stay open, and nothing answers."""
        self._running().send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a frozen broker go on (SIGCONT); says nothing to one that runs."""
        self._running().send_signal(signal.SIGCONT)

    def refuse_writes(self, but: str) -> None:
        """Let the broker refuse what is produced to any topic, except *but*; it answers all else."""
        self._refusing = asyncio.run(refuse_records(self.address, but))

    def accept_writes(self) -> None:
        """Let the broker take what is produced again."""
        asyncio.run(set_topics(self.address, self._refusing))

    def said(self) -> str:
        """Return the broker's whole log, over all its starts."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise ApacheKafkaError("the broker is not running")
        return self._process

    def _java(self, main: str, *arguments: str, heap: str) -> list[str]:
        log4j = f"-Dlog4j2.configurationFile={self.folder / 'log4j2.properties'}"
        # A small serial JVM that compiles lightly: tests start it often and load it little.
        tuning = [f"-Xmx{heap}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"]
        return [java(), *tuning, log4j, "-cp", str(jars() / "*"), main, *arguments]

    def _prepare(self) -> Path:
        properties = self.folder / "server.properties"
        if properties.exists():
            return properties
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "log4j2.properties").write_text(_LOG4J, encoding="utf-8")
        lines = (f"{name}={value}\n" for name, value in self._settings.items())
        written = self.folder / "new.properties"
        written.write_text("".join(lines), encoding="utf-8")
        cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode()
        # One word, not two: an id may begin with a hyphen.
        command = self._java(
            "kafka.tools.StorageTool", "format", f"-t={cluster}", "-c", str(written), heap="128m"
        )
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        if ran.returncode != 0:
            raise ApacheKafkaError(f"the storage was not formatted: {ran.stdout}{ran.stderr}")
        return written.rename(properties)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while True:
            ended = self._running().poll()
            if ended is not None:
                raise ApacheKafkaError(f"the broker ended with {ended}:\n{self.said()[-2000:]}")
            if listens(self.port) and answers(self.address):
                return
            if time.monotonic() > deadline:
                raise ApacheKafkaError(
                    f"the broker is not ready after {START_TIMEOUT_S:.0f} s:\n{self.said()[-2000:]}"
                )
            time.sleep(0.1)


@contextmanager
def running_kafka(
    folder: Path, settings: Mapping[str, str] = SETTINGS, port: int | None = None
) -> Iterator[ApacheKafka]:
    """Run a broker for the length of a ``with`` block."""
    kafka = ApacheKafka(folder, settings, port).start()
    try:
        yield kafka
    finally:
        kafka.stop()
