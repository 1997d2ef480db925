# C types of content.py.

cimport cython

from pipeline.enriching.quotes.adverbials cimport adjuncts
from pipeline.enriching.quotes.marks cimport Letter, Letters
from pipeline.enriching.quotes.other_content cimport OtherContent
from pipeline.enriching.quotes.row cimport Packed, Row, place

cdef Py_ssize_t _FAR


cdef class Content(OtherContent):
    @cython.locals(kinds=Letters, high=Py_ssize_t, at=Py_ssize_t, then=Py_ssize_t, comma=Py_ssize_t, its=bint)
    cdef Packed content(self, Py_ssize_t cue, Letter use, Letter before, Py_ssize_t until) except? -1
    @cython.locals(
        kinds=Letters, high=Py_ssize_t, first=Py_ssize_t, end=Py_ssize_t, then=Py_ssize_t,
        last=Py_ssize_t,
    )
    cdef Py_ssize_t told(self, Py_ssize_t at) noexcept
    @cython.locals(
        kinds=Letters, gaps=Letters, high=Py_ssize_t, marked=bint, adds=bint, first=Py_ssize_t,
        near=Py_ssize_t, at=Py_ssize_t,
    )
    cdef Packed _english(
        self, Py_ssize_t cue, Letter use, Letter before, Py_ssize_t then, Py_ssize_t until
    ) except? -1
    @cython.locals(kinds=Letters)
    cdef bint is_for(self, Letter use, Py_ssize_t first) except? -1
    @cython.locals(kinds=Letters, at=Py_ssize_t)
    cdef bint has_needed(self, Letter use, Py_ssize_t first, Py_ssize_t end) noexcept
