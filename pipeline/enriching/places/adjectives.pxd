# The types for C of adjectives.py.
import cython

from pipeline.enriching.places.bodies cimport has_body
from pipeline.enriching.places.mention cimport Mention, NamedSpans, mention_of
from pipeline.enriching.places.surroundings cimport Surroundings

cdef int _MOST


@cython.locals(taken=set, more=list, first=int, last=int, region=str, start=int, end=int, name=int,
               kind=int, row=int, mention=Mention)
cpdef list region_adjectives(
    Surroundings around, NamedSpans named, list demonyms, list found
)
