# The types for C of resolving.py.
import cython

from pipeline.enriching.gazetteer.spots cimport Spot
from pipeline.enriching.places.mention cimport Toponym
from pipeline.enriching.places.weighing cimport sure_of

cdef double _IN_COUNTRY, _IN_REGION, _ITS_TOWNS, _NEARBY, _NEAR_KM, _MOST_BONUS, _EARTH_KM, _NEAR_COSINE
cdef double _TOGETHER_COSINE, _SINGLE, _MUCH, _DOUBT, _CLEAR, _CITY_PEOPLE
cdef int _MOST_WEIGHED, _MOST_ANCHORS


cdef class Context:
    cdef public str language, home
    cdef public double total
    cdef public dict countries, regions
    cdef public list anchors

    cpdef add(self, Spot spot, double weight)

    @cython.locals(before=double)
    cpdef count(self, str country, double weight)


cdef class Resolved:
    cdef public Spot spot
    cdef public double score, margin
    cdef public str why


@cython.locals(weighed=tuple, why=str, scored=list, best=double, spot=Spot, prior=double,
               weight=double)
cdef _resolve(int row, tuple within, Context context)

@cython.locals(top=double, number=Py_ssize_t, n=Py_ssize_t, weight=double, spot=Spot, other=Spot,
               others=double, margin=double)
cdef Resolved _chosen(tuple weighed, list scored, str why)

@cython.locals(bonus=double, share=double, nearest=double, cosine=double, anchor=Spot)
cdef double _bonus(Spot spot, Context context) except? -1

cdef bint _together(Spot one, Spot other) except -1

@cython.locals(found=list, left=list, number=Py_ssize_t, toponym=Toponym, placed=bint,
               first=Resolved, there=Resolved, one=Resolved)
cpdef list resolve_all(list toponyms, Context context)

@cython.locals(spot=Spot, others=double, there=double)
cdef Resolved _doubted(Resolved resolved, double weight, Context context)

@cython.locals(spot=Spot)
cdef _itself(int row, tuple region)
