# cython: language_level=3, boundscheck=False, wraparound=False
"""``quote_scan_python`` compiled: the same results, which ``tests/enriching`` compares."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from libc.stdint cimport int32_t, uint8_t, uint32_t

from pipeline.words import signs

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t DIGIT = signs.DIGIT
cdef uint8_t ONE = signs.ONE
cdef uint32_t QUOTE = signs.QUOTE
cdef uint32_t APOSTROPHE = signs.APOSTROPHE
cdef uint32_t OPENS = signs.DASH | signs.OPENING


def scan(rows, shapes, gaps, letters, gap_letters, cues):
    """Return words and gaps as letters, where sentences begin, the cues, and gaps with marks."""
    cdef const int32_t[::1] row_of = rows
    cdef const uint8_t[::1] shape_of = shapes
    cdef const uint32_t[::1] gap_of = gaps
    cdef const uint8_t[::1] letter_of = letters
    cdef const uint8_t[::1] gap_letter_of = gap_letters
    cdef const uint8_t[::1] is_cue = cues
    cdef Py_ssize_t count = row_of.shape[0], known = letter_of.shape[0], n
    cdef bytes kinds = PyBytes_FromStringAndSize(NULL, count)
    cdef bytes between = PyBytes_FromStringAndSize(NULL, count + 1)
    cdef char* kinds_into = PyBytes_AS_STRING(kinds)
    cdef char* between_into = PyBytes_AS_STRING(between)
    cdef list sentences = [], found = [], marks = []
    cdef uint8_t shape, letter, gap_letter
    cdef uint32_t gap
    cdef int32_t row
    cdef bint initial = False
    if gap_of.shape[0] != count + 1 or shape_of.shape[0] != count:
        raise ValueError("not the words of one text")
    if gap_letter_of.shape[0] < 0x10000 or is_cue.shape[0] < 256 or known < 3:
        raise ValueError("not a table for every letter")
    for n in range(count):
        gap = gap_of[n]
        gap_letter = gap_letter_of[gap & 0xFFFF]
        between_into[n] = gap_letter
        shape = shape_of[n]
        row = row_of[n]
        if row >= known:
            raise ValueError("a row without a letter")
        if row < 0:
            row = known - (1 if shape & DIGIT else 2 if shape & CAPITAL else 3)
        letter = letter_of[row]
        if is_cue[letter] == 1 and shape & CAPITAL and gap_letter == c" " and not gap & QUOTE:
            letter = c"N"  # the United States
        kinds_into[n] = letter
        if gap_letter == c"P" or gap_letter == c"L":
            sentences.append(n)
        elif gap_letter == c"." or gap_letter == c"!":
            if shape & (CAPITAL | DIGIT) or gap & OPENS:
                if not (initial and gap_letter == c"."):
                    sentences.append(n)
        initial = letter == c"z" or (shape & ONE and shape & CAPITAL)
        if gap & QUOTE or (gap & APOSTROPHE and gap & ~APOSTROPHE):
            marks.append(n)
        if is_cue[letter]:
            found.append(n)
    gap = gap_of[count]
    between_into[count] = gap_letter_of[gap & 0xFFFF]
    if gap & QUOTE or (gap & APOSTROPHE and gap & ~APOSTROPHE):
        marks.append(count)
    return kinds, between, sentences, reporting(found, kinds_into, between_into, count), marks


cdef list reporting(list found, char* kinds, char* gaps, Py_ssize_t count):
    """Leave out nouns: words that may report stand behind no article, if not before "that"."""
    cdef list kept = []
    cdef Py_ssize_t n
    cdef char kind, before
    cdef bint noun
    for n in found:
        kind = kinds[n]
        before = kinds[n - 1] if n > 0 and gaps[n] == c" " else 0
        if kind == c"A":
            noun = False
        elif kind == c"E" or kind == c"F" or kind == c"G" or kind == c"H":
            noun = not (before == c"p" or before == c"N")
        elif kind == c"Z":
            noun = True
        else:
            noun = before == c"d" or before == c"f" or (before == c"r" and kind < c"a")
        if not noun or (n + 1 < count and kinds[n + 1] == c"+"):
            kept.append(n)
    return kept
