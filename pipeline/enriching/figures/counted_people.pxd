# The types that make ``counted_people.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.window cimport Window
from pipeline.enriching.figures.number_reading cimport Number

cdef unsigned int CLOSING, COLON, COMMA, DASH, HYPHEN, MONEY, OPENING, PERCENT, POINT, QUOTE
cdef unsigned int _PERCENT_MONEY, _MONEY_HYPHEN
cdef unsigned int _STOPS


@cython.locals(
    words=list, after=Py_ssize_t, before=str, is_year=bint, gaps="const unsigned int[::1]"
)
cpdef bint is_measure(Window window, Number number, harm)

@cython.locals(words=list, there=Py_ssize_t, word=str)
cpdef Py_ssize_t people_end(Window window, Py_ssize_t at, harm)

@cython.locals(words=list, there=Py_ssize_t, word=str)
cdef Py_ssize_t _of(Window window, Py_ssize_t at, harm)

@cython.locals(count=int, word=str)
cpdef bint is_unknown_noun(Window window, Py_ssize_t at, Py_ssize_t to, harm)
