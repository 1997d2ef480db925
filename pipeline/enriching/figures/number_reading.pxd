# The types that make ``number_reading.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.window cimport Window

cdef unsigned int APOSTROPHE, BLANK, COMMA, DASH, HYPHEN, LINE, MONEY, POINT
cdef unsigned int _WITHIN, _BLANK_MONEY
cdef Py_ssize_t _LONGEST, _MOST_DECIMALS


cdef class Number:
    cdef public Py_ssize_t first, last
    cdef public double least, most
    cdef public bint scaled


@cython.locals(
    first=Number, second=Number, then=Py_ssize_t, words=list, gap="unsigned int", is_and=bint,
    least=double, gaps="const unsigned int[::1]",
)
cpdef Number number_at(Window window, Py_ssize_t at, known)

@cython.locals(word=str, start=Py_ssize_t, number=Number)
cpdef Number number_ending(Window window, Py_ssize_t at, known)

@cython.locals(phrase=list, begin=Py_ssize_t)
cpdef Py_ssize_t with_about(Window window, Py_ssize_t at, known)

@cython.locals(word=str)
cdef Number _single(Window window, Py_ssize_t at, known)

@cython.locals(digits=Py_ssize_t, size=Py_ssize_t, at=Py_ssize_t)
cdef Py_ssize_t _digits_of(str word)

@cython.locals(
    words=list, last=Py_ssize_t, word=str, digits=Py_ssize_t, whole=str, unit=str, decimals=str,
    gap="unsigned int", is_decimal=bint, three=bint, again=bint, value=double,
    gaps="const unsigned int[::1]",
)
cdef Number _in_digits(Window window, Py_ssize_t at, known)

@cython.locals(scaled=bint)
cdef Number _scaled(Window window, Py_ssize_t at, Py_ssize_t last, double value, known)

@cython.locals(words=list, count=Py_ssize_t, phrase=str)
cdef Number _vague(Window window, Py_ssize_t at, known)

@cython.locals(
    words=list, total=double, group=double, last=Py_ssize_t, scaled=bint, room=double,
    then=Py_ssize_t, nearer=double, word=str, following=str,
)
cdef Number _in_words(Window window, Py_ssize_t at, known)

cdef bint _is_collective(list words, Py_ssize_t at, known)

cdef bint _is_half(list words, Py_ssize_t at, known)

cdef double _room(double value)

@cython.locals(scale=double, word=str, digits=Py_ssize_t)
cdef double _scale_of(Window window, Number number, known)
