# The types for C of place_mention.py.
import cython


cdef class Mention:
    cdef public int first, last, row, start, end, name
    cdef public tuple within
    cdef public bint hint, part, said
    cdef public object span


cdef class Toponym:
    cdef public int row
    cdef public tuple within
    cdef public list mentions
    cdef public double weight
    cdef public object itself


cdef class NamedSpans:
    cdef public list starts, ends, kinds, numbers, spans

    @cython.locals(
        begins=dict, order=list, starts=list, ends=list, kinds=list, numbers=list, spans=list,
        count=int, number=int, kind=int, start=cython.longlong, end=cython.longlong,
        key=cython.longlong, n=int,
    )
    cdef void _read(self, object read, object names)

    @cython.locals(n=int, stop=int)
    cpdef int at(self, int start, int end)

    @cython.locals(n=int, number=int, begin=int, other=int)
    cpdef int beginning(self, int start)

    @cython.locals(low=int, high=int, middle=int, begin=int)
    cdef int _last_from(self, int start)


cpdef int kind_of(str kind, str name, double score)
