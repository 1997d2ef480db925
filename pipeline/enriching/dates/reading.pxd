# The types that make ``reading.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.dates.row cimport Mention
from pipeline.enriching.dates.units cimport Units

cdef long long _DAY, _DAY_OR_MONTH, _UNIT, _NEAR
cdef int _CAPITAL


@cython.locals(
    candidates=list, found=list, reader=Reader, done=Py_ssize_t, at=Py_ssize_t, mention=Mention
)
cpdef list mentions(words, tongue, today, Py_ssize_t begin=*, Py_ssize_t most=*)


@cython.locals(
    starts="const int[::1]", ends="const int[::1]", text=str, dates=list, mention=Mention,
    start=Py_ssize_t, end=Py_ssize_t,
)
cpdef tuple told(list found, read)


cdef class Reader(Units):
    @cython.locals(role="long long", found=Mention)
    cdef Mention read(self, Py_ssize_t at)
