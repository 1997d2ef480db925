cimport cython
from libc.stdint cimport uint64_t

from pipeline.enriching.name_mentions cimport Mention as CMention
from pipeline.enriching.name_text cimport Text as CText

cdef int _SEEN, _SEEN_BEFORE, _FEWEST_WORDS, _MOST_WORDS, _MOST_BETWEEN, _MOST_BEFORE
cdef int _ACRONYM_CHARS, _MOST_BLANKS
cdef int _BLANK, _UP, _NOUN, _BEFORE, _LINK, _ARTICLE, _STOP, _OPENER, _UNFIT
cdef frozenset _SHORT_TITLES, _WITH_POINT


@cython.final
cdef class Roles:
    cdef CText _text
    cdef dict _meanings, _numbers
    cdef tuple _endings

    cpdef str of(self, CMention mention)

    @cython.locals(meaning=int)
    cdef int _meaning(self, Py_ssize_t first, Py_ssize_t last) except -1

    @cython.locals(small=str, meaning=int)
    cdef int _meaning_of(self, str said) except -1

    @cython.locals(text=CText, at=Py_ssize_t)
    cdef bint _is_joined(self, Py_ssize_t n) except -1

    cdef Py_ssize_t _piece_before(self, Py_ssize_t n) except -2

    cdef Py_ssize_t _beginning(self, Py_ssize_t n) except -2

    cdef Py_ssize_t _end_of_piece(self, Py_ssize_t n) except -2

    @cython.locals(text=CText, name=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t, meaning=int)
    cdef str _before(self, CMention mention)

    @cython.locals(
        text=CText, limit=Py_ssize_t, nearest=int, noun=Py_ssize_t, begin=Py_ssize_t,
        behind=Py_ssize_t, behind_last=Py_ssize_t, behind_noun=Py_ssize_t,
        behind_noun_last=Py_ssize_t, number=int, meaning=int, is_up=int,
    )
    cdef str _whole_before(self, CMention mention, Py_ssize_t first, Py_ssize_t last)

    @cython.locals(first=Py_ssize_t)
    cdef bint _is_linked(self, Py_ssize_t n) except -1

    @cython.locals(first=Py_ssize_t)
    cdef bint _is_behind_noun(self, Py_ssize_t n) except -1

    @cython.locals(text=CText, is_short=bint)
    cdef bint _may_own(
        self, Py_ssize_t first, Py_ssize_t last, Py_ssize_t then, Py_ssize_t then_last
    ) except -1

    @cython.locals(text=CText, start=Py_ssize_t, before=str)
    cdef bint _is_opener(self, Py_ssize_t first) except -1

    @cython.locals(text=CText, begin=Py_ssize_t, end=Py_ssize_t, n=Py_ssize_t, finish=Py_ssize_t)
    cdef str _behind(self, CMention mention)

    @cython.locals(text=CText, limit=Py_ssize_t, at=Py_ssize_t, sign=Py_UCS4, is_letter=bint)
    cdef Py_ssize_t _finish(self, Py_ssize_t n, Py_ssize_t begin) except -2

    @cython.locals(
        text=CText, at=Py_ssize_t, number=int, has_noun=bint, end=Py_ssize_t, is_word=bint,
        meaning=int,
    )
    cdef str _between(self, Py_ssize_t n, Py_ssize_t begin, Py_ssize_t finish)

    @cython.locals(said=str)
    cdef int _meaning_between(self, Py_ssize_t start, Py_ssize_t end) except -1

    @cython.locals(first=Py_UCS4)
    cdef bint _may_stand_before(self, Py_ssize_t start, Py_ssize_t end) except -1

    @cython.locals(
        text=CText, start=Py_ssize_t, begin=Py_ssize_t, limit=Py_ssize_t, blanks=Py_ssize_t
    )
    cdef str _before_comma(self, CMention mention)

    @cython.locals(
        text=CText, end=Py_ssize_t, firsts=list, first=Py_ssize_t, before=Py_ssize_t,
        first_piece=Py_ssize_t,
    )
    cdef str _whole_before_comma(self, Py_ssize_t last, Py_ssize_t begin)

    @cython.locals(
        text=CText, at=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t, meaning=int
    )
    cdef bint _is_role(self, list firsts) except -1

    cdef str _shown(self, Py_ssize_t start, Py_ssize_t end)
