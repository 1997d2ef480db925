"""How good the tags are, and what they cost: ``python -m tests.eval.tagging CORPORA``.

CORPORA is the folder that ``corpora/README.md`` describes; IPTC's files are looked for beside it.
The floors below which a change may not bring the numbers stand in ``floors_tagging.toml``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.eval import language, topic_labels
from tests.eval.corpora import corpora_asked_for

__all__ = ["main"]


def main(corpora: Path) -> None:
    """Print all tables."""
    topic_labels.report(corpora, corpora.parent / "iptc/extra_rules")
    language.main(corpora / "measure/language")


if __name__ == "__main__":
    main(corpora_asked_for(sys.argv[1:]))
