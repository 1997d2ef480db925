# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``place_scan_python`` compiled: the same results, which ``tests/enriching`` compares."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.words.lookup cimport row_of, spread

from pipeline.enriching import place_scan_python as plain_scan
from pipeline.words import signs

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t FOREIGN = signs.FOREIGN
cdef uint8_t CASED = signs.CAPITAL | signs.LOWER | signs.UPPER
cdef uint32_t OPENS = plain_scan.OPENS
cdef uint8_t STRENGTH = plain_scan.STRENGTH
cdef uint8_t WORD = plain_scan.WORD
cdef int LIKELY = plain_scan.LIKELY
cdef int WAITING = plain_scan.WAITING
cdef int LOCATED = plain_scan.LOCATED


def scan(phrases, within, generic, before, flags, words, uint32_t across):
    """Return the names in a text: first and last word, row, flags, and what speaks for each."""
    cdef const uint64_t[::1] keys = phrases.slots[0]
    cdef const int32_t[::1] values = phrases.slots[1]
    cdef const uint64_t[::1] within_keys = within.slots[0]
    cdef const int32_t[::1] within_values = within.slots[1]
    cdef const uint64_t[::1] generic_keys = generic.slots[0]
    cdef const int32_t[::1] generic_values = generic.slots[1]
    cdef const uint64_t[::1] before_keys = before.slots[0]
    cdef const int32_t[::1] before_values = before.slots[1]
    cdef const uint8_t[::1] flag_of = flags
    cdef const uint64_t[::1] plain = words.plain
    cdef const uint8_t[::1] shapes = words.shapes
    cdef const uint32_t[::1] gaps = words.gaps
    cdef Py_ssize_t count = plain.shape[0], first = 0, last, best_last, n
    cdef uint64_t mask = keys.shape[0] - 1
    cdef uint64_t within_mask = within_keys.shape[0] - 1
    cdef uint64_t generic_mask = generic_keys.shape[0] - 1
    cdef uint64_t before_mask = before_keys.shape[0] - 1
    cdef uint64_t number
    cdef int32_t row, best
    cdef uint8_t shape, flag, strength, small
    cdef int sign, capital = 0, follows = 0
    cdef list found = []
    if gaps.shape[0] != count + 1 or shapes.shape[0] != count:
        raise ValueError("not the words of one text")
    cdef uint8_t* keep = <uint8_t*>PyMem_Malloc(count + 1)
    if keep == NULL:
        raise MemoryError()
    try:
        for n in range(count):
            shape = shapes[n]
            if shape & CAPITAL or (shape & FOREIGN and not shape & CASED):
                keep[n] = 1
                # "Rio de la Plata": two small words may follow a capital
                follows = 2
                continue
            small = row_of(within_keys, within_values, within_mask, plain[n]) >= 0
            if small and follows > 0:
                keep[n] = 1
                follows -= 1
                continue
            keep[n] = row_of(generic_keys, generic_values, generic_mask, plain[n]) >= 0
            follows = 0
        while first < count:
            if not keep[first]:
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
                if last >= count or gaps[last] & ~across or not keep[last]:
                    break
                number = spread((number * <uint64_t>0x100000001B3) ^ plain[last])
            if best < 0 or best >= flag_of.shape[0]:
                first += 1
                continue
            shape = shapes[first]
            if shape & (CAPITAL | FOREIGN) or best_last > first:
                flag = flag_of[best]
                strength = flag & STRENGTH
                sign = 0
                if first and strength:
                    if row_of(before_keys, before_values, before_mask, plain[first - 1]) >= 0:
                        sign = LOCATED | LIKELY
                if (
                    gaps[best_last + 1] & OPENS
                    or strength == 2
                    or (strength == 3 and not flag & WORD)
                ):
                    sign |= LIKELY
                if strength and not flag & WORD:
                    sign |= WAITING
                found.append((first, best_last, best, flag, sign))
            first = best_last + 1
    finally:
        PyMem_Free(keep)
    return found
