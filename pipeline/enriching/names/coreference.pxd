cimport cython
from libc.stdint cimport int64_t, uint64_t

from pipeline.enriching.names.firsts cimport Firsts as CFirsts
from pipeline.enriching.names.group cimport Group as CGroup, group_of
from pipeline.enriching.names.mentions cimport Mention as CMention
from pipeline.enriching.names.people cimport join_people
from pipeline.enriching.names.text cimport Text as CText

cdef int _PERSON, _ORGANISATION, _KINDS, _SURE_UNITS, _BITS
cdef uint64_t _THE, _S, _OF_KIND, _LOW, _ONE
cdef frozenset _FIRM, _HONORIFICS, _NONE, _SMALL



@cython.locals(
    order=list, people=list, bodies=list, mention=CMention, like=CMention, group=CGroup,
    known=CGroup, moved=bint, firsts=CFirsts, at=Py_ssize_t,
)
cpdef list groups_of(CText text, list mentions, net)

@cython.locals(left=list, are_sorted=bint, group=CGroup)
cdef list _in_order(list groups)

@cython.locals(mixed=dict, sums=list, mention=CMention, head=CMention, n=Py_ssize_t, at=Py_ssize_t,
               bits=uint64_t, is_full=bint)
cdef _agree(list mentions, CFirsts firsts, int64_t sure)

@cython.locals(first=Py_ssize_t, count=Py_ssize_t, last=Py_ssize_t, n=Py_ssize_t, apostrophe=Py_UCS4)
cdef _shorten(CText text, CGroup group, CMention mention)

@cython.locals(moved=bint, before=CMention, mention=CMention, full=CGroup, short=CGroup)
cdef bint _join_bracketed(CText text, list mentions, list order) except -1

@cython.locals(first=CMention)
cdef bint _is_before(CGroup group, CMention mention) except -1

@cython.locals(short=list, initials=dict, by_first_word=dict, group=CGroup, last=Py_ssize_t,
               letters=uint64_t, mention=CMention, full=CGroup, longer=list, moved=bint)
cdef bint _join_bodies(CText text, list bodies) except -1
