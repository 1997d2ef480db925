# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``place_scan_python`` compiled: the same results, which ``tests/enriching`` compares."""

import numpy as np

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.words.lookup cimport row_of, spread

from pipeline.enriching import place_scan_python as plain_scan
from pipeline.enriching import place_words
from pipeline.words import signs

cdef extern from *:
    """
    #if defined(__GNUC__) || defined(__clang__)
    #define FETCH(at) __builtin_prefetch(at)
    #else
    #define FETCH(at)
    #endif
    """
    void FETCH(const void* at) noexcept nogil

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t FOREIGN = signs.FOREIGN
cdef uint8_t CASED = signs.CAPITAL | signs.LOWER | signs.UPPER
cdef uint32_t OPENS = plain_scan.OPENS
cdef uint8_t STRENGTH = plain_scan.STRENGTH
cdef uint8_t WORD = plain_scan.WORD
cdef int LIKELY = plain_scan.LIKELY
cdef int WAITING = plain_scan.WAITING
cdef int LOCATED = plain_scan.LOCATED
cdef int WITHIN = place_words.WITHIN
cdef int BEFORE = place_words.BEFORE
cdef int GENERIC = place_words.GENERIC
cdef int KEPT = 1 << 7


cdef class Scanner:
    """Finds the names of a gazetteer."""

    cdef const uint64_t[::1] keys, small_keys
    cdef const int32_t[::1] values, small_values
    cdef const uint8_t[::1] flags
    cdef uint32_t across

    def __init__(self, phrases, small, flags, uint32_t across):
        self.keys, self.values = phrases.slots
        self.small_keys, self.small_values = small.slots
        self.flags = flags
        self.across = across

    def scan(self, words):
        """Return first and last word, row, flags and signs of each name, one after the other."""
        cdef const uint64_t[::1] plain = words.plain
        cdef const uint8_t[::1] shapes = words.shapes
        cdef const uint32_t[::1] gaps = words.gaps
        cdef const uint64_t* keys = &self.keys[0]
        cdef const int32_t* values = &self.values[0]
        cdef Py_ssize_t count = plain.shape[0], first = 0, last, best_last, n, size = 0
        cdef uint64_t mask = self.keys.shape[0] - 1
        cdef uint64_t small_mask = self.small_keys.shape[0] - 1
        cdef uint64_t number
        cdef int32_t row, best
        cdef uint8_t shape, flag, strength
        cdef int sign, follows = 0, small
        if gaps.shape[0] != count + 1 or shapes.shape[0] != count:
            raise ValueError("not the words of one text")
        found_array = np.empty(5 * count, np.int32)
        cdef int32_t[::1] found = found_array
        cdef uint8_t* keep = <uint8_t*>PyMem_Malloc(count + 1)
        if keep == NULL:
            raise MemoryError()
        try:
            for n in range(count):
                shape = shapes[n]
                number = plain[n]
                small = row_of(self.small_keys, self.small_values, small_mask, number)
                if small < 0:
                    small = 0
                if shape & CAPITAL or (shape & FOREIGN and not shape & CASED):
                    # The table is larger than the processor's caches: it is asked for in time.
                    FETCH(&keys[number & mask])
                    FETCH(&values[number & mask])
                    keep[n] = small | KEPT
                    # "Rio de la Plata": two small words may follow a capital
                    follows = 2
                elif small & WITHIN and follows > 0:
                    keep[n] = small | KEPT
                    follows -= 1
                else:
                    keep[n] = small | KEPT if small & GENERIC else small
                    follows = 0
            while first < count:
                if not keep[first] & KEPT:
                    first += 1
                    continue
                number, last, best, best_last = plain[first], first, -1, first
                while True:
                    row = row_of(self.keys, self.values, mask, number)
                    if row == -1:
                        break
                    if row >= 0:
                        best, best_last = row, last
                    last += 1
                    if last >= count or gaps[last] & ~self.across or not keep[last] & KEPT:
                        break
                    number = spread((number * <uint64_t>0x100000001B3) ^ plain[last])
                if best < 0 or best >= self.flags.shape[0]:
                    first += 1
                    continue
                shape = shapes[first]
                if shape & (CAPITAL | FOREIGN) or best_last > first:
                    flag = self.flags[best]
                    strength = flag & STRENGTH
                    sign = 0
                    if first and strength and keep[first - 1] & BEFORE:
                        sign = LOCATED | LIKELY
                    if (
                        gaps[best_last + 1] & OPENS
                        or strength == 2
                        or (strength == 3 and not flag & WORD)
                    ):
                        sign |= LIKELY
                    if strength and not flag & WORD:
                        sign |= WAITING
                    found[size] = first
                    found[size + 1] = best_last
                    found[size + 2] = best
                    found[size + 3] = flag
                    found[size + 4] = sign
                    size += 5
                first = best_last + 1
        finally:
            PyMem_Free(keep)
        return found_array[:size]


def from_capitals(phrases, words, uint32_t across):
    """Return first word, last word and row of each phrase that begins with a capital."""
    cdef const uint64_t[::1] keys = phrases.slots[0]
    cdef const int32_t[::1] values = phrases.slots[1]
    cdef const uint64_t[::1] plain = words.plain
    cdef const uint8_t[::1] shapes = words.shapes
    cdef const uint32_t[::1] gaps = words.gaps
    cdef Py_ssize_t count = plain.shape[0], first = 0, last, best_last
    cdef uint64_t mask = keys.shape[0] - 1, number
    cdef int32_t row, best
    cdef list found = []
    while first < count:
        if not shapes[first] & CAPITAL:
            first += 1
            continue
        number, last, best, best_last = plain[first], first, -1, first
        while True:
            row = row_of(keys, values, mask, number)
            if row == -1:
                break
            if row >= 0:
                best, best_last = row, last
            last += 1
            if last >= count or gaps[last] & ~across:
                break
            number = spread((number * <uint64_t>0x100000001B3) ^ plain[last])
        if best >= 0:
            found.append((first, best_last, best))
            first = best_last + 1
        else:
            first += 1
    return found
