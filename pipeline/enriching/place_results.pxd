# The types for C of place_results.py.
import cython

from pipeline.enriching.focus cimport Weighed
from pipeline.enriching.gazetteer_spots cimport Spot
from pipeline.enriching.place_mention cimport Mention, NamedSpans, Toponym
from pipeline.enriching.place_resolving cimport Context, Resolved

cdef double _PART, _SURE_NAME
cdef int _MOST_NAMES


cdef class Placed:
    cdef public Spot spot
    cdef public int start
    cdef public str name, why, by
    cdef public double score
    cdef public bint known
    cdef public list spans, starts, ends, names


@cython.locals(by_agency=dict, best=dict, there=dict, weights=dict, placed=list, number=Py_ssize_t,
               toponym=Toponym, meant=Resolved, spot=Spot, mentions=list, parts=dict,
               mention=Mention, first=Mention, name=str, city=str, one=Placed)
cpdef list merged(
    object read, NamedSpans named, list toponyms, list resolved, list weighed, object said
)

@cython.locals(mention=Mention)
cdef _place(Placed placed, object read, NamedSpans named, list mentions)

@cython.locals(made=list, one=Placed, spot=Spot)
cpdef tuple places_of(placed)

@cython.locals(told=dict, own=list, one=Placed, at=int, spans=list, place=Py_ssize_t, number=int,
               spot=Spot, known=dict, more=list, made=tuple)
cpdef tuple with_names(tuple names, list placed)

cdef dict _new(Placed placed)
