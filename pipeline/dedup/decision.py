"""Each text once per window: keep, or divert with an explanation that an editor understands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from pipeline.dedup.explanation import (
    credit_of,
    duplicate_of,
    is_other_agency,
    related_to,
)
from pipeline.dedup.fingerprint import Fingerprint, fingerprint
from pipeline.dedup.judging import (
    DAY_S,
    HAS_NEWS,
    HOLDS_A_COPY,
    LEAST_LIKENESS,
    THRESHOLD,
    Verdict,
    judge,
    judge_form,
)
from pipeline.dedup.lookups import Lookups
from pipeline.dedup.memory import Memory
from pipeline.dedup.named import WITHHOLD
from pipeline.dedup.nearness import NO_KEYS, Comparison, Keys, Nearness, keys_for
from pipeline.dedup.notices import notices_of
from pipeline.dedup.pair import circumstances_of
from pipeline.dedup.passages import passages
from pipeline.dedup.row import Remembered, micros
from pipeline.dedup.takes_back import TakesBack
from pipeline.dedup.versions import is_same_version, linked, of_same_source, version_of
from pipeline.outcome import Already, Divert, Drop, Keep, Outcome, Reason, Tell
from pipeline.stage import Row
from schemas.headers import origin_key
from schemas.types import Lifecycle, Named, Related
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["THRESHOLD", "Dedupe"]

_DAY: Final = timedelta(seconds=DAY_S)

_ALWAYS_PASS: Final = frozenset(
    {Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.CORRECTION, Lifecycle.TEST}
)
"""What a newsroom must see whatever its words; the ledger answers one that comes twice."""

_WITHOUT_TEXT: Final = PULL_BACKS | {Lifecycle.TEST}
"""Their words are no story that another could repeat. The same kill again passes as well: the
ledger knows what is killed already."""

_TOPIC: Final = "wire.duplicates"

_LINKS: Final = frozenset({"replaces", "corrects", "take_of"})
"""What an item may say of another one so that it is a version or a part of that."""

_STORY: Final = timedelta(hours=24)
"""How long a slugline names one story; the next day's may be another one's."""

_LIKENESS_ORDER: Final = {"exact": 4, "rewrite": 3, "update_of": 2, "same_event": 1, "template": 0}
_MOST_RELATED: Final = 5


class Dedupe:
    """The dedupe stage of one partition; a :class:`~pipeline.stage.StatefulStage`.

    Items are compared within one language, and within the window of their own time. A higher
    *threshold* (0-1) asks more of a copy that is edited throughout. *least_items* are remembered
    whatever the time (many times a batch, so that a batch that comes again is known), and never
    more than *max_items*. Of the latest *recent_items* all longer words are remembered, half a
    kilobyte each; of older ones some keys and the bits of their figures, which know a copy that is
    hardly edited.
    """

    def __init__(
        self,
        *,
        window_hours: float = 72.0,
        threshold: float = THRESHOLD,
        least_items: int = 10_000,
        max_items: int = 1_000_000,
        recent_items: int = 10_000,
    ) -> None:
        window = timedelta(hours=window_hours)
        self._memory = Memory(window, least_items, max_items, recent_items)
        self._known = Lookups(self._memory)
        self._threshold = threshold
        self._takes_back = TakesBack(self._known, self._remember)

    def restore(self, rows: Iterable[Row]) -> None:
        """Take committed rows, oldest first."""
        self._memory.restore(rows)

    def changes(self) -> list[Row]:
        """Return the rows written since the last call."""
        return self._memory.changes()

    def __call__(self, item: WireItem) -> tuple[Outcome[WireItem], ...]:
        """Keep a text that is new, or a new version; divert a duplicate; know a redelivery.

        A duplicate by another agency, or under another id, is also told to both items' ledgers.
        """
        origin = origin_key(item.origin).encode()
        if self._memory.answered(origin):
            return (Already(),)
        if item.notice:
            return self._takes_back.from_elsewhere(origin, item)
        if item.lifecycle in PULL_BACKS:
            return self._takes_back.kill(origin, item)
        text = None
        if item.lifecycle not in _WITHOUT_TEXT:
            text = fingerprint(item.headline, item.body, item.language)
        if text is None or not text.words:
            self._remember(origin, item, None, NO_KEYS)
            return (Keep(item),)
        if (source := self._takes_back.killed_source_of(item)) is not None:
            self._remember(origin, item, None, NO_KEYS, copy_of=source)
            note = f"a version of a copy of {source}, which its agency has taken back"
            return (Drop(Reason.KILLED, item.item_id, "", item.raw_digest, note),)
        named = self._takes_back.named_before(origin, item)
        keys = keys_for(item.language or "und", text)
        if item.lifecycle is Lifecycle.ADVISORY:
            keys = NO_KEYS  # a schedule shares its text with yesterday's, and tells stories to come
        found = self._found(item, text, keys)
        if isinstance(found, WireItem):
            self._remember(origin, found, text, keys)
            if named:
                return (_killed_before(item), *named)
            return (Keep(found), *_carried_in(found))
        earlier, verdict, near = found
        self._remember(origin, item, None, NO_KEYS, copy_of=earlier.item_id, exact=text.exact)
        if earlier.item_id != item.item_id and self._known.taken_back(item.item_id):
            # It was killed before it came, and so is what was published in its place.
            self._takes_back.copies_go(origin, item, item.item_id)
            kind = duplicate_of(item, earlier, verdict, near).kind
            return (_killed_before(item), *named, *notices_of(item, earlier.item_id, kind))
        if self._known.taken_back(earlier.item_id):
            note = f"a copy of {earlier.item_id}, which its agency has taken back"
            return (Drop(Reason.KILLED, item.item_id, "", item.raw_digest, note),)
        told = passages(text, near.covered) if isinstance(near, Nearness) else ((), ())
        duplicate = duplicate_of(item, earlier, verdict, near, told)
        diverted = Divert(_TOPIC, Reason.DUPLICATE, item.item_id, duplicate)
        return (diverted, *notices_of(item, earlier.item_id, duplicate.kind))

    def _remember(
        self,
        origin: bytes,
        item: WireItem,
        text: Fingerprint | None,
        keys: Keys,
        *,
        copy_of: str = "",
        instead: str = "",
        named: Named | None = None,
        exact: bytes = b"",
    ) -> None:
        event_at = micros(item.event_at)
        taken_back = item.lifecycle in PULL_BACKS
        copy_of = "" if copy_of == item.item_id else copy_of
        headline, slug = item.headline, item.story_slug
        if taken_back:  # of a kill's row only what it names without an id
            headline, slug = (named.headline, named.slugline) if named else ("", "")
        elif text is None and not copy_of:
            slug = ""
        is_named_withhold = named is not None and item.lifecycle is Lifecycle.WITHHOLD
        row = Remembered(
            number=self._memory.kept.next_number,
            clock=self._memory.advance(event_at),
            event_at=event_at,
            language=item.language or "und",
            item_id=instead or (item.subject if taken_back else item.item_id),
            version=WITHHOLD if is_named_withhold else version_of(item),
            versioned_at=None if item.versioned_at is None else micros(item.versioned_at),
            credit=credit_of(item),
            headline=headline,
            exact=exact if text is None else text.exact,
            slug=slug,
            lead=item.lead,
            is_secret=item.embargo is not None,
            taken_back=taken_back,
            copy_of=copy_of,
        )
        self._memory.remember(origin, row, keys.kept, b"" if text is None else text.remembered)

    def _found(
        self, item: WireItem, text: Fingerprint, keys: Keys
    ) -> WireItem | tuple[Remembered, Verdict, Nearness | float | None]:
        """Return the item to be kept, with its links; or of what it is a duplicate, and why."""
        language, at = item.language or "und", micros(item.event_at)
        exact, known, copy = text.exact, False, None
        if self._takes_back.is_back(item):
            return item  # whether it is a re-issue is for the ledger to say
        for version in self._known.sent_of_item(item.item_id, at):
            same_again = is_same_version(item, exact, version)
            if version.copy_of:
                copy = version if same_again else copy
            elif same_again:
                return version, Verdict("exact", "resent"), None
            else:
                known = True
        if known and copy is not None:
            return copy, Verdict("exact", "resent"), None  # no newer version: a copy, sent again
        # A version of a diverted copy is no version of an article: it is compared anew.
        if known or item.lifecycle in _ALWAYS_PASS:
            return item
        is_linked = any(reference.rel in _LINKS for reference in item.references)
        if not is_linked and (earlier := self._same_story(item, at)) is not None:
            item, is_linked = linked(item, earlier, "take_of" if item.take else "replaces"), True
        same = self._known.same_text(
            language, exact, at, None if text.is_comparable and not text.is_short else _DAY
        )
        if same is not None and not (is_linked and not is_other_agency(item, same)):
            return same, Verdict("exact", "same_words"), None
        if is_linked or not keys.asked:
            return item
        return self._near(item, text, keys)

    def _near(
        self, item: WireItem, text: Fingerprint, keys: Keys
    ) -> WireItem | tuple[Remembered, Verdict, Nearness | float | None]:
        language, at = item.language or "und", micros(item.event_at)
        comparison = Comparison(text, least=LEAST_LIKENESS)
        related: list[tuple[Remembered, Verdict, Nearness]] = []
        met = self._known.met(keys)
        for earlier, near in self._known.like(met, language, at, comparison.nearness):
            given = circumstances_of(item, text, earlier.credit, earlier.event_at, earlier.headline)
            verdict = judge(near, given, self._threshold) if text.codes else judge_form(near)
            if verdict is not None:
                related.append((earlier, verdict, near))
        related.sort(key=lambda found: (-_LIKENESS_ORDER[found[1].kind], -found[2].likeness))
        if not related:
            if text.is_short:
                return item
            faded = self._known.faded(met, language, at, text.remembered)
            if faded is None or text.hides_names:
                return item  # of what is forgotten nobody can tell whether a name differs
            return faded[0], Verdict("rewrite", "most_keys"), faded[1]
        earlier, verdict, near = related[0]
        if verdict.kind == "rewrite":
            return earlier, verdict, near
        is_gone = self._known.taken_back(earlier.item_id)
        if is_gone and verdict.rule in HOLDS_A_COPY:
            # What another agency adds does not make killed copy fit to print.
            if verdict.kind != "update_of" or not self._takes_back.is_back(item, earlier.item_id):
                return earlier, Verdict("rewrite", verdict.rule), near
        elif verdict.kind == "update_of":
            if not of_same_source(item, earlier) and verdict.rule not in HAS_NEWS:
                return earlier, verdict, near
            if is_gone and not self._takes_back.is_back(item, earlier.item_id):
                return earlier, verdict, near
            if not is_gone and of_same_source(item, earlier):
                item = linked(item, earlier, "replaces")
        nearest: dict[str, Related] = {}
        for found in related[:_MOST_RELATED]:
            # of several versions of an item, or one that came twice, the nearest
            nearest.setdefault(found[0].item_id, related_to(*found))
        return item.model_copy(update={"related": tuple(nearest.values())})

    def _same_story(self, item: WireItem, at: int) -> Remembered | None:
        """Return the earlier item of the story of which this one is a lead or a take."""
        if not item.story_slug:
            return None
        for earlier in self._known.of_story(item.source, item.story_slug, at, _STORY):
            if earlier.item_id == item.item_id or earlier.language != (item.language or "und"):
                continue
            if item.lead or earlier.lead or item.take:
                return earlier
        return None


def _carried_in(item: WireItem) -> tuple[Tell, ...]:
    """Return the words to the ledgers of those whose text a kept item of another agency holds.

    It tells more than they do, and so is kept; but a kill of theirs has to reach it.
    """
    return tuple(
        notices_of(item, link.item_id, "rewrite")[0]
        for link in item.related
        if link.kind == "same_event" and link.rule in HOLDS_A_COPY
    )


def _killed_before(item: WireItem) -> Drop:
    return Drop(Reason.KILLED, item.item_id, "", item.raw_digest, "killed before it came")
