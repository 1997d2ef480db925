# The types that make ``window.py`` fast where it is compiled; see ``setup.py``.

cimport cython

cdef unsigned int POINT, _BLANKS, _BREAK


cdef class Window:
    cdef public Py_ssize_t low
    cdef public str text
    cdef public list words
    cdef const int[::1] starts, ends
    cdef const unsigned int[::1] gaps

    @cython.locals(gap="unsigned int", before=str)
    cdef bint is_end(self, Py_ssize_t at)

    @cython.locals(at=Py_ssize_t)
    cdef bint has(self, Py_ssize_t first, Py_ssize_t end, which)

    cdef bint stops(self, Py_ssize_t at, unsigned int signs)
