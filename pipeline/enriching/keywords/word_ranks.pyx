# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``ranks_by_python.ranked`` compiled: the same results, which ``tests/enriching`` compares."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from libc.math cimport pow
from libc.stdint cimport int16_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memset

from pipeline.words.lookup cimport soon_read

from pipeline.enriching.keywords import ranks_by_python as same
from pipeline.words import signs

cdef uint32_t ANEW = same.ANEW
cdef uint32_t APART = same.APART
cdef uint8_t USABLE = same.USABLE
cdef uint8_t JOINED = same.JOINED
cdef uint8_t IS_CAPITAL = same.IS_CAPITAL
cdef float IN_HEAD = same.IN_HEAD
cdef float IN_LEAD = same.IN_LEAD
cdef double OFTEN = same.OFTEN
cdef Py_ssize_t LEAD_WORDS = same.LEAD_WORDS
cdef Py_ssize_t PLACES_MOST = same.PLACES_MOST

cdef enum:
    LOOKED_AT = 64
    MOST = 1500
    # More than twice the words that are ever ranked, so that the open table has free places.
    ROOM = 4096

cdef uint8_t FLAGS[2][256]
"""What a word looks like as a keyword's flags: one that goes on, one that begins a sentence."""

for _anew in range(2):
    for _shape in range(256):
        FLAGS[_anew][_shape] = same.flags_of(_shape, _anew)

assert MOST == same.MOST_WORDS and LOOKED_AT == same.LOOKED_AT_MOST


def ranked(words, common, named, Py_ssize_t head, bint capitals, Py_ssize_t most):
    """Return the words' flags and the strongest words; see ``ranks_by_python.ranked``."""
    cdef const uint64_t[::1] numbers = words.plain
    cdef const uint8_t[::1] shapes = words.shapes
    cdef const uint32_t[::1] gaps = words.gaps
    cdef const uint8_t[::1] taken = named
    cdef const float[::1] worth_of = common.worth_of
    cdef const uint32_t[::1] places_of = common.places
    cdef uint32_t mask = places_of.shape[0] - 1, number, entry, place
    cdef Py_ssize_t count = min(taken.shape[0], MOST), word, n, at, better, held = 0
    cdef uint32_t slot
    cdef int16_t groups = 0, group
    cdef int16_t group_in[ROOM]
    cdef int16_t first_of[MOST]
    cdef int16_t last_of[MOST]
    cdef int16_t then_at[MOST]
    cdef float often[MOST]
    cdef float worth
    cdef double strong
    cdef uint8_t flag, shape
    cdef uint8_t needed = USABLE | IS_CAPITAL if capitals else USABLE
    most = min(most, LOOKED_AT)
    cdef int16_t best[LOOKED_AT]
    cdef double strength[LOOKED_AT]
    flags_bytes = PyBytes_FromStringAndSize(NULL, count)
    cdef uint8_t* flags = <uint8_t*>PyBytes_AS_STRING(flags_bytes)
    memset(group_in, 0xFF, sizeof(group_in))
    for word in range(count):
        shape = shapes[word]
        # Without a branch: a text's words come in no order that a processor could foresee.
        flag = FLAGS[(gaps[word] & ANEW) != 0][shape] | (JOINED * ((gaps[word] & APART) == 0))
        if flag & needed == needed and not taken[word]:
            slot = numbers[word] & (ROOM - 1)
            while group_in[slot] >= 0 and numbers[first_of[group_in[slot]]] != numbers[word]:
                slot = (slot + 1) & (ROOM - 1)
            group = group_in[slot]
            # The words of a group are a chain, from its first place on.
            if group < 0:
                group = group_in[slot] = groups
                soon_read(&places_of[numbers[word] & mask])  # until all words were seen it is here
                often[group] = 0
                first_of[group] = word
                groups += 1
            else:
                then_at[last_of[group]] = word
            last_of[group] = word
            then_at[word] = -1
            often[group] += IN_HEAD if word < head else IN_LEAD if word < head + LEAD_WORDS else 1
        else:
            flag &= ~USABLE
        flags[word] = flag
    for group in range(groups):
        number = <uint32_t>numbers[first_of[group]]
        place = number & mask
        entry = places_of[place]
        while entry and (entry ^ number) >> 8:
            place = (place + 1) & mask
            entry = places_of[place]
        worth = worth_of[entry & 255]
        if worth <= 0:
            at = first_of[group]
            while at >= 0:
                flags[at] &= ~USABLE
                at = then_at[at]
            continue
        if most <= 0:
            continue
        strong = worth if often[group] == 1 else pow(often[group], OFTEN) * worth
        if held == most:
            if strong <= strength[held - 1]:
                continue
            held -= 1
        better = held
        while better > 0 and strength[better - 1] < strong:
            best[better], strength[better] = best[better - 1], strength[better - 1]
            better -= 1
        best[better], strength[better] = group, strong
        held += 1
    cdef list found = [], places
    for n in range(held):
        group = best[n]
        places = []
        at = first_of[group]
        while at >= 0 and len(places) < PLACES_MOST:
            places.append(at)
            at = then_at[at]
        found.append((strength[n], places))
    return flags_bytes, found
