# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``by_python`` compiled: the same results, which ``tests/words`` compares."""

from types import MemberDescriptorType

import numpy as np
from pydantic import BaseModel

from cpython.object cimport PyObject, PyObject_GenericSetAttr, PyTypeObject
from cpython.ref cimport Py_INCREF
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t, uint64_t

from pipeline.words.letters cimport TABLED, fill_small_letters, lower_of
from pipeline.words.lookup cimport row_of, spread

from pipeline.words import signs
from pipeline.words.marks import mark_ranges
from schemas.types import Span

cdef extern from "Python.h":
    int Py_UNICODE_ISALNUM(Py_UCS4) noexcept
    object PyType_GenericAlloc(PyTypeObject* kind, Py_ssize_t count)

cdef extern from *:
    """
    #include <structmember.h>
    #define offset_of(member) (((PyMemberDescrObject *)(member))->d_member->offset)
    """
    Py_ssize_t offset_of(object member)

cdef enum:
    WORD = 1
    MARK = 2
    ALONE = 4

cdef struct Sign:
    # What a character is, in eight bytes: its small letter, whether it belongs to a word, and what
    # it adds to the shape of a word as its first letter and further on.
    uint32_t small
    uint8_t kind
    uint8_t first
    uint8_t later

cdef Sign SIGNS[TABLED]
cdef uint32_t GAP[TABLED]
cdef list MARKS = [(a, b) for a, b in mark_ranges()]
cdef dict HIGH_GAPS = {ord(c): bits for c, bits in signs.GAPS.items() if ord(c) >= TABLED}

cdef uint32_t LINE = signs.LINE
cdef uint32_t PARAGRAPH = signs.PARAGRAPH
cdef uint32_t OTHER = signs.OTHER
cdef uint8_t CAPITAL = signs.CAPITAL
cdef uint8_t UPPER = signs.UPPER
cdef uint8_t LOWER = signs.LOWER
cdef uint8_t DIGIT = signs.DIGIT
cdef uint8_t LETTER = signs.LETTER
cdef uint8_t ONE = signs.ONE
cdef uint8_t FOREIGN = signs.FOREIGN


cdef Sign sign_from(uint32_t code, bint marked):
    cdef Sign sign
    character = chr(code)
    sign.small = lower_of(code)
    sign.kind = sign.first = sign.later = 0
    if character.isalnum() or character == "_":
        sign.kind |= WORD
    if marked:
        sign.kind |= MARK | WORD
    if signs.is_unspaced(code):
        sign.kind |= ALONE
    if character.isalpha():
        sign.first = sign.later = LETTER if code < 0x250 else LETTER | FOREIGN
        if character.islower():
            sign.first |= LOWER
            sign.later |= LOWER
        elif character.isupper() or character.istitle():
            sign.first |= CAPITAL
            sign.later |= UPPER
    elif character.isdigit():
        sign.first = sign.later = DIGIT
    return sign


def _fill():
    marked = set()
    for first, last in MARKS:
        marked.update(range(first, min(last + 1, TABLED)))
    for code in range(TABLED):
        SIGNS[code] = sign_from(code, code in marked)
        GAP[code] = signs.GAPS.get(chr(code), signs.OTHER)


fill_small_letters()
_fill()

cdef dict HIGH = {}  # signs of characters beyond the table


cdef Sign OTHER_SIGN  # of the character beyond the table that was asked for last


cdef inline const Sign* sign_of(uint32_t code) except NULL:
    """Tell what a character is; what it points to holds until the next one is asked for."""
    if code < TABLED:
        return &SIGNS[code]
    return high_sign(code)


cdef const Sign* high_sign(uint32_t code) except NULL:
    OTHER_SIGN.small = code
    if 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF:
        # Han: all are letters but the few that are not assigned
        OTHER_SIGN.kind = (WORD | ALONE) if Py_UNICODE_ISALNUM(code) else ALONE
        OTHER_SIGN.first = OTHER_SIGN.later = (LETTER | FOREIGN) if OTHER_SIGN.kind & WORD else 0
    elif 0xAC00 <= code <= 0xD7A3:  # Hangul
        OTHER_SIGN.kind = WORD
        OTHER_SIGN.first = OTHER_SIGN.later = LETTER | FOREIGN
    else:
        rare_sign(code)
    return &OTHER_SIGN


cdef int rare_sign(uint32_t code) except -1:
    global OTHER_SIGN
    known = HIGH.get(code)
    if known is None:
        marked = any(first <= code <= last for first, last in MARKS)
        if len(HIGH) > 20_000:
            HIGH.clear()
        OTHER_SIGN = sign_from(code, marked)
        HIGH[code] = (OTHER_SIGN.small, OTHER_SIGN.kind, OTHER_SIGN.first, OTHER_SIGN.later)
    else:
        OTHER_SIGN.small, OTHER_SIGN.kind, OTHER_SIGN.first, OTHER_SIGN.later = known
    return 0


cdef inline uint32_t gap_sign(uint32_t code):
    if code < TABLED:
        return GAP[code]
    return HIGH_GAPS.get(code, OTHER)


ctypedef fused Characters:
    uint8_t
    uint16_t
    uint32_t


cdef Py_ssize_t read_into(
    Characters* text,
    Py_ssize_t size,
    int32_t[::1] starts,
    int32_t[::1] ends,
    uint64_t[::1] cased,
    uint64_t[::1] plain,
    uint8_t[::1] shapes,
    uint32_t[::1] gaps,
):
    """Fill the rows with the words of a text, and return how many there are."""
    cdef Py_ssize_t at = 0, start, count = 0
    cdef uint32_t gap = LINE | PARAGRAPH, bits, code, before = 0
    cdef int lines = 0
    cdef uint8_t shape
    cdef uint64_t number, small
    cdef const Sign* sign
    while at < size:
        code = text[at]
        sign = sign_of(code)
        if not sign.kind & WORD:
            bits = gap_sign(code)
            gap |= bits
            if bits == LINE and not (code == 10 and before == 13):
                lines += 1
            before = code
            at += 1
            continue
        gaps[count] = gap | (PARAGRAPH if lines > 1 else 0)
        gap, lines, before = 0, 0, 0
        start = at
        number = (<uint64_t>0xCBF29CE484222325 ^ code) * <uint64_t>0x100000001B3
        small = (<uint64_t>0xCBF29CE484222325 ^ sign.small) * <uint64_t>0x100000001B3
        shape = sign.first
        at += 1
        if sign.kind & ALONE:
            while at < size:
                code = text[at]
                sign = sign_of(code)
                if not sign.kind & MARK:
                    break
                number = (number ^ code) * <uint64_t>0x100000001B3
                small = (small ^ sign.small) * <uint64_t>0x100000001B3
                shape |= sign.later
                at += 1
        else:
            while at < size:
                code = text[at]
                sign = sign_of(code)
                if sign.kind & (WORD | ALONE) != WORD:
                    break
                number = (number ^ code) * <uint64_t>0x100000001B3
                small = (small ^ sign.small) * <uint64_t>0x100000001B3
                shape |= sign.later
                at += 1
        starts[count] = start
        ends[count] = at
        cased[count] = spread(number)
        plain[count] = spread(small)
        shapes[count] = shape | (ONE if at - start == 1 else 0)
        count += 1
    gaps[count] = gap | LINE | PARAGRAPH
    return count


cdef enum:
    MOST_KEPT = 65_536
    # What an item has at most; 2 MB of room.


cdef tuple room(Py_ssize_t most):
    """Return empty rows for *most* words."""
    rows = [np.empty(most, kind) for kind in (np.int32, np.int32, np.uint64, np.uint64, np.uint8)]
    return (*rows, np.empty(most + 1, np.uint32))


cdef tuple ROOM = room(MOST_KEPT)
# Used again and again: memory that is new to the process costs more than reading the words.


def read(str text):
    """Return starts, ends, both numbers, shapes and gaps; see ``reading.Words``."""
    cdef Py_ssize_t size = len(text), count
    cdef int width = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    starts, ends, cased, plain, shapes, gaps = ROOM if size < MOST_KEPT else room(size + 1)
    if width == 1:
        count = read_into[uint8_t](<uint8_t*>data, size, starts, ends, cased, plain, shapes, gaps)
    elif width == 2:
        count = read_into[uint16_t](<uint16_t*>data, size, starts, ends, cased, plain, shapes, gaps)
    else:
        count = read_into[uint32_t](<uint32_t*>data, size, starts, ends, cased, plain, shapes, gaps)
    return (
        starts[:count].copy(),
        ends[:count].copy(),
        cased[:count].copy(),
        plain[:count].copy(),
        shapes[:count].copy(),
        gaps[: count + 1].copy(),
    )


cdef enum:
    FEW = 1_000
    # Tables of fewer words have so much room that the first place nearly always tells: whether a
    # word is known cannot be foreseen, and a branch foreseen wrongly costs more than a look.


def slots(keys, values):
    """Return what :func:`rows` looks numbers up in: an open table, at most half full."""
    cdef Py_ssize_t count = len(keys), size = 16, n
    while size < (8 if count < FEW else 2) * count:
        size *= 2
    table_keys = np.zeros(size, np.uint64)
    table_values = np.full(size, -1, np.int32)
    cdef uint64_t[::1] into = table_keys
    cdef int32_t[::1] rows_into = table_values
    cdef const uint64_t[::1] given = keys
    cdef const int32_t[::1] given_rows = values
    cdef uint64_t mask = size - 1, at
    for n in range(count):
        at = given[n] & mask
        while into[at]:
            at = (at + 1) & mask
        into[at] = given[n]
        rows_into[at] = given_rows[n]
    return table_keys, table_values


def rows(table, numbers):
    """Return the row of each number; -1 for one that the table does not have."""
    cdef const uint64_t[::1] keys = table[0]
    cdef const int32_t[::1] values = table[1]
    cdef const uint64_t[::1] given = numbers
    cdef Py_ssize_t count = given.shape[0], n
    found_array = np.empty(count, np.int32)
    cdef int32_t[::1] found = found_array
    cdef uint64_t mask = keys.shape[0] - 1
    for n in range(count):
        found[n] = row_of(keys, values, mask, given[n])
    return found_array


def find(table, numbers, shapes, gaps, uint32_t across, bint every, uint8_t begin):
    """Return the phrases in a row of words: first and last word, row; see ``phrases.Phrases``."""
    cdef const uint64_t[::1] keys = table[0]
    cdef const int32_t[::1] values = table[1]
    cdef const uint64_t[::1] words = numbers
    cdef const uint8_t[::1] shape = shapes
    cdef const uint32_t[::1] between = gaps
    cdef Py_ssize_t count = words.shape[0], first = 0, last, best_last
    cdef uint64_t mask = keys.shape[0] - 1, number
    cdef int32_t row, best
    cdef list found = []
    while first < count:
        if begin and not shape[first] & begin:
            first += 1
            continue
        number, last, best, best_last = words[first], first, -1, first
        while True:
            row = row_of(keys, values, mask, number)
            if row == -1:
                break
            if row >= 0:
                best, best_last = row, last
                if every:
                    found.append((first, last, row))
            last += 1
            if last >= count or between[last] & ~across:
                break
            number = spread((number * <uint64_t>0x100000001B3) ^ words[last])
        if best >= 0 and not every:
            found.append((first, best_last, best))
            first = best_last + 1
        else:
            first += 1
    return found


cdef Py_ssize_t place_of(kind, str name) except -1:
    """Return where an object of a kind keeps one of its slots."""
    member = kind.__dict__[name]
    if type(member) is not MemberDescriptorType:
        raise TypeError(f"{name} of {kind} is no slot")
    return offset_of(member)


cdef inline void put(made, Py_ssize_t place, value):
    """Put a value into a slot of an object that is new, in a fifth of the time."""
    Py_INCREF(value)
    (<PyObject**>(<char*><PyObject*>made + place))[0] = <PyObject*>value


cdef Py_ssize_t WHERE = place_of(Span, "where")
cdef Py_ssize_t START = place_of(Span, "start")
cdef Py_ssize_t END = place_of(Span, "end")
cdef Py_ssize_t FIELDS_SET = place_of(BaseModel, "__pydantic_fields_set__")
cdef Py_ssize_t EXTRA = place_of(BaseModel, "__pydantic_extra__")
cdef Py_ssize_t PRIVATE = place_of(BaseModel, "__pydantic_private__")


def span_of(tuple parts, tuple begins, Py_ssize_t start, Py_ssize_t end):
    """Return where a piece of a text stands, in the part that it begins in.

    It is made as ``Span`` makes it, in a tenth of the time.
    """
    cdef Py_ssize_t low = 0, high = len(begins), middle, begin
    while high - low > 1:
        middle = (low + high) // 2
        if <Py_ssize_t>begins[middle] <= start:
            low = middle
        else:
            high = middle
    begin = begins[low]
    made = PyType_GenericAlloc(<PyTypeObject*>Span, 0)
    put(made, WHERE, parts[low])
    put(made, START, start - begin)
    put(made, END, end - begin)
    return made


cdef dict FIELDS = {}  # of each model, the names of its fields; a model is frozen, so are they


def model_of(kind, dict values):
    """Return a model of *values* for all its fields, which must be right; they become its own."""
    fields = FIELDS.get(kind)
    if fields is None:
        fields = FIELDS[kind] = set(kind.model_fields)
    return made_of(kind, values, fields)


def with_values(model, dict values):
    """Return a model with other *values* of some fields, which must be right.

    It is what ``model_copy`` gives of a model that keeps nothing beside its fields.
    """
    fields = (<dict?>model.__dict__).copy()
    fields.update(values)
    given = (<set?>model.__pydantic_fields_set__).copy()
    given.update(values)
    return made_of(type(model), fields, given)


cdef made_of(kind, dict values, set given):
    """Return a model of *values*, of which those of *given* were given."""
    made = PyType_GenericAlloc(<PyTypeObject*>kind, 0)
    PyObject_GenericSetAttr(made, "__dict__", values)
    put(made, FIELDS_SET, given)
    put(made, EXTRA, None)
    put(made, PRIVATE, None)
    return made
