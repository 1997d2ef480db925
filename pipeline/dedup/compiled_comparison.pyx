# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""``comparison_by_python`` compiled: the same results, which ``tests/dedup`` compares."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize, PyBytes_GET_SIZE
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport free, malloc
from libc.string cimport memset

from pipeline.dedup import codes as numbers

cdef enum:
    CODE_BITS = 11
    NAME = 2048
    PLAIN = 2047
    FIRST_FIGURE = 1792
    RUN = 3
    LEAD = 40
    WIDEST = 4
    PASSAGE = 8
    MOST_FIGURES = 8
    MOST_KEYS = 32

assert (numbers.CODE_BITS, numbers.NAME, numbers.FIRST_FIGURE) == (CODE_BITS, NAME, FIRST_FIGURE)
assert (numbers.RUN, numbers.LEAD) == (RUN, LEAD)

cdef uint64_t MIX = 0x9E3779B97F4A7C15


cdef inline uint64_t run_at(const uint16_t* codes, Py_ssize_t at) noexcept nogil:
    return (
        <uint64_t>(codes[at] & PLAIN) << (2 * CODE_BITS)
        | <uint64_t>(codes[at + 1] & PLAIN) << CODE_BITS
        | <uint64_t>(codes[at + 2] & PLAIN)
    )


cdef inline bint is_figure(uint16_t code) noexcept nogil:
    return FIRST_FIGURE <= code < NAME


cdef inline Py_ssize_t keep(
    uint32_t* least, Py_ssize_t count, Py_ssize_t most, uint32_t key
) noexcept nogil:
    """Keep a key if it is among the least, in their order, each once; return how many there are."""
    cdef Py_ssize_t at = count
    if count == most and (most == 0 or key >= least[count - 1]):
        return count
    while at > 0 and least[at - 1] > key:
        at -= 1
    if at > 0 and least[at - 1] == key:
        return count
    cdef Py_ssize_t end = count if count < most else most - 1
    while end > at:
        least[end] = least[end - 1]
        end -= 1
    least[at] = key
    return count + 1 if count < most else most


def figures_in(bytes codes, bytes aside):
    """Return a bit for each figure, of 64."""
    cdef const uint16_t* given = <const uint16_t*>PyBytes_AS_STRING(codes)
    cdef const uint16_t* small = <const uint16_t*>PyBytes_AS_STRING(aside)
    cdef Py_ssize_t at
    cdef uint64_t bits = 0
    for at in range(PyBytes_GET_SIZE(aside) // 4):
        bits |= <uint64_t>1 << small[2 * at + 1] % 64
    for at in range(PyBytes_GET_SIZE(codes) // 2):
        if is_figure(given[at]):
            bits |= <uint64_t>1 << given[at] % 64
    return bits


cdef inline uint32_t mixed(uint64_t number, uint64_t factor) noexcept nogil:
    number *= factor
    number ^= number >> 32
    number *= MIX
    return <uint32_t>(number >> 32)


cdef Py_ssize_t add_new(
    uint32_t* found, Py_ssize_t count, const uint32_t* more, Py_ssize_t of_more
) noexcept nogil:
    """Add keys that are not there yet; return how many there are then."""
    cdef Py_ssize_t n, at
    for n in range(of_more):
        for at in range(count):
            if found[at] == more[n]:
                break
        else:
            found[count] = more[n]
            count += 1
    return count


cdef bytes packed(
    const uint32_t* lead, const uint32_t* all_, const uint32_t* form, const uint32_t* named,
    Py_ssize_t of_lead, Py_ssize_t of_all, Py_ssize_t of_form, Py_ssize_t of_names
):
    cdef uint32_t found[4 * MOST_KEYS]
    cdef Py_ssize_t count = add_new(found, 0, lead, of_lead)
    count = add_new(found, count, all_, of_all)
    count = add_new(found, count, form, of_form)
    count = add_new(found, count, named, of_names)
    return PyBytes_FromStringAndSize(<char*>found, count * 4)


def keys_of(bytes codes, uint64_t factor, tuple kept, tuple asked):
    """Return the smallest hashes of what is told; see ``comparison_by_python``."""
    cdef const uint16_t* given = <const uint16_t*>PyBytes_AS_STRING(codes)
    cdef Py_ssize_t count = PyBytes_GET_SIZE(codes) // 2, at, n
    cdef Py_ssize_t of_all = 0, of_lead = 0, of_form = 0, of_names = 0, names = 0
    cdef uint32_t all_[MOST_KEYS]
    cdef uint32_t lead[MOST_KEYS]
    cdef uint32_t form[MOST_KEYS]
    cdef uint32_t named[MOST_KEYS]
    cdef uint16_t name[LEAD]
    cdef uint64_t words = 0, one, other
    cdef uint32_t key
    cdef int plain = 0
    cdef Py_ssize_t lead_keys = asked[0], keys = asked[1], form_keys = asked[2]
    cdef Py_ssize_t name_keys = asked[3]
    if max(asked) > MOST_KEYS:
        raise ValueError("so many keys are not kept")
    for at in range(count):
        if at + RUN <= count:
            key = mixed(run_at(given, at), factor)
            of_all = keep(all_, of_all, keys, key)
            if at < LEAD:
                of_lead = keep(lead, of_lead, lead_keys, key)
        if given[at] < FIRST_FIGURE:
            words = (words << CODE_BITS | given[at]) & ((<uint64_t>1 << RUN * CODE_BITS) - 1)
            plain += 1
            if plain >= RUN:
                key = mixed(words | <uint64_t>1 << RUN * CODE_BITS, factor)
                of_form = keep(form, of_form, form_keys, key)
        elif given[at] >= NAME and at < LEAD:
            for n in range(names):
                if name[n] == given[at]:
                    break
            else:
                for n in range(names):
                    one, other = name[n] & PLAIN, given[at] & PLAIN
                    if one > other:
                        one, other = other, one
                    key = mixed(one << CODE_BITS | other | <uint64_t>2 << RUN * CODE_BITS, factor)
                    of_names = keep(named, of_names, name_keys, key)
                name[names] = given[at]
                names += 1
    return (
        packed(
            lead, all_, form, named,
            min(of_lead, <Py_ssize_t>kept[0]), min(of_all, <Py_ssize_t>kept[1]),
            min(of_form, <Py_ssize_t>kept[2]), min(of_names, <Py_ssize_t>kept[3]),
        ),
        packed(lead, all_, form, named, of_lead, of_all, of_form, of_names),
    )


cdef struct Differing:
    bint in_lead
    int other_words
    int added


cdef class Comparison:
    """A text that is compared with earlier ones; see ``comparison_by_python``."""

    cdef bytes kept_codes, kept_sentences, kept_aside
    cdef const uint16_t* codes
    cdef const uint16_t* aside
    # The earlier text's figures aside, while it is compared.
    cdef const uint16_t* theirs
    cdef Py_ssize_t of_aside, of_theirs
    cdef const int32_t* sentence_of
    cdef Py_ssize_t count, runs, room, scratch
    cdef uint64_t mask
    cdef uint64_t* keys
    # For each slot the run that lies there, one more than its number; 0 where there is none.
    cdef int32_t* place
    # For each slot the first place of the earlier text with its run, or -1.
    cdef int32_t* slot_of
    # For each run of ours its slot.
    cdef uint8_t* there
    cdef double mostly, least, agree
    cdef int names

    def __cinit__(
        self, bytes codes, bytes aside, bytes sentence_of, double mostly, double least, int names,
        double agree
    ):
        cdef Py_ssize_t n, at
        cdef uint64_t run
        self.keys = NULL
        self.place = self.slot_of = NULL
        self.there = NULL
        self.kept_codes, self.kept_sentences, self.kept_aside = codes, sentence_of, aside
        self.codes = <const uint16_t*>PyBytes_AS_STRING(codes)
        self.aside = <const uint16_t*>PyBytes_AS_STRING(aside)
        self.of_aside = PyBytes_GET_SIZE(aside) // 4
        self.sentence_of = <const int32_t*>PyBytes_AS_STRING(sentence_of)
        self.count = PyBytes_GET_SIZE(codes) // 2
        self.runs = self.count - RUN + 1
        self.mostly, self.least, self.names, self.agree = mostly, least, names, agree
        self.scratch = 0
        if self.runs < 1 or PyBytes_GET_SIZE(sentence_of) != 4 * self.count:
            raise ValueError("too few words, or not a sentence for each")
        self.room = 16
        while self.room < 2 * self.runs:
            self.room *= 2
        self.mask = self.room - 1
        self.keys = <uint64_t*>malloc(self.room * sizeof(uint64_t))
        self.place = <int32_t*>malloc(self.room * sizeof(int32_t))
        self.slot_of = <int32_t*>malloc(self.runs * sizeof(int32_t))
        if not self.keys or not self.place or not self.slot_of:
            raise MemoryError
        memset(self.keys, 0, self.room * sizeof(uint64_t))
        for n in range(self.runs):
            run = run_at(self.codes, n)
            at = self.slot(run)
            self.keys[at] = run + 1
            self.slot_of[n] = <int32_t>at

    def __dealloc__(self):
        free(self.keys)
        free(self.place)
        free(self.slot_of)
        free(self.there)

    cdef inline Py_ssize_t slot(self, uint64_t run) noexcept nogil:
        """Return the slot of a run, or the empty one where it would lie."""
        cdef uint64_t at = (run * MIX >> 40) & self.mask
        while self.keys[at] and self.keys[at] != run + 1:
            at = (at + 1) & self.mask
        return <Py_ssize_t>at

    cdef inline bint is_far(self, double share, double share_of_earlier) noexcept nogil:
        cdef double both = min(share, 1.0) + min(share_of_earlier, 1.0)
        return share < self.mostly and both < 2 * self.least

    cdef bint names_the_same(self, const uint16_t* theirs, Py_ssize_t of_theirs) noexcept nogil:
        """Tell whether both name the same: so many names, and such a share of the fewer."""
        cdef uint8_t has[NAME]
        cdef Py_ssize_t n
        cdef int ours = 0, others = 0, both = 0
        memset(has, 0, NAME)
        for n in range(of_theirs):
            if theirs[n] & NAME and not has[theirs[n] & PLAIN]:
                has[theirs[n] & PLAIN] = 1
                others += 1
        for n in range(self.count):
            if self.codes[n] & NAME:
                if has[self.codes[n] & PLAIN] < 2:
                    ours += 1
                    both += has[self.codes[n] & PLAIN]
                    has[self.codes[n] & PLAIN] = 2
        return both >= self.names and both >= self.agree * min(ours, others)

    cdef inline bint found(self, Py_ssize_t run) noexcept nogil:
        return self.place[self.slot_of[run]] >= 0

    def measure(self, bytes stored):
        """Return how near the text is to an earlier one, as ``codes.joined`` made it; None if they
        are far apart."""
        cdef const uint16_t* theirs = <const uint16_t*>PyBytes_AS_STRING(stored)
        cdef Py_ssize_t n, at, of_theirs = PyBytes_GET_SIZE(stored) // 2 - 1
        if of_theirs < 0:
            return None
        self.of_theirs = theirs[of_theirs]
        of_theirs -= 2 * self.of_theirs
        if of_theirs < RUN:
            return None
        self.theirs = theirs + of_theirs
        cdef Py_ssize_t their_runs = of_theirs - RUN + 1, in_common = 0, last = -1
        if their_runs < 1:
            return None
        if their_runs > self.scratch:
            free(self.there)
            self.scratch = 0
            self.there = <uint8_t*>malloc(their_runs)
            if not self.there:
                raise MemoryError
            self.scratch = their_runs
        memset(self.place, 0xFF, self.room * sizeof(int32_t))
        for n in range(their_runs):
            at = self.slot(run_at(theirs, n))
            self.there[n] = self.keys[at] != 0
            if self.there[n]:
                in_common += RUN
                if self.place[at] < 0:
                    self.place[at] = <int32_t>n
        if self.is_far(
            <double>in_common / <double>self.count, <double>in_common / <double>of_theirs
        ) and not self.names_the_same(theirs, of_theirs):
            return None
        cdef bytes marked = PyBytes_FromStringAndSize(NULL, self.count)
        cdef uint8_t* covered = <uint8_t*>PyBytes_AS_STRING(marked)
        memset(covered, 0, self.count)
        for n in range(self.runs):
            if self.found(n):
                covered[n] = covered[n + 1] = covered[n + 2] = 1
        cdef Py_ssize_t ours_in_common = 0, after_lead = 0, theirs_in_common = 0, until = 0
        for n in range(self.count):
            ours_in_common += covered[n]
            if n >= LEAD:
                after_lead += covered[n]
        for n in range(their_runs):
            if self.there[n]:
                theirs_in_common += n + RUN - (until if until > n else n)
                until = n + RUN
        cdef double share = <double>ours_in_common / <double>self.count
        cdef double share_of_earlier = <double>theirs_in_common / <double>of_theirs
        if self.is_far(share, share_of_earlier) and not self.names_the_same(theirs, of_theirs):
            return None
        cdef double behind = share
        if self.count > LEAD:
            behind = <double>after_lead / <double>(self.count - LEAD)
        return (share, share_of_earlier, behind) + self.compared(
            theirs, of_theirs, covered
        ) + self.sentences(covered) + (marked,)

    cdef tuple compared(
        self, const uint16_t* theirs, Py_ssize_t of_theirs, const uint8_t* covered
    ):
        """Return what is the same and what is other: in place, and anywhere."""
        cdef uint8_t ours_has[2 * NAME]
        cdef uint8_t theirs_has[2 * NAME]
        # 1: stands in the text, 2: in common order
        cdef Py_ssize_t n, lead = LEAD if self.count > LEAD else self.count, known = 0
        cdef int figures = 0, names = 0, their_figures = 0, their_names = 0
        cdef int both_figures = 0, both_names = 0, same_figures = 0, same_names = 0
        cdef uint16_t code
        memset(ours_has, 0, 2 * NAME)
        memset(theirs_has, 0, 2 * NAME)
        for n in range(self.count):
            code = self.codes[n] & (2 * NAME - 1)
            ours_has[code] |= 1 | covered[n] << 1
        for n in range(of_theirs):
            theirs_has[theirs[n] & (2 * NAME - 1)] = 1
        for n in range(lead):
            code = self.codes[n] & PLAIN
            known += theirs_has[code] | theirs_has[code | NAME]
        for n in range(FIRST_FIGURE, NAME):
            figures += ours_has[n] & 1
            their_figures += theirs_has[n]
            both_figures += ours_has[n] & theirs_has[n]
            same_figures += ours_has[n] >> 1
        for n in range(NAME, 2 * NAME):
            names += ours_has[n] & 1
            their_names += theirs_has[n]
            both_names += ours_has[n] & theirs_has[n]
            same_names += ours_has[n] >> 1
        figures = min(figures, their_figures)
        names = min(names, their_names)
        cdef set of_figures = set(), of_names = set()
        cdef Differing told = self.differing(theirs, of_theirs, covered, of_figures, of_names)
        told.in_lead |= self.look_aside(theirs, covered, of_figures)
        return (
            <double>known / <double>lead,
            same_figures,
            len(of_figures),
            told.in_lead,
            same_names,
            len(of_names),
            <double>both_figures / <double>figures if figures else 1.0,
            <double>both_names / <double>names if names else 1.0,
            both_names,
            told.other_words,
            told.added,
        )

    cdef Differing differing(
        self, const uint16_t* theirs, Py_ssize_t of_theirs, const uint8_t* covered,
        set figures, set names
    ) except *:
        """Collect figures and names that stand in the place of others, between the same words, and
        count the words that do, and those of passages that stand in the place of nothing."""
        cdef Py_ssize_t start = 0, end, left, right, more
        cdef Differing told
        told.in_lead = False
        told.other_words = told.added = 0
        while start < self.count:
            if covered[start]:
                start += 1
                continue
            end = start
            while end < self.count and not covered[end]:
                end += 1
            left = self.place[self.slot_of[start - RUN]] + RUN if start else 0
            right = self.place[self.slot_of[end]] if end < self.count else of_theirs
            more = end - start - max(right - left, <Py_ssize_t>0)
            if more >= PASSAGE:
                told.added += <int>more
            if end - start <= WIDEST and 0 <= right - left <= WIDEST:
                told.in_lead |= self.other_figures(start, end, theirs, left, right, figures)
                if left < right:
                    told.other_words += 1
                    substituted(
                        self.codes + start, end - start, theirs + left, right - left,
                        NAME, 2 * NAME, names
                    )
            start = end
        return told

    cdef bint other_figures(
        self, Py_ssize_t start, Py_ssize_t end, const uint16_t* theirs, Py_ssize_t left,
        Py_ssize_t right, set figures
    ) except -1:
        """Collect the figures between two words that stand in the place of others; tell whether
        there are any, in the lead."""
        cdef uint16_t our_codes[MOST_FIGURES]
        cdef uint16_t their_codes[MOST_FIGURES]
        cdef Py_ssize_t one, other
        one = figures_between(
            self.codes, start, end, self.aside, self.of_aside, our_codes
        )
        if not one:
            return False
        other = figures_between(theirs, left, right, self.theirs, self.of_theirs, their_codes)
        if not other:
            return False
        if not substituted(our_codes, one, their_codes, other, FIRST_FIGURE, NAME, figures):
            return False
        return start < LEAD

    cdef bint look_aside(
        self, const uint16_t* theirs, const uint8_t* covered, set figures
    ) except -1:
        """Collect figures in short words that stand for others, where all around is the same."""
        cdef Py_ssize_t n, word, before = -1, left, right
        cdef bint in_lead = False
        for n in range(self.of_aside):
            word = self.aside[2 * n]
            if word >= self.count:
                break
            if word == before or not covered[word] or (word and not covered[word - 1]):
                continue
            before = word
            if word >= 2 and word - 2 < self.runs and self.found(word - 2):
                left = right = self.place[self.slot_of[word - 2]] + 2
            elif word >= 1 and word - 1 < self.runs and self.found(word - 1):
                left = right = self.place[self.slot_of[word - 1]] + 1
            else:  # a run ends before the word, and one begins with it
                left = self.place[self.slot_of[word - RUN]] + RUN if word else 0
                right = self.place[self.slot_of[word]]
            if 0 <= right - left <= WIDEST:
                in_lead |= self.other_figures(word, word, theirs, left, right, figures)
        return in_lead

    cdef tuple sentences(self, const uint8_t* covered):
        """Count the sentences that have longer words, and those of them that differ."""
        cdef Py_ssize_t n, count = 0, changed = 0
        cdef int32_t last = -1, last_changed = -1, sentence
        cdef bint broken
        for n in range(self.count):
            sentence = self.sentence_of[n]
            if sentence != last:
                count += 1
                last = sentence
            broken = not covered[n]
            if not broken and 2 <= n < self.count - 1 and covered[n - 1]:
                broken = not self.found(n - 2) and not self.found(n - 1)
            if broken and sentence != last_changed:
                changed += 1
                last_changed = sentence
        return count, changed


cdef bint substituted(
    const uint16_t* ours, Py_ssize_t of_ours, const uint16_t* theirs, Py_ssize_t of_theirs,
    uint16_t least, uint16_t end, set into
) except -1:
    """Add what only the one and only the other has of a kind, if each has something."""
    cdef uint64_t one = only(ours, of_ours, theirs, of_theirs, least, end)
    cdef uint64_t other = only(theirs, of_theirs, ours, of_ours, least, end)
    if not one or not other:
        return False
    into.add((one, other))
    return True


cdef uint64_t only(
    const uint16_t* ours, Py_ssize_t of_ours, const uint16_t* theirs, Py_ssize_t of_theirs,
    uint16_t least, uint16_t end
) noexcept nogil:
    """Return the codes of a kind that only the first has as one number, smallest first; at most 4."""
    cdef uint16_t found[MOST_FIGURES]
    cdef Py_ssize_t n, at, end_, count = 0
    cdef uint64_t packed = 0
    for n in range(of_ours):
        if not least <= ours[n] < end:
            continue
        for at in range(of_theirs):
            if theirs[at] == ours[n]:
                break
        else:
            at = count
            while at > 0 and found[at - 1] > ours[n]:
                at -= 1
            if at > 0 and found[at - 1] == ours[n]:
                continue
            end_ = count
            while end_ > at:
                found[end_] = found[end_ - 1]
                end_ -= 1
            found[at] = ours[n]
            count += 1
    for n in range(min(count, <Py_ssize_t>WIDEST)):
        packed = packed << 16 | found[n]
    return packed


cdef Py_ssize_t figures_between(
    const uint16_t* codes, Py_ssize_t start, Py_ssize_t end, const uint16_t* aside,
    Py_ssize_t of_aside, uint16_t* into
) noexcept nogil:
    """Find the figures among the longer words of a gap, and those aside up to the word behind it;
    return how many there are."""
    cdef Py_ssize_t n, low = 0, high = of_aside, middle, count = 0
    for n in range(start, end):
        if is_figure(codes[n]) and count < WIDEST:
            into[count] = codes[n]
            count += 1
    while low < high:
        middle = (low + high) // 2
        if aside[2 * middle] < start:
            low = middle + 1
        else:
            high = middle
    while low < of_aside and aside[2 * low] <= end and count < MOST_FIGURES:
        into[count] = aside[2 * low + 1]
        count += 1
        low += 1
    return count
