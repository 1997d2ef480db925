# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``index_by_python`` compiled: the same answers, which ``tests/dedup`` compares."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from libc.stdint cimport int32_t, int64_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memmove, memset

cdef enum:
    LEAST = 1024
    LOAD = 3
    BLOCK = 64
    # Entries whose first row is noted, so that an entry's row is found in a few steps.
    MOST_MET = 1024
    # Slots for the rows that are met in one count: a power of two.
    MOST_COUNTED = 512
    MOST_ONCE = 8

cdef double GROWTH = 1.12


cdef class Index:
    """Entries (key, row number); see ``index_by_python``."""

    cdef uint32_t* keys
    cdef uint32_t* back
    cdef uint32_t* heads
    cdef uint32_t* ends
    # For each row, from the oldest on, the entry behind its last, modulo 2**32.
    cdef int64_t* firsts
    # For each block of entries the row of its first.
    cdef int64_t size, buckets, first, end, least, rows, room, blocks

    def __cinit__(self):
        self.keys = self.back = self.heads = self.ends = NULL
        self.firsts = NULL
        self.first = self.end = self.least = self.rows = self.room = 0
        self.make(LEAST)

    def __dealloc__(self):
        free(self.keys)
        free(self.back)
        free(self.heads)
        free(self.ends)
        free(self.firsts)

    def __len__(self):
        return self.end - self.first

    @property
    def capacity(self):
        """How many entries fit before the arrays must grow."""
        return self.size

    cdef int make(self, int64_t size) except -1:
        """Make room for so many entries; what was there is gone."""
        free(self.keys)
        free(self.back)
        free(self.heads)
        free(self.firsts)
        self.keys = self.back = self.heads = NULL
        self.firsts = NULL
        self.size = size
        self.buckets = max(1, size // LOAD)
        self.blocks = size // BLOCK + 2
        self.keys = <uint32_t*>calloc(size, sizeof(uint32_t))
        self.back = <uint32_t*>calloc(size, sizeof(uint32_t))
        self.heads = <uint32_t*>calloc(self.buckets, sizeof(uint32_t))
        self.firsts = <int64_t*>calloc(self.blocks, sizeof(int64_t))
        if not self.keys or not self.back or not self.heads or not self.firsts:
            raise MemoryError
        return 0

    cdef int grow(self) except -1:
        """Move everything into larger arrays."""
        cdef uint32_t* keys = self.keys
        cdef int64_t* firsts = self.firsts
        cdef int64_t size = self.size, blocks = self.blocks, entry, end = self.end
        self.keys = NULL
        self.firsts = NULL
        try:
            self.make(<int64_t>(size * GROWTH))
            self.end = self.first
            for entry in range(self.first, end):
                self.put(keys[entry % size], 0)
            for entry in range(self.first // BLOCK, end // BLOCK + 1):
                self.firsts[entry % self.blocks] = firsts[entry % blocks]
        finally:
            free(keys)
            free(firsts)
        return 0

    cdef inline void put(self, uint32_t key, int64_t number) noexcept nogil:
        cdef int64_t bucket = key % self.buckets, at = self.end % self.size
        cdef uint32_t apart = <uint32_t>(self.end + 1) - self.heads[bucket]
        self.keys[at] = key
        # A head may be older than all that is kept; then the chain begins anew.
        self.back[at] = apart if apart <= self.end - self.first else 0
        if self.end % BLOCK == 0:
            self.firsts[self.end // BLOCK % self.blocks] = number
        self.end += 1
        self.heads[bucket] = <uint32_t>self.end

    def add_row(self, bytes keys, int64_t number):
        """Add all entries of a row; *number* is above any before it."""
        cdef const uint32_t* given = <const uint32_t*>PyBytes_AS_STRING(keys)
        cdef int64_t count = PyBytes_GET_SIZE(keys) // 4, n
        if not count:
            return
        if not self.rows:
            self.least = number
        elif number < self.least + self.rows:
            raise ValueError("rows are added in their order")
        while self.end - self.first + count > self.size:
            self.grow()
        cdef int64_t more = number - self.least - self.rows
        cdef uint32_t before = <uint32_t>self.end
        if self.rows + more + 1 > self.room:
            self.room = max(<int64_t>LEAST, <int64_t>((self.rows + more + 1) * GROWTH))
            ends = <uint32_t*>realloc(self.ends, self.room * sizeof(uint32_t))
            if not ends:
                raise MemoryError
            self.ends = ends
        for n in range(more):
            self.ends[self.rows + n] = before  # rows without entries
        for n in range(count):
            self.put(given[n], number)
        self.rows += more + 1
        self.ends[self.rows - 1] = <uint32_t>self.end

    cdef inline int64_t row_of(self, int64_t entry) noexcept nogil:
        """Return the row of an entry."""
        cdef int64_t row = self.firsts[entry // BLOCK % self.blocks] - self.least
        if row < 0:
            row = 0
        while <int32_t>(self.ends[row] - <uint32_t>entry) <= 0:
            row += 1
        return self.least + row

    cdef inline int64_t newest(self, uint32_t key) noexcept nogil:
        """Return the place behind the newest entry of a key's bucket."""
        return self.end - <int64_t>(<uint32_t>self.end - self.heads[key % self.buckets])

    def find(self, uint32_t key, Py_ssize_t most):
        """Return the numbers under a key, newest first, at most so many."""
        cdef int64_t entry = self.newest(key), at
        cdef list found = []
        while entry > self.first and most > 0:
            at = (entry - 1) % self.size
            if self.keys[at] == key:
                found.append(self.row_of(entry - 1))
                most -= 1
            if not self.back[at]:
                break
            entry -= self.back[at]
        return found

    def met(self, bytes keys, Py_ssize_t most_under_key, Py_ssize_t most, Py_ssize_t most_once):
        """Return the numbers under most of the keys; see ``index_by_python``."""
        cdef const uint32_t* given = <const uint32_t*>PyBytes_AS_STRING(keys)
        cdef Py_ssize_t count = PyBytes_GET_SIZE(keys) // 4, n, left
        cdef int64_t numbers[MOST_MET]
        cdef int32_t hits[MOST_MET]
        cdef int64_t entry, at, number
        cdef uint64_t slot
        cdef int32_t used[MOST_COUNTED]
        cdef Py_ssize_t filled = 0
        if count * most_under_key > MOST_COUNTED or not 0 < most_once <= MOST_ONCE:
            raise ValueError("so many are not counted")
        memset(hits, 0, sizeof(hits))
        for n in range(count):
            entry, left = self.newest(given[n]), most_under_key
            while entry > self.first and left > 0:
                at = (entry - 1) % self.size
                if self.keys[at] == given[n]:
                    left -= 1
                    number = self.row_of(entry - 1)
                    slot = (<uint64_t>number * <uint64_t>0x9E3779B97F4A7C15 >> 40) % MOST_MET
                    while hits[slot] and numbers[slot] != number:
                        slot = (slot + 1) % MOST_MET
                    if not hits[slot]:
                        numbers[slot] = number
                        used[filled] = <int32_t>slot
                        filled += 1
                    hits[slot] += 1
                if not self.back[at]:
                    break
                entry -= self.back[at]
        cdef list often = []
        cdef int64_t once[MOST_ONCE]
        # The newest of those met once, in their order.
        cdef Py_ssize_t of_once = 0
        for left in range(filled):
            slot = used[left]
            if hits[slot] > 1:
                often.append((-hits[slot], numbers[slot]))
            elif hits[slot] and (of_once < most_once or numbers[slot] > once[0]):
                number, n = numbers[slot], 0
                if of_once == most_once:
                    while n + 1 < of_once and once[n + 1] < number:
                        once[n] = once[n + 1]
                        n += 1
                else:
                    n = of_once
                    while n > 0 and once[n - 1] > number:
                        once[n] = once[n - 1]
                        n -= 1
                    of_once += 1
                once[n] = number
        often.sort()
        cdef list found = [(pair[1], -pair[0]) for pair in often]
        found += [(once[n], 1) for n in range(of_once)]
        return found[:most]

    def forget_below(self, int64_t number):
        """Forget the entries of all rows with a smaller number."""
        cdef int64_t gone = min(number - self.least, self.rows)
        if gone <= 0:
            return
        # The entry behind the last that is gone, in full.
        cdef int64_t first = self.end - <int64_t>(<uint32_t>self.end - self.ends[gone - 1])
        if first > self.first:
            self.first = first
        if gone * 2 > self.rows or gone == self.rows:
            memmove(self.ends, self.ends + gone, (self.rows - gone) * sizeof(uint32_t))
            self.least += gone
            self.rows -= gone
