# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``word_parts.find_parts_by_python`` compiled: the same results, which ``tests/tagging`` compares."""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.words.lookup cimport row_of, spread

cdef enum:
    FEWEST = 3
    LONGEST = 64
    FILTER = 0x3FFF

cdef uint64_t START = 0xCBF29CE484222325
cdef uint64_t PRIME = 0x100000001B3
cdef uint64_t CASED = 0x9E3779B97F4A7C15
cdef uint64_t BEGINS = 0xC2B2AE3D27D4EB4F
cdef uint64_t ENDS = 0x165667B19E3779F9
cdef uint64_t INSIDE = 0x27D4EB2F165667C5


cdef enum:
    TABLED = 0x3100

cdef uint32_t LOWERS[TABLED]

for _code in range(TABLED):
    LOWERS[_code] = ord(chr(_code).lower()[0])


cdef inline uint64_t lower_of(Py_UCS4 code):
    if code < TABLED:
        return LOWERS[code]
    return ord(chr(code).lower()[0])


def find_parts(table, begins, inside, str text, starts, ends, plain, cased):
    """Return which words have which parts; see ``word_parts.find_parts_by_python``."""
    cdef const uint64_t[::1] keys = table[0]
    cdef const int32_t[::1] values = table[1]
    cdef bint looks_inside = inside is not None
    cdef const uint8_t[::1] begin_filter = begins
    cdef const uint8_t[::1] inside_filter = inside if looks_inside else begins
    cdef const int32_t[::1] from_ = starts, to = ends
    cdef const uint64_t[::1] small = plain, written = cased
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef uint64_t mask = keys.shape[0] - 1, state
    cdef Py_ssize_t word, start, end, at, first
    cdef int32_t row
    cdef list found = []
    # Every index below is within what was handed in: words are places within the text.
    for word in range(from_.shape[0]):
        row = row_of(keys, values, mask, small[word])
        if row >= 0:
            found.append((word, row))
        row = row_of(keys, values, mask, written[word] ^ CASED)
        if row >= 0:
            found.append((word, row))
        start, end = from_[word], to[word]
        if end - start < FEWEST or end - start > LONGEST:
            continue
        state = START
        for at in range(start, end):
            state = (state ^ lower_of(PyUnicode_READ(kind, data, at))) * PRIME
            if at - start < FEWEST - 1:
                continue
            if at - start == FEWEST - 1 and not begin_filter[state & FILTER]:
                break
            row = row_of(keys, values, mask, spread(state) ^ BEGINS)
            if row >= 0:
                found.append((word, row))
        if not looks_inside:
            continue
        for first in range(start + 1, end - FEWEST + 1):
            state = START
            for at in range(first, end):
                state = (state ^ lower_of(PyUnicode_READ(kind, data, at))) * PRIME
                if at - first < FEWEST - 1:
                    continue
                if at - first == FEWEST - 1 and not inside_filter[state & FILTER]:
                    break
                row = row_of(keys, values, mask, spread(state) ^ INSIDE)
                if row >= 0:
                    found.append((word, row))
                if at == end - 1:
                    row = row_of(keys, values, mask, spread(state) ^ ENDS)
                    if row >= 0:
                        found.append((word, row))
    return found
