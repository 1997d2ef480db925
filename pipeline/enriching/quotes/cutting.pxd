# C types of cutting.py.

cimport cython

from pipeline.enriching.quotes.marks cimport Marked, marked
from pipeline.enriching.quotes.row cimport Row


@cython.locals(
    kinds=bytes, gaps=bytes, sentences=list, cues=list, marked_gaps=list, marks=list, row=Row,
    starts="const int[::1]", ends="const int[::1]",
)
cpdef Row row_of(words, speech, Py_ssize_t at)

@cython.locals(kept=list, at=Py_ssize_t, first=Py_ssize_t, mark=Marked)
cdef list _without(list sentences, list marks)
