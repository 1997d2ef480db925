# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``ranks_by_python.ranked`` compiled: the same results, which ``tests/enriching`` compares."""

import numpy as np

from libc.math cimport pow
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.enriching import ranks_by_python as same
from pipeline.words import signs

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t LOWER = signs.LOWER
cdef uint8_t LETTER = signs.LETTER
cdef uint8_t NOT_LETTER = signs.LETTER | signs.DIGIT | signs.ONE
cdef uint32_t ANEW = same.ANEW
cdef uint32_t APART = same.APART
cdef uint8_t USABLE = same.USABLE
cdef uint8_t NAME = same.NAME
cdef uint8_t BEGINS = same.BEGINS
cdef uint8_t JOINED = same.JOINED
cdef uint8_t IS_CAPITAL = same.IS_CAPITAL

cdef enum:
    ROOM = 4096
    # More than twice the words that are ever ranked, so that the open table has free places.
    MOST = 2047


def ranked(plain, shapes, gaps, worth, where, bint capitals, double power, Py_ssize_t most):
    """Return the words' flags and the strongest words; see ``ranks_by_python.ranked``."""
    cdef const uint64_t[::1] numbers = plain
    cdef const uint8_t[::1] shape = shapes
    cdef const uint32_t[::1] gap = gaps
    cdef const float[::1] own = worth
    cdef const float[::1] place_worth = where
    cdef Py_ssize_t count = min(own.shape[0], MOST), word, groups = 0, best, n, taken
    cdef uint64_t keys[ROOM]
    cdef int32_t group_of[ROOM]
    cdef double strength[MOST]
    cdef int32_t first_of[MOST]
    cdef int32_t group_at[MOST]
    cdef uint64_t at
    cdef uint8_t flag, one
    cdef bint anew
    flags_array = np.zeros(count, np.uint8)
    cdef uint8_t[::1] flags = flags_array
    for n in range(ROOM):
        keys[n] = 0
    for word in range(count):
        one = shape[word]
        anew = gap[word] & ANEW
        flag = 0
        if anew:
            flag |= BEGINS
        if one & CAPITAL:
            flag |= IS_CAPITAL
            if not (anew and one & LOWER):
                flag |= NAME
        if not gap[word] & APART:
            flag |= JOINED
        group_at[word] = -1
        if own[word] > 0 and one & NOT_LETTER == LETTER and (one & CAPITAL or not capitals):
            flag |= USABLE
            at = numbers[word] & (ROOM - 1)
            while keys[at] and keys[at] != numbers[word]:
                at = (at + 1) & (ROOM - 1)
            if not keys[at]:
                keys[at] = numbers[word]
                group_of[at] = groups
                strength[groups] = 0
                first_of[groups] = word
                groups += 1
            group_at[word] = group_of[at]
            strength[group_of[at]] += place_worth[word]
        flags[word] = flag
    for n in range(groups):
        strength[n] = pow(strength[n], power) * own[first_of[n]]
    cdef list found = []
    for taken in range(min(most, groups)):
        best = -1
        for n in range(groups):
            if strength[n] >= 0 and (best < 0 or strength[n] > strength[best]):
                best = n
        places = [word for word in range(first_of[best], count) if group_at[word] == best]
        found.append((strength[best], places))
        strength[best] = -1
    return flags_array.tobytes(), found
