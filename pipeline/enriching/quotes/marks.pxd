# C types of marks.py.

cimport cython

ctypedef unsigned char Letter
ctypedef const unsigned char* Letters


@cython.final
@cython.freelist(64)
cdef class Marked:
    cdef readonly Py_ssize_t first, last, start, end, outer_start, outer_end


@cython.locals(
    gap=str, sign=str, mark=str, found=list, signs=tuple, letters=Letters,
    count=Py_ssize_t, number=Py_ssize_t, begin=Py_ssize_t, end=Py_ssize_t, at=Py_ssize_t,
    where=Py_ssize_t, edge=Py_ssize_t, begins_at=Py_ssize_t, inside=Py_ssize_t,
    opened=Py_ssize_t, opened_at=Py_ssize_t, opened_in=Py_ssize_t, maybe=Py_ssize_t,
    maybe_at=Py_ssize_t, paragraph=Py_ssize_t, looked=Py_ssize_t, close=Py_ssize_t,
    opens=bint, closes=bint, sure=bint, decade=bint,
)
cpdef list marked(
    str text, const int[::1] starts, const int[::1] ends, list numbers, bytes gaps
)

@cython.locals(number=Py_ssize_t)
cdef bint _paragraph_ends(const unsigned char* gaps, Py_ssize_t first, Py_ssize_t end) noexcept

@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cdef _add(
    list found, str text, Py_ssize_t opened, Py_ssize_t opened_at, Py_ssize_t closed,
    Py_ssize_t closed_at,
)
