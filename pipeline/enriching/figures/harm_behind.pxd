# The types that make ``harm_behind.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.harm_counts cimport Casualties
from pipeline.enriching.figures.window cimport Window
from pipeline.enriching.figures.number_reading cimport Number

cdef unsigned int STOPS, _QUOTE
cdef Py_ssize_t NEAR, _FAR, _TOLL


@cython.locals(
    words=list, steps=Py_ssize_t, there=Py_ssize_t, number=Number, end=Py_ssize_t, bare=bint,
    written=str, score=double,
)
cpdef Casualties did(Window window, Py_ssize_t at, known, harm)

@cython.locals(words=list, there=Py_ssize_t)
cdef bint _claims_another(Window window, Py_ssize_t end, Py_ssize_t at, harm)

@cython.locals(
    words=list, last=Casualties, there=Py_ssize_t, number=Number, after=Py_ssize_t, counted=str,
    first=Py_ssize_t,
)
cpdef Casualties toll(Window window, Py_ssize_t at, known, harm)
