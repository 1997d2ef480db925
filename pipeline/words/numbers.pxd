# C types of numbers.py.

from libc.stdint cimport uint64_t

cdef uint64_t _PRIME, _LOW, _SPREAD

cpdef uint64_t spread(uint64_t number) noexcept
cpdef uint64_t joined(uint64_t number, uint64_t then) noexcept
