# C types of results.py.

cimport cython

from pipeline.enriching.quotes.direct cimport Said
from pipeline.enriching.quotes.row cimport Packed, Row, end_of, first_of
from pipeline.enriching.quotes.speakers cimport Cast


@cython.locals(
    cast=Cast, text=str, parts=tuple, begins=tuple, reports=bint, definite=bint, quotes=list, name=str,
    spoke=Packed, said=Said, cue=Packed, speaker=Packed, speaker_as=str, cue_as=str, quote=dict,
    first=Py_ssize_t, last=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t,
)
cpdef tuple told(list found, Row row, read, tuple names)
