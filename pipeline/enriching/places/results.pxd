# The types for C of results.py.
import cython

from pipeline.enriching.places.focus cimport weighed_of
from pipeline.enriching.gazetteer.spots cimport Spot
from pipeline.enriching.places.mention cimport Mention, Toponym
from pipeline.enriching.places.context cimport Context, Resolved

cdef double _PART


cdef class Placed:
    cdef public Spot spot
    cdef public int start, number
    cdef public str name, why, by
    cdef public double score
    cdef public bint known
    cdef public list mentions
    cdef public tuple spans


@cython.locals(one=Placed)
cpdef Placed placed_of(Spot spot, int start, str name, double score, str why, str by=*)

@cython.locals(by_agency=dict, best=dict, there=dict, weights=dict, placed=list, number=Py_ssize_t,
               toponym=Toponym, meant=Resolved, spot=Spot, mentions=list, parts=dict, bodies=dict, some=list,
               mention=Mention, first=Mention, name=str, city=str, one=Placed)
cpdef list merged(
    object read, list toponyms, list resolved, list weighed, object said
)

@cython.locals(mention=Mention, spans=list)
cdef _place(Placed placed, object read, list mentions)

cdef dict _said_of(Spot spot)

@cython.locals(made=list, one=Placed, said=dict)
cpdef list places_of(placed)

@cython.locals(told=dict, one=Placed, at=int, spans=list, meant=list, mention=Mention, said=dict,
               more=list)
cpdef tuple with_names(tuple names, list placed)

cdef dict _own(Placed placed)

@cython.locals(spot=Spot)
cdef _know(dict said, Placed placed)
