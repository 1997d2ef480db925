# The types for C of towns.py.
import cython

from pipeline.enriching.gazetteer.spots cimport Spot
from pipeline.enriching.places.mention cimport Mention, NamedSpans, mention_of
from pipeline.enriching.places.next_words cimport is_closed, is_listed, is_located, is_owner
from pipeline.enriching.places.qualifiers cimport abbreviated
from pipeline.enriching.places.results cimport Placed, placed_of
from pipeline.enriching.places.surroundings cimport Surroundings

cdef int _CAPITAL, _MOST_WORDS, _MOST, _MOST_TIMES
cdef unsigned int _COMMA, _IN_TOWN, _BEFORE_REGION
cdef double _WITHIN


@cython.locals(states=list, towns=list, taken=set, at=int, end=int, row=int, stop=int,
               mention=Mention, town=Mention, state=Mention, regions=tuple)
cpdef tuple states_after(Surroundings around, NamedSpans named, list found)

@cython.locals(towns=list, last=int, before=int, at=int, mention=Mention, town=Mention,
               spots=tuple, closed=bint, spot=Spot)
cpdef list towns_before(Surroundings around, NamedSpans named, list found)

@cython.locals(first=int, last=int, start=int, end=int, name=int, kind=int, said=bint)
cdef Mention _town_before(Surroundings around, NamedSpans named, int at, int after, bint sure)

@cython.locals(found=dict, town=Mention, region=Mention, text=str, one=Placed, there=Placed,
               number=int)
cpdef list towns_within(object read, tuple names, list beside, list placed)

@cython.locals(one=Placed, mention=Mention)
cdef Placed _place_of(list placed, Mention region)
