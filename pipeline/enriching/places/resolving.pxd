# The types for C of resolving.py.
import cython

from pipeline.enriching.gazetteer.spots cimport Spot
from pipeline.enriching.places.context cimport Context, Resolved, bonus_of
from pipeline.enriching.places.local cimport at_home
from pipeline.enriching.places.mention cimport Toponym
from pipeline.enriching.places.weighing cimport sure_of

cdef double _MOST_BONUS, _EARTH_KM, _TOGETHER_COSINE, _LEANING, _SINGLE, _MUCH, _DOUBT
cdef double _CLEAR, _CITY_PEOPLE
cdef int _MOST_WEIGHED, _MOST_KNOWN


@cython.locals(weighed=tuple, why=str, scored=list, best=double, spot=Spot, prior=double,
               weight=double)
cdef _resolve(int row, tuple within, Context context)

@cython.locals(top=double, number=Py_ssize_t, n=Py_ssize_t, weight=double, spot=Spot, other=Spot,
               others=double, margin=double)
cdef Resolved _chosen(tuple weighed, list scored, str why)

cdef bint _together(Spot one, Spot other) except -1

@cython.locals(weighed=tuple, first=Resolved)
cdef Resolved _meant(int row, Context context, dict known)

@cython.locals(known=dict, found=list, left=list, number=Py_ssize_t, toponym=Toponym, placed=bint,
               first=Resolved, there=Resolved, one=Resolved)
cpdef list resolve_all(list toponyms, Context context)

@cython.locals(spot=Spot, others=double, there=double)
cdef Resolved _doubted(Resolved resolved, double weight, Context context)

@cython.locals(spot=Spot)
cdef _itself(int row, tuple region)
