cimport cython
from libc.stdint cimport int64_t, uint64_t

from pipeline.enriching.names.mentions cimport Mention as CMention

cdef int _HEAVY


@cython.final
@cython.freelist(64)
@cython.no_gc
cdef class Group:
    cdef public int kind
    cdef public list mentions
    cdef public Py_ssize_t first, count
    cdef public uint64_t last, key
    cdef public int64_t clear
    cdef public Py_ssize_t number
    cdef public bint moved, sorted

    @cython.locals(before=CMention)
    cpdef add(self, CMention mention)

    @cython.locals(mention=CMention)
    cpdef add_all_of(self, Group other)

    @cython.locals(best=CMention, mention=CMention, longer=bint)
    cpdef CMention fullest(self)

    @cython.locals(best=CMention, mention=CMention, least=Py_ssize_t, weight=Py_ssize_t)
    cpdef CMention plainest(self, str text)


@cython.locals(letters=Py_ssize_t, oblique=bint)
cdef Py_ssize_t _weight(str text, CMention mention) except? -1


@cython.locals(group=Group)
cpdef Group group_of(CMention mention)
