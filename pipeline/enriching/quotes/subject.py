"""The subject beside a reporting verb.

Compiled where a compiler is there, with the types of ``subject.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.row import Place, Row, place

__all__ = ["chunk", "named_behind", "noun_phrase", "subject_before", "subject_behind"]

_GENITIVE: Final = frozenset({"der", "des"})
"""The Sprecher *der* Polizei; another article begins another thing."""
_NOUNS_IN_LY: Final = frozenset("family assembly ally reply supply bully monopoly rally".split())
"""English words that end as adverbs do and are none."""
_THEN: Final = frozenset("after before since until".split())
"""English prepositions that a clause may follow as well: after Tarvo said."""
_MOST_RELATIVE: Final = 12
"""Words. A guess, as all of these."""
_MOST_SUBJECT: Final = 16
_MOST_BESIDE: Final = 14
_MOST_APPOSITION: Final = 24
"""Words; behind longer ones stands another clause. An apposition of more than some words stands
beside a name alone. Guesses."""


def subject_before(row: Row, low: int, cue: int) -> Place:
    """Return the subject before a verb, not before the word *low*; with its apposition."""
    kinds, gaps = row.kinds, row.gaps
    end = cue
    while end > low and gaps[end] in b" ":
        # auxiliaries and adverbs may stand between: "has repeatedly said"
        if kinds[end - 1] not in b"vbny" and not is_adverb(row, end - 1):
            break
        end -= 1
    if end <= low:
        return 0
    if row.closes(end - 1):
        mark = row.closing(end - 1) if row.german else None
        if mark is None or mark.last - mark.first > 3 or mark.first < low + 2:
            return 0
        if kinds[mark.first - 1] not in b"d" or gaps[mark.first - 1] not in b" ":
            return 0
        end = mark.first - 1  # wie ein Sprecher der „Hafenpost“ sagte
    gap = gaps[end]
    if gap in b",(-":
        # "Tarvo, the mayor, said": the subject stands before what is between the commas
        comma = row.last_gap_in(gap, max(low + 1, end - _MOST_APPOSITION), end)
        if comma < 0 or kinds[comma] in b"jvb":
            return 0
        first = chunk(row, low, comma)
        if first >= comma or (row.german and not _has_name(row, first, comma)):
            return 0
        if end - comma > _MOST_BESIDE and (kinds[comma - 1] not in b"N" or comma - first > 6):
            return 0
        if first > low and gaps[first] in b"," and kinds[first] in b"f0d":
            # Tarvo, of the council, a former nurse, said
            name = chunk(row, low, first)
            if name < first and kinds[first - 1] in b"N" and kinds[name] in b"Nz":
                first = name
        return place(first, comma if gap in b"(" else end)
    if gap not in b" " and end == cue:
        return 0
    first = chunk(row, low, end)
    if is_who(row, low, end - 1):
        end -= 1  # Tarvo, who said
        first = chunk(row, low, end)
        if first < end and kinds[first] in b"r":
            first += 1  # in Ohio, which said
    while first < end and kinds[first] in b"k&n":
        first += 1
    if first < end and row.english and kinds[first] in b"r" and row.word(first) in _THEN:
        first += 1
    if row.english:
        for at in range(first + 1, end):
            if kinds[at] in b"dNz" and kinds[at - 1] in b"y" and kinds[first] in b"rf":
                first = at  # as of Tuesday the company
                break
    while end > first + 1 and kinds[end - 1] in b"y0":
        end -= 1
    if end > first + 1 and kinds[end - 1] in b"r":
        end -= 1  # the ministry on Thursday said
    if row.english and first < end and kinds[first] in b"f":
        return 0  # of the men opposed
    if first >= end or kinds[end - 1] in b"drf&" or end - first > _MOST_SUBJECT:
        return 0
    for at in range(first, end):
        if kinds[at] in b"NlpZEFGHJz0y":
            return place(first, end)
    return 0


def is_adverb(row: Row, at: int) -> bool:
    """Tell whether an English word that is not known ends as adverbs do: heavily criticised."""
    if row.kinds[at] not in b"l" or not row.english:
        return False
    end = row.ends[at]
    if end < 2 or row.text[end - 1] != "y" or row.text[end - 2] != "l":
        return False
    return row.word(at) not in _NOUNS_IN_LY


def is_who(row: Row, low: int, at: int) -> bool:
    """Tell whether a word is "who" behind somebody."""
    if at <= low:
        return False
    if row.kinds[at] in b"+":  # records that show it
        return row.english and row.gaps[at] in b" " and row.kinds[at - 1] in b"lN"
    if row.kinds[at] in b"w":
        return row.romance or row.gaps[at] in b","
    return row.english and row.kinds[at] in b"?" and row.word(at) == "who"


def _has_name(row: Row, first: int, end: int) -> bool:
    """Tell whether some words have a noun or a pronoun, in German."""
    return row.kind_in(ord("N"), first, end) >= 0 or row.kind_in(ord("p"), first, end) >= 0


def _relative(row: Row, low: int, verb: int) -> int:
    """Return the "who" or "that" which a verb belongs to, or -1."""
    kinds, gaps = row.kinds, row.gaps
    at = verb - 1
    while at > low and at > verb - _MOST_RELATIVE and gaps[at + 1] in b" ":
        if kinds[at] in b"w" or is_who(row, low, at):
            return at
        at -= 1
    return -1


def chunk(row: Row, low: int, end: int) -> int:
    """Return where the words begin that stand together before *end*."""
    kinds, gaps = row.kinds, row.gaps
    first = end
    while first > low:
        if first < end and gaps[first] not in b" ":
            break
        kind = kinds[first - 1]
        if kind in b"?" and first < end and row.english and row.word(first - 1) == "who":
            first -= 1  # Tarvo who led the council said
            continue
        if kind in b"+?kejSOQTUCMsoqtucmAx" or row.closes(first - 1):
            break
        if kind in b"w" and first < end and row.english:
            break  # which analysts say
        if kind in b"vb":
            who = _relative(row, low, first - 1)
            if who <= low:
                break
            first = who  # the man who was arrested said
            continue
        if kind in b"&" and not (
            first - 2 >= low and kinds[first - 2] in b"N" and first < end and kinds[first] in b"Nd"
        ):
            break
        first -= 1
        if kind in b"p":
            break
        named = kind in b"r" and row.english and first + 1 < end and kinds[first + 1] in b"Nzpd"
        if named and row.word(first) in _THEN:
            return first + 1  # comes days after President Trump said
    return first


def subject_behind(row: Row, cue: int, high: int) -> Place:
    """Return the subject behind a verb: said Tarvo; a déclaré lundi le ministre."""
    kinds, gaps = row.kinds, row.gaps
    first = cue + 1
    while first < high and gaps[first] in b" ":
        if kinds[first] in b"nyv":
            first += 1
        elif kinds[first] in b"d" and first + 1 < high and kinds[first + 1] in b"y":
            first += 2  # señaló el martes el ministro
        else:
            break
    if row.romance and first + 2 < high and kinds[first] in b"r":
        first += 3 if kinds[first + 1] in b"d" else 2  # a indiqué à l'AFP le ministre
    if first >= high or (gaps[first] not in b" "):
        return 0
    end = noun_phrase(row, first, high)
    if end == first or kinds[end - 1] in b"df&":
        return 0
    if row.german and kinds[first] in b"l" and row.kind_in(ord("N"), first, end) < 0:
        return 0  # äußerte sich kritisch
    if kinds[first] in b"d":
        end = max(end, named_behind(row, end, high))
    return place(first, end)


def named_behind(row: Row, end: int, high: int) -> int:
    """Return where the name ends that stands beside a noun: said the mayor, Jana Tarvo.

    -1 where no name does.
    """
    kinds, gaps = row.kinds, row.gaps
    if end >= high or gaps[end] not in b"," or kinds[end] not in b"Nz":
        return -1
    named = noun_phrase(row, end, high)
    alone = named == high or gaps[named] not in b" " or kinds[named] in b"r"
    return named if alone and row.kind_in(ord("d"), end, named) < 0 else -1


def noun_phrase(row: Row, first: int, high: int) -> int:
    """Return where the words end that stand together from *first*."""
    kinds, gaps = row.kinds, row.gaps
    if first < high and kinds[first] in b"p":
        return first + 1
    end = first
    high = min(high, first + _MOST_SUBJECT)
    while end < high:
        kind = kinds[end]
        if end > first and gaps[end] not in b" " and not _hangs(row, end):
            break
        if kind in b"r+?wkevbjySOQTUCMsoqtucmAix":
            break
        if kind in b"d" and end > first and end + 1 < high and kinds[end + 1] in b"y":
            break  # dijo la ministra este martes
        if end > first:
            if kind in b"&" and not (end + 1 < high and kinds[end + 1] in b"Nd"):
                break
            if row.german and kinds[end - 1] in b"N" and kind in b"lnd0":
                genitive = kind in b"d" and row.word(end) in _GENITIVE
                genitive = genitive and kinds[first] not in b"N"  # sagte Tarvo der Zeitung
                if not genitive:
                    break
        end += 1
    return end


def _hangs(row: Row, at: int) -> bool:
    """Tell whether a hyphen hangs on the word before: der Handels- und Handwerkskammer."""
    if row.gaps[at] not in b"-" or row.kinds[at] not in b"&":
        return False
    return row.text[row.ends[at - 1]] == "-"
