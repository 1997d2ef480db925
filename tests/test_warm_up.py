"""A worker has read its tables before its first item comes."""

from __future__ import annotations

import subprocess
import sys

_ASK = """
import gc, time
from pipeline.plan import load_plan
from pipeline.warm_up import warm_up
from pipeline.app import utc_now
from pipeline.stages import build_stages
from pipeline.tagging.topics import vocabulary as topics
before = topics.topics.cache_info().currsize
warm_up(load_plan())
print(before, topics.topics.cache_info().currsize, gc.get_freeze_count() > 10_000)
"""


def test_tables_are_read_and_left_alone() -> None:
    """Asked in a process of its own, where no other test has read a table."""
    asked = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, check=True)

    assert asked.stdout.split() == ["0", "1", "True"]
