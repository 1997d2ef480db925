"""The settings of a run, read from the environment: every name begins with ``DATELINE_``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, cast

__all__ = ["BadSetting", "Guarantee", "Settings"]

Guarantee = Literal["exactly_once", "at_least_once"]

_PROTOCOLS = ("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")
_MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")


class BadSetting(ValueError):
    """A setting has a value that cannot be; the message says which would be right."""


def _data_folder(environ: Mapping[str, str]) -> Path:
    base = environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "dateline"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command was told."""

    broker: str = ""
    """``host:port[,host:port]`` of a Kafka, with or without ``kafka://`` before it; empty means:
    start the embedded broker."""
    data: Path = Path()
    """Folder of the embedded broker and of the workers' slots."""
    group: str = "dateline"
    """Consumer group of the workers; also the beginning of their transactional ids."""
    worker_id: str = ""
    """Static group instance id; empty on a real Kafka means a dynamic member."""
    guarantee: Literal["auto", "exactly_once", "at_least_once"] = "auto"
    plan: str = ""
    """Path of a plan.toml; empty means the one that ships with Dateline."""
    max_batch: int = 500
    """Items in one batch (and so in one transaction) at most."""
    no_hold: bool = False
    """Whether copy under embargo is also put on ``wire.early`` at once; it is held all the same."""
    partitions: int = 0
    """Partitions of each topic when it is created; 0 means as ``schemas/topics.py`` says."""
    embedded: bool = False
    """Whether *broker* is the embedded one; set by whoever started it, not by the environment."""
    replication: int = 0
    """Replication factor of the topics; 0 means 3, or as many as there are brokers."""
    security_protocol: str = "PLAINTEXT"
    sasl_mechanism: str = "PLAIN"
    sasl_username: str = ""
    sasl_password: str = ""
    ssl_cafile: str = ""
    ssl_certfile: str = ""
    ssl_keyfile: str = ""

    @property
    def names_a_broker(self) -> bool:
        """Whether a broker is named; if not, the embedded one is started."""
        return bool(self.broker)

    @property
    def bootstrap(self) -> str:
        """The addresses as a Kafka client wants them: ``host:port,host:port``."""
        return ",".join(
            part.removeprefix("kafka://").rstrip("/") for part in self.broker.split(",") if part
        )

    @property
    def promise(self) -> Guarantee:
        """The guarantee in force: exactly once on a real Kafka, else effectively once."""
        if self.guarantee != "auto":
            return self.guarantee
        return "at_least_once" if self.embedded else "exactly_once"

    def __post_init__(self) -> None:
        if self.guarantee not in ("auto", "exactly_once", "at_least_once"):
            raise BadSetting(
                "DATELINE_GUARANTEE must be auto, exactly_once or at_least_once, "
                f"not {self.guarantee!r}"
            )
        if self.security_protocol not in _PROTOCOLS:
            raise BadSetting(
                f"DATELINE_SECURITY_PROTOCOL must be one of {', '.join(_PROTOCOLS)}, "
                f"not {self.security_protocol!r}"
            )
        if self.security_protocol.startswith("SASL"):
            if self.sasl_mechanism not in _MECHANISMS:
                raise BadSetting(
                    f"DATELINE_SASL_MECHANISM must be one of {', '.join(_MECHANISMS)}, "
                    f"not {self.sasl_mechanism!r}"
                )
            if not self.sasl_username:
                raise BadSetting("DATELINE_SASL_USERNAME is empty, but the protocol is SASL")
        if not 1 <= self.max_batch <= 10_000:
            raise BadSetting(f"DATELINE_MAX_BATCH must be 1 to 10000, not {self.max_batch}")
        for address in self.bootstrap.split(",") if self.broker else ():
            host, colon, port = address.rpartition(":")
            if not (colon and host and port.isdigit() and 0 < int(port) < 65536):
                raise BadSetting(
                    f"DATELINE_BROKER must be host:port or kafka://host:port, not {address!r}"
                )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read ``DATELINE_*``; :class:`BadSetting` says what is wrong with which."""
        known = {f"DATELINE_{f.name.upper()}": f for f in fields(cls)}
        given: dict[str, object] = {"data": _data_folder(environ)}
        for name, value in environ.items():
            field = known.get(name)
            if field is None or not value or field.name == "embedded":
                continue
            if field.type == "int":
                try:
                    given[field.name] = int(value)
                except ValueError:
                    raise BadSetting(f"{name} must be a whole number, not {value!r}") from None
            elif field.type == "bool":
                if value not in ("0", "1"):
                    raise BadSetting(f"{name} must be 0 or 1, not {value!r}")
                given[field.name] = value == "1"
            else:
                given[field.name] = Path(value) if field.name == "data" else value
        return cls(**cast("dict[str, str]", given))  # type: ignore[arg-type]  # checked above
