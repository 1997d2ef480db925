# C types of subject.py.

cimport cython

from pipeline.enriching.quotes.marks cimport Letter, Letters, Marked
from pipeline.enriching.quotes.row cimport Packed, Row, place

cdef Py_ssize_t _MOST_RELATIVE, _MOST_SUBJECT, _MOST_BESIDE, _MOST_APPOSITION


@cython.locals(
    kinds=Letters, gaps=Letters, gap=Letter, first=Py_ssize_t, end=Py_ssize_t, comma=Py_ssize_t,
    at=Py_ssize_t, name=Py_ssize_t, mark=Marked,
)
cpdef Packed subject_before(Row row, Py_ssize_t low, Py_ssize_t cue) except? -1

@cython.locals(end=Py_ssize_t)
cpdef bint is_adverb(Row row, Py_ssize_t at) except? -1

cdef bint _has_name(Row row, Py_ssize_t first, Py_ssize_t end) noexcept
@cython.locals(kinds=Letters, gaps=Letters, at=Py_ssize_t)
cdef Py_ssize_t _relative(Row row, Py_ssize_t low, Py_ssize_t verb) except? -2

cdef bint is_who(Row row, Py_ssize_t low, Py_ssize_t at) except? -1

@cython.locals(kinds=Letters, gaps=Letters, kind=Letter, first=Py_ssize_t, who=Py_ssize_t, named=bint)
cpdef Py_ssize_t chunk(Row row, Py_ssize_t low, Py_ssize_t end) except? -2

@cython.locals(kinds=Letters, gaps=Letters, first=Py_ssize_t, end=Py_ssize_t)
cpdef Packed subject_behind(Row row, Py_ssize_t cue, Py_ssize_t high) except? -1

@cython.locals(kinds=Letters, gaps=Letters, named=Py_ssize_t, alone=bint)
cpdef Py_ssize_t named_behind(Row row, Py_ssize_t end, Py_ssize_t high) except? -2

@cython.locals(kinds=Letters, gaps=Letters, kind=Letter, end=Py_ssize_t, genitive=bint)
cpdef Py_ssize_t noun_phrase(Row row, Py_ssize_t first, Py_ssize_t high) except? -2

cdef bint _hangs(Row row, Py_ssize_t at) except? -1
