# The types for C of number_set.py.
import cython
from libc.stdint cimport uint64_t


cdef class NumberSet:
    cdef const uint64_t[::1] _numbers

    @cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
    cpdef bint has(self, uint64_t number)
