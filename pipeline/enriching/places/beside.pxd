# The types for C of beside.py.
import cython

from pipeline.enriching.gazetteer.spots cimport Spot
from pipeline.enriching.places.mention cimport Mention, NamedSpans, mention_of
from pipeline.enriching.places.context cimport Context
from pipeline.enriching.places.results cimport Placed, placed_of
from pipeline.enriching.places.surroundings cimport Surroundings
from pipeline.words.search cimport first_from

cdef int _CAPITAL, _MOST_WORDS, _MOST_NAMES, _BESIDE_CHARS
cdef double _NEAR, _SURE_TOWN
cdef Spot _NOWHERE
cdef unsigned int _IN_BUILDING


@cython.locals(more=list, last=Py_ssize_t, first=Py_ssize_t, start=int, end=int, name=int,
               mention=Mention)
cpdef list unnamed(Surroundings around, NamedSpans named, list found)

@cython.locals(first=Py_ssize_t, located=bint)
cdef Py_ssize_t _first_of(Surroundings around, Py_ssize_t last)

@cython.locals(asked=list, home=str, country=str, most=double, weight=double, towns=list,
               number=Py_ssize_t, one=Placed, town=Placed, mention=Mention, found=list, at=int,
               n=Py_ssize_t, far=int, least=int)
cpdef list beside_towns(
    object read, Surroundings around, tuple names, list numbers, list unnamed, list placed,
    set peoples, Context context
)

@cython.locals(asked=list, begins=dict, number=int, begin=int, start=int, end=int, one=Placed,
               mention=Mention)
cdef list _asked(
    object read, Surroundings around, tuple names, list numbers, list unnamed, list placed,
    set peoples
)

@cython.locals(n=Py_ssize_t)
cdef bint _is_located(Surroundings around, Py_ssize_t start) except -1

@cython.locals(one=Placed, mention=Mention)
cdef bint _is_covered(list placed, int start, int end)
