# C types of owner.py.

cimport cython

from pipeline.enriching.quotes.marks cimport Letters
from pipeline.enriching.quotes.row cimport Packed, Row, place

cdef Py_ssize_t _MOST_OWNER


@cython.locals(kinds=Letters, gaps=Letters, first=Py_ssize_t)
cdef Py_ssize_t _owner_from(Row row, Py_ssize_t low, Py_ssize_t end) except? -2
@cython.locals(at=Py_ssize_t, first=Py_ssize_t)
cpdef Packed owner(Row row, Py_ssize_t low, Py_ssize_t noun) except? -1
