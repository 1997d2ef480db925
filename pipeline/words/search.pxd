# C types of search.py.

cimport cython
from libc.stdint cimport int32_t


@cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
cpdef Py_ssize_t first_from(const int32_t[::1] starts, Py_ssize_t char) noexcept
