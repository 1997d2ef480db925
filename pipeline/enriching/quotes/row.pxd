# C types of row.py. Letters are read where the bytes have them; a second name keeps the bytes.

cimport cython
from libc.stdint cimport int64_t

from pipeline.enriching.quotes.marks cimport Letters, Marked

ctypedef int64_t Packed

cdef int _OPENS, _CLOSES


cpdef Packed place(Py_ssize_t first, Py_ssize_t end) noexcept
cpdef Py_ssize_t first_of(Packed words) noexcept
cpdef Py_ssize_t end_of(Packed words) noexcept


@cython.final
cdef class Row:
    cdef readonly str language, text
    cdef readonly object words
    cdef readonly bint english, german, romance
    cdef readonly Py_ssize_t count
    cdef readonly bytes letters, between, edges_kept
    cdef const unsigned char* kinds
    cdef const unsigned char* gaps
    cdef const unsigned char* edges
    cdef const int[::1] starts
    cdef const int[::1] ends
    cdef readonly list sentences, cues, marks

    cdef bint closes(self, Py_ssize_t last) noexcept
    cpdef Marked opening(self, Py_ssize_t first)
    cpdef Marked closing(self, Py_ssize_t last)
    @cython.locals(marks=list, mark=Marked, low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
    cdef Marked _mark(self, Py_ssize_t word)
    cpdef str word(self, Py_ssize_t at)
    @cython.locals(kinds=Letters, at=Py_ssize_t)
    cdef Py_ssize_t kind_in(self, unsigned char letter, Py_ssize_t first, Py_ssize_t end) noexcept
    @cython.locals(kinds=Letters, at=Py_ssize_t)
    cdef Py_ssize_t last_kind_in(self, unsigned char letter, Py_ssize_t first, Py_ssize_t end) noexcept
    @cython.locals(gaps=Letters, at=Py_ssize_t)
    cdef Py_ssize_t gap_in(self, unsigned char letter, Py_ssize_t first, Py_ssize_t end) noexcept
    @cython.locals(gaps=Letters, at=Py_ssize_t)
    cdef Py_ssize_t last_gap_in(self, unsigned char letter, Py_ssize_t first, Py_ssize_t end) noexcept
    @cython.locals(kinds=Letters, at=Py_ssize_t)
    cdef bint has_finite(self, Py_ssize_t first, Py_ssize_t end) noexcept
    @cython.locals(start=Py_ssize_t)
    cdef bint begins_with_dash(self, Py_ssize_t first) except? -1
    @cython.locals(start=Py_ssize_t, mark=Marked)
    cdef Py_ssize_t char_before(self, Py_ssize_t first, Py_ssize_t last) except? -2
    @cython.locals(text=str, end=Py_ssize_t, mark=Marked)
    cdef Py_ssize_t char_behind(self, Py_ssize_t first, Py_ssize_t last, Py_ssize_t start) except? -2
