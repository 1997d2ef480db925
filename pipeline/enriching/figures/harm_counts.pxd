# The types that make ``harm_counts.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.window cimport Window
from pipeline.enriching.figures.number_reading cimport Number

cdef unsigned int STOPS
cdef Py_ssize_t NEAR


cdef class Casualties:
    cdef public str kind
    cdef public Py_ssize_t first, last
    cdef public Number number
    cdef public double score


@cython.locals(number=Number)
cpdef Number people_ending(Window window, Py_ssize_t at, known, harm)

@cython.locals(word=str)
cpdef bint is_nobody(Window window, Py_ssize_t at)

@cython.locals(before=Py_ssize_t, part=Number)
cdef Number _whole(Window window, Number number, known)

cpdef bint is_article(Window window, Number number, known)

@cython.locals(
    words=list, before=Py_ssize_t, there=Py_ssize_t, first=Number, least=double, most=double
)
cpdef Number with_others(Window window, Number number, known, harm)

@cython.locals(there=Py_ssize_t, words=list, then=Py_ssize_t, all_=Number)
cpdef Number of_whom(Window window, Number number, known)
