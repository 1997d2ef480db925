# C types of sentence.py.

cimport cython

from pipeline.enriching.quotes.content cimport Content
from pipeline.enriching.quotes.direct cimport Said
from pipeline.enriching.quotes.marks cimport Letter, Letters, Marked
from pipeline.enriching.quotes.row cimport Packed, Row, end_of, first_of, place
from pipeline.enriching.quotes.sources cimport Source, source_at
from pipeline.enriching.quotes.subject cimport noun_phrase, owner, subject_before, subject_behind

cdef Py_ssize_t _FOLLOWING, _FAR, _SPLIT

cdef Letter _used_as(Letter kind) noexcept
cdef double _sure(Letter use) noexcept


@cython.final
cdef class Sentence(Content):
    @cython.locals(
        kinds=Letters, gaps=Letters, found=list, said=list, following=list, one=Said,
        number=Py_ssize_t, cue=Py_ssize_t, done=Py_ssize_t, low=Py_ssize_t, before=Letter,
        use=Letter,
    )
    cdef list read(self, list cues)
    @cython.locals(then=Py_ssize_t)
    cdef bint _quotes(self, list following) except? -1
    @cython.locals(
        kinds=Letters, kind=Letter, use=Letter, participle=bint, that=bint, marked=bint,
        near=Py_ssize_t, comma=Py_ssize_t,
    )
    cdef Letter _use_of(self, Py_ssize_t cue, Letter before) except? 255
    @cython.locals(
        kinds=Letters, gaps=Letters, row=Row, subject=Packed, head=Py_ssize_t, said=list, one=Said
    )
    cdef list _by_verb(
        self, Py_ssize_t low, Py_ssize_t cue, Letter use, Letter before, list following
    )
    @cython.locals(mark=Marked, quoted=Py_ssize_t)
    cdef bint _is_report(self, Py_ssize_t cue, Letter before) except? -1
    @cython.locals(
        kinds=Letters, row=Row, first=Py_ssize_t, end=Py_ssize_t, helped=Py_ssize_t
    )
    cdef Packed _nominative(self, Py_ssize_t low, Packed subject) except? -1
    @cython.locals(
        kinds=Letters, gaps=Letters, row=Row, high=Py_ssize_t, first=Py_ssize_t, words=Py_ssize_t,
        adjuncts=Py_ssize_t, rest=Py_ssize_t, last=Py_ssize_t, finite=bint, goes_on=bint,
        ends=bint, part=bint, split=bint, speaker=Packed,
    )
    cdef Said _clause_before(
        self, Py_ssize_t low, Py_ssize_t cue, Py_ssize_t head, Packed subject, Letter use
    )
    @cython.locals(as_=Py_ssize_t, then=Py_ssize_t)
    cdef Said _as_somebody_said(
        self, Py_ssize_t low, Py_ssize_t cue, Packed subject, Letter use
    )
    @cython.locals(
        kinds=Letters, row=Row, until=Py_ssize_t, found=Packed, first=Py_ssize_t, behind=Py_ssize_t,
        participle=bint, speaker=Packed, end=Py_ssize_t,
    )
    cdef Said _clause_behind(
        self, Py_ssize_t low, Py_ssize_t cue, Packed subject, Letter use, Letter before,
        list following,
    )
    @cython.locals(
        kinds=Letters, gaps=Letters, row=Row, other=Py_ssize_t, kind=Letter, comma=Py_ssize_t,
        at=Py_ssize_t,
    )
    cdef Py_ssize_t _clause_end(self, Py_ssize_t first, list following) except? -1
    @cython.locals(
        kinds=Letters, gaps=Letters, high=Py_ssize_t, source=Source, start=Py_ssize_t,
        end=Py_ssize_t, sure=double, other=Py_ssize_t, at=Py_ssize_t, last=Py_ssize_t,
    )
    cdef list _by_source(self, Py_ssize_t low, Py_ssize_t cue, list following)
