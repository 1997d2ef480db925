# C types of other_content.py.

cimport cython

from pipeline.enriching.quotes.direct cimport Direct
from pipeline.enriching.quotes.marks cimport Letter, Letters
from pipeline.enriching.quotes.row cimport Packed, Row, end_of, place
from pipeline.enriching.quotes.subject cimport subject_behind

cdef Py_ssize_t _FAR


cdef class OtherContent(Direct):
    @cython.locals(
        kinds=Letters, gaps=Letters, high=Py_ssize_t, row=Row, near=Py_ssize_t, at=Py_ssize_t,
        reported=bint, verb=str,
    )
    cdef Packed german_clause(self, Py_ssize_t cue, Letter use) except? -1
    cdef bint _is_clause(self, Py_ssize_t first) except? -1
    @cython.locals(row=Row, end=Py_ssize_t, last=Py_ssize_t, word=str)
    cdef bint _is_infinitive(self, Py_ssize_t first) except? -1
    @cython.locals(kinds=Letters, gaps=Letters, row=Row, first=Py_ssize_t, comma=Py_ssize_t, verb=str, last=str)
    cdef Packed _object(self, Py_ssize_t cue) except? -1
    @cython.locals(kinds=Letters, gaps=Letters, at=Py_ssize_t, ends=bint)
    cdef bint _is_parted(self, Py_ssize_t cue) except? -1
    @cython.locals(at=Py_ssize_t)
    cdef bint _has(self, some) except? -1
    @cython.locals(row=Row, near=Py_ssize_t, that=Py_ssize_t, first=Py_ssize_t, near_it=bint, idiom=bint)
    cdef Packed romance_clause(self, Py_ssize_t cue, Letter use, Py_ssize_t until) except? -1
