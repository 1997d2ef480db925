# The types that make ``reading.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.money cimport Sum
from pipeline.enriching.figures.harm_counts cimport Casualties
from pipeline.enriching.figures.window cimport Window
from pipeline.enriching.figures.number_reading cimport Number

cdef unsigned int MONEY
cdef int _HARM, _CURRENCY, _CODE, _MOST_TRIGGERS, _ROOM
cdef Py_ssize_t _BEFORE, _BEHIND


cdef class Found:
    cdef public str kind, unit
    cdef public Py_ssize_t start, end
    cdef public double least, most, score


cdef class Known:
    cdef public object table, role_of, numerals, harm


@cython.locals(
    known=Known, places=list, count=Py_ssize_t, found=list, window=Window, left=int,
    place=Py_ssize_t, role=int, at_sign=bint, low=Py_ssize_t, at=Py_ssize_t,
)
cpdef list figures_in(words, str language)

@cython.locals(people=Casualties, start=Py_ssize_t, end=Py_ssize_t, number=Number)
cdef _add_harmed(list found, Window window, Py_ssize_t at, Known known)

@cython.locals(least=double, most=double)
cdef _add_sum(list found, Sum money)

@cython.locals(last=Found)
cdef _add(list found, Found one)
