# C types of quote_sources.py.

cimport cython

from pipeline.enriching.quote_marks cimport Letters
from pipeline.enriching.quote_row cimport Packed, Row, end_of, place
from pipeline.enriching.quote_subject cimport chunk, named_behind, noun_phrase, subject_behind

cdef Py_ssize_t _IN_BRACKETS


@cython.final
cdef class Source:
    cdef readonly Py_ssize_t start, end
    cdef readonly Packed cue, speaker


@cython.locals(
    kinds=Letters, gaps=Letters, start=Py_ssize_t, name=Py_ssize_t, first=Py_ssize_t,
    verb=Py_ssize_t, end=Py_ssize_t, behind_it=Py_ssize_t, named=Py_ssize_t, closed=Py_ssize_t,
    speaker=Packed, word=str, so=bint,
)
cpdef Source source_at(Row row, speech, Py_ssize_t low, Py_ssize_t cue, Py_ssize_t high)
