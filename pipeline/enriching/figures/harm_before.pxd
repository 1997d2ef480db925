# The types that make ``harm_before.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.harm_counts cimport Casualties
from pipeline.enriching.figures.window cimport Window
from pipeline.enriching.figures.number_reading cimport Number

cdef unsigned int STOPS, COMMA
cdef Py_ssize_t NEAR, _FAR, _FARTHEST, _INSERTED


@cython.locals(words=list, before=Py_ssize_t, number=Number, first=Py_ssize_t)
cpdef Casualties counted(Window window, Py_ssize_t at, known, harm)

@cython.locals(at=Py_ssize_t, word=str)
cdef bint _may_be_people(Window window, Py_ssize_t first, Py_ssize_t end, known, harm)

@cython.locals(
    words=list, before=Py_ssize_t, passive=bint, farthest=Py_ssize_t, more=int, steps=Py_ssize_t,
    begin=Py_ssize_t, number=Number, end=Py_ssize_t, near=bint, score=double,
)
cpdef Casualties happened(Window window, Py_ssize_t at, known, harm)

@cython.locals(begin=Py_ssize_t)
cdef Py_ssize_t _before_insertion(Window window, Py_ssize_t at, harm)
