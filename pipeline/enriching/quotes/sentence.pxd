# C types of sentence.py.

cimport cython

from pipeline.enriching.quotes.adverbials cimport adjuncts
from pipeline.enriching.quotes.clause cimport Clause, sure_of
from pipeline.enriching.quotes.direct cimport Said
from pipeline.enriching.quotes.marks cimport Letter, Letters, Marked
from pipeline.enriching.quotes.row cimport Packed, Row, first_of, place
from pipeline.enriching.quotes.sources cimport Source, source_at
from pipeline.enriching.quotes.subject cimport is_adverb, subject_before, subject_behind

cdef Py_ssize_t _FOLLOWING


@cython.final
cdef class Sentence(Clause):
    @cython.locals(
        kinds=Letters, gaps=Letters, found=list, said=list, following=list, one=Said,
        number=Py_ssize_t, cue=Py_ssize_t, done=Py_ssize_t, low=Py_ssize_t, at=Py_ssize_t, before=Letter,
        use=Letter,
    )
    cdef list read(self, list cues)
    @cython.locals(
        kinds=Letters, gaps=Letters, row=Row, high=Py_ssize_t, other=Py_ssize_t, subject=Packed,
        rest=Py_ssize_t,
    )
    cdef bint _is_within(self, Py_ssize_t low, list following) except? -1
    @cython.locals(then=Py_ssize_t)
    cdef bint _quotes(self, list following) except? -1
    @cython.locals(
        kinds=Letters, gaps=Letters, row=Row, subject=Packed, head=Py_ssize_t, said=list, one=Said,
        passive=bint,
    )
    cdef list _by_verb(
        self, Py_ssize_t low, Py_ssize_t cue, Letter use, Letter before, list following
    )
    @cython.locals(row=Row, kinds=Letters, plain=bint)
    cdef list _with_clause(
        self, Py_ssize_t low, Py_ssize_t cue, Py_ssize_t head, Packed subject, list said
    )
    @cython.locals(
        kinds=Letters, gaps=Letters, high=Py_ssize_t, source=Source, start=Py_ssize_t,
        end=Py_ssize_t, sure=double, other=Py_ssize_t, at=Py_ssize_t, last=Py_ssize_t,
    )
    cdef list _by_source(self, Py_ssize_t low, Py_ssize_t cue, list following)
