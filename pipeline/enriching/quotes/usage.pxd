# C types of usage.py.

cimport cython

from pipeline.enriching.quotes.content cimport Content
from pipeline.enriching.quotes.marks cimport Letter, Letters, Marked
from pipeline.enriching.quotes.row cimport Packed, Row, first_of
from pipeline.enriching.quotes.subject cimport subject_before

cdef Py_ssize_t _FAR

cdef Letter _used_as(Letter kind) noexcept


cdef class Usage(Content):
    @cython.locals(
        kinds=Letters, row=Row, kind=Letter, use=Letter, participle=bint, that=bint, marked=bint,
        near=Py_ssize_t, comma=Py_ssize_t,
    )
    cdef Letter use_of(self, Py_ssize_t cue, Letter before) except? 255
    @cython.locals(row=Row, many=bint, subject=Packed, word=str)
    cdef bint _is_verb(self, Py_ssize_t cue, Letter before) except? -1
    @cython.locals(kinds=Letters)
    cdef bint _is_stance(self, Py_ssize_t cue, Letter before) noexcept
    @cython.locals(kinds=Letters, at=Py_ssize_t)
    cdef bint _is_passive(self, Py_ssize_t cue, Letter use) except? -1
    @cython.locals(mark=Marked, quoted=Py_ssize_t)
    cdef bint _is_report(self, Py_ssize_t cue, Letter before) except? -1
    @cython.locals(row=Row, word=str, then=Letter, known=bint)
    cdef Letter _of_noun(self, Py_ssize_t cue, Letter before) except? 255
