# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``scan_by_python`` compiled: the same results, which ``tests/enriching`` compares."""

import numpy as np

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.words.lookup cimport row_of, soon_read, spread

from pipeline.enriching.places import scan_by_python as plain_scan
from pipeline.enriching.places import words as place_words
from pipeline.words import signs

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t FOREIGN = signs.FOREIGN
cdef uint32_t OPENS = plain_scan.OPENS
cdef uint8_t STRENGTH = plain_scan.STRENGTH
cdef uint8_t WORD = plain_scan.WORD
cdef int LIKELY = plain_scan.LIKELY
cdef int WAITING = plain_scan.WAITING
cdef int LOCATED = plain_scan.LOCATED
cdef int AREA = plain_scan.AREA
cdef int AREA_WORD = place_words.AREA
cdef uint32_t BLANK = signs.BLANK
cdef int WITHIN = place_words.WITHIN
cdef int BEFORE = place_words.BEFORE
cdef int GENERIC = place_words.GENERIC
cdef int FACILITY = place_words.FACILITY
cdef int STATE = place_words.STATE
cdef uint32_t COMMA = signs.COMMA

cdef enum:
    KEPT = 1
    BEGINS = 2
    FLAGS = 0b111111
    FLAGS_AT = 20
    MOST_ROWS = (1 << 20) - 1
    HINTS = 4096

# What a slot says: 20 bits of a row, 6 of flags, one for a mere beginning, one that it is used; the
# other 36 are the phrase's number's, of which the lowest bits tell the slot.
cdef uint64_t ROW = (1 << 20) - 1
cdef uint64_t BEGINNING = 1 << 26
cdef uint64_t USED = 1 << 27
cdef uint64_t TAG = 0xFFFFFFFFFFFFFFFF ^ ((1 << 28) - 1)

cdef uint8_t IN_NAMES[256]
for _shape in range(256):
    IN_NAMES[_shape] = plain_scan.IN_NAMES[_shape]


cdef inline Py_ssize_t gather(
    const uint8_t[::1] shapes, const uint8_t[::1] skip, const uint8_t* wanted, int32_t* into
) noexcept nogil:
    # Without a branch: which words have a capital no processor foresees.
    cdef Py_ssize_t n, size = 0
    for n in range(shapes.shape[0]):
        into[size] = <int32_t>n
        size += wanted[shapes[n]] & (skip[n] ^ 1)
    return size


cdef class Scanner:
    """Finds the names of a gazetteer.

    Most of a text's words are no place's name, and the table of all names is far larger than what a
    processor has at hand: so a name is one number here, of which one fetch tells all. Its highest
    bits are those of the phrase's number, the others its row and flags.
    """

    cdef const uint64_t[::1] small_keys
    cdef const int32_t[::1] small_values
    cdef uint8_t[HINTS] hints
    cdef uint64_t[::1] slots
    cdef uint64_t mask
    cdef uint32_t across

    def __init__(self, phrases, small, flags, uint32_t across):
        self.small_keys, self.small_values = small.slots
        self.across = across
        cdef const uint64_t[::1] keys
        cdef const int32_t[::1] values
        cdef const uint8_t[::1] bits = flags
        cdef Py_ssize_t n, count = 0, size = 1 << 10
        cdef uint64_t at, said
        for n in range(HINTS):
            self.hints[n] = 0
        for n in range(self.small_keys.shape[0]):
            if self.small_keys[n]:
                self.hints[self.small_keys[n] & (HINTS - 1)] = 1
        keys, values = phrases.slots
        if keys.shape[0] != values.shape[0] or bits.shape[0] > MOST_ROWS:
            raise ValueError("not a table of names")
        for n in range(keys.shape[0]):
            count += keys[n] != 0
        while size * 3 < count * 4:
            size *= 2
        table = np.empty(size, np.uint64)  # not ``zeros``: numpy asks for large pages here alone
        table.fill(0)
        self.slots = table
        self.mask = size - 1
        for n in range(keys.shape[0]):
            if not keys[n]:
                continue
            at = keys[n] & self.mask
            while self.slots[at]:
                at = (at + 1) & self.mask
            said = BEGINNING
            if 0 <= values[n] < bits.shape[0]:
                said = <uint64_t>values[n] | (<uint64_t>(bits[values[n]] & FLAGS) << FLAGS_AT)
            self.slots[at] = (keys[n] & TAG) | USED | said

    cdef inline uint64_t said(self, uint64_t number) noexcept nogil:
        """Return what is known of a phrase; 0 if it is none."""
        cdef uint64_t at = number & self.mask, slot = self.slots[at]
        while slot and (slot ^ number) & TAG:
            at = (at + 1) & self.mask
            slot = self.slots[at]
        return slot

    cdef inline int small(self, uint64_t number) noexcept nogil:
        """Return what a word may be; most are none of the small words, and a byte tells that."""
        cdef int32_t bits
        if not self.hints[number & (HINTS - 1)]:
            return 0
        bits = row_of(self.small_keys, self.small_values, self.small_keys.shape[0] - 1, number)
        return bits if bits > 0 else 0

    def scan(self, words, const uint8_t[::1] skip):
        """Return the names of a text, and its signposts."""
        cdef const uint64_t[::1] plain = words.plain
        cdef const uint8_t[::1] shapes = words.shapes
        cdef const uint32_t[::1] gaps = words.gaps
        cdef const uint64_t* slots = &self.slots[0]
        cdef Py_ssize_t count = plain.shape[0], first, last, best_last, n, size = 0, at, names
        cdef Py_ssize_t free = 0
        cdef uint64_t number, slot, best
        cdef uint8_t flag, strength
        cdef int sign
        cdef list buildings = [], states = []
        if gaps.shape[0] != count + 1 or shapes.shape[0] != count or skip.shape[0] != count:
            raise ValueError("not the words of one text")
        found_array = np.empty(5 * count, np.int32)
        cdef int32_t[::1] found = found_array
        # Which words are kept, and the names' words in order; more than one may follow each.
        cdef uint8_t* keep = <uint8_t*>PyMem_Calloc(count + 1, 1)
        cdef int32_t* order = <int32_t*>PyMem_Malloc((count + 1) * sizeof(int32_t))
        if keep == NULL or order == NULL:
            PyMem_Free(keep)
            PyMem_Free(order)
            raise MemoryError()
        try:
            names = gather(shapes, skip, IN_NAMES, order)
            for at in range(names):
                n = order[at]
                keep[n] = KEPT | BEGINS
                # The table is larger than the processor's caches: it is asked for in time.
                soon_read(&slots[plain[n] & self.mask])
            for at in range(names):
                n = order[at]
                sign = self.small(plain[n])
                if sign & (FACILITY | STATE) and shapes[n] & CAPITAL:
                    if sign & FACILITY:
                        buildings.append(n)
                    if sign & STATE and gaps[n] & COMMA:
                        states.append(n)
                if n and not keep[n - 1] and self.small(plain[n - 1]) & GENERIC:
                    keep[n - 1] = KEPT | BEGINS  # "mer Noire"
                if n + 1 < count and not keep[n + 1]:
                    # "Rio de la Plata": two small words may follow a capital
                    sign = self.small(plain[n + 1])
                    if sign & (WITHIN | GENERIC):
                        keep[n + 1] = KEPT | BEGINS
                    if sign & WITHIN and n + 2 < count and not keep[n + 2]:
                        if self.small(plain[n + 2]) & WITHIN:
                            keep[n + 2] = KEPT | BEGINS
            for at in range(names):
                n = order[at]
                if n + 1 < count and keep[n + 1] and not gaps[n + 1] & ~self.across:
                    number = spread((plain[n] * <uint64_t>0x100000001B3) ^ plain[n + 1])
                    soon_read(&slots[number & self.mask])
            for at in range(names):
                for first in range(max(order[at] - 1, free), min(order[at] + 3, count)):
                    if not keep[first] & BEGINS or first < free:
                        continue
                    if first > order[at] and IN_NAMES[shapes[first]]:
                        break  # the next one's
                    free = first + 1
                    number, last, best, best_last = plain[first], first, 0, first
                    while True:
                        slot = self.said(number)
                        if not slot:
                            break
                        if not slot & BEGINNING:
                            best, best_last = slot, last
                        last += 1
                        if last >= count or gaps[last] & ~self.across or not keep[last] & KEPT:
                            break
                        number = spread((number * <uint64_t>0x100000001B3) ^ plain[last])
                    if not best:
                        continue
                    free = best_last + 1
                    if best_last == first and not shapes[first] & (CAPITAL | FOREIGN):
                        continue
                    flag = (best >> FLAGS_AT) & FLAGS
                    strength = flag & STRENGTH
                    sign = 0
                    if first and strength and self.small(plain[first - 1]) & BEFORE:
                        sign = LOCATED | LIKELY
                    if (
                        best_last + 1 < count
                        and strength
                        and gaps[best_last + 1] == BLANK
                        and not shapes[best_last + 1] & CAPITAL
                        and self.small(plain[best_last + 1]) & AREA_WORD
                    ):
                        sign |= AREA | LIKELY
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
                    found[size + 2] = <int32_t>(best & ROW)
                    found[size + 3] = flag
                    found[size + 4] = sign
                    size += 5
        finally:
            PyMem_Free(keep)
            PyMem_Free(order)
        return found_array[:size], buildings, states
