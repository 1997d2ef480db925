"""How the settings name a broker to an aiokafka client."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import aiokafka.errors
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.settings import Settings

__all__ = ["NoBroker", "admin", "client_options", "tls_context"]

_CONNECT_TIMEOUT_S = 15.0


class NoBroker(ConnectionError):
    """No broker answers at the address; the message says where, and what to do."""


def tls_context(settings: Settings) -> ssl.SSLContext:
    """Return the TLS context that the settings describe; the system's authorities by default."""
    context = ssl.create_default_context(cafile=settings.ssl_cafile or None)
    if settings.ssl_certfile:
        context.load_cert_chain(settings.ssl_certfile, settings.ssl_keyfile or None)
    return context


def client_options(settings: Settings) -> dict[str, Any]:
    """Return the keyword arguments that every aiokafka client of this run shares."""
    options: dict[str, Any] = {
        "bootstrap_servers": settings.bootstrap,
        "client_id": "dateline",
        "security_protocol": settings.security_protocol,
    }
    if settings.security_protocol.endswith("SSL"):
        options["ssl_context"] = tls_context(settings)
    if settings.security_protocol.startswith("SASL"):
        options |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": settings.sasl_username,
            "sasl_plain_password": settings.sasl_password,
        }
    return options


async def admin(settings: Settings) -> AIOKafkaAdminClient:
    """Return a started admin client; :class:`NoBroker` if nobody answers. The caller closes it."""
    client = AIOKafkaAdminClient(**client_options(settings))
    try:
        await asyncio.wait_for(client.start(), _CONNECT_TIMEOUT_S)
    except (aiokafka.errors.KafkaError, OSError, TimeoutError) as error:
        await client.close()
        raise NoBroker(
            f"no broker answers at {settings.bootstrap}: {_why(error)}. Is it running, and is "
            "DATELINE_BROKER right? Without DATELINE_BROKER the embedded broker is used."
        ) from error
    return client


def _why(error: BaseException) -> str:
    return "it did not answer in time" if isinstance(error, TimeoutError) else str(error)
