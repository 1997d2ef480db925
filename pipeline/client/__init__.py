"""For those who subscribe, record and replay.

from pipeline.client import subscribe
"""

from pipeline.client.subscription import subscribe

__all__ = ["subscribe"]
