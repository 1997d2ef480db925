# C types of direct.py.

cimport cython

from pipeline.enriching.quotes.marks cimport Letters, Marked
from pipeline.enriching.quotes.row cimport Packed, Row, place
from pipeline.enriching.quotes.subject cimport noun_phrase, subject_before, subject_behind

cdef Py_ssize_t _FAR, _MOST_NAMED
cdef double _DIRECT


@cython.final
@cython.no_gc
@cython.freelist(64)
cdef class Said:
    cdef public str kind
    cdef public Py_ssize_t start, end, last
    cdef public Packed cue, speaker
    cdef public double score


@cython.locals(said=Said)
cpdef Said said_as(
    str kind, Py_ssize_t start, Py_ssize_t end, Py_ssize_t last, Packed cue, Packed speaker,
    double score,
)


cdef class Direct:
    cdef readonly Row row
    cdef readonly object speech
    cdef const unsigned char* kinds
    cdef const unsigned char* gaps
    cdef bint english, german
    cdef Py_ssize_t low, high
    cdef list marks
    cdef Packed speaker

    cdef move(self, Py_ssize_t low, Py_ssize_t high, list marks)
    @cython.locals(mark=Marked, then=Marked, speaker=Packed, verb=Packed, said=list, start=Py_ssize_t, ends=bint)
    cdef list direct_before(
        self, Py_ssize_t low, Py_ssize_t cue, unsigned char use, Py_ssize_t head, Packed subject
    )
    cdef bint _pauses(self, Marked mark, Py_ssize_t then) except? -1
    @cython.locals(mark=Marked, inside=Py_ssize_t)
    cdef bint is_marked(self, Py_ssize_t first, Py_ssize_t end) except? -1
    @cython.locals(
        mark=Marked, last=Marked, speaker=Packed, first=Py_ssize_t, words=Py_ssize_t,
        gap="unsigned char",
    )
    cdef list direct_behind(self, Py_ssize_t cue, Packed subject, list following)
    @cython.locals(kinds=Letters, at=Py_ssize_t, helped=Py_ssize_t)
    cdef Packed quoted(self, Py_ssize_t low, Py_ssize_t cue) except? -1
    @cython.locals(mark=Marked)
    cdef Marked mark_behind(self, Py_ssize_t cue)
    @cython.locals(kinds=Letters, first=Py_ssize_t, at=Py_ssize_t, comma=Py_ssize_t, end=Py_ssize_t)
    cdef Packed first_named(self, Py_ssize_t cue) except? -1
    @cython.locals(mark=Marked, speaker=Packed)
    cdef list by_colon(self)
    @cython.locals(row=Row, mark=Marked, kind=str, start=Py_ssize_t, end=Py_ssize_t)
    cdef Said said(self, Py_ssize_t first, Py_ssize_t last, Packed cue, Packed speaker, double sure)
