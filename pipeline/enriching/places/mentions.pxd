# The types for C of mentions.py.
import cython
from libc.stdint cimport int32_t, uint32_t

from pipeline.enriching.gazetteer.spots cimport Spot
from pipeline.enriching.places.mention cimport Mention, NamedSpans, mention_of
from pipeline.enriching.places.bodies cimport is_called_after, is_of_body
from pipeline.enriching.places.next_words cimport is_closed, is_listed, is_located, is_money, is_other, is_owner
from pipeline.enriching.places.qualifiers cimport abbreviated, counties_of, is_land, regions_of
from pipeline.enriching.places.surroundings cimport Surroundings
from pipeline.words.search cimport first_from

cdef int _MOST, _YES, _PERSONS, _NOBODY, _PLACE, _MAYBE, _MAYBE_PERSON, _ONE_WORD, _PERSON
cdef int _STRENGTH, _WORD, _LAST, _NAMES, _CAPS, _LIKELY, _WAITING, _CAPITAL
cdef unsigned int _OPENS, _POINT, _COMMA, _OPENING, _CLOSING, _IN_QUALIFIER
cdef Py_ssize_t _HIT


cdef class Finder:
    cdef public NamedSpans named
    cdef public Surroundings around
    cdef bint _english
    cdef object _known
    cdef dict _demonyms
    cdef Mention _said
    cdef int _stop

    @cython.locals(
        around=Surroundings, named=NamedSpans, found=list, waiting=list, count=int, taken=int,
        hit=Py_ssize_t, first=int, last=int, row=int, flag=int, sign=int, start=int, end=int,
        name=int, kind=int, strength=int, before=uint32_t, after=uint32_t, mention=Mention,
        said=Mention, speaks=int, opens=bint,
    )
    cpdef list find(self)

    @cython.locals(mention=Mention, around=Surroundings, rows=set, more=list, hit=Py_ssize_t, first=int,
                   last=int, row=int)
    cdef list _with(self, list found, list waiting)

    @cython.locals(n=int)
    cdef int _name_at(self, int start)

    @cython.locals(stop=int)
    cdef bint _is_demonym(self, int first, int last, int strength) except -1

    @cython.locals(strength=int, begin=int, stop=int, whole=bint, before=Py_ssize_t)
    cdef bint _is_of_name(self, Mention mention, int kind, int name, int flag) except -1

    @cython.locals(
        around=Surroundings, at=int, row=int, end=int, after=int, hit=Py_ssize_t, stop=int,
        within=tuple, regions=tuple, found=tuple, said=Mention, spot=Spot, named=tuple, beside=bint, flag=int,
    )
    cdef bint _qualify(self, Mention mention, int kind, int strength) except -1
