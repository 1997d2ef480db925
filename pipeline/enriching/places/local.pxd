# The types for C of local.py.
import cython

from pipeline.enriching.gazetteer.spots cimport Spot
from pipeline.enriching.places.context cimport Context, Resolved, near
from pipeline.enriching.places.mention cimport Toponym
from pipeline.enriching.places.weighing cimport sure_of

cdef double _LOCAL, _THAN_A_CITY, _THAN_A_CAPITAL, _LIKELY, _IN_COUNTRY, _IN_REGION, _CLEAR
cdef int _MOST_WEIGHED


@cython.locals(spot=Spot, weight=double, rest=double, weighed=tuple, own=double, best=double,
               chosen=Spot, rival=Spot, prior=double, bonus=double, share=double)
cpdef Resolved at_home(Resolved known, Toponym toponym, Context context)
