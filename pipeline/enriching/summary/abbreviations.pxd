# The types that make ``abbreviations.py`` fast where it is compiled; see ``setup.py``.

cimport cython

cdef str _APART


@cython.locals(said=str, word=str, last=str)
cpdef bint is_abbreviation(str before, str after)

@cython.locals(at=Py_ssize_t)
cdef str _last_word(str text)

@cython.locals(start=Py_ssize_t, size=Py_ssize_t, end=Py_ssize_t)
cdef str _first_word(str text)

cpdef bint is_ordinal(str before, str language)
