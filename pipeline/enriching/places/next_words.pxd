# The types for C of next_words.py.
import cython
from libc.stdint cimport uint32_t, uint64_t

from pipeline.enriching.places.surroundings cimport Surroundings

cdef int _CAPITAL
cdef uint64_t _OF, _THE, _POSSESSIVE
cdef unsigned int _APOSTROPHE, _BLANK, _HYPHEN, _COMMA, _MONEY, _PARAGRAPH, _CLOSES


cpdef bint is_money(Surroundings around, Py_ssize_t last) except -1

@cython.locals(at=Py_ssize_t, more=bint, gap=uint32_t, number=uint64_t)
cpdef bint is_other(
    Surroundings around, Py_ssize_t first, Py_ssize_t last, int strength
) except -1

@cython.locals(n=Py_ssize_t)
cpdef bint is_located(Surroundings around, Py_ssize_t first) except -1

@cython.locals(closes=bint)
cpdef bint is_closed(Surroundings around, Py_ssize_t last) except -1

@cython.locals(owns=bint)
cpdef bint is_owner(Surroundings around, Py_ssize_t last) except -1

@cython.locals(at=Py_ssize_t)
cpdef bint is_listed(Surroundings around, Py_ssize_t last) except -1
