cimport cython
from libc.stdint cimport uint64_t

from pipeline.enriching.names.group cimport Group as CGroup
from pipeline.enriching.names.mentions cimport Mention as CMention
from pipeline.enriching.names.text cimport Text as CText

cdef int _MOST_PEOPLE
cdef frozenset _PARTICLES, _MEN, _WOMEN


@cython.locals(full=list, group=CGroup, most=Py_ssize_t, count=Py_ssize_t, left=Py_ssize_t,
               moved=bint)
cpdef bint join_people(CText text, list people, net) except -1

@cython.locals(longer=list, best=int, likeness=int, full=CGroup, mention=CMention)
cdef bint _join_person(CText text, CGroup group, list people, net) except -1

@cython.locals(n=Py_ssize_t)
cdef bint _has_part(CText text, CGroup full, uint64_t part) noexcept

cdef uint64_t _part(CText text, CGroup group, Py_ssize_t n) noexcept

cdef bint _is_letter(CText text, CGroup group, Py_ssize_t n) noexcept

@cython.locals(n=Py_ssize_t, at=Py_ssize_t)
cdef bint _is_short_for(CText text, CGroup short, CGroup full) except -1

@cython.locals(n=Py_ssize_t)
cdef bint _agree_from(CText text, CGroup short, CGroup full, Py_ssize_t first) noexcept

@cython.locals(word=uint64_t, n=Py_ssize_t)
cdef bint _is_one_of(CText text, CGroup short, CGroup full) except -1

cdef bint _may_be(CText text, CGroup short, Py_ssize_t n, CGroup full, Py_ssize_t at) except -1

cdef int _likeness(CText text, CGroup short, CGroup full) noexcept

@cython.locals(n=Py_ssize_t, between=Py_ssize_t)
cdef int _gender(CText text, CMention mention) except -2

@cython.locals(said=int)
cdef int _gender_of(CText text, CGroup full, net) except -2

@cython.locals(gender=int, fit=list, best=CGroup, last=Py_ssize_t, full=CGroup, other=CMention)
cdef CGroup _meant(CText text, CMention mention, list longer, net)
