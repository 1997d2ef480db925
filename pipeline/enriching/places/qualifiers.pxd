# The types for C of qualifiers.py.
import cython
from libc.stdint cimport uint32_t, uint64_t

from pipeline.enriching.gazetteer.spots cimport Spot

cdef unsigned int _POINT, _BETWEEN
cdef int _MOST_WORDS, _MOST_COUNTIES


@cython.locals(spot=Spot, found=list)
cpdef tuple regions_of(spots)

@cython.locals(spot=Spot, found=list)
cpdef tuple counties_of(spots)

@cython.locals(spot=Spot)
cpdef bint is_land(tuple spots) except -1

cdef bint _is_land(Spot spot)

@cython.locals(found=Py_ssize_t, last=Py_ssize_t, count=Py_ssize_t)
cpdef tuple abbreviated(
    const uint64_t[::1] plain, const uint64_t[::1] cased, const uint32_t[::1] gaps, Py_ssize_t at
)
