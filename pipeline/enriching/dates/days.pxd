# The types that make ``days.py`` fast where it is compiled; see ``setup.py``.

cimport cython

cdef int _MOST_UNITS, _HALF_A_YEAR, _LAST_DAY


@cython.locals(number=int, far=int, away=int, that=int, found=tuple, nearest=tuple)
cpdef tuple full_date(today, int year, int month, int first, int last)

cdef tuple _days_of(int year, int month, int first, int last)

cdef int _length(int year, int month)

cpdef tuple month_of(int year, int month, double sure)

@cython.locals(year=int)
cpdef tuple month_near(today, int month, int tense, double sure)

@cython.locals(back=int, far=int)
cpdef tuple weekday(today, int day, int tense, double sure)

@cython.locals(number=int)
cpdef moved_by(day, int far)

@cython.locals(number=int)
cpdef tuple span_of(today, str unit, int step, int count=*)

@cython.locals(found=tuple)
cpdef tuple ago(today, str unit, int count)

@cython.locals(months=int, number=int)
cdef _moved(day, str unit, int count)

cpdef tuple years(int first, int last, double sure=*)

@cython.locals(last=tuple)
cdef tuple _quarter(int year, int number)

cpdef tuple quarter_near(today, int number, int year)
