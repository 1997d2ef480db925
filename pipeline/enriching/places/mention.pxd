# The types for C of mention.py.
import cython
from libc.stdint cimport int32_t

from pipeline.words.search cimport first_from

cdef int _PLACE, _PERSON, _MAYBE_PERSON


cdef class Mention:
    cdef public int first, last, row, start, end, name
    cdef public tuple within
    cdef public bint body, hint, part, said
    cdef public object span
    cdef public str called


@cython.locals(mention=Mention)
cpdef Mention mention_of(int first, int last, int row, int start, int end)


cdef class Toponym:
    cdef public int row
    cdef public tuple within
    cdef public list mentions
    cdef public double weight
    cdef public object itself


@cython.locals(toponym=Toponym)
cpdef Toponym toponym_of(int row, tuple within)


cdef class NamedSpans:
    cdef list _order, _kinds, _numbers, _spans
    cdef public list long

    @cython.locals(
        begins=dict, order=list, kinds=list, numbers=list, spans=list, count=int, number=int,
        kind=int, long=list, said=dict, text=str, begin=cython.longlong,
        start=cython.longlong, end=cython.longlong,
    )
    cdef _read(self, object read, object names)

    @cython.locals(low=int, high=int, middle=int, key=cython.longlong)
    cdef int before(self, cython.longlong start)

    @cython.locals(count=Py_ssize_t, number=Py_ssize_t, begin=int, end=int, word=Py_ssize_t)
    cpdef mark_persons(self, const int32_t[::1] starts, bytearray marks)

    @cython.locals(key=cython.longlong)
    cdef int start(self, int n)

    @cython.locals(key=cython.longlong)
    cdef int end(self, int n)

    cdef int kind(self, int n)

    @cython.locals(key=cython.longlong)
    cdef int number(self, int n)

    @cython.locals(key=cython.longlong)
    cdef object span(self, int n)


cdef bint _is_person(int kind)

cpdef int kind_of(str kind, str name, double score)
