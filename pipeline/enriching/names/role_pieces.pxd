cimport cython

from pipeline.enriching.names.text cimport Text as CText

cdef int _MOST_CHARS, _BLANK, _NOUN


@cython.final
cdef class Pieces:
    cdef CText _text
    cdef dict _meanings, _numbers
    cdef readonly tuple endings

    @cython.locals(meaning=int)
    cdef int meaning(self, Py_ssize_t first, Py_ssize_t last) except -1

    @cython.locals(small=str, meaning=int)
    cdef int meaning_of(self, str said) except -1

    @cython.locals(said=str)
    cdef int meaning_between(self, Py_ssize_t start, Py_ssize_t end) except -1

    @cython.locals(text=CText, at=Py_ssize_t)
    cdef bint _is_joined(self, Py_ssize_t n) except -1

    cdef Py_ssize_t before(self, Py_ssize_t n) except -2

    cdef Py_ssize_t beginning(self, Py_ssize_t n) except -2

    cdef Py_ssize_t end(self, Py_ssize_t n) except -2

    @cython.locals(first=Py_UCS4)
    cdef bint may_stand_before(self, Py_ssize_t start, Py_ssize_t end) except -1

    cdef str shown(self, Py_ssize_t start, Py_ssize_t end)
