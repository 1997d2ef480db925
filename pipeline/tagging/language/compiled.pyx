# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``by_python`` compiled: the same sums, which ``tests/tagging`` compares."""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint64_t
from libc.string cimport memset

from pipeline.words.lookup cimport soon_read

from pipeline.tagging.language.by_python import MARKS

cdef extern from "Python.h":
    int Py_UNICODE_ISALPHA(Py_UCS4) noexcept
    Py_UCS4 Py_UNICODE_TOLOWER(Py_UCS4) noexcept

cdef enum:
    TABLED = 0x10000
    WIDTH = 64  # the places of a row, one a language
    LONGEST = 5  # letters of a run
    FLUSH = 250  # so many bytes fit into 16 bits
    EVERY = 64  # so many letters lie between two looks whether it is decided
    CHUNK = 32  # so many letters are looked up together

cdef uint16_t SMALL[TABLED]
# The small letter of each character that is a letter, a mark itself, 0 of all else.


def _fill():
    cdef Py_UCS4 code
    for code in range(TABLED):
        SMALL[code] = <uint16_t>Py_UNICODE_TOLOWER(code) if Py_UNICODE_ISALPHA(code) else 0
    for first, last in MARKS:
        for code in range(first, last + 1):
            SMALL[code] = <uint16_t>code


_fill()


def count_scripts(str text, const uint8_t[::1] script_of, int scripts):
    """Return how many characters of a text are of each script."""
    cdef Py_ssize_t size = len(text), at
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_UCS4 code
    cdef int32_t counts[256]
    if script_of.shape[0] < TABLED or scripts > 256:
        raise ValueError("the table has too few characters, or there are too many scripts")
    memset(counts, 0, sizeof(counts))
    for at in range(size):
        code = PyUnicode_READ(kind, data, at)
        if code < TABLED:
            counts[script_of[code]] += 1
    return [counts[at] for at in range(scripts)]


cdef inline uint64_t mixed(uint64_t key) noexcept nogil:
    return (key * <uint64_t>0x9E3779B97F4A7C15) >> 24


cdef inline uint64_t short_number(uint64_t number) noexcept nogil:
    number = (number ^ (number >> 33)) * <uint64_t>0xFF51AFD7ED558CCD
    number = (number ^ (number >> 33)) >> 24
    return number if number else 1


cdef class _Rows:
    """Which row a key of 40 bits leads to: an open table, at most two thirds full.

    A place holds key and row together, so that a look touches one line of the cache. No key is 0.
    """

    cdef uint64_t[::1] places
    cdef uint64_t mask

    def __init__(self, const uint64_t[::1] keys):
        cdef Py_ssize_t count = keys.shape[0], size = 16, n
        while 2 * size < 3 * count:
            size *= 2
        if count > 0xFFFFFF:
            raise ValueError("more rows than fit into a table")
        self.places = np.zeros(size, np.uint64)
        self.mask = size - 1
        cdef uint64_t at
        for n in range(count):
            if keys[n] == 0 or keys[n] >> 40:
                raise ValueError("a key of a table is not of 40 bits")
            at = mixed(keys[n]) & self.mask
            while self.places[at]:
                at = (at + 1) & self.mask
            self.places[at] = keys[n] << 24 | <uint64_t>n

    cdef inline int32_t of(self, uint64_t key) noexcept:
        cdef uint64_t at = mixed(key) & self.mask
        while self.places[at]:
            if self.places[at] >> 24 == key:
                return <int32_t>(self.places[at] & 0xFFFFFF)
            at = (at + 1) & self.mask
        return -1

    cdef inline void soon(self, uint64_t key) noexcept:
        soon_read(&self.places[mixed(key) & self.mask])


cdef struct Letters:
    # Letters that were read and not looked up yet: each with up to four before it.
    uint64_t keys[CHUNK]
    int lengths[CHUNK]
    int count
    # What was summed up: bytes first, for which 16 bits are enough for a while.
    uint16_t near[WIDTH]
    int unflushed
    int32_t sums[WIDTH]


cdef inline void flush(Letters* read) noexcept nogil:
    cdef int place
    for place in range(WIDTH):
        read.sums[place] += read.near[place]
        read.near[place] = 0
    read.unflushed = 0


def _on_lines(costs):
    """Return a copy of a table whose rows of 64 bytes each lie in one line of the cache."""
    room = np.empty(costs.size + 64, np.uint8)
    skip = -room.ctypes.data % 64
    aligned = room[skip : skip + costs.size].reshape(costs.shape)
    aligned[:] = costs
    return aligned


cdef class Reader:
    """What is known of the languages of one script; see ``language_by_python.Reader``."""

    cdef const uint8_t[::1] letters
    cdef _Rows runs
    cdef const uint8_t[::1] longest
    cdef const uint8_t[:, ::1] costs
    cdef _Rows words
    cdef const int32_t[::1] begins
    cdef const uint8_t[::1] languages
    cdef const uint8_t[::1] gains
    cdef int width
    cdef int32_t first[WIDTH]
    cdef int families[WIDTH]

    def __init__(
        self, letters, runs, longest, costs, words, begins, languages, gains, first, families
    ):
        if len(letters) != TABLED or costs.shape[1] != WIDTH or not 0 < len(first) <= WIDTH:
            raise ValueError("the tables are not of the size that is read")
        if len(families) != len(first):
            raise ValueError("not every language of the tables has a family")
        if len(costs) != len(runs) or len(longest) != len(runs) or len(begins) != len(words) + 1:
            raise ValueError("the tables do not fit each other")
        if begins[len(words)] != len(languages) or len(gains) != len(languages):
            raise ValueError("the tables of words do not fit each other")
        if begins[0] != 0 or (np.diff(begins) < 0).any():
            raise ValueError("the tables of words do not fit each other")
        if len(languages) and np.max(languages) >= WIDTH:
            raise ValueError("a word of a language that is not there")
        self.letters = letters
        self.runs = _Rows(runs)
        self.longest = longest
        self.costs = _on_lines(costs)
        self.words = _Rows(words)
        self.begins = begins
        self.languages = languages
        self.gains = gains
        self.width = len(first)
        memset(self.first, 0, sizeof(self.first))
        memset(self.families, 0, sizeof(self.families))
        for place in range(self.width):
            self.first[place] = first[place]
            self.families[place] = families[place]

    cdef void look_up(self, Letters* read) noexcept:
        """Add up what the letters cost that wait.

        The tables are larger than the caches near a core, so what a step needs is asked for steps
        before: rows of runs when a letter is read, rows of costs when its run is known.
        """
        cdef int32_t rows[CHUNK]
        cdef int32_t row, found
        cdef int at, n, deepest, place
        cdef uint64_t key
        cdef const uint8_t* cost
        for at in range(read.count):
            key = read.keys[at]
            row = self.runs.of(key & 0xFF)
            if row >= 0:
                deepest = self.longest[row]
                n = 2
                while n <= read.lengths[at] and n <= deepest:
                    found = self.runs.of(key & ((<uint64_t>1 << (8 * n)) - 1))
                    if found >= 0:
                        row = found
                        deepest = self.longest[row]
                    n += 1
                soon_read(&self.costs[row, 0])
            rows[at] = row
        for at in range(read.count):
            if rows[at] < 0:
                continue
            cost = &self.costs[rows[at], 0]
            for place in range(WIDTH):
                read.near[place] += cost[place]
            read.unflushed += 1
            if read.unflushed == FLUSH:
                flush(read)
        read.count = 0

    cdef bint is_decided(self, Letters* read, int enough) noexcept:
        """Tell whether the best language costs so much less than the best of another family."""
        cdef int place, best = 0
        cdef bint others = False
        flush(read)
        for place in range(1, self.width):
            if read.sums[place] < read.sums[best]:
                best = place
        for place in range(self.width):
            if self.families[place] != self.families[best]:
                others = True
                if read.sums[place] - read.sums[best] < enough:
                    return False
        return others

    def read(self, str text, int most, int least, int enough):
        """Return how many letters were read, and the cost of each language."""
        cdef Py_ssize_t size = len(text), at = 0
        cdef int kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        cdef int letters = 0, length = 0, n, place, next_look = least
        cdef int32_t row
        cdef uint64_t key = 0, number = 0xCBF29CE484222325
        cdef bint inside = False
        cdef Py_UCS4 code
        cdef uint16_t small
        cdef Letters read
        memset(&read, 0, sizeof(read))
        for place in range(WIDTH):
            read.sums[place] = self.first[place]
        while True:
            small = 0
            if at < size:
                code = PyUnicode_READ(kind, data, at)
                if code < TABLED:
                    small = SMALL[code]
            if small:
                if not inside:
                    inside, key, length, number = True, 0, 0, 0xCBF29CE484222325
                at += 1
                number = (number ^ <uint64_t>small) * <uint64_t>0x100000001B3
                letters += 1
                n = self.letters[small]
                if not n:
                    key, length = 0, 0
                else:
                    key = ((key << 8) | <uint64_t>n) & <uint64_t>0xFFFFFFFFFF
                    length = min(length + 1, LONGEST)
                    for n in range(2, length + 1):
                        self.runs.soon(key & ((<uint64_t>1 << (8 * n)) - 1))
                    read.keys[read.count] = key
                    read.lengths[read.count] = length
                    read.count += 1
                    if read.count == CHUNK:
                        self.look_up(&read)
                if letters >= 2 * most:
                    break
                continue
            if inside:
                inside = False
                number = short_number(number)
                self.words.soon(number)
                self.look_up(&read)
                row = self.words.of(number)
                if row >= 0:
                    for n in range(self.begins[row], self.begins[row + 1]):
                        read.sums[self.languages[n]] -= self.gains[n]
                if letters >= most:
                    break
                if letters >= next_look:
                    next_look = letters + EVERY
                    if self.is_decided(&read, enough):
                        break
            if at >= size:
                break
            at += 1
        self.look_up(&read)
        flush(&read)
        return letters, [read.sums[place] for place in range(self.width)]
