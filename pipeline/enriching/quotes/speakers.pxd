# C types of speakers.py.

cimport cython

from pipeline.enriching.quotes.row cimport Row

cdef Py_ssize_t _MOST, _FAR
cdef int _ROOM


@cython.final
cdef class Cast:
    cdef object read
    cdef str text
    cdef tuple names
    cdef dict genders
    cdef list order, spans, whose, roles
    cdef readonly str last
    cdef Py_ssize_t after
    cdef set spoken

    @cython.locals(
        begins=dict, order=list, spans=list, whose=list, fields=dict, kind=str,
        number=Py_ssize_t, begin=Py_ssize_t, at=Py_ssize_t, where=str, part=str,
    )
    cdef find(self)
    cdef Py_ssize_t before(self, Py_ssize_t at) except? -1
    @cython.locals(
        order=list, body=str, name=str, fields=dict, number=Py_ssize_t, key=Py_ssize_t,
        begin=Py_ssize_t, at=Py_ssize_t, then=Py_ssize_t, body_start=Py_ssize_t,
        body_end=Py_ssize_t,
    )
    cpdef str full(self, Py_ssize_t start, Py_ssize_t end, bint definite)
    @cython.locals(article=str, role=str, found=str, known=str, name=str, fields=dict)
    cdef str by_role(self, str words)
    cpdef spoke(self, Py_ssize_t end)
    @cython.locals(
        gender=str, lowest=Py_ssize_t, seen=list, last=str, number=Py_ssize_t, key=Py_ssize_t,
        fields=dict, name=str, found=str,
    )
    cpdef str meant(self, str pronoun, Py_ssize_t at)
    @cython.locals(known=str, number=Py_ssize_t, key=Py_ssize_t, fields=dict)
    cdef str gender(self, str name)
    @cython.locals(text=str, at=Py_ssize_t, first=Py_ssize_t)
    cdef str titled(self, Py_ssize_t start)
