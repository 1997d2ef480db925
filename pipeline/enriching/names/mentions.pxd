cimport cython
from libc.stdint cimport int32_t, int64_t, uint64_t

from pipeline.enriching.names.text cimport Text as CText

cdef int _PERSON, _ORGANISATION, _OTHER, _MOST_CHARS, _ACRONYM_CHARS, _LEAST_STOP
cdef int _BLANK, _HYPHEN, _MONEY, _POINT, _DIGIT, _LETTER, _MOST_HALF, _FILTER
cdef bytes _MAY_BE_NEVER
cdef frozenset _NO_HALVES, _KEEP_POINT, _FIRMS, _NEVER, _MAY_BEGIN, _NO_TAIL


@cython.final
@cython.freelist(64)
@cython.no_gc
cdef class Mention:
    cdef public Py_ssize_t start, end, first, count
    cdef public int kind
    cdef public int64_t clear
    cdef public uint64_t last, number
    cdef public bint loud
    cdef public Mention like
    cdef public list sums
    cdef public Py_ssize_t name


@cython.locals(mention=Mention)
cpdef Mention mention_of(
    CText text, Py_ssize_t first, Py_ssize_t last, Py_ssize_t start, Py_ssize_t end, int kind,
    int64_t clear,
)

@cython.locals(
    found=list, names=int32_t[:, ::1], n=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t, kind=int,
    clear=int64_t, mention=Mention,
)
cpdef list mentions_of(CText text, tagged, frozenset demonyms, tuple callings, bint tails)

@cython.locals(several=bint, at=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t)
cdef Mention _mention(
    CText text, Py_ssize_t first, Py_ssize_t last, int kind, int64_t clear, tuple callings,
    bint tails,
)

cdef bint _is_never(CText text, Py_ssize_t n) except -1

cdef bint _is_money(CText text, Py_ssize_t n)

cdef bint _has_small_half(CText text, Py_ssize_t n)

@cython.locals(start=Py_ssize_t)
cdef bint _is_possessive(CText text, Py_ssize_t last)

cdef Py_ssize_t _tail(CText text, Py_ssize_t first, Py_ssize_t last)

@cython.locals(n=Py_ssize_t)
cdef Py_ssize_t _first_of_name(CText text, Py_ssize_t first, Py_ssize_t last)

cdef Py_ssize_t _last_of_name(CText text, Py_ssize_t first, Py_ssize_t last)

@cython.locals(n=Py_ssize_t, end=Py_ssize_t, is_stop=bint)
cdef Py_ssize_t _before_stop(CText text, Py_ssize_t first, Py_ssize_t last)

@cython.locals(n=Py_ssize_t, word=str)
cdef Py_ssize_t _behind_calling(CText text, Py_ssize_t first, Py_ssize_t last, tuple callings)

cdef bint _keeps_point(CText text, Py_ssize_t last)

cdef bint _is_firm(CText text, Py_ssize_t end, Py_ssize_t n)

@cython.locals(first=Py_ssize_t, last=Py_ssize_t)
cpdef Mention mention_between(
    CText text, Py_ssize_t start, Py_ssize_t end, int kind, int64_t clear
)
