# What every compiled loop over letters needs: a letter as a small one. Each module has a table of
# its own, which it fills once; what is two letters then (Turkish capital I) is the first of them.

from libc.stdint cimport uint32_t

cdef enum:
    TABLED = 0x3100
    # Characters below are looked up; above are Han and Hangul, few marks, and rare scripts.

cdef extern from *:
    """
    #include <stdint.h>
    static uint32_t small_letters[0x3100];
    """
    uint32_t small_letters[TABLED]


cdef inline int fill_small_letters() except -1:
    cdef uint32_t code
    for code in range(TABLED):
        small_letters[code] = ord(chr(code).lower()[0])
    return 0


cdef inline uint32_t lower_of(uint32_t code) noexcept:
    if code < TABLED:
        return small_letters[code]
    if 0x3400 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7A3:
        return code
    return ord(chr(code).lower()[0])
