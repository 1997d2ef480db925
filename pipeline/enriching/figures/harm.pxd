# The types that make ``harm.py`` fast where it is compiled; see ``setup.py``.

cimport cython

from pipeline.enriching.figures.harm_counts cimport Casualties
from pipeline.enriching.figures.window cimport Window

cdef unsigned int HYPHEN


@cython.locals(word=str, found=Casualties, done=bint)
cpdef Casualties casualties_at(Window window, Py_ssize_t at, known, harm)

@cython.locals(word=str)
cdef bint _is_lived(Window window, Py_ssize_t at, harm)

@cython.locals(words=list, there=Py_ssize_t)
cdef bint _either(Window window, Py_ssize_t at, harm)

cdef _kind_of(str word, harm)

cdef bint _is_number_of(Window window, Py_ssize_t at)

@cython.locals(after=Py_ssize_t)
cdef bint _means_things(Window window, Py_ssize_t at, harm)

cdef bint _is_suffered(Window window, Py_ssize_t at, harm)
