cimport cython
from libc.stdint cimport int64_t, uint64_t

from pipeline.enriching.names.mentions cimport Mention as CMention, mention_of
from pipeline.enriching.names.text cimport Text as CText

cdef int _PERSON, _ORGANISATION, _PLACE, _CAPITAL, _MOST_BETWEEN, _BITS
cdef uint64_t _LAST_BITS, _FIRST_BITS, _ONE
cdef str _QUOTES
cdef frozenset _LINKS, _PLACE_LAST, _PLACE_FIRST, _TWO_IN_ONE, _BODY_FIRST, _BODY_LAST, _ARTICLES, _ANDS, _NOT_GIVEN


@cython.locals(
    found=list, end=Py_ssize_t, mention=CMention, before=CMention, last=Py_ssize_t,
)
cpdef list put_right(CText text, list mentions, frozenset given, int64_t clear)

@cython.locals(n=Py_ssize_t)
cdef bint _are_one(CText text, CMention before, CMention mention) except -1

@cython.locals(end=Py_ssize_t)
cdef bint _has_nickname(CText text, CMention mention, Py_ssize_t n) except -1

@cython.locals(first=Py_ssize_t, last=Py_ssize_t, n=Py_ssize_t)
cdef bint _has_form(CText text, CMention mention, frozenset given) except -1

@cython.locals(first=Py_ssize_t, last=Py_ssize_t)
cdef bint _is_place(CText text, CMention mention) except -1
