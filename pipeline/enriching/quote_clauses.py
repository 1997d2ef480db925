"""What is said in one sentence, and by whom: from its reporting verbs and its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from pipeline.enriching.quote_grammar import CUES, Speech
from pipeline.enriching.quote_marks import Marked
from pipeline.enriching.quote_row import Place, Row

__all__ = ["Kind", "Said", "said_in"]

Kind = Literal["direct", "indirect", "mixed"]

_BLANK, _COMMA, _COLON, _DASH = b" ,:-"
_CUES: Final = frozenset(CUES)
_AS_VERBS: Final = {ord("E"): "S", ord("F"): "T", ord("G"): "U", ord("H"): "C"}
_ADJUNCTS: Final = re.compile(
    rb"(?:[ny]|0y?|r(?:[y0]+|[df]?[lNEFGHZz]{1,3}(?:f[df]?[lNz]{1,3})?))*"
)
"""What stands between a verb and "that": on Thursday, in a statement, to reporters in Paris."""
_PERSON_TOLD: Final = re.compile(rb"d?[lNz]{1,3}(?:f?d?[lNz]{1,3})?")
_FINITE: Final = re.compile(rb"[vbj]")
_TO: Final = re.compile(rb"i")
_CALLED: Final = re.compile(rb"[ef]")
_SAID: Final = re.compile(rb"[SO]")
_NAMED: Final = re.compile(rb"[Np]")

_FAR: Final = 12
"""Words within which "that", "to" or "as" belongs to a verb. A guess."""
_SURE: Final = {"S": 0.75, "O": 0.75, "Q": 0.7, "T": 0.5, "U": 0.55, "C": 0.55, "Z": 0.5, "A": 0.75}
"""How sure an indirect quotation is, by what reports it: what is said, thought or called so."""
_DIRECT: Final = 0.9
_NO_CUE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation: what is said in characters, its cue and speaker in words (first, end)."""

    kind: Kind
    start: int
    end: int
    last: int
    """The last word of what is said."""
    cue: Place | None
    speaker: Place | None
    score: float


class Sentence:
    """The words from *low* to before *high* of a row; see :func:`said_in`."""

    def __init__(self, row: Row, speech: Speech, low: int, high: int, marks: list[Marked]) -> None:
        self.row, self.speech, self.low, self.high = row, speech, low, high
        self.marks = marks
        self.kinds, self.gaps = row.kinds, row.gaps
        self.last_speaker: Place | None = None
        self.spoken = row.begins_with_dash(low)

    def read(self, cues: list[int]) -> Iterator[Said]:
        done = self.low
        found = False
        for number, cue in enumerate(cues):
            if cue < done:
                continue
            following = cues[number + 1 :]
            for said in self._by_cue(done if found else self.low, cue, following):
                found = True
                yield said
                if said.speaker is not None:
                    self.last_speaker = said.speaker
                done = max(done, said.last + 1, cue + 1)
        if not found and self.marks:
            yield from self._by_colon()

    def _by_cue(self, low: int, cue: int, following: list[int]) -> Iterator[Said]:
        kinds, gaps, high = self.kinds, self.gaps, self.high
        kind = kinds[cue]
        if kind == 65:  # A
            yield from self._by_source(low, cue, following)
            return
        before = kinds[cue - 1] if cue > low and gaps[cue] == _BLANK else 0
        that_next = cue + 1 < high and kinds[cue + 1] == 43 and gaps[cue + 1] == _BLANK
        use = chr(kind).upper()
        participle = kind >= 97
        if kind in _AS_VERBS:
            if before in b"pN" and before:
                use = _AS_VERBS[kind]
            elif not that_next:
                return
            else:
                use = "Z"
        elif before and (before in b"df" or (before == 114 and not participle)):  # r
            if not that_next or self.speech.language != "en":
                return
            use = "Z"
        if use == "Z" and not that_next:
            return
        subject = self.row.subject_before(low, cue)
        german = self.speech.language == "de"
        if german and subject is not None and not self._is_nominal(subject):
            subject = None
        head = subject[0] if subject is not None else cue
        while head > low and kinds[head - 1] in b"vbn" and gaps[head] == _BLANK:
            head -= 1
        passive = before == 98 and not participle and self.speech.language == "en"  # b
        said = list(self._direct_before(low, cue, head, subject))
        if not said:
            said = list(self._direct_behind(cue, subject, use, following))
        if not said and german and subject is not None:
            said = list(self._as_somebody_said(low, cue, subject, use))
        elif not said and head > low + 1 and gaps[head] in (_COMMA, _DASH) and use in "SOQTZ":
            said = list(self._clause_before(low, cue, head, subject, use))
        if not said:
            said = list(self._clause_behind(low, cue, subject, use, participle, before, following))
        for one in said:
            yield replace(one, speaker=None) if passive else one

    def _is_nominal(self, place: Place) -> bool:
        """Tell whether German words are a subject and no adverbial: "Am Montag sagte ..."."""
        first, end = place
        if self.kinds[first] in b"ryn0k":
            return False
        return end - first > 1 or self.kinds[first] in b"NplZz"

    def _speaker(self, cue: int, subject: Place | None, high: int | None = None) -> Place | None:
        if subject is not None:
            return subject
        return self.row.subject_behind(cue, self.high if high is None else high)

    def _direct_before(
        self, low: int, cue: int, head: int, subject: Place | None
    ) -> Iterator[Said]:
        """Yield "...", said X, and what follows it: "...", X said, "..."."""
        mark = self.row.closing.get(head - 1) if head > low else None
        if mark is None or mark.first < low:
            return
        words = mark.last - mark.first + 1
        pause = self._pauses(mark, head)
        if not pause and words < 6:
            return
        speaker = self._speaker(cue, subject)
        if speaker is None and self.kinds[cue] not in b"SQO":
            return
        if mark.first > low and not self._all_marked(low, mark.last + 1):
            yield self._said(low, mark.last, (cue, cue + 1), speaker, 0.8)
        else:
            first = next((m for m in self.marks if m.first >= low), mark)
            yield Said("direct", first.start, mark.end, mark.last, (cue, cue + 1), speaker, _DIRECT)
        for then in self.marks:
            if then.first > cue and then.last - then.first >= 1:
                quiet = self.gaps[then.first] != _BLANK or self._pauses(then, then.last + 1)
                if quiet:
                    yield Said(
                        "direct", then.start, then.end, then.last, (cue, cue + 1), speaker, _DIRECT
                    )

    def _pauses(self, mark: Marked, then: int) -> bool:
        """Tell whether a comma or a stop stands at a closing mark, within it or behind it."""
        text = self.row.words.text
        if text[mark.end - 1 : mark.end] in ",.!?…—–-":
            return True
        return self.gaps[then] != _BLANK or then >= self.high

    def _all_marked(self, first: int, end: int) -> bool:
        inside = sum(
            min(m.last + 1, end) - max(m.first, first)
            for m in self.marks
            if m.first < end and m.last >= first
        )
        return inside * 5 >= (end - first) * 4

    def _direct_behind(
        self, cue: int, subject: Place | None, use: str, following: list[int]
    ) -> Iterator[Said]:
        """Yield X said: "..."; X told reporters: "..."; X said "..."."""
        mark = next((m for m in self.marks if m.first > cue), None)
        if mark is None or use == "Z":
            return
        if following and following[0] < mark.first:
            return  # another verb is nearer
        first, gaps = mark.first, self.gaps
        colon = gaps[first] == _COLON
        near = first == cue + 1
        if not colon and not near:
            if gaps[first] != _COMMA or first - cue > _FAR:
                return
        elif colon and first - cue > 2 * _FAR:
            return
        rest = self.high - first
        speaker = self._speaker(cue, subject, first)
        words = mark.last - first + 1
        if colon or gaps[first] == _COMMA or words * 5 >= rest * 4:
            if words < 2 and not colon:
                return
            last = self.marks[-1] if self._all_marked(first, self.high) else mark
            yield Said("direct", mark.start, last.end, last.last, (cue, cue + 1), speaker, _DIRECT)

    def _clause_before(
        self, low: int, cue: int, head: int, subject: Place | None, use: str
    ) -> Iterator[Said]:
        """Yield The harbour will stay closed, X said; Der Hafen bleibe zu, sagte X."""
        kinds, gaps = self.kinds, self.gaps
        language = self.speech.language
        first = low
        while first < head and kinds[first] in b"k&":
            first += 1
        words = head - first
        speaker = subject
        rest = cue + 1
        if subject is None:
            speaker = self.row.subject_behind(cue, self.high)
            if speaker is None:
                return
            rest = speaker[1]
            if language == "en" and (
                (rest < self.high and gaps[rest] == _BLANK and kinds[rest] not in b"ryekw")
                or (words < 6 and not _FINITE.search(kinds, first, head))
            ):
                return
        if words < 2 or (kinds[first] in b"ry" and words < 6):
            return
        if subject is not None and language != "de":
            behind = _ADJUNCTS.match(kinds, rest, self.high)
            rest = behind.end() if behind else rest
            ends = rest >= self.high or gaps[rest] != _BLANK or kinds[rest] in b"ek"
            if not ends and (kinds[rest] in b"+?" or self.high - rest > 3 or use != "S"):
                return
        if use == "Q":
            return
        split = (
            subject is not None
            and rest < self.high
            and gaps[rest] == _COMMA
            and self.high - rest > 2
            and words <= 6
            and kinds[rest] not in b"soqtuckew"
            and not _FINITE.search(kinds, first, head)
        )
        last = self.high - 1 if split else head - 1
        yield self._said(first, last, (cue, cue + 1), speaker, _SURE[use])

    def _as_somebody_said(self, low: int, cue: int, subject: Place, use: str) -> Iterator[Said]:
        """Yield Zwei Männer sind tot, wie die Polizei mitteilte."""
        as_ = subject[0] - 1
        ends = cue + 1 >= self.high or self.gaps[cue + 1] != _BLANK or self.kinds[cue + 1] in b"vb"
        if as_ - low >= 2 and self.kinds[as_] == 63 and self.gaps[as_] == _COMMA and ends:
            yield self._said(low, as_ - 1, (cue, cue + 1), subject, _SURE[use])

    def _clause_behind(
        self,
        low: int,
        cue: int,
        subject: Place | None,
        use: str,
        participle: bool,
        before: int,
        following: list[int],
    ) -> Iterator[Said]:
        """Yield X said that ...; X said the harbour ...; X urged them to ...."""
        kinds = self.kinds
        speaker = subject
        if participle:
            speaker = self.last_speaker or self._first_named(low, cue)
        elif use == "Z":
            speaker = self._owner(low, cue) or subject
        elif subject is None and before in b"&nk" and before and self.last_speaker is not None:
            speaker = self.last_speaker  # X said ... and added that
        first = self._content(cue, use, participle, before)
        if first is None:
            return
        first_word, behind = first
        if speaker is None and self.speech.language != "en":
            speaker = self.row.subject_behind(cue, behind)
        if speaker is None and not participle and before != 98:
            if before == 105 or (self.speech.language == "en" and use not in "SO"):
                speaker = self._first_named(low, cue)
            if speaker is None and (use not in "SOZ" or kinds[first_word - 1] != 43):
                return
        end = self._clause_end(cue, first_word, following)
        if end - first_word < 2:
            return
        yield self._said(first_word, end - 1, (cue, cue + 1), speaker, _SURE[use])

    def _content(self, cue: int, use: str, participle: bool, before: int) -> tuple[int, int] | None:
        """Return where what is said begins behind a verb, and where what belongs to the verb ends.

        None where the verb reports nothing: it lacks what its use needs.
        """
        kinds, gaps, high = self.kinds, self.gaps, self.high
        at = cue + 1
        if at >= high:
            return None
        if use == "O":
            told = _PERSON_TOLD.match(kinds, at, high)
            if kinds[at] == 112:
                at += 1
            elif told is not None:
                at = told.end()
        adjuncts = _ADJUNCTS.match(kinds, at, high)
        then = adjuncts.end() if adjuncts is not None else at
        if then < high and kinds[then] in b"+?":
            return (then + 1 if kinds[then] == 43 else then), then
        if self.speech.language != "en":
            return self._content_elsewhere(cue, use)
        marked = any(m.first > cue for m in self.marks)
        near = min(high, cue + 1 + _FAR)
        if use in "UC" and not marked:
            needed = _TO if use == "U" else _CALLED
            if needed.search(kinds, cue + 1, near) is None:
                return None
            return cue + 1, cue + 1
        if use == "C" or use == "U":
            return cue + 1, cue + 1
        if use == "Z" or (use == "Q" and not marked):
            return None
        if use == "T" and not marked:
            clause = _FINITE.search(kinds, cue + 2, high)
            if clause is None or kinds[cue + 1] in b"ri&" or gaps[cue + 1] != _BLANK:
                return None
            return cue + 1, cue + 1
        if use == "O":
            at = cue + 1
            while at < near and not (
                kinds[at] in b"pdN" and at > cue + 1 and kinds[at - 1] in b"lNy"
            ):
                at += 1
            if at >= near or _FINITE.search(kinds, at, high) is None:
                return None
            return at, at
        if gaps[cue + 1] not in (_BLANK, _COMMA, _COLON) or kinds[cue + 1] in b"&e":
            return None
        if before == 105 and not marked:  # to say
            return None
        if kinds[cue + 1] in b"riny":
            if then >= high or _FINITE.search(kinds, then, high) is None:
                if not marked:
                    return None
                then = cue + 1
            return then, then
        return cue + 1, cue + 1

    def _content_elsewhere(self, cue: int, use: str) -> tuple[int, int] | None:
        """Return the same for German, which sets a comma, and for French and Spanish "que"."""
        kinds, gaps, high = self.kinds, self.gaps, self.high
        near = min(high, cue + 1 + _FAR)
        if self.speech.language == "de":
            for at in range(cue + 1, near):
                if gaps[at] in (_COMMA, _COLON):
                    behind = at
                    if kinds[at] in b"+?":
                        return (at + 1 if kinds[at] == 43 else at), behind
                    if high - at < 3 or (use != "U" and not _FINITE.search(kinds, at, high)):
                        return None
                    clause = kinds.find(b"j", at, high)
                    if clause < 0 and use not in "SOTU":
                        return None
                    return at, behind
            if use == "C" and kinds.find(b"e", cue + 1, near) > 0:
                return cue + 1, cue + 1
            return (cue + 1, cue + 1) if use in "CU" and self._marked_behind(cue) else None
        that = kinds.find(b"+", cue + 1, near)
        if that > 0 and use != "C" and _FINITE.search(kinds, cue + 1, that) is None:
            return that + 1, that
        if self._marked_behind(cue) or (
            use == "C" and _CALLED.search(kinds, cue + 1, near) is not None
        ):
            return cue + 1, cue + 1
        return None

    def _marked_behind(self, cue: int) -> bool:
        return any(m.first > cue for m in self.marks)

    def _clause_end(self, cue: int, first: int, following: list[int]) -> int:
        """Return where a reported clause ends: before ", adding that" and "but said that"."""
        kinds, gaps = self.kinds, self.gaps
        for other in following:
            if other <= first + 1:
                continue
            kind = kinds[other]
            if kind in b"so" and gaps[other] == _COMMA:
                return other
            if kind in b"SO":
                at = other
                while at > first and kinds[at - 1] == 110:  # n
                    at -= 1
                if at > first + 1 and kinds[at - 1] in b"&k" and gaps[at] == _BLANK:
                    return at - 1
            if kind == 65 and gaps[other] == _COMMA:
                return other
        return self.high

    def _first_named(self, low: int, cue: int) -> Place | None:
        """Return the name or the pronoun with which the sentence begins: whose verbs these are."""
        found = _NAMED.search(self.kinds, self.low, cue)
        if found is None:
            return None
        first = found.start()
        return first, self.row.noun_phrase(first, cue)

    def _owner(self, low: int, cue: int) -> Place | None:
        """Return who has a claim or a belief: Tarvo's claim that."""
        text, words = self.row.words.text, self.row.words
        for at in range(cue - 1, max(low, cue - 4), -1):
            if text[words.starts[at] : words.ends[at]] == "s":
                first = at
                while first > low and self.kinds[first - 1] in b"Nzd":
                    first -= 1
                return (first, at) if first < at else None
        return None

    def _by_source(self, low: int, cue: int, following: list[int]) -> Iterator[Said]:
        """Yield what is said according to somebody: laut, selon, según; so der Minister."""
        kinds, gaps, high, words = self.kinds, self.gaps, self.high, self.row.words
        before, behind = self.speech.neighbours[int(words.plain[cue])]
        start, name = cue, cue + 1
        if before:
            if cue == 0 or int(words.plain[cue - 1]) != before:
                return
            start = cue - 1
        if behind:
            if name >= high or int(words.plain[name]) != behind:
                return
            name += 1
        if name < high and kinds[name] == 102 and self.speech.language == "de":
            name += 1  # nach Angaben von
        word = words.word(cue).lower()
        if word == "zufolge":
            first = self.row._chunk(low, cue)
            while first < cue and kinds[first] in b"vbn&k":
                first += 1
            if first == cue:
                return
            speaker, end = (first, cue), cue + 1
            start = first
        else:
            if name >= high or gaps[name] != _BLANK:
                return
            if word == "so" and (gaps[cue] != _COMMA or kinds[name] not in b"Ndz"):
                return
            verb = name + 1 if kinds[name] in b"vn" else name
            if verb < high and kinds[verb] in b"SO":  # según dijo X
                found = self.row.subject_behind(verb, high)
                if found is None:
                    return
                speaker, end = found, found[1]
            else:
                end = self.row.noun_phrase(name, high)
                speaker = (name, end)
            if end <= name or (word == "so" and end < high and gaps[end] == _BLANK):
                return
            lone = kinds[name] == 108 and end == name + 1
            if lone and words.word(name).lower() in _NO_SOURCE:
                return
        if any(kinds[other] in b"SO" for other in following) and start - low < 3:
            then = following[-1]
            if gaps[then] != _BLANK and self.marks:
                return  # According to X, "...", Y said: Y is who said it
        cue_place = (start if word != "zufolge" else cue, name if word != "zufolge" else cue + 1)
        if start - low >= 3:
            if _SAID.search(kinds, low, start) and self.marks:
                return
            if end < high and gaps[start] == _COMMA == gaps[end] and kinds[end] in b"vb":
                yield self._said(low, high - 1, cue_place, speaker, _SURE["A"])
            else:
                yield self._said(low, start - 1, cue_place, speaker, _SURE["A"])
        elif high - end >= 2:
            yield self._said(end, high - 1, cue_place, speaker, _SURE["A"])

    def _by_colon(self) -> Iterator[Said]:
        """Yield Tarvo: "We will rebuild it.", which needs no verb."""
        mark = self.marks[0]
        if (
            self.gaps[mark.first] == _COLON
            and mark.first > self.low
            and mark.first - self.low <= _FAR
            and mark.last - mark.first >= 2
        ):
            named = _NAMED.search(self.kinds, self.low, mark.first)
            if named is not None:
                first = named.start()
                speaker = (first, self.row.noun_phrase(first, mark.first))
                yield Said("direct", mark.start, mark.end, mark.last, None, speaker, 0.8)

    def _said(
        self, first: int, last: int, cue: Place | None, speaker: Place | None, sure: float
    ) -> Said:
        """Return a clause as a quotation: direct or mixed if there are marks in it."""
        kind: Kind = "indirect"
        inside = [m for m in self.marks if m.first >= first and m.last <= last]
        if inside:
            if self._all_marked(first, last + 1):
                return Said("direct", inside[0].start, inside[-1].end, last, cue, speaker, _DIRECT)
            kind = "mixed"
        elif self.spoken and first == self.low:
            kind, sure = "direct", _DIRECT
        start, end = self.row.chars(first, last)
        return Said(kind, start, end, last, cue, speaker, sure)


_NO_SOURCE: Final = frozenset("plan plans schedule rules size age custom law tradition".split())
"""What happens according to these, nobody said."""


def said_in(
    row: Row, speech: Speech, low: int, high: int, marks: list[Marked], cues: list[int]
) -> list[Said]:
    """Return what is said in the words from *low* to before *high*: a sentence with its marks.

    *cues* are the reporting verbs in it that stand outside the marks, in their order.
    """
    return list(Sentence(row, speech, low, high, marks).read(cues))
