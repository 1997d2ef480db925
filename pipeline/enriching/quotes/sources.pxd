# C types of sources.py.

cimport cython

from pipeline.enriching.quotes.marks cimport Letter, Letters
from pipeline.enriching.quotes.row cimport Packed, Row, end_of, place
from pipeline.enriching.quotes.subject cimport named_behind, noun_phrase, subject_behind

cdef Py_ssize_t _IN_BRACKETS, _MOST_SOURCE, _MOST_APPOSITION, _ROLE_BY


@cython.final
cdef class Source:
    cdef readonly Py_ssize_t start, end
    cdef readonly Packed cue, speaker


@cython.locals(
    kinds=Letters, gaps=Letters, start=Py_ssize_t, name=Py_ssize_t, first=Py_ssize_t,
    verb=Py_ssize_t, end=Py_ssize_t, behind_it=Py_ssize_t, named=Py_ssize_t, closed=Py_ssize_t, comma=Py_ssize_t,
    speaker=Packed, word=str, so=bint,
)
cpdef Source source_at(Row row, speech, Py_ssize_t low, Py_ssize_t cue, Py_ssize_t high)

@cython.locals(
    kinds=Letters, gaps=Letters, kind=Letter, first=Py_ssize_t, genitive=Py_ssize_t, head=bint,
)
cdef Py_ssize_t _dative(Row row, Py_ssize_t low, Py_ssize_t end) except? -2

@cython.locals(kinds=Letters, end=Py_ssize_t, at=Py_ssize_t, word=str, joined=str)
cdef Py_ssize_t _apposition(Row row, Py_ssize_t comma, Py_ssize_t high) except? -2
