# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``role_scan_by_python`` compiled: the same results, which ``tests/words`` compares."""

import numpy as np

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from libc.stdint cimport int32_t, int64_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memset

from pipeline.words.lookup cimport row_of

from pipeline.words import role_scan_by_python as plain_scan
from pipeline.words import signs as word_signs

cdef Py_ssize_t BEYOND = plain_scan.BEYOND
cdef uint8_t DIGIT = word_signs.DIGIT


def scan(words, table, role_of, int64_t triggers, uint32_t signs, bint years, Py_ssize_t most):
    """Return each word's row, its roles, and the words to read around."""
    cdef const uint64_t[::1] keys = table.slots[0]
    cdef const int32_t[::1] values = table.slots[1]
    cdef const int64_t[::1] roles_of_row = role_of
    cdef const uint64_t[::1] plain = words.plain
    cdef const uint8_t[::1] shapes = words.shapes
    cdef const uint32_t[::1] gaps = words.gaps
    cdef const int32_t[::1] starts = words.starts
    cdef const int32_t[::1] ends = words.ends
    cdef Py_ssize_t count = plain.shape[0], nothing = roles_of_row.shape[0] - 1, n, left = most
    cdef uint64_t mask = keys.shape[0] - 1
    cdef int32_t row
    cdef int64_t role
    rows_array = np.empty(count, np.int32)
    roles_array = np.empty(count + BEYOND, np.int64)
    cdef int32_t[::1] rows = rows_array
    cdef int64_t[::1] roles = roles_array
    cdef list found = []
    if gaps.shape[0] != count + 1 or shapes.shape[0] != count or ends.shape[0] != count:
        raise ValueError("not the words of one text")
    for n in range(count):
        row = row_of(keys, values, mask, plain[n])
        rows[n] = row
        role = roles_of_row[row if row >= 0 else nothing]
        roles[n] = role
        if (
            role & triggers
            or gaps[n] & signs
            or (years and shapes[n] == DIGIT and ends[n] - starts[n] == 4)
        ) and left > 0:
            found.append(n)
            left -= 1
    memset(&roles[count], 0, BEYOND * sizeof(int64_t))
    return rows_array, roles_array, found


def letters_of(gaps, bytes letters, uint8_t end):
    """Return a letter for each gap, and *end* beyond the text."""
    cdef const uint32_t[::1] gap = gaps
    cdef Py_ssize_t count = gap.shape[0], n
    if len(letters) != 1 << 16:
        raise ValueError("no letter for some gaps")
    cdef const uint8_t* of = <const uint8_t*>PyBytes_AS_STRING(letters)
    found = PyBytes_FromStringAndSize(NULL, count + BEYOND)
    cdef uint8_t* into = <uint8_t*>PyBytes_AS_STRING(found)
    for n in range(count):
        into[n] = of[gap[n] & 0xFFFF]
    memset(into + count, end, BEYOND)
    return found
