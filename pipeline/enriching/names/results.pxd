cimport cython
from libc.stdint cimport int64_t

from pipeline.enriching.names.group cimport Group as CGroup
from pipeline.enriching.names.mentions cimport Mention as CMention
from pipeline.enriching.names.roles cimport Roles as CRoles

cdef int64_t _SAID
cdef int _PERSON, _MOST_SCORE
cdef tuple _SCORES


@cython.locals(
    text=str, parts=tuple, begins=tuple, fullest=CMention, spans=list, mention=CMention, role=str,
    found=dict,
)
cpdef name_of(CGroup group, read, int64_t unit, CRoles roles, dict sent)

@cython.locals(role=str)
cdef str _role(CGroup group, CRoles roles)
