# The types for C of toponyms.py.
import cython
from libc.stdint cimport int32_t

from pipeline.enriching.places.focus cimport weighed_of
from pipeline.enriching.places.mention cimport Mention, Toponym, toponym_of
from pipeline.enriching.places.context cimport Context

cdef double _HEADLINE, _EARLY, _DEMONYM, _HINT, _ONCE_MORE
cdef int _EARLY_CHARS, _MOST_COUNTED


@cython.locals(taken=set, counted=dict, mention=Mention, first=int, country=str, weight=double)
cpdef count_demonyms(
    const int32_t[::1] starts, list demonyms, list mentions, int body, Context context,
    list weighed
)

cdef double _weight_at(int start, int body)

@cython.locals(qualified=dict, found=dict, mention=Mention, toponym=Toponym, within=tuple,
               weight=double)
cpdef list toponyms_of(list mentions, int body)
