cimport cython
from libc.stdint cimport int32_t, uint64_t

cdef int _FEWEST


@cython.final
cdef class Firsts:
    cdef uint64_t _mask
    cdef uint64_t[::1] _numbers
    cdef int32_t[::1] _places

    @cython.locals(at=uint64_t)
    cpdef Py_ssize_t met(self, uint64_t number, Py_ssize_t place) noexcept
