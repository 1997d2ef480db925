cimport cython
from libc.stdint cimport int64_t, uint64_t

from pipeline.enriching.names.mentions cimport Mention as CMention, mention_of
from pipeline.enriching.names.text cimport Text as CText
from pipeline.words.numbers cimport joined

cdef int _PERSON, _BLANK, _CAPITALS, _MOST_SURNAMES, _LEAST_SURNAME, _LEAST_STEM, _BITS
cdef uint64_t _ONE
cdef frozenset _NO_NAME_AFTER


@cython.locals(
    surnames=dict, people=Py_ssize_t, mention=CMention, n=Py_ssize_t, start=Py_ssize_t,
    end=Py_ssize_t, found=list, bits=uint64_t, number=uint64_t,
    full=CMention,
)
cpdef list named_again(
    CText text, list mentions, int64_t clear, bint genitive, bint inflected
)

@cython.locals(
    n=Py_ssize_t, full=CMention, start=Py_ssize_t, end=Py_ssize_t, mention=CMention,
    number=uint64_t,
)
cdef _add_surnames(
    CText text, Py_ssize_t first, Py_ssize_t until, dict surnames,
    uint64_t bits, bint inflected, list found,
)

cdef uint64_t _number(CText text, Py_ssize_t n, bint inflected) noexcept

cdef uint64_t _with_s(CText text, Py_ssize_t start, Py_ssize_t end)

@cython.locals(
    known=set, mention=CMention, n=Py_ssize_t, end=Py_ssize_t, last=uint64_t, number=uint64_t
)
cpdef list without_genitive(CText text, list mentions)
