cimport cython
from libc.stdint cimport int64_t

from pipeline.enriching.names.group cimport Group as CGroup
from pipeline.enriching.names.mentions cimport Mention as CMention
from pipeline.enriching.names.roles cimport Roles as CRoles

cdef int64_t _SAID
cdef int _PERSON, _MOST_SCORE, _MOST
cdef tuple _SCORES
cdef dict _VALUES


@cython.locals(
    text=str, said=str, parts=tuple, begins=tuple, fullest=CMention, spans=tuple,
    role=str, is_alone=bint, found=dict, named=list, group=CGroup, values=dict,
)
cpdef list names_of(
    list groups, read, int64_t unit, int64_t least, CRoles roles, dict sent,
    bint inflected, tuple alone,
)

@cython.locals(found=list, mention=CMention)
cdef tuple _spans(CGroup group, tuple parts, tuple begins)

@cython.locals(mention=CMention)
cdef _sent(CGroup group, str text, dict sent)

@cython.locals(role=str)
cdef str _role(CGroup group, CRoles roles)
