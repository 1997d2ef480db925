# The types that make ``reading_time.py`` fast where it is compiled; see ``setup.py``.

cimport cython

cdef int _SIGN, _BLANKS


@cython.locals(
    text=str, starts="const int[::1]", gaps="const unsigned int[::1]", shapes="const unsigned char[::1]",
    count=Py_ssize_t, at=Py_ssize_t, blanks=Py_ssize_t, signs=Py_ssize_t, number=Py_ssize_t,
    minutes=double, body=Py_ssize_t,
)
cpdef int seconds_of(read, Py_ssize_t chars)
