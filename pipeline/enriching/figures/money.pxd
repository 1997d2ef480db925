# The types that make ``money.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.window cimport Window
from pipeline.enriching.figures.number_reading cimport Number


cdef class Sum:
    cdef public Py_ssize_t start, end
    cdef public Number number
    cdef public str unit


@cython.locals(
    text=str, begin=Py_ssize_t, number=Number, start=Py_ssize_t, unit=str, first=Py_ssize_t
)
cpdef Sum sum_at_sign(Window window, Py_ssize_t at, known)

@cython.locals(
    word=str, number=Number, first=Py_ssize_t, unit=str, first_word=Py_ssize_t, last=Py_ssize_t,
    before=Py_ssize_t,
)
cpdef Sum sum_at_word(Window window, Py_ssize_t at, known)

@cython.locals(words=list, whose=str, after=str, first=Py_ssize_t)
cdef tuple _unit(Window window, Py_ssize_t at, str word)

cdef bint _is_article(Window window, Number number, known)
