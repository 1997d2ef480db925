# C types of content.py.

cimport cython

from pipeline.enriching.quotes.direct cimport Direct
from pipeline.enriching.quotes.marks cimport Letter, Letters
from pipeline.enriching.quotes.row cimport Packed, Row, place

cdef Py_ssize_t _FAR


cdef class Content(Direct):
    @cython.locals(kinds=Letters, high=Py_ssize_t, at=Py_ssize_t, then=Py_ssize_t)
    cdef Packed content(self, Py_ssize_t cue, Letter use, Letter before, Py_ssize_t until) except? -1
    @cython.locals(
        kinds=Letters, high=Py_ssize_t, first=Py_ssize_t, end=Py_ssize_t, then=Py_ssize_t,
        last=Py_ssize_t,
    )
    cdef Py_ssize_t _told(self, Py_ssize_t at) noexcept
    @cython.locals(
        kinds=Letters, gaps=Letters, high=Py_ssize_t, marked=bint, first=Py_ssize_t,
        near=Py_ssize_t, at=Py_ssize_t,
    )
    cdef Packed _english(self, Py_ssize_t cue, Letter use, Letter before, Py_ssize_t then) except? -1
    @cython.locals(kinds=Letters, at=Py_ssize_t)
    cdef bint has_needed(self, Letter use, Py_ssize_t first, Py_ssize_t end) noexcept
    @cython.locals(
        kinds=Letters, gaps=Letters, high=Py_ssize_t, row=Row, near=Py_ssize_t, at=Py_ssize_t,
        reported=bint,
    )
    cdef Packed _german(self, Py_ssize_t cue, Letter use) except? -1
    @cython.locals(row=Row, near=Py_ssize_t, that=Py_ssize_t)
    cdef Packed _romance(self, Py_ssize_t cue, Letter use, Py_ssize_t until) except? -1
