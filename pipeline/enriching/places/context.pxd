# The types for C of context.py.
import cython

from pipeline.enriching.gazetteer.spots cimport Spot

cdef double _IN_COUNTRY, _IN_REGION, _ITS_TOWNS, _NEARBY, _NEAR_KM, _LITTLE
cdef double _EARTH_KM, _NEAR_COSINE
cdef int _MOST_ANCHORS


cdef class Context:
    cdef public str language, home
    cdef public double total
    cdef public dict countries, regions
    cdef public list anchors

    cpdef add(self, Spot spot, double weight)

    @cython.locals(key=tuple)
    cpdef lean(self, Spot spot, double weight)

    @cython.locals(key=tuple)
    cpdef move(self, Spot here, Spot there, double weight)

    @cython.locals(before=double)
    cpdef count(self, str country, double weight)


cdef class Resolved:
    cdef public Spot spot
    cdef public double score, margin
    cdef public str why


@cython.locals(bonus=double, share=double)
cpdef double bonus_of(Spot spot, Context context) except? -1

@cython.locals(nearest=double, cosine=double, anchor=Spot)
cpdef double near(Spot spot, Context context, int without) except? -1
