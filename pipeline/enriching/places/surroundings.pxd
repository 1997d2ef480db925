# The types for C of surroundings.py.
import cython
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

from pipeline.enriching.gazetteer.number_set cimport NumberSet

cdef Py_ssize_t _HIT
cdef int _CAPITAL, _UPPER, _LOWER, _LETTER, _FOREIGN, _ONE, _CASED, _STRENGTH, _WORD, _FIRST
cdef int _LAST, _NAMES, _LOCATED, _AREA
cdef unsigned int _HYPHEN, _FULL_STOP, _JOINS, _STARTS
cdef int _SHORT_WORD
cdef str _HANGUL


cdef class Surroundings:
    cdef public str text
    cdef public Py_ssize_t count, hit_count
    cdef const int32_t[::1] starts, ends, hits
    cdef const uint8_t[::1] shapes
    cdef const uint32_t[::1] gaps
    cdef const uint64_t[::1] plain, cased
    cdef public list buildings, states
    cdef object _names
    cdef NumberSet _first_names, _surnames
    cdef bint _capital_nouns, _words_known
    cdef set _people, _small_words

    @cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
    cdef Py_ssize_t hit_at(self, Py_ssize_t first)

    @cython.locals(n=Py_ssize_t, beside=int)
    cdef bint in_capitals(self, Py_ssize_t first, Py_ssize_t last, bint named)

    @cython.locals(
        strength=int, start=int, end=int, before=Py_ssize_t, after=Py_ssize_t, least=int,
        located=bint, starts=bint, alone=bint,
    )
    cdef int speaks(self, Py_ssize_t first, Py_ssize_t last, int flag, int sign) except -1

    @cython.locals(n=Py_ssize_t)
    cdef bint _is_word_here(self, Py_ssize_t at) except -1

    @cython.locals(hit=Py_ssize_t, number=uint64_t)
    cdef bint _begins_person(self, Py_ssize_t before, int flag) except -1

    @cython.locals(hit=Py_ssize_t, last=Py_ssize_t, beyond=bint)
    cdef bint _is_person(
        self, Py_ssize_t at, Py_ssize_t before, Py_ssize_t after, int flag
    ) except -1
