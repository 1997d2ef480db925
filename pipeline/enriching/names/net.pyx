# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``net_by_python`` compiled: the same results, which ``tests/enriching`` compares."""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport int8_t, int16_t, int32_t, int64_t, uint8_t, uint32_t, uint64_t
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy, memset

from pipeline.words.letters cimport fill_small_letters, lower_of
from pipeline.words.lookup cimport soon_read, spread

from pipeline.enriching.names import signs as name_signs
from pipeline.words import signs
from pipeline.words.compiled import slots

cdef enum:
    TAGS = 17
    REACH = 2
    PLACES = 5
    HIDDEN = 64  # a loop whose end the compiler knows is twice as fast
    SHAPES = 128
    GAP_KINDS = 24
    ITEM_KINDS = 32

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t UPPER = signs.UPPER
cdef uint64_t FALLBACK = name_signs.FALLBACK
cdef uint32_t BUCKETS = name_signs.BUCKETS
cdef uint8_t KIND_OF_GAP[1 << 17]
cdef uint8_t IS_BREAK[256]
cdef uint8_t IS_APART[256]
cdef uint8_t STANDS[3][SHAPES]  # how a word is met: within a line, at its beginning, in a loud one
cdef uint32_t LETTERS[SHAPES]  # whether a shape is a word, and (1 << 16) one in capitals


def _fill():
    cdef const uint8_t[::1] kinds = name_signs.GAP_TABLE
    memcpy(KIND_OF_GAP, &kinds[0], 1 << 17)
    for kind in range(GAP_KINDS):
        IS_BREAK[kind] = name_signs.BREAKS[kind]
        IS_APART[kind] = name_signs.APART[kind]
    for shape in range(SHAPES):
        is_small = shape & signs.LOWER and not shape & signs.CAPITAL
        STANDS[0][shape] = 2 if shape & signs.CAPITAL else 1 if is_small else 0
        STANDS[1][shape] = 1 if is_small else 0
        STANDS[2][shape] = 0
        is_word = shape & signs.LETTER and not shape & signs.ONE
        is_loud = is_word and shape & signs.CAPITAL and not shape & signs.LOWER
        LETTERS[shape] = (1 if is_word else 0) | (1 << 16 if is_loud else 0)


_fill()
fill_small_letters()


cdef inline uint64_t with_letter(uint64_t number, uint32_t code) noexcept nogil:
    return (number ^ code) * <uint64_t>0x100000001B3


cdef inline void add8(int16_t* into, const int8_t* row) noexcept nogil:
    cdef Py_ssize_t j
    for j in range(HIDDEN):
        into[j] += row[j]


cdef inline void add16(int16_t* into, const int16_t* row) noexcept nogil:
    cdef Py_ssize_t j
    for j in range(HIDDEN):
        into[j] += row[j]


cdef inline int32_t product(const int16_t* a, const int16_t* b) noexcept nogil:
    cdef Py_ssize_t j
    cdef int32_t total = 0
    for j in range(HIDDEN):
        total += <int32_t>a[j] * <int32_t>b[j]
    return total


cdef inline int32_t floored(int64_t a, int64_t b) noexcept nogil:
    cdef int64_t q
    cdef int32_t short_a, short_b, short_q
    if -0x7FFFFFFF <= a <= 0x7FFFFFFF and b <= 0x7FFFFFFF:  # four times as fast
        short_a, short_b = <int32_t>a, <int32_t>b
        short_q = short_a / short_b
        return short_q - (short_q * short_b > short_a)
    q = a / b
    return <int32_t>(q - (q * b > a))


cdef struct Entry:
    # one place of the table of words: a word's number and its row stand together, a fetch less
    uint64_t key
    int32_t row


cdef inline uint8_t ending(const int64_t* last, const int64_t* only, int64_t* best) noexcept nogil:
    """Return the best tag that ends a name: of its last word, or of its only one; 0 for none."""
    cdef uint8_t tag = 0
    cdef int i
    for i in range(4):
        if last[i] > best[0]:
            tag, best[0] = <uint8_t>(3 + 4 * i), last[i]
        if only[i] > best[0]:
            tag, best[0] = <uint8_t>(4 + 4 * i), only[i]
    return tag


cdef class Tagger:
    """A network, ready to read; see the twin."""

    cdef tuple kept  # what the pointers below point into
    cdef Entry* entries
    cdef uint64_t mask
    cdef int32_t endings, most, share
    cdef const int8_t* table
    cdef const int16_t* by_shape
    cdef const int16_t* by_gap
    cdef const int16_t* by_item
    cdef const int16_t* bias
    cdef const int16_t* out
    cdef const int32_t* out_bias

    # Room for one text, kept for the next one; of each word, or of each slot of `met`:
    cdef char* room
    cdef Py_ssize_t slots
    cdef uint64_t* met  # the words of the text, in an open table
    cdef int32_t* sums  # by slot: what its words say of their kinds, and how many they are
    cdef uint8_t* stood  # by slot: how its words stand in the text
    cdef int32_t* slot
    cdef int32_t* rows
    cdef uint8_t* kinds  # of the gap before it
    cdef uint8_t* item
    cdef uint8_t* capital  # whether it has one; three more before and behind
    cdef int32_t* near  # the words that are looked at: those with a capital, and beside them
    cdef int32_t* said  # by place in `near`, as all below
    cdef uint8_t* before
    cdef uint8_t* inner

    def __init__(self, net):
        cdef const int8_t[:, :, ::1] table = net.table
        cdef const int16_t[:, :, ::1] by_shape = net.by_shape
        cdef const int16_t[:, :, ::1] by_gap = net.by_gap
        cdef const int16_t[:, :, ::1] by_item = net.by_item
        biases = np.ascontiguousarray(net.bias + net.by_language, np.int16)
        cdef const int16_t[:, ::1] bias = biases
        cdef const int16_t[:, ::1] out = net.out
        cdef const int32_t[::1] out_bias = net.out_bias
        if table.shape[1] != PLACES or table.shape[2] != HIDDEN or out.shape[0] != TAGS:
            raise ValueError(f"a network of {net.table.shape} was not foreseen")
        keys, rows = slots(*net.keys)
        self.keep_words(keys, rows)
        self.endings, self.most, self.share = net.endings, net.most, net.share
        self.table, self.by_shape = &table[0, 0, 0], &by_shape[0, 0, 0]
        self.by_gap, self.by_item = &by_gap[0, 0, 0], &by_item[0, 0, 0]
        self.bias, self.out, self.out_bias = &bias[0, 0], &out[0, 0], &out_bias[0]
        self.kept = (table, by_shape, by_gap, by_item, bias, out, out_bias)

    def __dealloc__(self):
        free(self.room)
        free(self.entries)

    cdef int keep_words(self, const uint64_t[::1] keys, const int32_t[::1] rows) except -1:
        """Keep the words' numbers and their rows."""
        cdef Py_ssize_t n
        self.entries = <Entry*>malloc(keys.shape[0] * sizeof(Entry))
        if self.entries == NULL:
            raise MemoryError
        self.mask = keys.shape[0] - 1
        for n in range(keys.shape[0]):
            self.entries[n].key, self.entries[n].row = keys[n], rows[n]
        return 0

    cdef inline int32_t row_of(self, uint64_t number) noexcept nogil:
        """Return the row of a word's number; -1 if there is none."""
        cdef uint64_t at = number & self.mask
        while self.entries[at].key and self.entries[at].key != number:
            at = (at + 1) & self.mask
        return self.entries[at].row

    cdef int make_room(self, Py_ssize_t count) except -1:
        """Make room for the numbers of so many words; what is much too large is given back."""
        cdef Py_ssize_t size = 2048
        while size < 2 * count:
            size *= 2
        if self.room != NULL and size <= self.slots <= 16 * size:
            return 0
        count = size // 2
        free(self.room)
        self.room = <char*>malloc(size * (8 + 5 * 4 + 1) + count * (5 * 4 + TAGS * 4 + 5) + 16)
        if self.room == NULL:
            raise MemoryError
        self.slots = size
        self.met = <uint64_t*>self.room
        self.sums = <int32_t*>(self.met + size)
        self.slot = self.sums + 5 * size
        self.rows = self.slot + count
        self.near = self.rows + 3 * count
        self.said = self.near + count
        self.stood = <uint8_t*>(self.said + TAGS * count)
        self.kinds = self.stood + size
        self.item = self.kinds + count + 1
        self.before = self.item + count
        self.inner = self.before + count
        self.capital = self.inner + count + 3
        return 0

    def tag(self, words, int32_t language, int32_t eager):
        """Return the names of a text; see the twin."""
        cdef const uint8_t[::1] shapes = words.shapes
        cdef Py_ssize_t count = shapes.shape[0], n, near
        if not count:
            return np.empty((0, 4), np.int32)
        cdef const int32_t[::1] starts = words.starts
        cdef const int32_t[::1] ends = words.ends
        cdef const uint64_t[::1] cased = words.cased
        cdef const uint64_t[::1] plain = words.plain
        cdef const uint32_t[::1] gaps = words.gaps
        self.make_room(count)
        self.meet(count, &plain[0], &shapes[0], &gaps[0])
        near = self.look(words.text, count, &starts[0], &ends[0], &cased[0], &plain[0], &shapes[0])
        self.say(count, near, &shapes[0], self.bias + language * HIDDEN, eager)
        self.agree(near, &shapes[0])
        return self.best_names(near, eager)

    cdef void meet(
        self, Py_ssize_t count, const uint64_t* plain, const uint8_t* shapes, const uint32_t* gaps
    ) noexcept nogil:
        """Note what the item says of each word; see ``item_kinds`` in the twin."""
        cdef uint8_t* kinds = self.kinds
        cdef uint8_t* item = self.item
        cdef uint64_t* met = self.met
        cdef uint64_t at, mask = self.slots - 1
        cdef Py_ssize_t begin = 0, end, n
        cdef uint32_t letters
        cdef uint8_t loud
        for n in range(count):
            kinds[n] = KIND_OF_GAP[gaps[n] & 0x1FFFF]
        kinds[count] = 1
        memset(met, 0, self.slots * sizeof(uint64_t))
        memset(self.stood, 0, self.slots)
        while begin < count:
            letters = LETTERS[shapes[begin] & 127]
            end = begin + 1
            while end < count and not (kinds[end] == 1 or kinds[end] == 2):
                letters += LETTERS[shapes[end] & 127]
                end += 1
            loud = letters >> 16 >= 2 and (letters >> 16) * 4 >= (letters & 0xFFFF) * 3
            for n in range(begin, end):
                item[n] = 4 * IS_BREAK[kinds[n]] + 8 * loud
                at = plain[n] & mask
                while (met[at] != 0) & (met[at] != plain[n]):  # one jump, mostly foreseen
                    at = (at + 1) & mask
                met[at] = plain[n]
                self.slot[n] = <int32_t>at
                self.stood[at] |= STANDS[2 if loud else IS_BREAK[kinds[n]]][shapes[n] & 127]
            begin = end
        for n in range(count):
            item[n] |= self.stood[self.slot[n]]

    cdef Py_ssize_t look(
        self, str text, Py_ssize_t count, const int32_t* starts, const int32_t* ends,
        const uint64_t* cased, const uint64_t* plain, const uint8_t* shapes,
    ):
        """Choose the words that are looked at, and find the rows of all that they see."""
        cdef uint8_t* capital = self.capital
        cdef int32_t* near = self.near
        cdef int32_t* seen = self.said  # nothing is said yet
        cdef Py_ssize_t n, k, many = 0, all_seen = 0
        memset(capital - 3, 0, 3)
        memset(capital + count, 0, 3)
        for n in range(count):
            capital[n] = (shapes[n] & (CAPITAL | UPPER)) != 0
        for n in range(count):
            near[many] = <int32_t>n
            many += capital[n - 1] | capital[n] | capital[n + 1]
            seen[all_seen] = <int32_t>n
            all_seen += (
                capital[n - 3] | capital[n - 2] | capital[n - 1] | capital[n]
                | capital[n + 1] | capital[n + 2] | capital[n + 3]
            )
        for k in range(all_seen):
            n = seen[k]
            self.find_row(text, n, starts[n], ends[n], cased[n], plain[n])
        return many

    cdef inline void find_row(
        self, str text, Py_ssize_t n, Py_ssize_t first, Py_ssize_t last, uint64_t cased,
        uint64_t plain,
    ) noexcept:
        """Find a word's rows, its own or three of its letters; see ``rows_of`` in the twin."""
        cdef uint64_t number
        cdef int32_t* rows = self.rows + 3 * n
        cdef int32_t row = self.row_of(cased)
        cdef Py_ssize_t at
        if row < 0:
            row = self.row_of(plain ^ FALLBACK)
        if row >= 0:
            rows[0], rows[1] = row, -1
            for at in range(PLACES):
                soon_read(self.table + (row * PLACES + at) * HIDDEN)
            return
        cdef int unicode_kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        last = min(last, first + 64)
        number = with_letter(0xCBF29CE484222325, 60)  # "<"
        for at in range(first, min(first + 3, last)):
            number = with_letter(number, lower_of(PyUnicode_READ(unicode_kind, data, at)))
        rows[0] = self.endings + <int32_t>(spread(number) % BUCKETS)
        number = 0xCBF29CE484222325
        for at in range(max(last - 3, first), last):
            number = with_letter(number, lower_of(PyUnicode_READ(unicode_kind, data, at)))
        number = with_letter(number, 62)  # ">"
        rows[1] = self.endings + <int32_t>(BUCKETS + spread(number) % BUCKETS)
        number = 0xCBF29CE484222325
        for at in range(max(last - 2, first), last):
            number = with_letter(number, lower_of(PyUnicode_READ(unicode_kind, data, at)))
        number = with_letter(number, 62)
        rows[2] = self.endings + <int32_t>(2 * BUCKETS + spread(number) % BUCKETS)

    cdef void say(
        self, Py_ssize_t count, Py_ssize_t near, const uint8_t* shapes, const int16_t* bias,
        int32_t eager,
    ) noexcept nogil:
        """Say a number for each tag of each word that is looked at; see ``says`` in the twin."""
        cdef int16_t h[HIDDEN]  # the sums cannot leave 16 bits: see ``model``
        cdef const uint8_t* kinds = self.kinds
        cdef Py_ssize_t k, n, m, j, t, first, last
        cdef const int8_t* table
        cdef const int32_t* rows
        cdef int32_t* said = self.said
        for k in range(near):
            n = self.near[k]
            memcpy(h, bias, sizeof(h))
            first = n
            while first > max(n - REACH, 0) and kinds[first] != 1:
                first -= 1
            last = n
            while last < min(n + REACH, count - 1) and kinds[last + 1] != 1:
                last += 1
            for m in range(first, last + 1):
                j = m - n + REACH
                table = self.table + j * HIDDEN
                rows = self.rows + 3 * m
                add8(h, table + rows[0] * PLACES * HIDDEN)
                if rows[1] >= 0:
                    add8(h, table + rows[1] * PLACES * HIDDEN)
                    add8(h, table + rows[2] * PLACES * HIDDEN)
                add16(h, self.by_shape + (j * SHAPES + shapes[m]) * HIDDEN)
                if 1 <= j <= 3:
                    add16(h, self.by_item + ((j - 1) * ITEM_KINDS + self.item[m]) * HIDDEN)
            if first < n:
                add16(h, self.by_gap + kinds[n - 1] * HIDDEN)
            add16(h, self.by_gap + (GAP_KINDS + kinds[n]) * HIDDEN)
            add16(h, self.by_gap + (2 * GAP_KINDS + kinds[n + 1]) * HIDDEN)
            if last > n:
                add16(h, self.by_gap + (3 * GAP_KINDS + kinds[n + 2]) * HIDDEN)
            for j in range(HIDDEN):
                h[j] = max(h[j], 0)
            for t in range(TAGS):
                said[t] = self.out_bias[t] + product(h, self.out + t * HIDDEN)
            said[0] -= eager
            said += TAGS

    cdef void agree(self, Py_ssize_t near, const uint8_t* shapes) noexcept nogil:
        """Let the mentions of a word in an item agree; see the twin."""
        cdef Py_ssize_t k, n, i, t
        cdef int32_t* value
        cdef int32_t* total
        cdef int32_t change
        for k in range(near):
            self.sums[5 * self.slot[self.near[k]] + 4] = 0
        for k in range(near):
            n = self.near[k]
            if shapes[n] & CAPITAL:
                value, total = self.said + k * TAGS, self.sums + 5 * self.slot[n]
                for i in range(4):
                    total[i] = self.kind_of(value, i) + (total[i] if total[4] else 0)
                total[4] += 1
        for k in range(near):
            n = self.near[k]
            value, total = self.said + k * TAGS, self.sums + 5 * self.slot[n]
            if not shapes[n] & CAPITAL or total[4] < 2:
                continue
            for i in range(4):
                change = floored(
                    (<int64_t>total[i] - <int64_t>total[4] * self.kind_of(value, i)) * self.share,
                    <int64_t>total[4] * 100,
                )
                for t in range(1 + 4 * i, 5 + 4 * i):
                    value[t] += change

    cdef inline int32_t kind_of(self, const int32_t* value, Py_ssize_t kind) noexcept nogil:
        """Return how much likelier a kind is than that a word is no name, within bounds."""
        cdef const int32_t* tags = value + 1 + 4 * kind
        cdef int32_t best = max(max(tags[0], tags[1]), max(tags[2], tags[3]))
        return max(min(best - value[0], self.most), -self.most)

    cdef best_names(self, Py_ssize_t near, int32_t eager):
        """Return the names that the best tags in a row make; see the twin."""
        cdef int64_t NEVER = -(<int64_t>1 << 60), none = 0, best, opened
        cdef int64_t first[4]
        cdef int64_t inside[4]
        cdef int64_t last[4]
        cdef int64_t only[4]
        cdef const int32_t* value = self.said
        cdef Py_ssize_t k, i, t, end = 0, many = 0
        cdef int32_t* name
        cdef int32_t at = -1, away, other, low = 0
        cdef uint8_t tag, inner
        for i in range(4):
            first[i] = inside[i] = last[i] = only[i] = NEVER
        for k in range(near):
            # after which tag a name may begin: none, a name's last word, a name of one word
            best = none
            tag = ending(last, only, &best)
            self.before[k] = tag
            away = self.near[k] - at - 1  # words between that are not looked at
            at = self.near[k]
            best += <int64_t>away * (1 - eager)
            inner = 0
            for i in range(4):
                opened = max(first[i], inside[i])
                inner |= <uint8_t>(first[i] < inside[i]) << i
                if away or IS_APART[self.kinds[at]] or opened == NEVER:
                    inside[i] = last[i] = NEVER
                else:
                    inside[i] = opened + value[4 * i + 2]
                    last[i] = opened + value[4 * i + 3]
                first[i] = best + value[4 * i + 1]
                only[i] = best + value[4 * i + 4]
            self.inner[k] = inner
            none = best + value[0]
            value += TAGS
        best = none
        tag = ending(last, only, &best)
        for k in range(near - 1, -1, -1):
            value = self.said + k * TAGS
            if tag == 0:
                tag = self.before[k]
                continue
            i = (tag - 1) // 4
            other = value[0]
            for t in range(1, TAGS):
                if (t - 1) // 4 != i and value[t] > other:
                    other = value[t]
            other = value[tag] - other
            t = (tag - 1) % 4
            if t >= 2:
                end, low = self.near[k], other
            low = min(low, other)
            if t == 0 or t == 3:
                name = self.sums + 4 * many  # what stood there is no longer asked for
                name[0], name[1], name[2], name[3] = self.near[k], <int32_t>end, <int32_t>i, low
                many += 1
                tag = self.before[k]
            else:
                tag = <uint8_t>(2 + 4 * i if self.inner[k] >> i & 1 else 1 + 4 * i)
        found_array = np.empty((many, 4), np.int32)
        cdef int32_t[:, ::1] found = found_array
        for k in range(many):
            memcpy(&found[many - 1 - k, 0], self.sums + 4 * k, 4 * sizeof(int32_t))
        return found_array
