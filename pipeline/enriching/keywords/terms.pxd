# The types that make ``terms.py`` fast where it is compiled; see ``setup.py``.

cimport cython
from libc.stdint cimport int32_t

from pipeline.words.search cimport first_from

cdef int BEGINS, IS_CAPITAL, JOINED, NAME, USABLE, _PART
cdef double IN_HEAD, IN_LEAD, OFTEN, _LOWER_WORTH, _NAME_WORTH, _OTHER_WORTH, _NO_NOUN_WORTH
cdef Py_ssize_t LEAD_WORDS, PLACES_MOST, _NAMES_MOST, _BESIDE, _NAMES_TRIED


cdef class Term:
    cdef public str text
    cdef public double score, most
    cdef public Py_ssize_t first, last
    cdef public tuple spans
    cdef public int kind


@cython.locals(term=Term)
cdef Term _term(str text, double worth, double strength, Py_ssize_t first, Py_ssize_t last)


@cython.locals(
    starts="const int32_t[::1]",
    count=Py_ssize_t,
    begins=dict,
    terms=list,
    spans=tuple,
    often=double,
    worth=double,
    first_word=Py_ssize_t,
    end_word=Py_ssize_t,
    first=Py_ssize_t,
    end=Py_ssize_t,
    begin=Py_ssize_t,
    span=object,
    term=Term,
    score=double,
)
cpdef list terms_of_names(read, names, bytearray named, Py_ssize_t head)


@cython.locals(at=Py_ssize_t)
cpdef put(list terms, Term term)

cdef bint _is_before(Term one, Term other)


cdef class Around:
    cdef str _text
    cdef bytes _flags
    cdef Py_ssize_t _count
    cdef const int[::1] _starts, _ends
    cdef const unsigned long[::1] _plain
    cdef bint _capitals
    cdef tuple _no_nouns

    @cython.locals(
        flags=bytes,
        flag=int,
        names=Py_ssize_t,
        within=Py_ssize_t,
        shown=Py_ssize_t,
        at=Py_ssize_t,
        beside=Py_ssize_t,
        term=Term,
        text=str,
        worth=double,
    )
    cpdef Term term(self, list places, double strength)

    @cython.locals(text=str)
    cdef str _said(self, Py_ssize_t first, Py_ssize_t last)

    @cython.locals(
        flags=bytes,
        best_first=Py_ssize_t,
        best_last=Py_ssize_t,
        tried=Py_ssize_t,
        at=Py_ssize_t,
        first=Py_ssize_t,
        last=Py_ssize_t,
        text=str,
    )
    cdef Term _name(self, list places, double strength)

    @cython.locals(
        flags=bytes,
        firsts=list,
        beside=list,
        at=Py_ssize_t,
        then=Py_ssize_t,
        best=Py_ssize_t,
        most=Py_ssize_t,
        n=Py_ssize_t,
        other=Py_ssize_t,
        often=Py_ssize_t,
        number="unsigned long",
    )
    cdef Py_ssize_t _phrase_around(self, list places)
