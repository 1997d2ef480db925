# The types that make ``months.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.dates.row cimport DateRow, Mention

cdef long long _MONTH, _UNIT, _LAST, _NEXT, _WHICH, _OF, _THE, _TO, _AND, _BETWEEN, _PAST
cdef long long _BEFORE_YEAR, _BEFORE_LOW, _SIDE, _OF_OR_THE, _THE_OR_UNTIL, _IN_OR_PART
cdef int _LOWER, _CAPITAL, _HYPHEN, _SLASH, _COMMA, _NEVER, _MONTHS_AHEAD


cdef class Months(DateRow):
    @cython.locals(
        month=int, ambiguous=bint, first=Py_ssize_t, last=Py_ssize_t, day=int, day_end=int,
        before=Py_ssize_t, number=int, low=int, low_at=Py_ssize_t, high=int, then=Py_ssize_t,
        year=int, step=int, tense=int, mention=Mention, ranged=Mention, of_year=Mention,
    )
    cdef Mention month(self, Py_ssize_t at)

    @cython.locals(
        then=Py_ssize_t, role="long long", behind="long long", unit=Py_ssize_t, step=int
    )
    cdef Mention _of_year(self, Py_ssize_t at, int month)

    @cython.locals(tense=int)
    cdef int _month_tense(self, Py_ssize_t at, int month)

    @cython.locals(then=Py_ssize_t, at=Py_ssize_t, second=Mention)
    cdef Mention _to_date(self, Mention first, int year)

    cdef bint _in_month(self, Py_ssize_t at)

    cdef bint _may(self, Py_ssize_t at)

    @cython.locals(low=int, to=Py_ssize_t, role="long long")
    cdef tuple _low(self, Py_ssize_t at)

    @cython.locals(
        gaps=bytes, before="long long", behind="long long", month=int, day=int, year=int,
        bare=bint, end=int, last=Py_ssize_t, ranged=bint,
    )
    cdef Mention digits(self, Py_ssize_t at)

    @cython.locals(behind=int)
    cdef bint _is_bare_year(self, Py_ssize_t at)

    @cython.locals(year=int, day=int, month=int)
    cdef Mention _day_month_year(self, Py_ssize_t at)
