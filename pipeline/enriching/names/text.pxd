cimport cython
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.words.numbers cimport joined, spread

cdef uint64_t _START, _PRIME, _LOW
cdef int _LETTERS, _SMALL, _ASCII


@cython.final
cdef class Text:
    cdef readonly str text
    cdef readonly Py_ssize_t size, count
    cdef int32_t[::1] starts, ends
    cdef uint64_t[::1] cased, plain
    cdef uint8_t[::1] shapes
    cdef uint32_t[::1] gaps

    cpdef Py_ssize_t word_at(self, Py_ssize_t at)
    @cython.locals(bits=int, n=Py_ssize_t)
    cpdef bint is_small(self, Py_ssize_t first, Py_ssize_t last)
    @cython.locals(bits=int, n=Py_ssize_t)
    cpdef bint is_loud(self, Py_ssize_t first, Py_ssize_t last)
    @cython.locals(number=uint64_t, n=Py_ssize_t)
    cpdef uint64_t joined(self, Py_ssize_t first, Py_ssize_t last)
    @cython.locals(number=uint64_t, at=Py_ssize_t)
    cpdef uint64_t number(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(number=uint64_t, at=Py_ssize_t)
    cpdef uint64_t small_number(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(number=uint64_t, n=Py_ssize_t, letters=Py_ssize_t)
    cpdef uint64_t number_of_initials(self, Py_ssize_t first, Py_ssize_t last, frozenset left_out)
    cpdef uint64_t initial(self, Py_ssize_t n)


cpdef uint32_t small(uint32_t code)
