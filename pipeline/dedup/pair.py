"""Two items side by side: what the one is to the other, and everything that speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.dedup.explanation import Passages, credit_of
from pipeline.dedup.fingerprint import Fingerprint, fingerprint
from pipeline.dedup.headlines import headlines_of
from pipeline.dedup.judging import THRESHOLD, Circumstances, Verdict, judge
from pipeline.dedup.nearness import Comparison, Nearness
from pipeline.dedup.passages import passages
from pipeline.dedup.row import micros
from schemas.types import Lifecycle
from schemas.wire import WireItem

__all__ = ["Pair", "circumstances_of", "compare"]


@dataclass(frozen=True, slots=True)
class Pair:
    """What an item is to an earlier one."""

    verdict: Verdict | None
    """None where the texts have nothing to do with each other."""
    near: Nearness | None
    """None where the words are the same, or too few or too far apart to be measured."""
    given: Circumstances
    shared: tuple[str, ...] = ()
    """Passages of the item that stand in the earlier one as well."""
    own: tuple[str, ...] = ()
    """Passages of the item that do not."""
    earlier_s_own: tuple[str, ...] = ()
    """Passages of the earlier item that do not stand in this one."""


def circumstances_of(
    item: WireItem, text: Fingerprint, credit: str, event_at: int, headline: str
) -> Circumstances:
    """Return what is known of an item and an earlier one with this *credit*, time (microseconds
    since 1970) and *headline*, besides their texts."""
    same, figure = headlines_of(item.headline, headline)
    return Circumstances(
        same_agency=credit_of(item).casefold() == credit.casefold(),
        seconds_later=(micros(item.event_at) - event_at) / 1e6,
        same_headline=same,
        headline_figure=figure,
        is_short=text.is_short,
        is_unspaced=text.is_unspaced,
        hides_names=text.hides_names,
        says_update=item.lifecycle is Lifecycle.UPDATE,
    )


def compare(item: WireItem, earlier: WireItem, threshold: float = THRESHOLD) -> Pair:
    """Return what *item* is to *earlier*, by the rules that hold on the line.

    Links between the items (one id, a reference, a slugline) are not looked at: only the texts.
    """
    text = fingerprint(item.headline, item.body, item.language)
    theirs = fingerprint(earlier.headline, earlier.body, earlier.language)
    given = circumstances_of(
        item, text, credit_of(earlier), micros(earlier.event_at), earlier.headline
    )
    if text.exact == theirs.exact:
        return Pair(Verdict("exact", "same_words"), None, given)
    if not text.is_comparable or not theirs.is_comparable:
        return Pair(None, None, given)
    near = Comparison(text).nearness(theirs.remembered)
    back = Comparison(theirs).nearness(text.remembered)
    if near is None:
        return Pair(None, None, given)
    shared, own = passages(text, near.covered)
    others: Passages = passages(theirs, back.covered) if back is not None else ((), ())
    return Pair(judge(near, given, threshold), near, given, shared, own, others[1])
