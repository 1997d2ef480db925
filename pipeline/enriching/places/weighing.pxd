# The types for C of weighing.py.
import cython

from pipeline.enriching.gazetteer.spots cimport Spot

cdef double _WELL_KNOWN, _OTHER_NAME, _SAME_LANGUAGE, _AT_HOME, _COUNTRY, _LIKE_ITS_TOWN, _LIKE_ITS_COUNTRY
cdef double _LIKE_A_TOWN, _TERRITORY, _SMALL
cdef int _IN_USE


@cython.locals(spots=tuple, spot=Spot, towns=set, sovereign=set, famous=bint, weight=double,
               weighed=list)
cdef tuple _weighed(int row, str language, str home, tuple within)

@cython.locals(people=double, weight=double)
cdef double _prior(Spot spot, str language, str home, set towns, bint famous) except? -1

cpdef double sure_of(Spot spot) except? -1
