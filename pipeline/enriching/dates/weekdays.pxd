# The types that make ``weekdays.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.dates.months cimport Months
from pipeline.enriching.dates.row cimport Mention

cdef long long _DAY, _DAYS_PAST, _MONTH, _UNIT, _LAST, _NEXT, _WHICH, _OF, _THE, _TO, _AND
cdef long long _BETWEEN, _EVERY, _NAME_BEFORE, _NAME_BEHIND, _OF_OR_THE
cdef int _DIGIT, _POINT, _VERB_AWAY


cdef class Weekdays(Months):
    @cython.locals(
        role="long long", before="long long", number=int, last=Py_ssize_t, behind=bint,
        found=Mention, step=int, first=Py_ssize_t, tense=int, day=tuple, ranged=Mention,
    )
    cdef Mention day(self, Py_ssize_t at)

    @cython.locals(at=Py_ssize_t)
    cdef int _tense_of_this(self, Py_ssize_t first, Py_ssize_t last, int number)

    @cython.locals(then=Py_ssize_t, month=Py_ssize_t, found=Mention)
    cdef Mention _dated(self, Py_ssize_t at, Py_ssize_t last)

    @cython.locals(then=Py_ssize_t, role="long long", step=int)
    cdef Mention _of_week(self, Py_ssize_t at, Py_ssize_t last, int number)

    @cython.locals(then=Py_ssize_t, role="long long", ranged=bint, joined=bint)
    cdef Mention _to_day(self, Py_ssize_t first, Py_ssize_t last, tuple found)
