"""How good what enriching adds is: ``python -m tests.eval.enriching CORPORA``.

CORPORA is the folder that ``corpora/README.md`` describes. The floors below which a change may not
bring the numbers stand in ``floors_enriching.toml``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.eval import dates, figures, keywords, names, places, quotes, summary
from tests.eval.corpora import corpora_asked_for

__all__ = ["main"]


def main(corpora: Path) -> None:
    """Print all tables."""
    names.report(corpora)
    places.report(corpora)
    quotes.report(corpora)
    dates.report(corpora)
    figures.report()
    summary.report()
    keywords.report(corpora)


if __name__ == "__main__":
    main(corpora_asked_for(sys.argv[1:]))
