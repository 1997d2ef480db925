cimport cython
from libc.stdint cimport int32_t, uint8_t, uint64_t

from pipeline.enriching.names.text cimport small
from pipeline.words.numbers cimport spread

cdef uint64_t _START, _PRIME, _LOW, _YO, _YE
cdef int _CAPITAL, _FOREIGN, _LEAST
cdef str _VOWELS
cdef tuple _OF_TWO, _OF_THREE


@cython.locals(
    into=uint64_t[::1], shapes=uint8_t[::1], starts=int32_t[::1], ends=int32_t[::1], text=str,
    wanted=int, n=Py_ssize_t,
)
cpdef in_any_case(words)

@cython.locals(word=str, size=Py_ssize_t, number=uint64_t, at=Py_ssize_t, code=uint64_t)
cdef uint64_t _stem(str text, Py_ssize_t start, Py_ssize_t end) except 0
