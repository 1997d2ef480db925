# The types for C of focus.py.
import cython


cdef class Weighed:
    cdef public str country, city
    cdef public double weight
    cdef public object geonames_id


@cython.locals(one=Weighed)
cpdef Weighed weighed_of(str country, double weight, str city=*, object geonames_id=*)

@cython.locals(countries=dict, cities=dict, one=Weighed, weight=double, name=str, total=double,
               country=str, share=double, most=double, heaviest=double, key=tuple)
cpdef focus_of(list said)
