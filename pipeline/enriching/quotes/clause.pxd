# C types of clause.py.

cimport cython

from pipeline.enriching.quotes.adverbials cimport adjuncts
from pipeline.enriching.quotes.direct cimport Said
from pipeline.enriching.quotes.marks cimport Letter, Letters
from pipeline.enriching.quotes.owner cimport owner
from pipeline.enriching.quotes.row cimport Packed, Row, end_of, first_of, place
from pipeline.enriching.quotes.subject cimport noun_phrase, subject_before, subject_behind
from pipeline.enriching.quotes.usage cimport Usage

cdef Py_ssize_t _FAR, _SPLIT

cpdef double sure_of(Letter use) noexcept


cdef class Clause(Usage):
    @cython.locals(
        kinds=Letters, row=Row, first=Py_ssize_t, end=Py_ssize_t, helped=Py_ssize_t
    )
    cdef Packed nominative(self, Py_ssize_t low, Packed subject) except? -1
    @cython.locals(
        kinds=Letters, gaps=Letters, row=Row, high=Py_ssize_t, first=Py_ssize_t, words=Py_ssize_t,
        rest=Py_ssize_t, last=Py_ssize_t, finite=bint, goes_on=bint,
        ends=bint, part=bint, split=bint, speaker=Packed,
    )
    cdef Said clause_before(
        self, Py_ssize_t low, Py_ssize_t cue, Py_ssize_t head, Packed subject, Letter use
    )
    @cython.locals(as_=Py_ssize_t, then=Py_ssize_t)
    cdef Said as_somebody_said(
        self, Py_ssize_t low, Py_ssize_t cue, Packed subject, Letter use
    )
    @cython.locals(
        kinds=Letters, row=Row, until=Py_ssize_t, found=Packed, first=Py_ssize_t, behind=Py_ssize_t,
        participle=bint, passive=bint, speaker=Packed, end=Py_ssize_t,
    )
    cdef Said clause_behind(
        self, Py_ssize_t low, Py_ssize_t cue, Packed subject, Letter use, Letter before,
        list following,
    )
    @cython.locals(kinds=Letters, gaps=Letters, first=Py_ssize_t)
    cdef Packed _issuer(self, Py_ssize_t low, Py_ssize_t noun) except? -1
    @cython.locals(speaker=Packed, end=Py_ssize_t)
    cdef Said _as_somebody_recalled(self, Py_ssize_t cue)
    @cython.locals(row=Row, first=Py_ssize_t, high=Py_ssize_t, end=Py_ssize_t, speaker=Packed)
    cdef Said _accused(self, Py_ssize_t cue)
    cdef Said _passive(self, Py_ssize_t cue, Packed subject, Letter use)
    @cython.locals(
        kinds=Letters, gaps=Letters, row=Row, other=Py_ssize_t, kind=Letter, comma=Py_ssize_t,
        at=Py_ssize_t, subject=Packed, rest=Py_ssize_t, inside=bint, beside=bint,
        head=Py_ssize_t,
    )
    cdef Py_ssize_t _clause_end(self, Py_ssize_t first, list following) except? -1
