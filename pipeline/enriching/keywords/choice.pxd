# The types that make ``choice.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.keywords.terms cimport Around, Term, put

cdef double _ENOUGH, _BEST
cdef Py_ssize_t _FEWEST, _NOT_AGAIN, _SHORT, _END_LETTERS, _FEWEST_LETTERS
cdef int PHRASE_TERM, WORD_TERM


cdef class Choice:
    cdef public list terms
    cdef Py_ssize_t _most
    cdef object _said
    cdef list _told
    cdef double _enough

    @cython.locals(terms=list, small=str, parts=list)
    cdef bint is_done(self, Term term)

    @cython.locals(at=Py_ssize_t, other=Term, word=str)
    cdef bint _is_put_for_its_word(self, Term term, list parts)

    @cython.locals(part=str, other=str)
    cdef bint _is_told(self, list parts)


@cython.locals(
    choice=Choice,
    named=str,
    next_name=Py_ssize_t,
    term=Term,
    last=str,
)
cpdef list chosen(list names, list strong, Around around, said, Py_ssize_t most)


@cython.locals(terms=list, term=Term)
cdef list _in_order(Choice choice)


@cython.locals(
    shortest=Py_ssize_t,
    longest=Py_ssize_t,
    same=Py_ssize_t,
)
cpdef bint is_form(str one, str other)


@cython.locals(
    starts="const int[::1]", ends="const int[::1]", best=double, tags=list, term=Term, spans=tuple
)
cpdef tuple tags_of(list terms, read)
