# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``words_by_python`` compiled: the same results, which ``tests/dedup`` compares."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize, PyBytes_GET_SIZE
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport free, malloc

from pipeline.dedup import codes, letters

cdef enum:
    FOLDED = 0xFFFF
    LETTER = 1 << 16
    FIGURE = 1 << 17
    UNSPACED = 1 << 18
    ASIDE = 1 << 19
    CAPITAL = 1 << 20
    CUT = 1 << 21
    STOP = 1 << 22
    OPEN_STOP = 1 << 23
    SIZE_SHIFT = 24
    SIZE = 15
    POINT = 1 << 28
    SIGN = 1 << 29
    BLANK = 1 << 30
    IN_WORD = LETTER | FIGURE | UNSPACED

    IS_FIGURE = 1
    IS_NAME = 2
    IS_LONG = 4
    IS_WRITTEN = 8
    IS_ASIDE = 16

    LEAST_SIZE = 10
    LEAST_NAME_SIZE = 4
    MOST_CAPITALS = 3
    NAME = 2048
    FIRST_FIGURE = 1792
    OTHER_FIGURES = 1892
    MOST_ASIDE = 1000
    SIEVE = 512

assert (letters.IN_WORD, letters.SIZE_SHIFT, letters.BLANK) == (IN_WORD, SIZE_SHIFT, BLANK)
assert (codes.NAME, codes.FIRST_FIGURE) == (NAME, FIRST_FIGURE)
assert (codes.FIRST_FIGURE + codes.SMALL, codes.SIEVE) == (OTHER_FIGURES, SIEVE)

cdef uint64_t RADIX = 0x9E3779B97F4A7C15
cdef uint64_t MIX = 0xFF51AFD7ED558CCD
cdef uint32_t LEAST_HAN = letters.RARE_HAN[0]
cdef uint32_t END_OF_HAN = letters.RARE_HAN[1]

cdef int32_t TABLE[0x10000]


def _fill():
    for number, mark in enumerate(letters.letters().tolist()):
        TABLE[number] = mark


_fill()

cdef int32_t HAN = letters.OF_RARE_HAN


cdef struct Word:
    uint64_t number
    int32_t sentence
    int32_t length
    uint8_t kind


cdef inline Py_ssize_t written(const uint64_t* keys, Py_ssize_t mask, uint64_t key) noexcept nogil:
    """Return the slot of a small figure or one that is written as a word, or -1; see ``words.figure_table``."""
    cdef Py_ssize_t at = <Py_ssize_t>(key >> 32) & mask
    while keys[at]:
        if keys[at] == key:
            return at
        at = (at + 1) & mask
    return -1


cdef inline int32_t mark_of(Py_UCS4 code) noexcept nogil:
    if code < 0x10000:
        return TABLE[code]
    if LEAST_HAN <= code < END_OF_HAN:
        return HAN | <int32_t>(<uint32_t>code & 0xFFFF)
    return 0


cdef inline bint three_follow(const int32_t* marks, Py_ssize_t at, Py_ssize_t count) noexcept nogil:
    """Whether exactly three digits stand behind a place."""
    if at + 3 >= count:
        return False
    if not marks[at + 1] & marks[at + 2] & marks[at + 3] & FIGURE:
        return False
    return at + 4 >= count or not marks[at + 4] & FIGURE


cdef inline bint four_before(const int32_t* marks, Py_ssize_t at) noexcept nogil:
    """Whether four digits or more stand before a place."""
    return at >= 4 and marks[at - 1] & marks[at - 2] & marks[at - 3] & marks[at - 4] & FIGURE != 0


def read(str text, Py_ssize_t most, bytes table):
    """Return a text's words; see ``words.Words``."""
    cdef Py_ssize_t slots = (PyBytes_GET_SIZE(table) - SIEVE) // 10
    if slots < 1 or slots & (slots - 1):
        raise ValueError("the table has no power of two for its size")
    cdef Py_ssize_t size = len(text), count = 0, at, words = 0, stops = 0, told = 0, length = 0
    cdef int unicode_kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef int32_t* marks = <int32_t*>malloc((size + 1) * sizeof(int32_t))
    cdef int32_t* places = <int32_t*>malloc((size + 1) * sizeof(int32_t))
    cdef Word* found = <Word*>malloc((size + 1) * sizeof(Word))
    cdef int32_t* ends = <int32_t*>malloc((size + 1) * sizeof(int32_t))
    cdef Py_UCS4 code
    cdef int32_t mark, before = 0, sentence = 0, upper = 0, figures = 0
    cdef uint32_t letter, last
    cdef uint64_t total = 0, power = 1, telling
    cdef int capitals = 0, sized = 0
    cdef uint8_t kind = 0
    cdef bint inside = False, fresh = True, begins, spaced = True, capital = False, brief = False
    if not marks or not places or not found or not ends:
        free(marks)
        free(places)
        free(found)
        free(ends)
        raise MemoryError
    try:
        for at in range(size):
            mark = mark_of(PyUnicode_READ(unicode_kind, data, at))
            if not mark & ASIDE:
                marks[count] = mark
                places[count] = <int32_t>at
                count += 1
        for at in range(count + 1):
            mark = marks[at] if at < count else 0
            if inside:
                if before & FIGURE and mark & POINT and at + 1 < count and marks[at + 1] & FIGURE:
                    if not three_follow(marks, at, count):
                        total += <uint64_t>46 * power  # a full stop
                        power *= RADIX
                    before = FIGURE
                    length += 1
                    continue
                if (
                    before & FIGURE
                    and mark & BLANK
                    and three_follow(marks, at, count)
                    and not four_before(marks, at)
                ):
                    before = FIGURE
                    length += 1
                    continue
                begins = not mark & IN_WORD or (mark ^ before) & UNSPACED or mark & CUT
                if begins:
                    total ^= total >> 33
                    total *= MIX
                    total = total & ~<uint64_t>1 | (kind & IS_FIGURE)
                    found[words].number = total
                    found[words].sentence = sentence
                    found[words].length = <int32_t>length
                    if kind & IS_NAME and sized < LEAST_NAME_SIZE:
                        kind ^= IS_NAME
                    if sized >= LEAST_SIZE:
                        kind |= IS_LONG
                    if length > 1 and capitals * MOST_CAPITALS > length:
                        upper += 1
                    if fresh:
                        kind &= ~IS_NAME  # a capital where a sentence begins marks no name
                    if kind & IS_FIGURE and not capital:
                        figures += 1
                    brief = spaced and (
                        length == 1
                        or (length == 2 and (kind & IS_FIGURE or (capital and capitals == 1)))
                    )
                    found[words].kind = kind
                    fresh = inside = False
                    words += 1
            if mark & IN_WORD:
                letter = mark & FOLDED
                if not inside:
                    inside = True
                    spaced = not mark & UNSPACED
                    capital = mark & CAPITAL
                    total, power, kind, capitals, sized, length = 0, 1, 0, 0, 0, 0
                    if mark & FIGURE:
                        kind = IS_FIGURE
                        if (
                            at and marks[at - 1] & SIGN and not capital
                            and not (at > 1 and marks[at - 2] & IN_WORD)
                        ):
                            total = 45  # a minus
                            power = RADIX
                            length = 1
                    elif mark & CAPITAL:
                        kind = IS_NAME
                elif mark & before & LETTER:
                    last = before & FOLDED
                    if (letter == 101 and (last == 97 or last == 111 or last == 117)) or (
                        letter == 117 and last == 111 and at + 1 < count
                        and marks[at + 1] & LETTER and marks[at + 1] & FOLDED == 114
                    ):
                        mark &= ~(SIZE << SIZE_SHIFT)
                        letter = 0
                    elif letter == last:
                        letter = 0
                length += 1
                sized += (mark >> SIZE_SHIFT) & SIZE
                if mark & CAPITAL:
                    capitals += 1
                if letter:
                    total += <uint64_t>letter * power
                    power *= RADIX
                before = mark
            else:
                before = mark
                if not fresh and (
                    mark & STOP
                    or (
                        mark & OPEN_STOP
                        and not brief  # U.S. troops, Mr. Smith, 3. Juni
                        and not (at + 1 < count and marks[at + 1] & IN_WORD)
                    )
                ):
                    ends[sentence] = places[at] + 1
                    sentence += 1
                    fresh = True
        return _packed(
            found, words, ends, sentence, figures, upper * MOST_CAPITALS > words, most, table
        )
    finally:
        free(marks)
        free(places)
        free(found)
        free(ends)


cdef tuple _packed(
    Word* found, Py_ssize_t words, int32_t* ends, Py_ssize_t sentences,
    Py_ssize_t figures, bint in_capitals, Py_ssize_t most, bytes table
):
    cdef Py_ssize_t n, slot, told = 0, beside = 0, slots = (PyBytes_GET_SIZE(table) - SIEVE) // 10
    cdef const uint8_t* sieve = <const uint8_t*>PyBytes_AS_STRING(table)
    cdef const uint64_t* keys = <const uint64_t*>(sieve + SIEVE)
    cdef const uint16_t* codes_of = <const uint16_t*>(sieve + SIEVE + 8 * slots)
    cdef uint64_t key
    cdef bytes numbers = PyBytes_FromStringAndSize(NULL, words * 8)
    cdef uint64_t* into = <uint64_t*>PyBytes_AS_STRING(numbers)
    cdef uint8_t kind, telling = IS_FIGURE | IS_LONG | (0 if in_capitals else IS_NAME)
    cdef uint64_t upper
    cdef uint16_t code
    for n in range(words):
        into[n] = found[n].number
        key = found[n].number + 2 * <uint64_t>found[n].length
        if sieve[(key >> 23) & (SIEVE - 1)] >> ((key >> 20) & 7) & 1:
            slot = written(keys, slots - 1, key)
            if slot >= 0:
                found[n].kind |= IS_WRITTEN
                found[n].length = codes_of[slot]
                if not found[n].kind & (IS_FIGURE | IS_LONG):
                    found[n].kind = IS_ASIDE
                    beside += 1
        if found[n].kind & telling:
            told += 1
    if told > most:
        told = most
    cdef bytes codes_ = PyBytes_FromStringAndSize(NULL, told * 2)
    cdef bytes sentence_of = PyBytes_FromStringAndSize(NULL, told * 4)
    cdef bytes aside = PyBytes_FromStringAndSize(NULL, beside * 4)
    cdef uint16_t* of_word = <uint16_t*>PyBytes_AS_STRING(codes_)
    cdef uint16_t* of_aside = <uint16_t*>PyBytes_AS_STRING(aside)
    cdef int32_t* sentence = <int32_t*>PyBytes_AS_STRING(sentence_of)
    cdef Py_ssize_t at = 0
    beside = 0
    for n in range(words):
        if at == told or beside == MOST_ASIDE:
            break
        kind = found[n].kind
        if kind & IS_ASIDE:
            of_aside[2 * beside] = <uint16_t>at
            of_aside[2 * beside + 1] = <uint16_t>found[n].length
            beside += 1
            continue
        kind &= telling | IS_WRITTEN
        if not kind & telling:
            continue
        upper = found[n].number >> 40
        if kind & IS_WRITTEN:
            code = <uint16_t>found[n].length
        elif kind & IS_FIGURE:
            code = <uint16_t>(OTHER_FIGURES + upper % (NAME - OTHER_FIGURES))
        else:
            code = <uint16_t>(upper % FIRST_FIGURE)
            if kind & IS_NAME:
                code += NAME
        of_word[at] = code
        sentence[at] = found[n].sentence
        at += 1
    return (
        numbers, figures, codes_[: 2 * at], sentence_of[: 4 * at],
        (<char*>ends)[: sentences * 4], aside[: 4 * beside],
    )
