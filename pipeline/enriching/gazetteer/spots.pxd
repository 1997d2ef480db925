# The types for C of spots.py.
import cython
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t

cdef double _KM_PER_DEGREE, _NEAR_KM


cdef class Spot:
    cdef public int number, sort, level
    cdef public long geonames_id
    cdef public double latitude, longitude, people, x, y, z
    cdef public str kind, country, region, wikidata
    cdef public bint capital, stands_alone
    cdef public dict said

    @cython.locals(lat=double, lon=double, across=double)
    cpdef settle(self)


cdef class Columns:
    cdef const uint32_t[::1] _ids
    cdef const int32_t[::1] _latitudes, _longitudes
    cdef const uint16_t[::1] _people, _countries, _regions
    cdef const uint8_t[::1] _kinds
    cdef list _codes, _region_codes
    cdef dict _wikidata

    @cython.locals(number=int, kind=int, latitude=double, longitude=double, spot=Spot)
    cpdef Spot spot(self, unsigned int place)

    @cython.locals(number=int, code=str, country=str, region=str)
    cpdef bint lies_in(self, unsigned int place, tuple regions)

    @cython.locals(lat=double, other_lat=double, lon=double, other_lon=double, across=double,
                   along=double)
    cdef bint _is_near(self, int one, int other)
