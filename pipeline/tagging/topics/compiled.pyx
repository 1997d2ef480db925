# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``by_python`` compiled: the same results, which ``tests/tagging`` compares.

What comes in was made by ``term_table`` and ``words.reading``: rows lead to rows that are there,
words are places within the text. Every index below rests on that.
"""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.math cimport exp, log, sqrt
from libc.stdint cimport int8_t, int16_t, int32_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memcpy, memset

from pipeline.words.letters cimport fill_small_letters, lower_of
from pipeline.words.lookup cimport row_of, soon_read, spread
from pipeline.words.search cimport first_from

from pipeline.tagging.topics import term_table
from pipeline.tagging.topics import by_python as topics_by_python
from pipeline.words.compiled import slots

cdef enum:
    FEWEST = 3
    LONGEST = 64
    KNOWN = 8192  # words whose parts are remembered
    KNOWN_ROWS = 4  # of so many parts at most
    TOO_MANY = -1
    MOST_TERMS = 65535
    FILTER = 0x3FFF
    TOPICS = 17
    AGAIN_MOST = 32
    SINGLE_WORDS = 165
    HEAD_TIMES = 3
    WIDTH = 32  # bytes of a row of single words
    AHEAD = 8  # words of which is asked for before they are read

cdef uint64_t START = 0xCBF29CE484222325
cdef uint64_t PRIME = 0x100000001B3
cdef uint64_t CASED = 0x9E3779B97F4A7C15
cdef uint64_t BEGINS = 0xC2B2AE3D27D4EB4F
cdef uint64_t ENDS = 0x165667B19E3779F9
cdef uint64_t INSIDE = 0x27D4EB2F165667C5

cdef uint32_t APART = ~term_table.ACROSS & 0xFFFFFFFF

cdef double WORTH[4]
cdef double AGAIN[AGAIN_MOST]
cdef double IN_HEAD = topics_by_python.IN_HEAD
cdef double IN_LEAD = topics_by_python.IN_LEAD

for _at in range(4):
    WORTH[_at] = topics_by_python.WORTH[_at]
for _at in range(AGAIN_MOST):
    AGAIN[_at] = topics_by_python.AGAIN[_at]

fill_small_letters()


# Most words lead to nothing. To learn that from a table costs more than all else, as tables are too
# large for the nearest memory; so 8 KB of bits tell of most.


def bits_of(numbers):
    """Return bits of which that of each number is set."""
    bits = np.zeros(1024, np.uint64)
    cdef uint64_t[::1] into = bits
    cdef uint64_t number
    for number in numbers:
        into[(number >> 26) & 1023] |= <uint64_t>1 << ((number >> 20) & 63)
    return bits


cdef inline bint is_set(const uint64_t[::1] bits, uint64_t number) noexcept:
    return (bits[(number >> 26) & 1023] >> ((number >> 20) & 63)) & 1


cdef inline bint is_state(const uint8_t[::1] states, uint64_t state) noexcept:
    return (states[(state & FILTER) >> 3] >> (state & 7)) & 1


cdef struct Found:
    # A term that was found; see terms_by_python.Found
    int32_t term
    int32_t first
    int32_t last
    int32_t times
    int32_t earlier  # another one that ends with the same word, one more than it
    uint8_t named
    uint8_t topic
    double says


cdef struct Named:
    # A topic below one at the top, how often terms name it, and the one that does most
    int32_t code
    int32_t often
    int32_t most
    int32_t start
    int32_t end


cdef struct Known:
    # A word met of late, and all that it leads to: half a line of memory. It changes no answer.
    uint64_t number
    int32_t single  # its row among the single words
    int16_t opens  # whether a phrase may begin with it
    int16_t count  # how many parts it leads to, or TOO_MANY
    int32_t rows[KNOWN_ROWS]


cdef struct Text:
    # The words of a text, and whether it is what names the story
    const int32_t* starts
    const int32_t* ends
    const uint64_t* plain
    const uint64_t* cased
    const uint32_t* gaps
    int kind
    void* data
    int32_t count
    bint named
    int32_t opening  # how many words phrases may begin with
    int32_t* opens  # their places
    int32_t* singles  # of each word the row among the single ones


cdef fill(Text* text, words, int32_t count, bint named):
    """Take a text that *words* keep alive."""
    cdef const int32_t[::1] starts, ends
    cdef const uint64_t[::1] plain, cased
    cdef const uint32_t[::1] gaps
    cdef str characters = words.text
    text.kind, text.data = PyUnicode_KIND(characters), PyUnicode_DATA(characters)
    text.count, text.named, text.opening = count, named, 0
    if count:
        starts, ends, plain, cased = words.starts, words.ends, words.plain, words.cased
        gaps = words.gaps
        text.starts, text.ends = &starts[0], &ends[0]
        text.plain, text.cased, text.gaps = &plain[0], &cased[0], &gaps[0]


cdef class Reading
cdef class SingleWords


cdef class Counts:
    """What signs and topics count; see ``topics_by_python.Counts``."""

    cdef double worth[6]
    cdef double usual[TOPICS]

    def __init__(self, worth, usual):
        cdef int at
        for at in range(6):
            self.worth[at] = worth[at] if at < len(worth) else 0
        for at in range(TOPICS):
            self.usual[at] = usual[at]


cdef class Terms:
    """The terms of a word list, ready to be looked for; see ``topics_by_python.Terms``."""

    cdef const uint64_t[::1] part_keys, phrase_keys, part_bits, phrase_bits, number
    cdef const int32_t[::1] part_rows, phrase_rows
    cdef const uint8_t[::1] begins, inside  # eight states a byte
    cdef bint looks_inside
    cdef const int32_t[::1] part_from, part_terms, phrase_from, phrase_terms
    cdef const int32_t[::1] within_from, within, term, before, pieces, letters
    cdef const uint8_t[::1] topic, weight
    cdef const uint16_t[::1] code
    cdef uint64_t part_mask, phrase_mask
    cdef SingleWords single
    # For one reading at a time: what is met, and where each term is in it. Nothing that could let
    # another thread in runs while they are in use.
    cdef Found* found
    cdef uint16_t* place  # one more than it; 0 where a term was not met
    cdef int32_t met
    cdef Known* known
    cdef int32_t* scratch  # three numbers a word of the text and of what is beside it
    cdef int32_t room  # for how many words

    def __cinit__(self, table, single=None):
        cdef Py_ssize_t terms = len(table.topic)
        if terms >= MOST_TERMS:
            raise ValueError(f"more than {MOST_TERMS} terms")
        self.found = <Found*>malloc((terms + 1) * sizeof(Found))
        self.place = <uint16_t*>calloc(terms + 1, sizeof(uint16_t))
        self.known = <Known*>calloc(KNOWN, sizeof(Known))
        if self.found == NULL or self.place == NULL or self.known == NULL:
            raise MemoryError

    def __dealloc__(self):
        free(self.found)
        free(self.place)
        free(self.known)
        free(self.scratch)

    def __init__(self, table, single=None):
        self.single = single
        self.part_keys, self.part_rows = slots(*table.parts)
        self.phrase_keys, self.phrase_rows = slots(*table.phrases)
        self.part_bits, self.phrase_bits = bits_of(table.parts[0]), bits_of(table.opening)
        self.part_mask = self.part_keys.shape[0] - 1
        self.phrase_mask = self.phrase_keys.shape[0] - 1
        self.begins = np.packbits(table.begins, bitorder="little")
        self.inside = np.packbits(table.inside, bitorder="little")
        self.looks_inside = table.inside.any()
        self.part_from, self.part_terms = table.of_part
        self.phrase_from, self.phrase_terms = table.of_phrase
        self.within_from, self.within = table.within
        self.term, self.before, self.pieces = table.term, table.before, table.pieces
        self.number, self.letters = table.number, table.letters
        self.topic, self.weight, self.code = table.topic, table.weight, table.code

    def read(self, words, named, int32_t head, int32_t lead, int32_t most):
        """Return what was found in a text, and in what *named* says beside it."""
        cdef Text text, beside
        cdef Reading reading = Reading.__new__(Reading)
        cdef const int32_t[::1] starts = words.starts
        cdef int32_t count = <int32_t>first_from(starts, most), others = len(named.starts)
        reading.terms, reading.words = self, words
        reading.head = <int32_t>first_from(starts, head)
        reading.lead = <int32_t>first_from(starts, lead)
        reading.count = count
        self.make_room(count + others)
        fill(&text, words, count, False)
        fill(&beside, named, others, True)
        reading.starts, reading.ends = text.starts, text.ends
        text.singles, beside.singles = self.scratch, self.scratch + count
        text.opens = beside.opens = self.scratch + self.room
        self.met = 0
        self.look_for_parts(&text)
        self.look_for_phrases(&text)
        self.look_for_parts(&beside)
        self.look_for_phrases(&beside)
        self.hand_over(reading)
        reading.weigh(self.scratch + 2 * self.room)
        if self.single is not None:
            self.single.say(
                reading,
                self.scratch,
                min(reading.head + SINGLE_WORDS, count),
                beside.singles,
                others,
            )
        return reading

    cdef make_room(self, int32_t words):
        cdef int32_t* larger
        if words > self.room or self.scratch == NULL:
            larger = <int32_t*>realloc(self.scratch, 3 * <size_t>(words + 1) * sizeof(int32_t))
            if larger == NULL:
                raise MemoryError
            self.scratch, self.room = larger, words + 1

    cdef hand_over(self, Reading reading):
        """Give what was met to a reading, and be ready for another one."""
        cdef int32_t n
        for n in range(self.met):
            self.place[self.found[n].term] = 0
        reading.found_ = <Found*>malloc((self.met + 1) * sizeof(Found))
        if reading.found_ == NULL:
            raise MemoryError
        memcpy(reading.found_, self.found, self.met * sizeof(Found))
        reading.met = self.met

    cdef inline void meet(self, int32_t term, int32_t first, int32_t last, bint named) noexcept:
        """Count a term; where it is met for the first time, keep the place."""
        cdef Found* found
        if not self.place[term]:
            found = self.found + self.met
            self.met += 1
            self.place[term] = <uint16_t>self.met
            found.term, found.times, found.named = term, 0, False
            found.first = -1 if named else first
            found.last = -1 if named else last
        found = self.found + self.place[term] - 1
        found.times += 1
        if named:
            found.named = True

    cdef void look_for_parts(self, Text* text) noexcept:
        """Meet the terms that words lead to; note which words open phrases, and their rows."""
        cdef int32_t word
        for word in range(text.count + AHEAD):
            if word < text.count:
                soon_read(&self.known[text.plain[word] & (KNOWN - 1)])
            if word < AHEAD:
                continue
            self.look_at(word - AHEAD, text)

    cdef inline void look_at(self, int32_t word, Text* text) noexcept:
        cdef uint64_t number = text.cased[word] ^ CASED
        cdef Known* known
        cdef int32_t row
        if is_set(self.part_bits, number):
            row = row_of(self.part_keys, self.part_rows, self.part_mask, number)
            if row >= 0:
                self.hit(row, word, text)
        number = text.plain[word]
        known = &self.known[number & (KNOWN - 1)]
        if known.number != number:
            self.learn(known, word, text)
        text.singles[word] = known.single
        if known.opens:
            text.opens[text.opening] = word
            text.opening += 1
        if known.count == TOO_MANY:
            self.parts_of(NULL, word, text)
        else:
            for row in range(known.count):
                self.hit(known.rows[row], word, text)

    cdef void learn(self, Known* known, int32_t word, Text* text) noexcept:
        """Learn what a word leads to."""
        cdef uint64_t number = text.plain[word]
        known.number, known.count = number, 0
        known.opens = is_set(self.phrase_bits, number) and (
            row_of(self.phrase_keys, self.phrase_rows, self.phrase_mask, number) != -1
        )
        known.single = -1
        if self.single is not None:
            known.single = row_of(self.single.keys, self.single.rows, self.single.mask, number)
        self.parts_of(known, word, text)

    cdef void parts_of(self, Known* known, int32_t word, Text* text) noexcept:
        """Seek the parts of a word: the whole of it, what it begins with, and what is inside."""
        cdef int32_t start = text.starts[word], end = text.ends[word], at, first
        cdef uint64_t state = START
        self.seek(text.plain[word], known, word, text)
        if end - start < FEWEST or end - start > LONGEST:
            return
        for at in range(start, end):
            state = (state ^ lower_at(text, at)) * PRIME
            if at - start < FEWEST - 1:
                continue
            if at - start == FEWEST - 1 and not is_state(self.begins, state):
                break
            self.seek(spread(state) ^ BEGINS, known, word, text)
        if not self.looks_inside:
            return
        for first in range(start + 1, end - FEWEST + 1):
            state = START
            for at in range(first, end):
                state = (state ^ lower_at(text, at)) * PRIME
                if at - first < FEWEST - 1:
                    continue
                if at - first == FEWEST - 1 and not is_state(self.inside, state):
                    break
                self.seek(spread(state) ^ INSIDE, known, word, text)
                if at == end - 1:
                    self.seek(spread(state) ^ ENDS, known, word, text)

    cdef inline void seek(self, uint64_t number, Known* known, int32_t word, Text* text) noexcept:
        """Remember the row that a part of a word leads to, or meet its terms if *known* is not."""
        cdef int32_t row
        if not is_set(self.part_bits, number):
            return
        row = row_of(self.part_keys, self.part_rows, self.part_mask, number)
        if row < 0:
            return
        if known == NULL:
            self.hit(row, word, text)
        elif known.count == KNOWN_ROWS:
            known.count = TOO_MANY
        elif known.count != TOO_MANY:
            known.rows[known.count] = row
            known.count += 1

    cdef void hit(self, int32_t row, int32_t word, Text* text) noexcept:
        cdef int32_t n, phrase, piece, middle, first, last
        for n in range(self.part_from[row], self.part_from[row + 1]):
            self.meet(self.part_terms[n], word, word, text.named)
        for n in range(self.within_from[row], self.within_from[row + 1]):
            phrase = self.within[n]
            first = last = word
            piece = self.pieces[phrase]
            middle = piece + self.before[phrase]
            while piece < middle:
                if not first or text.gaps[first] & APART or not self.is_piece(first - 1, piece, text):
                    break
                first -= 1
                piece += 1
            if piece < middle:
                continue
            while piece < self.pieces[phrase + 1]:
                last += 1
                if last >= text.count or text.gaps[last] & APART or not self.is_piece(last, piece, text):
                    break
                piece += 1
            if piece == self.pieces[phrase + 1]:
                self.meet(self.term[phrase], first, last, text.named)

    cdef bint is_piece(self, int32_t word, int32_t piece, Text* text) noexcept:
        cdef uint64_t number = self.number[piece], state = START
        cdef int32_t start = text.starts[word], at
        if not self.letters[piece]:
            return text.plain[word] == number or text.cased[word] == number
        if text.ends[word] - start < self.letters[piece]:
            return False
        for at in range(start, start + self.letters[piece]):
            state = (state ^ lower_at(text, at)) * PRIME
        return spread(state) == number

    cdef void look_for_phrases(self, Text* text) noexcept:
        cdef uint64_t number
        cdef int32_t word, last, row, n, opening
        for opening in range(text.opening):
            word = last = text.opens[opening]
            number = text.plain[word]
            while True:
                row = row_of(self.phrase_keys, self.phrase_rows, self.phrase_mask, number)
                if row == -1:
                    break
                if row >= 0:
                    for n in range(self.phrase_from[row], self.phrase_from[row + 1]):
                        self.meet(self.phrase_terms[n], word, last, text.named)
                last += 1
                if last >= text.count or text.gaps[last] & APART:
                    break
                number = spread((number * PRIME) ^ text.plain[last])


cdef inline uint64_t lower_at(Text* text, int32_t at) noexcept:
    return lower_of(PyUnicode_READ(text.kind, text.data, at))


cdef class Reading:
    """What a text says of topics; see ``topics_by_python.Reading``."""

    cdef readonly int32_t head, count
    cdef int32_t lead, met
    cdef Terms terms
    cdef object words  # which keep the next two alive
    cdef const int32_t* starts
    cdef const int32_t* ends
    cdef Found* found_
    cdef double evidence_[TOPICS]
    cdef double said_[TOPICS]
    cdef bint has_said

    def __dealloc__(self):
        free(self.found_)

    def found(self):
        """Return the terms that were found, in the order in which they were met."""
        return [
            (self.found_[n].term, self.found_[n].first, self.found_[n].last, self.found_[n].times,
             bool(self.found_[n].named))
            for n in range(self.met)
        ]

    def evidence(self):
        """Return what the terms say for each topic."""
        return [self.evidence_[topic] for topic in range(TOPICS)]

    def said(self):
        """Return the probability of each topic by single words, where they are read."""
        return [self.said_[topic] for topic in range(TOPICS)] if self.has_said else None

    cdef void weigh(self, int32_t* ends) noexcept:
        """Tell how much each term says, and all of them for each topic.

        *ends* has room for the words: of each the terms that end with it, as a chain: one more
        than the one met last.
        """
        cdef Found* found
        cdef double one, most
        cdef int32_t n, other
        cdef uint8_t topic
        memset(ends, 0, self.count * sizeof(int32_t))
        for topic in range(TOPICS):
            self.evidence_[topic] = 0
        for n in range(self.met):
            found = self.found_ + n
            topic = self.terms.topic[found.term]
            one = WORTH[self.terms.weight[found.term]] * AGAIN[min(found.times, AGAIN_MOST) - 1]
            if found.named or found.first < self.head:
                one *= IN_HEAD
            elif found.first < self.lead:
                one *= IN_LEAD
            found.says, found.topic = one, topic
            most = 0
            if found.last >= 0:
                other = found.earlier = ends[found.last]
                ends[found.last] = n + 1
                while other:
                    if self.found_[other - 1].topic == topic:
                        most = max(most, self.found_[other - 1].says)
                    other = self.found_[other - 1].earlier
            if one > most:
                self.evidence_[topic] += one - most

    def sure(self, Counts counts, double least):
        """Return the topics that terms speak for, and the probability of each, at least *least*."""
        cdef double* worth = counts.worth
        cdef double* usual = counts.usual
        cdef double every = 0, most = 1e-6, likeliest = 0, one, sign
        cdef double floors[TOPICS]
        cdef int topic
        cdef list found = []
        for topic in range(TOPICS):
            every += self.evidence_[topic]
            most = max(most, self.evidence_[topic])
            if self.has_said:
                floors[topic] = log(self.said_[topic] + 1e-4)
                likeliest = max(likeliest, floors[topic]) if topic else floors[topic]
        every = max(every, 1e-6)
        for topic in range(TOPICS):
            one = self.evidence_[topic]
            if one:
                sign = usual[topic] + log(1 + one) * worth[0] + one / every * worth[1]
                sign = sign + one / most * worth[2] + log(one / every + 0.02) * worth[3]
                if self.has_said:
                    sign = sign + floors[topic] * worth[4] + (floors[topic] - likeliest) * worth[5]
                one = 1 / (1 + exp(-sign))
                if one >= least:
                    found.append((topic, one))
        return found

    def strongest(self, uint8_t topic, int32_t most):
        """Return where the *most* terms stand that say most of a topic, in the text's order."""
        cdef Found* found
        cdef Found* best
        cdef Found* last = NULL
        cdef int32_t n
        cdef set places = set()
        for _ in range(most):
            best = NULL
            for n in range(self.met):
                found = self.found_ + n
                if found.topic != topic or not found.says:
                    continue
                if (last == NULL or is_before(last, found)) and (best == NULL or is_before(found, best)):
                    best = found
            if best == NULL:
                break
            last = best
            if best.first >= 0:
                places.add((self.starts[best.first], self.ends[best.last]))
        return sorted(places)

    def naming(self, uint8_t topic):
        """Return the topics below one at the top that terms name, how often, and where first."""
        cdef Named* named = <Named*>malloc((self.met + 1) * sizeof(Named))
        cdef Named one
        cdef Found* found
        cdef int32_t n, at, count = 0
        if named == NULL:
            raise MemoryError
        for n in range(self.met):
            found = self.found_ + n
            if found.topic != topic or self.terms.weight[found.term]:
                continue
            one.code = self.terms.code[found.term]
            one.often = one.most = found.times + (2 if found.named or found.first < self.head else 0)
            one.start = self.starts[found.first] if found.first >= 0 else -1
            one.end = self.ends[found.last] if found.first >= 0 else -1
            at = 0
            while at < count and named[at].code != one.code:
                at += 1
            if at == count:
                named[at] = one
                count += 1
                continue
            named[at].often += one.often
            if one.most > named[at].most or one.most == named[at].most and (
                one.start < named[at].start
                or one.start == named[at].start and one.end < named[at].end
            ):
                named[at].most, named[at].start, named[at].end = one.most, one.start, one.end
        try:
            return sorted([
                (-named[n].often, named[n].code, named[n].start, named[n].end) for n in range(count)
            ])
        finally:
            free(named)


cdef inline bint is_before(Found* one, Found* other) noexcept:
    """Tell whether a term says more than another, or as much and stands before it."""
    if one.says != other.says:
        return one.says > other.says
    if one.first != other.first:
        return one.first < other.first
    if one.last != other.last:
        return one.last < other.last
    return one < other


cdef class SingleWords:
    """What single words say of topics; see ``topics_by_python.SingleWords``."""

    cdef const uint64_t[::1] keys
    cdef const int32_t[::1] rows
    cdef const int8_t[:, ::1] says  # its worth stands behind what a word says: one line of memory
    cdef const double[::1] usual
    cdef double step
    cdef uint64_t mask

    def __init__(self, numbers, worth, says, double step, usual):
        self.keys, self.rows = slots(numbers, np.arange(len(numbers), dtype=np.int32))
        self.mask = self.keys.shape[0] - 1
        together = np.zeros((len(numbers), WIDTH), np.int8)
        together[:, :TOPICS] = says
        together[:, TOPICS] = worth.view(np.int8)
        self.says, self.step, self.usual = together, step, usual

    cdef say(
        self, Reading reading, const int32_t* rows, int32_t count, const int32_t* named, int32_t others
    ):
        """Tell the probability of each topic, one of them being true, by the rows of the words."""
        cdef int32_t n, at, row, word, topic, met = 0, size = 64
        cdef double* said = reading.said_
        cdef double root, square = 0, most, every = 0
        cdef const int8_t* says
        while size < 2 * (count + others):
            size *= 2
        # The rows that were met and how often; where each is, one more than it, in an open table.
        cdef int32_t* place = <int32_t*>calloc(2 * size, sizeof(int32_t))
        if place == NULL:
            raise MemoryError
        cdef int32_t* seen = place + size
        cdef int32_t* times = seen + size // 2
        for word in range(count + others):
            row = rows[word] if word < count else named[word - count]
            if row < 0:
                continue
            at = row & (size - 1)
            while place[at] and seen[place[at] - 1] != row:
                at = (at + 1) & (size - 1)
            if not place[at]:
                soon_read(&self.says[row, 0])
                seen[met] = row
                met += 1
                place[at] = met
            times[place[at] - 1] += HEAD_TIMES if word < reading.head or word >= count else 1
        for topic in range(TOPICS):
            said[topic] = 0
        for n in range(met):
            says = &self.says[seen[n], 0]
            root = sqrt(<double>times[n])
            square += (<uint8_t>says[TOPICS] / 255.0 * root) ** 2
            for topic in range(TOPICS):
                said[topic] += root * says[topic]
        free(place)
        root = self.step / (sqrt(square) or 1)
        most = -1e300
        for topic in range(TOPICS):
            said[topic] = said[topic] * root + self.usual[topic]
            most = max(most, said[topic])
        for topic in range(TOPICS):
            said[topic] = exp(said[topic] - most)
            every += said[topic]
        for topic in range(TOPICS):
            said[topic] /= every
        reading.has_said = True
