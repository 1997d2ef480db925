cimport cython
from libc.stdint cimport int64_t, uint64_t

from pipeline.enriching.name_mentions cimport Mention as CMention
from pipeline.enriching.name_text cimport Text as CText

cdef int _PERSON, _ORGANISATION, _KINDS, _SURE_UNITS, _MOST_NAMESAKES
cdef uint64_t _THE, _S
cdef frozenset _FIRM, _HONORIFICS, _PARTICLES, _NONE, _MEN, _WOMEN, _SMALL


@cython.final
@cython.freelist(64)
@cython.no_gc
cdef class Group:
    cdef public int kind
    cdef public list mentions
    cdef public Py_ssize_t first, count
    cdef public uint64_t last, key
    cdef public int64_t clear
    cdef public bint moved, sorted

    @cython.locals(before=CMention)
    cpdef add(self, CMention mention)

    @cython.locals(mention=CMention)
    cpdef add_all_of(self, Group other)

    @cython.locals(best=CMention, mention=CMention, longer=bint)
    cpdef CMention fullest(self)


@cython.locals(group=Group)
cdef Group _group(CMention mention)

@cython.locals(
    groups=dict, order=list, people=list, bodies=list, mention=CMention, group=Group, known=Group,
    moved=bint,
)
cpdef list groups_of(CText text, list mentions, net)

@cython.locals(left=list, are_sorted=bint, group=Group)
cdef list _in_order(list groups)

@cython.locals(kinds=dict, mixed=dict, sums=list, mention=CMention)
cdef _agree(list mentions, int64_t sure)

@cython.locals(first=Py_ssize_t, count=Py_ssize_t, last=Py_ssize_t, n=Py_ssize_t, apostrophe=Py_UCS4)
cdef _shorten(CText text, Group group, CMention mention)

@cython.locals(by_word=dict, group=Group, n=Py_ssize_t, namesakes=list, most=Py_ssize_t,
               count=Py_ssize_t, moved=bint)
cdef bint _join_people(CText text, list people, net) except -1

@cython.locals(namesakes=list, longer=list, best=int, likeness=int, full=Group, n=Py_ssize_t,
               mention=CMention)
cdef bint _join_person(CText text, Group group, dict by_word, net) except -1

cdef uint64_t _part(CText text, Group group, Py_ssize_t n) noexcept

cdef bint _is_letter(CText text, Group group, Py_ssize_t n) noexcept

@cython.locals(n=Py_ssize_t, at=Py_ssize_t)
cdef bint _is_short_for(CText text, Group short, Group full) except -1

@cython.locals(n=Py_ssize_t)
cdef bint _agree_from(CText text, Group short, Group full, Py_ssize_t first) noexcept

@cython.locals(first=CMention)
cdef bint _is_before(Group group, CMention mention) except -1

@cython.locals(word=uint64_t, n=Py_ssize_t)
cdef bint _is_one_of(CText text, Group short, Group full) except -1

cdef bint _may_be(CText text, Group short, Py_ssize_t n, Group full, Py_ssize_t at) except -1

cdef int _likeness(CText text, Group short, Group full) noexcept

@cython.locals(n=Py_ssize_t, between=Py_ssize_t)
cdef int _gender(CText text, CMention mention) except -2

@cython.locals(said=int)
cdef int _gender_of(CText text, Group full, net) except -2

@cython.locals(gender=int, fit=list, best=Group, last=Py_ssize_t, full=Group, other=CMention)
cdef Group _meant(CText text, CMention mention, list longer, net)

@cython.locals(short=list, initials=dict, by_first_word=dict, group=Group, last=Py_ssize_t,
               letters=uint64_t, mention=CMention, full=Group, longer=list, moved=bint)
cdef bint _join_bodies(CText text, list bodies) except -1
