"""Errors that a user can do something about: one sentence and an exit code, no traceback."""

from __future__ import annotations

import logging
from typing import Any

import click
from aiokafka.errors import KafkaError

from pipeline.client.recording import BadRecording
from pipeline.outside.broker import BrokerFailed
from pipeline.outside.connection import NoBroker
from pipeline.outside.topics import MissingTopics
from pipeline.plan import BadPlan
from pipeline.settings import BadSetting
from pipeline.worker import WorkerFailed

__all__ = ["OneSentence", "quiet_libraries"]

_EXPECTED = (
    BadPlan,
    BadRecording,
    BadSetting,
    BrokerFailed,
    MissingTopics,
    NoBroker,
    WorkerFailed,
)


class OneSentence(click.Group):
    """A group whose commands end expected errors with one sentence and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except _EXPECTED as error:
            raise click.ClickException(str(error)) from error
        except KafkaError as error:
            raise click.ClickException(f"the broker refused: {error}") from error
        except BrokenPipeError:
            # The reader of our output (head, less) has gone: a quiet end.
            raise SystemExit(0) from None


def quiet_libraries(level: int = logging.CRITICAL) -> None:
    """Let the libraries be silent where a command says in its own words what is wrong."""
    for name in ("aiokafka", "faust", "mode", "asyncio"):
        logging.getLogger(name).setLevel(level)
