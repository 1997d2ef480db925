# The types for C of bodies.py.
import cython

from pipeline.enriching.places.mention cimport Mention
from pipeline.enriching.places.surroundings cimport Surroundings

cdef int _STRENGTH, _WORD, _NAMES


@cython.locals(strength=int, n=Py_ssize_t)
cpdef bint is_of_body(
    Surroundings around, Mention mention, int begin, int stop, int flag
) except -1

@cython.locals(n=Py_ssize_t)
cpdef bint has_body(Surroundings around, Py_ssize_t first, int stop) except -1

@cython.locals(last=Py_ssize_t, n=Py_ssize_t)
cpdef bint is_called_after(Surroundings around, Mention mention, int stop) except -1
