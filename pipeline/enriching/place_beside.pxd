# The types for C of place_beside.py.
import cython

from pipeline.enriching.place_mention cimport Mention, NamedSpans
from pipeline.enriching.place_surroundings cimport Surroundings

cdef int _CAPITAL, _MOST_WORDS
cdef unsigned int _IN_BUILDING


@cython.locals(more=list, last=Py_ssize_t, first=Py_ssize_t, start=int, end=int, name=int,
               mention=Mention)
cpdef list unnamed(Surroundings around, NamedSpans named, list found)

@cython.locals(first=Py_ssize_t, located=bint)
cdef Py_ssize_t _first_of(Surroundings around, Py_ssize_t last)
