# C types of reading.py.

cimport cython

from pipeline.enriching.quotes.direct cimport Said, said_as
from pipeline.enriching.quotes.marks cimport Letters, Marked
from pipeline.enriching.quotes.row cimport Packed, Row, place
from pipeline.enriching.quotes.sentence cimport Sentence
from pipeline.enriching.quotes.subject cimport subject_before, subject_behind

cdef Py_ssize_t _LEAST_ALONE, _ASKED, _LONGEST, _NEAR


@cython.locals(
    gaps=Letters, cues=list, marks=list, sentences=list, reports=bint, german=bint, spanish=bint, its=Said, found=list,
    before=Said, open_ended=bint, told=bint, cue_at=Py_ssize_t, mark_at=Py_ssize_t, asked=Py_ssize_t,
    sentence=Sentence, none=Py_ssize_t, cue=Py_ssize_t, mark=Py_ssize_t, low=Py_ssize_t,
    high=Py_ssize_t, number=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, own_from=Py_ssize_t,
    inside_from=Py_ssize_t, inside=list, own=list, at=Py_ssize_t, said=list, follows=Said,
)
cpdef list said_in(Row row, speech, Py_ssize_t most)

@cython.locals(kinds=Letters, gaps=Letters, at=Py_ssize_t)
cdef bint _is_reported(Row row, Py_ssize_t low, Py_ssize_t high) except? -1
@cython.locals(text=str, end=Py_ssize_t)
cdef bint _ends_in_colon(Row row, Py_ssize_t high) except? -1
@cython.locals(cue=Py_ssize_t)
cdef Py_ssize_t _verb(Row row, list cues) except? -1
@cython.locals(speaker=Packed)
cdef Said _announced(Row row, Py_ssize_t low, Py_ssize_t cue, Py_ssize_t high)
@cython.locals(
    found=list, covered=Py_ssize_t, mark=Marked, first=Marked, last=Marked, told=bint, cue=Packed,
    reports=bint, words=Py_ssize_t, speaker=Packed,
)
cdef list _alone(Row row, Py_ssize_t low, Py_ssize_t high, list marks, Said before)
@cython.locals(beside=bint)
cdef bint _is_set_off(Row row, Marked mark) except? -1
@cython.locals(kinds=Letters, gaps=Letters, first=Py_ssize_t, end=Py_ssize_t)
cdef Packed _beside(Row row, Py_ssize_t low, Py_ssize_t high, Marked mark) except? -1
@cython.locals(mark=Marked)
cdef bint _are_clauses(Row row, list marks) except? -1
@cython.locals(at=Py_ssize_t)
cdef bint _is_clause(Row row, Marked mark) noexcept
@cython.locals(words=list)
cdef bint _is_title(Row row, Marked mark) except? -1
