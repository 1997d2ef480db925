# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``name_net_python`` compiled: the same results, which ``tests/enriching`` compares."""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport int8_t, int16_t, int32_t, int64_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memset

from pipeline.words.lookup cimport row_of, spread

from pipeline.enriching import name_signs
from pipeline.words import signs
from pipeline.words.compiled import slots  # what rows_of looks in

cdef enum:
    TAGS = 17
    REACH = 2
    MOST_HIDDEN = 128
    LOWERED = 0x3100

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t UPPER = signs.UPPER
cdef uint8_t LOWER = signs.LOWER
cdef uint8_t LETTER = signs.LETTER
cdef uint8_t ONE = signs.ONE
cdef uint64_t FALLBACK = name_signs.FALLBACK
cdef uint32_t BUCKETS = name_signs.BUCKETS
cdef uint32_t LOWERS[LOWERED]


def _fill():
    for code in range(LOWERED):
        LOWERS[code] = ord(chr(code).lower()[0])


_fill()


cdef inline uint32_t lower_of(Py_UCS4 code):
    if code < LOWERED:
        return LOWERS[code]
    return ord(chr(code).lower()[0])


def rows_of(table, int32_t endings, str text, starts, ends, cased, plain):
    """Return three rows for each word: its own and -1, or those of its beginning and endings."""
    cdef const uint64_t[::1] keys = table[0]
    cdef const int32_t[::1] values = table[1]
    cdef const int32_t[::1] first = starts, last = ends
    cdef const uint64_t[::1] as_is = cased, small = plain
    cdef Py_ssize_t count = as_is.shape[0], n, at, size
    cdef uint64_t mask = keys.shape[0] - 1, number
    cdef int32_t row
    cdef int unicode_kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    found_array = np.empty((count, 3), np.int32)
    cdef int32_t[:, ::1] found = found_array
    for n in range(count):
        row = row_of(keys, values, mask, as_is[n])
        if row < 0:
            row = row_of(keys, values, mask, small[n] ^ FALLBACK)
        if row >= 0:
            found[n, 0], found[n, 1], found[n, 2] = row, -1, -1
            continue
        size = min(last[n] - first[n], 64)
        number = (<uint64_t>0xCBF29CE484222325 ^ <uint64_t>60) * <uint64_t>0x100000001B3  # "<"
        for at in range(first[n], first[n] + min(size, 3)):
            number = (number ^ lower_of(PyUnicode_READ(unicode_kind, data, at))) * <uint64_t>0x100000001B3
        found[n, 0] = endings + <int32_t>(spread(number) % BUCKETS)
        number = <uint64_t>0xCBF29CE484222325
        for at in range(first[n] + max(size - 3, 0), first[n] + size):
            number = (number ^ lower_of(PyUnicode_READ(unicode_kind, data, at))) * <uint64_t>0x100000001B3
        number = (number ^ <uint64_t>62) * <uint64_t>0x100000001B3  # ">"
        found[n, 1] = endings + <int32_t>(BUCKETS + spread(number) % BUCKETS)
        number = <uint64_t>0xCBF29CE484222325
        for at in range(first[n] + max(size - 2, 0), first[n] + size):
            number = (number ^ lower_of(PyUnicode_READ(unicode_kind, data, at))) * <uint64_t>0x100000001B3
        number = (number ^ <uint64_t>62) * <uint64_t>0x100000001B3
        found[n, 2] = endings + <int32_t>(2 * BUCKETS + spread(number) % BUCKETS)
    return found_array


def item_kinds(shapes, plain, gaps, breaks):
    """Return what the rest of the item says of each word; see ``name_signs.item_kinds``."""
    cdef const uint8_t[::1] shape = shapes, kind = gaps, breaking = breaks
    cdef const uint64_t[::1] small = plain
    cdef Py_ssize_t count = shape.shape[0], n, begin = 0, end, m
    found_array = np.zeros(count, np.uint8)
    cdef uint8_t[::1] found = found_array
    cdef Py_ssize_t size = 16
    while size < 2 * count:
        size *= 2
    met_array = np.zeros(size, np.uint64)
    seen_array = np.zeros(size, np.uint8)
    cdef uint64_t[::1] met = met_array
    cdef uint8_t[::1] seen = seen_array
    cdef uint64_t mask = size - 1, at
    cdef int letters, capitals
    cdef uint8_t bits, loud
    while begin < count:
        end = begin
        letters = capitals = 0
        while end < count and (end == begin or not (kind[end] == 1 or kind[end] == 2)):
            if shape[end] & LETTER and not shape[end] & ONE:
                letters += 1
                if shape[end] & CAPITAL and not shape[end] & LOWER:
                    capitals += 1
            end += 1
        loud = 1 if capitals >= 2 and capitals * 4 >= letters * 3 else 0
        for n in range(begin, end):
            bits = 0
            if breaking[kind[n]]:
                found[n] |= 4
            if loud:
                found[n] |= 8
            elif shape[n] & CAPITAL:
                if not breaking[kind[n]]:
                    bits = 2
            elif shape[n] & LOWER:
                bits = 1
            at = small[n] & mask
            while met[at] and met[at] != small[n]:
                at = (at + 1) & mask
            met[at] = small[n]
            seen[at] |= bits
        begin = end
    for n in range(count):
        at = small[n] & mask
        while met[at] != small[n]:
            at = (at + 1) & mask
        found[n] |= seen[at]
    return found_array


cdef inline void add8(int16_t* into, const int8_t* row, Py_ssize_t hidden) noexcept nogil:
    cdef Py_ssize_t j
    for j in range(hidden):
        into[j] += row[j]


cdef inline void add16(int16_t* into, const int16_t* row, Py_ssize_t hidden) noexcept nogil:
    cdef Py_ssize_t j
    for j in range(hidden):
        into[j] += row[j]


cdef inline int32_t product(const int16_t* a, const int16_t* b, Py_ssize_t hidden) noexcept nogil:
    cdef Py_ssize_t j
    cdef int32_t total = 0
    for j in range(hidden):
        total += <int32_t>a[j] * <int32_t>b[j]
    return total


def says(net, rows, shapes, gaps, items, Py_ssize_t language):
    """Return what the network says of each word: a number for each tag; see the twin."""
    cdef const int8_t[:, :, ::1] table = net.table
    cdef const int16_t[:, :, ::1] by_shape = net.by_shape
    cdef const int16_t[:, :, ::1] by_gap = net.by_gap
    cdef const int16_t[:, :, ::1] by_item = net.by_item
    cdef const int16_t[::1] bias = net.bias + net.by_language[language]
    cdef const int16_t[:, ::1] out = net.out
    cdef const int32_t[::1] out_bias = net.out_bias
    cdef const int32_t[:, ::1] row = rows
    cdef const uint8_t[::1] shape = shapes, gap = gaps, item = items
    cdef Py_ssize_t count = shape.shape[0], hidden = bias.shape[0], n, m, j, t, first, last, i
    said_array = np.zeros((count, TAGS), np.int32)
    cdef int32_t[:, ::1] said = said_array
    near_array = np.zeros(count, np.uint8)
    cdef uint8_t[::1] near = near_array
    cdef int16_t h[MOST_HIDDEN]  # the sums cannot leave 16 bits: see name_model
    assert hidden <= MOST_HIDDEN
    for n in range(count):
        if shape[n] & (CAPITAL | UPPER):
            for m in range(max(n - 1, 0), min(n + 2, count)):
                near[m] = 1
    for n in range(count):
        if not near[n]:
            said[n, 0] = 1
            continue
        for j in range(hidden):
            h[j] = bias[j]
        first = n
        while first > max(n - REACH, 0) and gap[first] != 1:
            first -= 1
        last = n
        while last < min(n + REACH, count - 1) and gap[last + 1] != 1:
            last += 1
        for m in range(first, last + 1):
            j = m - n + REACH
            for i in range(3):
                if row[m, i] >= 0:
                    add8(h, &table[row[m, i], j, 0], hidden)
            add16(h, &by_shape[j, shape[m], 0], hidden)
            if m - n >= -1 and m - n <= 1:
                add16(h, &by_item[m - n + 1, item[m], 0], hidden)
        if first < n:
            add16(h, &by_gap[0, gap[n - 1], 0], hidden)
        add16(h, &by_gap[1, gap[n], 0], hidden)
        add16(h, &by_gap[2, gap[n + 1], 0], hidden)
        if last > n:
            add16(h, &by_gap[3, gap[n + 2], 0], hidden)
        for j in range(hidden):
            h[j] = max(h[j], 0)
        for t in range(TAGS):
            said[n, t] = out_bias[t] + product(h, &out[t, 0], hidden)
    return said_array, near_array


cdef inline int64_t floored(int64_t a, int64_t b) noexcept nogil:
    cdef int64_t q = a / b
    return q - 1 if (a % b != 0) and ((a < 0) != (b < 0)) else q


def agree(said, near, shapes, plain, int32_t most, int32_t share):
    """Let the mentions of a word in an item agree; see the twin. Changes *said*."""
    cdef int32_t[:, ::1] value = said
    cdef const uint8_t[::1] shape = shapes, is_near = near
    cdef const uint64_t[::1] small = plain
    cdef Py_ssize_t count = shape.shape[0], n, k, t
    cdef Py_ssize_t size = 16
    cdef int32_t best, change
    while size < 2 * count:
        size *= 2
    met_array = np.zeros(size, np.uint64)
    sums_array = np.zeros((size, 5), np.int32)
    kinds_array = np.zeros((count, 4), np.int32)
    cdef uint64_t[::1] met = met_array
    cdef int32_t[:, ::1] sums = sums_array
    cdef int32_t[:, ::1] kinds = kinds_array
    cdef uint64_t mask = size - 1, at
    for n in range(count):
        if not (is_near[n] and shape[n] & CAPITAL):
            continue
        at = small[n] & mask
        while met[at] and met[at] != small[n]:
            at = (at + 1) & mask
        met[at] = small[n]
        sums[at, 4] += 1
        for k in range(4):
            best = value[n, 1 + 4 * k]
            for t in range(2 + 4 * k, 5 + 4 * k):
                if value[n, t] > best:
                    best = value[n, t]
            best = max(min(best - value[n, 0], most), -most)
            kinds[n, k] = best
            sums[at, k] += best
    for n in range(count):
        if not (is_near[n] and shape[n] & CAPITAL):
            continue
        at = small[n] & mask
        while met[at] != small[n]:
            at = (at + 1) & mask
        if sums[at, 4] < 2:
            continue
        for k in range(4):
            change = <int32_t>floored(
                (<int64_t>sums[at, k] - <int64_t>sums[at, 4] * kinds[n, k]) * share,
                <int64_t>sums[at, 4] * 100,
            )
            for t in range(1 + 4 * k, 5 + 4 * k):
                value[n, t] += change


def best_names(said, near, gaps, apart):
    """Return the names that the best tags in a row make; see the twin."""
    cdef const int32_t[:, ::1] value = said
    cdef const uint8_t[::1] is_near = near, gap = gaps, is_apart = apart.view(np.uint8)
    cdef Py_ssize_t count = value.shape[0], n, t, k
    found = []
    if not count:
        return found
    back_array = np.zeros((count, TAGS), np.uint8)
    cdef uint8_t[:, ::1] back = back_array
    cdef int64_t score[TAGS]
    cdef int64_t new[TAGS]
    cdef int64_t NEVER = -(<int64_t>1 << 60), open_best
    cdef int32_t other, low = 0
    cdef Py_ssize_t last = 0
    cdef uint8_t open_tag, open_tag_k
    for t in range(TAGS):
        score[t] = NEVER
    score[0] = 0
    for n in range(count):
        # the tags after which a name may begin: none, a name's end, a name of one word
        open_tag, open_best = 0, score[0]
        for k in range(4):
            for t in range(3 + 4 * k, 5 + 4 * k):
                if score[t] > open_best:
                    open_tag, open_best = <uint8_t>t, score[t]
        for t in range(TAGS):
            new[t] = NEVER
        new[0] = open_best + value[n, 0]
        back[n, 0] = open_tag
        if is_near[n]:
            for k in range(4):
                t = 1 + 4 * k
                new[t] = open_best + value[n, t]
                new[t + 3] = open_best + value[n, t + 3]
                back[n, t] = back[n, t + 3] = open_tag
                if not is_apart[gap[n]]:
                    open_tag_k = t if score[t] >= score[t + 1] else t + 1
                    if score[open_tag_k] > NEVER:
                        new[t + 1] = score[open_tag_k] + value[n, t + 1]
                        new[t + 2] = score[open_tag_k] + value[n, t + 2]
                        back[n, t + 1] = back[n, t + 2] = <uint8_t>open_tag_k
        for t in range(TAGS):
            score[t] = new[t]
    open_tag, open_best = 0, score[0]
    for k in range(4):
        for t in range(3 + 4 * k, 5 + 4 * k):
            if score[t] > open_best:
                open_tag, open_best = <uint8_t>t, score[t]
    for n in range(count - 1, -1, -1):
        if open_tag:
            k = (open_tag - 1) // 4
            other = value[n, 0]
            for t in range(1, TAGS):
                if (t - 1) // 4 != k and value[n, t] > other:
                    other = value[n, t]
            other = value[n, open_tag] - other
            t = (open_tag - 1) % 4
            if t >= 2:
                last, low = n, other
            low = min(low, other)
            if t == 0 or t == 3:
                found.append((n, last, k, low))
        open_tag = back[n, open_tag]
    found.reverse()
    return found
