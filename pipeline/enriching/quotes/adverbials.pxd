# C types of adverbials.py.

cimport cython

from pipeline.enriching.quotes.marks cimport Letters
from pipeline.enriching.quotes.row cimport Row


@cython.locals(kinds=Letters, at=Py_ssize_t, then=Py_ssize_t, noun=Py_ssize_t)
cpdef Py_ssize_t adjuncts(Row row, Py_ssize_t first, Py_ssize_t end, bint a_day) noexcept
@cython.locals(kinds=Letters, then=Py_ssize_t, noun=Py_ssize_t)
cdef Py_ssize_t _of_it(Row row, Py_ssize_t at, Py_ssize_t end) noexcept
