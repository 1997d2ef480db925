cimport cython

from pipeline.enriching.names.mentions cimport Mention as CMention
from pipeline.enriching.names.role_pieces cimport Pieces as CPieces
from pipeline.enriching.names.text cimport Text as CText

cdef int _SEEN, _SEEN_BEFORE, _FEWEST_WORDS, _MOST_WORDS, _MOST_BETWEEN, _MOST_BEFORE
cdef int _ACRONYM_CHARS, _MOST_BLANKS
cdef int _UP, _NOUN, _BEFORE, _LINK, _ARTICLE, _STOP, _OPENER, _UNFIT
cdef frozenset _SHORT_TITLES, _WITH_POINT, _BODIES


@cython.final
cdef class Roles:
    cdef CText _text
    cdef CPieces _pieces

    cpdef str of(self, CMention mention)

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
        text=CText, pieces=CPieces, at=Py_ssize_t, number=int, has_noun=bint, end=Py_ssize_t, is_word=bint,
        meaning=int,
    )
    cdef str _between(self, Py_ssize_t n, Py_ssize_t begin, Py_ssize_t finish)

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

