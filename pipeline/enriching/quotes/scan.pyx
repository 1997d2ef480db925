# cython: language_level=3, boundscheck=False, wraparound=False
"""``scan_by_python`` compiled: the same results, which ``tests/enriching`` compares."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.words.lookup cimport row_of
from pipeline.words.search cimport first_from

from pipeline.words import signs

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t DIGIT = signs.DIGIT
cdef uint8_t ONE = signs.ONE
cdef uint32_t QUOTE = signs.QUOTE
cdef uint32_t APOSTROPHE = signs.APOSTROPHE
cdef uint32_t OPENS = signs.DASH | signs.OPENING


def scan(table, words, bytes gap_letters, bytes cues, Py_ssize_t at):
    """Return words and gaps as letters, where sentences begin, the cues, and gaps with marks."""
    cdef const uint64_t[::1] keys = table.slots[0]
    cdef const int32_t[::1] values = table.slots[1]
    cdef const uint64_t[::1] plain = words.plain
    cdef const int32_t[::1] starts = words.starts
    cdef const uint8_t[::1] shape_of = words.shapes
    cdef const uint32_t[::1] gap_of = words.gaps
    cdef const uint8_t* gap_letter_of = <const uint8_t*>PyBytes_AS_STRING(gap_letters)
    cdef const uint8_t* is_cue = <const uint8_t*>PyBytes_AS_STRING(cues)
    cdef uint64_t mask = keys.shape[0] - 1, number, key
    cdef Py_ssize_t count = plain.shape[0], n, begin, slot
    cdef bytes kinds = PyBytes_FromStringAndSize(NULL, count + 1)
    cdef bytes between = PyBytes_FromStringAndSize(NULL, count + 1)
    cdef uint8_t* kind = <uint8_t*>PyBytes_AS_STRING(kinds)
    cdef uint8_t* gap_letter = <uint8_t*>PyBytes_AS_STRING(between)
    cdef list sentences = [], found = [], marks = []
    cdef uint8_t shape, letter, sign, cue, chosen
    cdef uint32_t gap
    cdef int32_t known
    cdef bint initial = False
    if gap_of.shape[0] != count + 1 or shape_of.shape[0] != count or starts.shape[0] != count:
        raise ValueError("not the words of one text")
    if len(gap_letters) < 0x10000 or len(cues) < 256:
        raise ValueError("not a table for every letter")
    begin = first_from(starts, at)
    # First the look-ups alone, with one branch that is seldom taken: so they overlap.
    for n in range(count):
        number = plain[n]
        slot = number & mask
        key = keys[slot]
        known = values[slot]
        if (key != number) & (key != 0):
            known = row_of(keys, values, mask, number)
        chosen = -<uint8_t>(known >= 0)
        kind[n] = (<uint8_t>known & chosen) | (UNKNOWN[shape_of[n]] & ~chosen)
    for n in range(count):
        gap = gap_of[n]
        sign = gap_letter_of[gap & 0xFFFF]
        gap_letter[n] = sign
        shape = shape_of[n]
        letter = kind[n]
        cue = is_cue[letter]
        if cue:
            if cue == 1 and shape & CAPITAL and INNER[sign] and not gap & QUOTE:
                kind[n] = letter = c"N"  # the United States
            elif n >= begin:
                found.append(n)
        if sign != c" ":
            if sign == c"P" or sign == c"L":
                if n >= begin:
                    sentences.append(n)
            elif sign == c"." and (
                initial or (n > 0 and letter == c"y" and kind[n - 1] == c"0" and starts[n] - starts[n - 1] < 5)
            ):
                gap_letter[n] = c" "  # Mr. Tarvo, the U.S. minister, am 5. Mai
            elif sign == c"." or sign == c"!":
                if (
                    (shape & (CAPITAL | DIGIT) or gap & OPENS)
                    and n >= begin
                ):
                    sentences.append(n)
        if gap & (QUOTE | APOSTROPHE) and n >= begin:
            if gap & QUOTE or gap & ~APOSTROPHE:
                marks.append(n)
        initial = letter == c"z" or (shape & ONE and shape & CAPITAL)
    kind[count] = 0
    gap = gap_of[count]
    gap_letter[count] = gap_letter_of[gap & 0xFFFF]
    if gap & QUOTE or (gap & APOSTROPHE and gap & ~APOSTROPHE):
        marks.append(count)
    return kinds, between, sentences, reporting(found, kind, gap_letter), marks


cdef uint8_t UNKNOWN[256]
cdef uint8_t VERB_OR_NOUN[256]
cdef uint8_t NAMED[256]
cdef uint8_t OPEN[256]
cdef uint8_t INNER[256]
cdef uint8_t BEGINS_OBJECT[256]


def _fill():
    for shape in range(256):
        UNKNOWN[shape] = ord("0" if shape & DIGIT else "N" if shape & CAPITAL else "l")
        VERB_OR_NOUN[shape] = shape in b"EFGHJ"
        NAMED[shape] = shape in b"pNiw"
        INNER[shape] = shape in b" ,:-("
        OPEN[shape] = shape in b"lnv&zy"
        BEGINS_OBJECT[shape] = shape in b"pdN?i"


_fill()


cdef list reporting(list found, uint8_t* kinds, uint8_t* gaps):
    """Leave out nouns: words that may report stand behind no article, if not before "that"."""
    cdef list kept = []
    cdef Py_ssize_t n
    cdef uint8_t kind, before, behind
    cdef bint noun
    for n in found:
        kind = kinds[n]
        before = kinds[n - 1] if n > 0 and gaps[n] == c" " else 0
        if kind == c"A":
            noun = False
        elif VERB_OR_NOUN[kind]:
            noun = not (NAMED[before] or (OPEN[before] and BEGINS_OBJECT[kinds[n + 1]]))
        elif kind == c"Z":
            noun = True
        else:
            noun = before == c"d" or before == c"f" or (before == c"r" and kind < c"a")
        behind = kinds[n + 1]
        if not noun or behind == c"+":
            kept.append(n)
        elif (kind == c"Z" or VERB_OR_NOUN[kind]) and (
            behind == c"i" or behind == c"f" or behind == c"r"
        ):
            kept.append(n)
        elif kind != c"Z" and not VERB_OR_NOUN[kind]:
            kinds[n] = c"l"  # the suspect, the ruling party
    return kept
