# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``net_by_python`` compiled: the same results, which ``tests/enriching`` compares."""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport int8_t, int16_t, int32_t, int64_t, uint8_t, uint32_t, uint64_t
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy, memset

from pipeline.words.letters cimport fill_small_letters, lower_of
from pipeline.words.lookup cimport row_of, soon_read, spread

from pipeline.enriching.names import signs as name_signs
from pipeline.enriching.names.never import NEVER_NUMBERS
from pipeline.words import signs
from pipeline.words.compiled import slots

cdef extern from *:
    """
    #include <stdint.h>
    /* A loop whose end the compiler knows is twice as fast. */
    #define HIDDEN 64
    /* Where the compiler can, it makes the sums twice, and the machine takes what it has. */
    #if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__GLIBC__)
    #define FOR_WIDE_MACHINES_TOO \\
        __attribute__((target_clones("avx2", "default"), optimize("no-loop-unroll-and-jam")))
    #else
    #define FOR_WIDE_MACHINES_TOO
    #endif

    FOR_WIDE_MACHINES_TOO
    static void say_word(
        const int8_t *const *rows, int rows_end, const int16_t *const *more, int more_end,
        const int16_t *bias, const int16_t *out, const int32_t *out_bias, int tags, int32_t *said
    ) {
        int16_t h[HIDDEN]; /* the sums cannot leave 16 bits: see ``model`` */
        const int8_t *row = *rows, *const *rows_last = rows + rows_end;
        for (int j = 0; j < HIDDEN; j++) h[j] = bias[j] + row[j];
        while (++rows < rows_last) {
            row = *rows;
            for (int j = 0; j < HIDDEN; j++) h[j] += row[j];
        }
        for (const int16_t *const *last = more + more_end; more < last; more++) {
            const int16_t *one = *more;
            for (int j = 0; j < HIDDEN; j++) h[j] += one[j];
        }
        for (int j = 0; j < HIDDEN; j++) h[j] = h[j] > 0 ? h[j] : 0;
        for (int t = 0; t < tags; t++) {
            const int16_t *of_tag = out + t * HIDDEN;
            int32_t total = 0;
            for (int j = 0; j < HIDDEN; j++) total += (int32_t)h[j] * (int32_t)of_tag[j];
            said[t] = out_bias[t] + total;
        }
    }
    """
    const int HIDDEN
    void say_word(
        const int8_t** rows, int rows_end, const int16_t** more, int more_end,
        const int16_t* bias, const int16_t* out, const int32_t* out_bias, int tags, int32_t* said
    ) noexcept nogil

cdef enum:
    TAGS = 17
    REACH = 2
    PLACES = 5
    SHAPES = 128
    GAP_KINDS = 24
    ITEM_KINDS = 32
    # What a word looks like: a letter is a capital; the first is; one is small, the first no
    # capital; one is small, and none a capital. And whether a name may go across what stands
    # before the word, and if no blank is there. A bit each.
    HAS_UP = 1
    BEGINS_UP = 2
    HAS_SMALL = 4
    SMALL = 8
    JOINS = 16
    TIGHT = 32
    # Who may belong to a name: yes; if it is a particle; if the next word is one, too.
    FITS = 1
    AS_PARTICLE = 2
    AS_PARTICLES = 4

cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint32_t BUCKETS = name_signs.BUCKETS
cdef uint8_t KIND_OF_GAP[1 << 17]
cdef uint8_t IS_BREAK[256]
cdef uint8_t IS_APART[256]
cdef uint8_t JOINS_WORDS[256]
cdef uint64_t PARTICLES[256]  # open tables of words
cdef uint64_t NEVER_ALONE[2048]
cdef uint8_t LOOKS[SHAPES]
cdef uint32_t LETTERS[SHAPES]  # whether a shape is a word, and (1 << 16) one in capitals


cdef int put(uint64_t* table, uint64_t mask, uint64_t number) except -1:
    cdef uint64_t at = number & mask
    while table[at]:
        at = (at + 1) & mask
    table[at] = number
    return 0


cdef inline bint is_in(const uint64_t* table, uint64_t mask, uint64_t number) noexcept nogil:
    cdef uint64_t at = number & mask
    while table[at] and table[at] != number:
        at = (at + 1) & mask
    return table[at] != 0


def _fill():
    cdef const uint8_t[::1] kinds = name_signs.GAP_TABLE
    memcpy(KIND_OF_GAP, &kinds[0], 1 << 17)
    for kind in range(GAP_KINDS):
        IS_BREAK[kind] = name_signs.BREAKS[kind]
        IS_APART[kind] = name_signs.APART[kind]
        JOINS_WORDS[kind] = 0 if name_signs.APART[kind] else JOINS
        JOINS_WORDS[kind] |= TIGHT if name_signs.TIGHT[kind] else 0
    for number in name_signs.PARTICLES.tolist():
        put(PARTICLES, 255, number)
    for number in NEVER_NUMBERS.tolist():
        put(NEVER_ALONE, 2047, number)
    for shape in range(SHAPES):
        LOOKS[shape] = (
            (HAS_UP if shape & (signs.CAPITAL | signs.UPPER) else 0)
            | (BEGINS_UP if shape & signs.CAPITAL else 0)
            | (HAS_SMALL if shape & signs.LOWER and not shape & signs.CAPITAL else 0)
            | (SMALL if shape & signs.LOWER and not shape & (signs.CAPITAL | signs.UPPER) else 0)
        )
        is_word = shape & signs.LETTER and not shape & signs.ONE
        is_loud = is_word and shape & signs.CAPITAL and not shape & signs.LOWER
        LETTERS[shape] = (1 if is_word else 0) | (1 << 16 if is_loud else 0)


_fill()
fill_small_letters()


cdef inline uint64_t with_letter(uint64_t number, uint32_t code) noexcept nogil:
    return (number ^ code) * <uint64_t>0x100000001B3


cdef inline int32_t floored(int64_t a, int64_t b) noexcept nogil:
    cdef int64_t q
    cdef int32_t short_a, short_b, short_q
    if -0x7FFFFFFF <= a <= 0x7FFFFFFF and b <= 0x7FFFFFFF:  # four times as fast
        short_a, short_b = <int32_t>a, <int32_t>b
        short_q = short_a / short_b
        return short_q - (short_q * short_b > short_a)
    q = a / b
    return <int32_t>(q - (q * b > a))


cdef enum:
    TAG_BITS = 5
    LAST_TAG = 31
    ROW_BITS = 24
    SPELLED = 1 << 23
    # An entry of the table of words: a word's number without its last bits, which tell the place
    # in the table nearly alone, and in these its row and 1, and whether it has another one where it
    # is spelled in a certain way. Eight entries are one fetch.


cdef inline int32_t best_of(const int32_t* tags) noexcept nogil:
    """Return the best of a kind's four tags."""
    return max(max(tags[0], tags[1]), max(tags[2], tags[3]))


cdef inline void who_fits(
    const uint8_t* looks, Py_ssize_t count, uint8_t tails, uint8_t* fits
) noexcept nogil:
    """Tell of each word whether it may belong to a name; see ``looked_at`` in the twin."""
    cdef Py_ssize_t n
    cdef uint8_t two_before, one_before, word, one_after, two_after
    cdef uint8_t before, after, before_two, after_two, tight, small, sure
    for n in range(count):  # without a jump, so that a machine does many words at once
        two_before, one_before, word = looks[n - 2], looks[n - 1], looks[n]
        one_after, two_after = looks[n + 1], looks[n + 2]
        small = word >> 3
        before = one_before & word >> 4
        after = one_after & one_after >> 4
        before_two = two_before & one_before >> 4 & one_before >> 3 & word >> 4
        after_two = two_after & two_after >> 4 & one_after >> 3 & one_after >> 4
        tight = (one_before & word >> 5) | (one_after & one_after >> 5)
        sure = tight | (before & (after | after_two)) | (before_two & after)
        sure |= tails & (before | before_two)
        fits[n] = (
            ((word | (small & sure) | (~small & (one_before | one_after))) & FITS)
            | ((small & ~sure & after & 1) << 1)
            | ((small & ~sure & ~after & after_two & 1) << 2)
        )


cdef class Tagger:
    """A network, ready to read; see the twin."""

    cdef tuple kept  # what the pointers below point into
    cdef uint64_t* entries
    cdef uint64_t mask
    cdef const uint64_t[::1] spelled  # as ``slots`` makes a table: numbers, and rows
    cdef const int32_t[::1] spelled_rows
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
    cdef uint64_t* met  # the words of the text that have capitals, in an open table
    cdef int32_t* sums  # by slot: what its words say of their kinds, and how many they are
    cdef uint8_t* stood  # by slot: how its words stand in the text
    cdef int32_t* slot
    cdef int32_t* rows
    cdef uint8_t* kinds  # of the gap before it
    cdef uint8_t* item
    cdef uint8_t* looks  # HAS_UP and the like; two more before and behind
    cdef uint8_t* places  # in which places of a window it is seen, a bit each; two more, too
    cdef int32_t* near  # the words that are looked at
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
        keys, rows = slots(*net.words)
        self.keep_words(keys, rows, frozenset(net.spelled_else.tolist()))
        self.spelled, self.spelled_rows = slots(*net.spelled)
        self.endings, self.most, self.share = net.endings, net.most, net.share
        self.table, self.by_shape = &table[0, 0, 0], &by_shape[0, 0, 0]
        self.by_gap, self.by_item = &by_gap[0, 0, 0], &by_item[0, 0, 0]
        self.bias, self.out, self.out_bias = &bias[0, 0], &out[0, 0], &out_bias[0]
        self.kept = (table, by_shape, by_gap, by_item, bias, out, out_bias)

    def __dealloc__(self):
        free(self.room)
        free(self.entries)

    cdef int keep_words(
        self, const uint64_t[::1] keys, const int32_t[::1] rows, frozenset spelled
    ) except -1:
        """Keep the words' numbers and their rows."""
        cdef Py_ssize_t n
        self.entries = <uint64_t*>malloc(keys.shape[0] * sizeof(uint64_t))
        if self.entries == NULL:
            raise MemoryError
        self.mask = keys.shape[0] - 1
        for n in range(keys.shape[0]):
            self.entries[n] = 0
            if keys[n]:
                self.entries[n] = (keys[n] >> ROW_BITS << ROW_BITS) | <uint64_t>(rows[n] + 1)
                if rows[n] in spelled:
                    self.entries[n] |= SPELLED
        return 0

    cdef inline int32_t row_of(self, uint64_t cased, uint64_t plain) noexcept nogil:
        """Return the row of a word; -1 if there is none."""
        cdef uint64_t at = plain & self.mask, entry = self.entries[plain & self.mask]
        cdef int32_t row
        while entry and (entry ^ plain) >> ROW_BITS:
            at = (at + 1) & self.mask
            entry = self.entries[at]
        if entry & SPELLED:
            row = row_of(self.spelled, self.spelled_rows, self.spelled.shape[0] - 1, cased)
            if row >= 0:
                return row
        return <int32_t>(entry & (SPELLED - 1)) - 1

    cdef int make_room(self, Py_ssize_t count) except -1:
        """Make room for the numbers of so many words; what is much too large is given back."""
        cdef Py_ssize_t size = 2048
        while size < 2 * count:
            size *= 2
        if self.room != NULL and size <= self.slots <= 16 * size:
            return 0
        count = size // 2
        free(self.room)
        self.room = <char*>malloc(size * (8 + 5 * 4 + 1) + count * (5 * 4 + TAGS * 4 + 6) + 32)
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
        self.item = self.kinds + count + 3
        self.before = self.item + count
        self.inner = self.before + count
        self.looks = self.inner + count + 2
        self.places = self.looks + count + 4
        return 0

    def tag(self, words, int32_t language, int32_t eager, bint tails):
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
        self.read_lines(count, &shapes[0], &gaps[0])
        self.meet(count, &plain[0])
        near = self.look(count, &plain[0], tails)
        self.find_rows(words.text, count, &starts[0], &ends[0], &cased[0], &plain[0])
        self.say(count, near, &shapes[0], self.bias + language * HIDDEN, eager)
        self.agree(near, &shapes[0])
        return self.best_names(near, eager)

    cdef void read_lines(
        self, Py_ssize_t count, const uint8_t* shapes, const uint32_t* gaps
    ) noexcept nogil:
        """Note what each word looks like, and the line that it stands in."""
        cdef uint8_t* kinds = self.kinds
        cdef uint8_t* item = self.item
        cdef Py_ssize_t begin = 0, end, n
        cdef uint32_t letters
        cdef uint8_t loud
        for n in range(count):
            kinds[n] = KIND_OF_GAP[gaps[n] & 0x1FFFF]
            self.looks[n] = LOOKS[shapes[n] & 127] | JOINS_WORDS[kinds[n]]
        memset(self.looks - 2, 0, 2)
        memset(self.looks + count, 0, 2)
        memset(kinds + count, 1, 3)
        while begin < count:
            letters = LETTERS[shapes[begin] & 127]
            end = begin + 1
            while end < count and not (kinds[end] == 1 or kinds[end] == 2):
                letters += LETTERS[shapes[end] & 127]
                end += 1
            loud = letters >> 16 >= 2 and (letters >> 16) * 4 >= (letters & 0xFFFF) * 3
            for n in range(begin, end):
                item[n] = 4 * IS_BREAK[kinds[n]] + 8 * loud
            begin = end

    cdef void meet(self, Py_ssize_t count, const uint64_t* plain) noexcept nogil:
        """Note what the item says of each word; see ``item_kinds`` in the twin."""
        cdef uint8_t* looks = self.looks
        cdef uint8_t* item = self.item
        cdef uint64_t* met = self.met
        cdef uint64_t at, mask, size = 64
        cdef uint64_t[32] may_be_met  # a bit for some numbers: most words have no capital anywhere
        cdef int32_t* some = self.rows  # not found yet
        cdef Py_ssize_t n, k, capitals = 0, small = 0
        for n in range(count):  # which words are which cannot be foreseen: no jumps
            some[capitals] = <int32_t>n
            capitals += looks[n] >> 1 & 1
            item[n] |= looks[n] >> 2 & 1
        while <Py_ssize_t>size < 2 * capitals:
            size *= 2
        mask = size - 1
        memset(met, 0, size * sizeof(uint64_t))
        memset(self.stood, 0, size)
        memset(may_be_met, 0, sizeof(may_be_met))
        for k in range(capitals):
            n = some[k]
            at = plain[n] & mask
            while (met[at] != 0) & (met[at] != plain[n]):  # one jump, mostly foreseen
                at = (at + 1) & mask
            met[at] = plain[n]
            may_be_met[plain[n] >> 59] |= <uint64_t>1 << (plain[n] >> 53 & 63)
            self.slot[n] = <int32_t>at
            self.stood[at] |= (item[n] == 0) << 1
        some += capitals
        for n in range(count):
            some[small] = <int32_t>n
            small += looks[n] >> 2 & may_be_met[plain[n] >> 59] >> (plain[n] >> 53 & 63) & 1
        for k in range(small):
            n = some[k]
            at = plain[n] & mask
            while (met[at] != 0) & (met[at] != plain[n]):
                at = (at + 1) & mask
            if met[at]:
                item[n] |= self.stood[at] & 2
                self.stood[at] |= not item[n] & 8
        some -= capitals
        for k in range(capitals):
            item[some[k]] |= self.stood[self.slot[some[k]]]

    cdef Py_ssize_t look(
        self, Py_ssize_t count, const uint64_t* plain, uint8_t tails
    ) noexcept nogil:
        """Choose the words that are looked at, and note who is seen; see ``looked_at``."""
        cdef uint8_t* fits = self.before  # nothing stands there yet
        cdef uint8_t* places = self.places
        cdef const uint8_t* kinds = self.kinds
        cdef int32_t* near = self.near
        cdef Py_ssize_t n, k, many = 0, chosen = 0
        cdef bint may
        who_fits(self.looks, count, tails, fits)
        memset(places - 2, 0, count + 4)
        for n in range(count):
            near[many] = <int32_t>n
            many += fits[n] != 0
        for k in range(many):
            n = near[k]
            if fits[n] & FITS:
                may = (
                    (k > 0 and near[k - 1] == n - 1)
                    or (k + 1 < many and near[k + 1] == n + 1)
                    or not is_in(NEVER_ALONE, 2047, plain[n])
                )
            else:
                may = is_in(PARTICLES, 255, plain[n]) and (
                    fits[n] & AS_PARTICLE or is_in(PARTICLES, 255, plain[n + 1])
                )
            if not may:
                continue
            near[chosen] = <int32_t>n
            chosen += 1
            places[n] |= 4
            if kinds[n] != 1:  # what stands in another paragraph is not seen
                places[n - 1] |= 2
                if kinds[n - 1] != 1:
                    places[n - 2] |= 1
            if kinds[n + 1] != 1:
                places[n + 1] |= 8
                if kinds[n + 2] != 1:
                    places[n + 2] |= 16
        return chosen

    cdef void find_rows(
        self, str text, Py_ssize_t count, const int32_t* starts, const int32_t* ends,
        const uint64_t* cased, const uint64_t* plain,
    ):
        """Find the rows of all words that are seen."""
        cdef int32_t* seen = self.said  # nothing is said yet
        cdef Py_ssize_t n, k, many = 0
        for n in range(count):
            seen[many] = <int32_t>n
            many += self.places[n] != 0
        for k in range(many):
            n = seen[k]
            soon_read(self.entries + (plain[n] & self.mask))
        for k in range(many):
            n = seen[k]
            self.find_row(text, n, starts[n], ends[n], cased[n], plain[n])

    cdef inline void find_row(
        self, str text, Py_ssize_t n, Py_ssize_t first, Py_ssize_t last, uint64_t cased,
        uint64_t plain,
    ) noexcept:
        """Find a word's rows, its own or three of its letters; see ``rows_of`` in the twin."""
        cdef uint64_t number
        cdef int32_t* rows = self.rows + 3 * n
        cdef int32_t row = self.row_of(cased, plain)
        cdef Py_ssize_t at
        if row >= 0:
            rows[0], rows[1] = row, -1
            for at in range(PLACES):
                if self.places[n] >> at & 1:
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
        cdef const uint8_t* kinds = self.kinds
        cdef Py_ssize_t k, n, m, j, first, last
        cdef const int8_t* table
        cdef const int32_t* rows
        cdef int32_t* said = self.said
        cdef const int8_t* of_words[3 * PLACES]
        cdef const int16_t* more[PLACES + 7]
        cdef int words_end, more_end
        for k in range(near):
            n = self.near[k]
            words_end = more_end = 0
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
                of_words[words_end] = table + rows[0] * PLACES * HIDDEN
                words_end += 1
                if rows[1] >= 0:
                    of_words[words_end] = table + rows[1] * PLACES * HIDDEN
                    of_words[words_end + 1] = table + rows[2] * PLACES * HIDDEN
                    words_end += 2
                more[more_end] = self.by_shape + (j * SHAPES + shapes[m]) * HIDDEN
                more_end += 1
                if 1 <= j <= 3:
                    more[more_end] = self.by_item + ((j - 1) * ITEM_KINDS + self.item[m]) * HIDDEN
                    more_end += 1
            if first < n:
                more[more_end] = self.by_gap + kinds[n - 1] * HIDDEN
                more_end += 1
            more[more_end] = self.by_gap + (GAP_KINDS + kinds[n]) * HIDDEN
            more[more_end + 1] = self.by_gap + (2 * GAP_KINDS + kinds[n + 1]) * HIDDEN
            more_end += 2
            if last > n:
                more[more_end] = self.by_gap + (3 * GAP_KINDS + kinds[n + 2]) * HIDDEN
                more_end += 1
            say_word(
                of_words, words_end, more, more_end, bias, self.out, self.out_bias, TAGS, said
            )
            said[0] -= eager
            said += TAGS

    cdef void agree(self, Py_ssize_t near, const uint8_t* shapes) noexcept nogil:
        """Let the mentions of a word in an item agree; see the twin."""
        cdef int32_t* capitals = self.rows  # the rows were read
        cdef Py_ssize_t k, n, i, t, many = 0
        cdef int32_t* value
        cdef int32_t* total
        cdef int32_t change
        for k in range(near):
            capitals[many] = <int32_t>k
            many += shapes[self.near[k]] & CAPITAL
        for k in range(many):
            memset(self.sums + 5 * self.slot[self.near[capitals[k]]], 0, 5 * sizeof(int32_t))
        for k in range(many):
            value = self.said + capitals[k] * TAGS
            total = self.sums + 5 * self.slot[self.near[capitals[k]]]
            for i in range(4):
                total[i] += self.kind_of(value, i)
            total[4] += 1
        for k in range(many):
            total = self.sums + 5 * self.slot[self.near[capitals[k]]]
            if total[4] < 2:
                continue
            value = self.said + capitals[k] * TAGS
            for i in range(4):
                change = floored(
                    (<int64_t>total[i] - <int64_t>total[4] * self.kind_of(value, i)) * self.share,
                    <int64_t>total[4] * 100,
                )
                for t in range(1 + 4 * i, 5 + 4 * i):
                    value[t] += change

    cdef inline int32_t kind_of(self, const int32_t* value, Py_ssize_t kind) noexcept nogil:
        """Return how much likelier a kind is than that a word is no name, within bounds."""
        return max(min(best_of(value + 1 + 4 * kind) - value[0], self.most), -self.most)

    cdef best_names(self, Py_ssize_t near, int32_t eager):
        """Return the names that the best tags in a row make; see the twin."""
        cdef int64_t NEVER = -(<int64_t>1 << 50), none = 0, best, opened, ended
        cdef int64_t first[4]
        cdef int64_t inside[4]
        cdef int64_t last[4]
        cdef int64_t only[4]
        cdef const int32_t* value = self.said
        cdef Py_ssize_t k, i, t, n, end = 0, many = 0
        cdef int32_t* name
        cdef int32_t other, low = 0, away
        cdef uint8_t tag, inner
        cdef bint apart
        for i in range(4):
            first[i] = inside[i] = last[i] = only[i] = NEVER
        for k in range(near + 1):
            # After which tag a name may begin: none, a name's last word, a name of one word. What
            # each is worth and, in the last bits, which it is (the first of equals): no jumps.
            ended = (none << TAG_BITS) | LAST_TAG
            for i in range(4):
                ended = max(ended, (last[i] << TAG_BITS) | (LAST_TAG - 3 - 4 * i))
                ended = max(ended, (only[i] << TAG_BITS) | (LAST_TAG - 4 - 4 * i))
            tag = <uint8_t>(LAST_TAG - (ended & LAST_TAG))
            if k == near:
                break
            self.before[k] = tag
            n = self.near[k]
            away = <int32_t>n - 1 - (self.near[k - 1] if k else -1)
            best = (ended >> TAG_BITS) + <int64_t>away * (1 - eager)  # words not looked at between
            apart = away or IS_APART[self.kinds[n]]
            inner = 0
            for i in range(4):
                opened = max(first[i], inside[i])
                inner |= <uint8_t>(first[i] < inside[i]) << i
                if apart or opened == NEVER:
                    inside[i] = last[i] = NEVER
                else:
                    inside[i] = opened + value[4 * i + 2]
                    last[i] = opened + value[4 * i + 3]
                first[i] = best + value[4 * i + 1]
                only[i] = best + value[4 * i + 4]
            self.inner[k] = inner
            none = best + value[0]
            value += TAGS
        for k in range(near - 1, -1, -1):
            if tag == 0:
                tag = self.before[k]
                continue
            value = self.said + k * TAGS
            i = (tag - 1) >> 2
            t = (tag - 1) & 3
            other = value[0]
            for n in range(4):
                if n != i:
                    other = max(other, best_of(value + 1 + 4 * n))
            other = value[tag] - other
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
