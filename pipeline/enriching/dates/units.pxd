# The types that make ``units.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.dates.row cimport Mention
from pipeline.enriching.dates.weekdays cimport Weekdays

cdef long long _DAY, _NEAR, _NEAR_I, _LAST, _NEXT, _THIS, _OF, _THE, _EVERY, _AGO, _BEFORE_AGO
cdef long long _NUMBER, _ORDINAL, _EARLIER, _PART_OF, _BEFORE_MORNING, _SIDE
cdef int _DIGIT, _END


cdef class Units(Weekdays):
    @cython.locals(
        role="long long", before="long long", word=str, offset=int, first=Py_ssize_t,
        previous=str, times=bint,
    )
    cdef Mention near(self, Py_ssize_t at)

    @cython.locals(
        unit=str, first=Py_ssize_t, year=int, end=int, count=int, before=Py_ssize_t,
        role="long long", step=int, start=Py_ssize_t, last=Py_ssize_t, tense=int, day=int,
        earlier=bint,
    )
    cdef Mention unit(self, Py_ssize_t at)

    @cython.locals(step=int, first=Py_ssize_t, last=Py_ssize_t)
    cdef Mention _that_comes(self, Py_ssize_t at, str unit)

    cdef int _count(self, Py_ssize_t at)

    cdef Mention _ago(self, Py_ssize_t first, Py_ssize_t last, str unit, int count)

    @cython.locals(
        step=int, first=Py_ssize_t, last=Py_ssize_t, then=Py_ssize_t, year=int, number=int
    )
    cdef Mention _quarter(self, Py_ssize_t at)
