"""An independent checker: what must be on the topics, worked out from what was fed alone.

It knows nothing of the line's code but the contracts of its topics: it reads them as a
``read_committed`` subscriber and compares sets.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.invented import Sent, item_guid

__all__ = ["Checked", "check"]


@dataclass(slots=True)
class Checked:
    """What was compared, and everything that is wrong; nothing is right if the list is empty."""

    wrong: list[str] = field(default_factory=list)
    articles: int = 0
    versions: int = 0
    repeated: int = 0
    """Records under an id seen before: allowed under at-least-once, wrong under exactly-once."""

    def expect(self, holds: bool, what: str) -> None:
        if not holds:
            self.wrong.append(what)


def check(sent: Iterable[Sent], topics: dict[str, list[Any]], *, exactly_once: bool) -> Checked:
    """Compare what was fed with what lies on the topics.

    *topics*: committed records by topic name, each with ``headers``, ``partition``, ``offset`` and
    ``value``.
    """
    sent = list(sent)
    checked = Checked()
    articles = [json.loads(r.value) for r in topics["wire.articles"]]
    ids = Counter((a["article_id"], a["revision"]) for a in articles)
    checked.versions, checked.articles = len(ids), len({i for i, _ in ids})
    checked.repeated = sum(count - 1 for count in ids.values())
    if exactly_once:
        again = [id_ for id_, count in ids.items() if count > 1]
        checked.expect(not again, f"published more than once: {again[:5]}")
    _check_set(checked, sent, ids)
    _check_order(checked, articles)
    _check_partitions(checked, topics["wire.articles"])
    _check_fates(checked, topics, exactly_once)
    return checked


def _check_set(checked: Checked, sent: list[Sent], ids: Counter[tuple[str, int]]) -> None:
    """Each story has one version for being new, one for each update, kill and re-issue."""
    expected: Counter[str] = Counter()
    for item in sent:
        if item.what in ("new", "update", "reissue", "kill"):
            expected[item_guid(item.story)] += 1
    found = Counter(_guid(article_id) for article_id, _ in ids)
    lost = {g: n for g, n in expected.items() if found[g] < n}
    too_many = {g: n for g, n in found.items() if n > expected[g]}
    checked.expect(not lost, f"lost versions of {len(lost)} stories: {list(lost.items())[:5]}")
    checked.expect(
        not too_many, f"versions of {len(too_many)} that nobody sent: {list(too_many)[:5]}"
    )


def _guid(article_id: str) -> str:
    from urllib.parse import unquote

    return unquote(article_id.rpartition(":")[2])


def _check_order(checked: Checked, articles: list[dict[str, Any]]) -> None:
    """Revisions of an article appear as 1, 2, 3; a redelivered one may repeat, never jump."""
    latest: dict[str, int] = {}
    for article in articles:
        before, revision = latest.get(article["article_id"], 0), article["revision"]
        if revision > before + 1:
            checked.wrong.append(f"{article['article_id']} jumps from {before} to {revision}")
        latest[article["article_id"]] = max(before, revision)


def _check_partitions(checked: Checked, records: list[Any]) -> None:
    """All versions of an article lie in one partition: only there they have an order."""
    at: dict[bytes, set[int]] = {}
    for record in records:
        at.setdefault(record.key, set()).add(record.partition)
    spread = [key for key, partitions in at.items() if len(partitions) > 1]
    checked.expect(not spread, f"{len(spread)} articles in several partitions: {spread[:3]}")


_ENDS = ("wire.duplicates", "wire.dropped", "wire.quarantine", "wire.aside", "wire.articles")


def _check_fates(checked: Checked, topics: dict[str, list[Any]], exactly_once: bool) -> None:
    """Each raw record has exactly one fate."""
    fates: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for topic in _ENDS:
        for record in topics[topic]:
            headers = {name: value.decode() for name, value in record.headers}
            id_ = (topic, headers["ce_id"])
            if id_ in seen:
                checked.repeated += topic != "wire.articles"
                checked.expect(not exactly_once, f"{topic} has {headers['ce_id']} twice")
                continue
            seen.add(id_)
            fates[headers["dateline_origin"]] += 1
    raw = {f"wire.raw/{r.partition}/{r.offset}" for r in topics["wire.raw"]}
    without = raw - set(fates)
    several = [origin for origin, count in fates.items() if count > 1]
    checked.expect(not without, f"{len(without)} items without a fate: {sorted(without)[:5]}")
    checked.expect(not several, f"{len(several)} items with several fates: {several[:5]}")
    checked.expect(set(fates) <= raw, "fates of items that nobody sent")
