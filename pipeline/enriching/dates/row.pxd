# The types that make ``row.py`` fast where it is compiled; see ``setup.py``.

cimport cython

cdef long long _LAST, _NEXT, _THIS, _WHICH, _SIDE, _SINCE, _UNTIL, _FUTURE, _PAST, _TENSE
cdef long long _TO, _AND, _DAY
cdef int _BEFORE, _BEHIND, _DIGIT, _CAPITAL, _SPACE, _POINT, _END


cdef class Mention:
    cdef public Py_ssize_t first, last
    cdef public tuple days


cdef class DateRow:
    cdef object tongue, today
    cdef str language, text
    cdef bint capitals
    cdef Py_ssize_t count
    cdef const int[::1] starts, ends, rows
    cdef const long long[::1] roles
    cdef bytes gaps, shapes

    cdef str word(self, Py_ssize_t at)

    @cython.locals(start=Py_ssize_t, size=Py_ssize_t, value=int, then=int)
    cdef int number(self, Py_ssize_t at)

    @cython.locals(digits=str, rest=str)
    cdef int _other_number(self, str word)

    @cython.locals(start=Py_ssize_t, word=str)
    cdef int year(self, Py_ssize_t at)

    cdef bint joins(self, Py_ssize_t at)

    cdef bint joins_by(self, Py_ssize_t at, bytes letters)

    cdef bint capital(self, Py_ssize_t at)

    cdef int tense(self, Py_ssize_t at, Py_ssize_t last)

    @cython.locals(back=Py_ssize_t, gap=int, role="long long")
    cdef int tense_before(self, Py_ssize_t at, Py_ssize_t last)

    @cython.locals(word=str, back=Py_ssize_t, on=Py_ssize_t, role="long long")
    cdef int _tense_of_end(self, Py_ssize_t until, Py_ssize_t last)

    @cython.locals(
        on=Py_ssize_t, gap=int, role="long long", gaps=bytes,
        first=Py_ssize_t, end=Py_ssize_t, stop=Py_ssize_t, said=str,
    )
    cdef int tense_behind(self, Py_ssize_t at, Py_ssize_t last)

    @cython.locals(role="long long", first=Py_ssize_t)
    cdef tuple which(self, Py_ssize_t at, Py_ssize_t last)

    cdef bint _is_that(self, Py_ssize_t at)
