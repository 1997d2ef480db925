# cython: boundscheck=False, wraparound=False
# What every compiled loop over words needs: to look a word's number up in an open table, as
# ``compiled.slots`` makes it, to spread a number over its bits, as ``by_python`` does, and to ask for
# what stands far away in a large table well before it is read.

from libc.stdint cimport int32_t, uint64_t

cdef extern from *:
    """
    #if defined(__GNUC__) || defined(__clang__)
    #define soon_read(place) __builtin_prefetch(place)
    #else
    #define soon_read(place) ((void)(place))
    #endif
    """
    void soon_read(const void* place) noexcept nogil


cdef inline uint64_t spread(uint64_t number) noexcept nogil:
    number = (number ^ (number >> 33)) * <uint64_t>0xFF51AFD7ED558CCD
    number = number ^ (number >> 33)
    return number if number else 1


cdef inline int32_t row_of(
    const uint64_t[::1] keys, const int32_t[::1] values, uint64_t mask, uint64_t number
) noexcept nogil:
    cdef uint64_t at = number & mask
    while keys[at] and keys[at] != number:
        at = (at + 1) & mask
    return values[at]  # -1 in an empty place
