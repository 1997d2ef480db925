"""The network that tags names, in numpy: what ``net.pyx`` does where it was built.

All of it is whole numbers, so that every machine gives the same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.names.never import NEVER_NUMBERS
from pipeline.enriching.names.signs import (
    APART,
    BREAKS,
    PARTICLES,
    TIGHT,
    affix_rows,
    gap_kinds,
)
from pipeline.words import signs
from pipeline.words.by_python import rows, slots
from pipeline.words.reading import Words

if TYPE_CHECKING:
    from pipeline.enriching.names.model import Net

__all__ = ["Tagger", "item_kinds"]

Array = npt.NDArray[Any]

REACH: Final = 2
TAGS: Final = 17
"""None, then first, inner, last and only word of a name, for each of the four kinds."""


class Tagger:
    """A network, ready to read."""

    def __init__(self, net: Net) -> None:
        """*net* is not changed afterwards."""
        self._net = net
        self._words, self._spelled = slots(*net.words), slots(*net.spelled)

    def tag(self, words: Words, language: int, eager: int, tails: bool) -> Array:
        """Return the names of a text: first word, last word, kind, how clear, a row each.

        *eager* is in the units of what the network says; *tails* see ``looked_at``.
        """
        net, shapes, plain = self._net, words.shapes, words.plain
        gaps = gap_kinds(words.gaps)
        rows = rows_of(self._words, self._spelled, net.endings, words)
        items = item_kinds(shapes, plain, gaps, BREAKS)
        near = looked_at(shapes, plain, gaps, tails)
        said = says(net, near, rows, shapes, gaps, items, language)
        said[:, 0] -= eager
        agree(said, near, shapes, plain, net.most, net.share)
        names = best_names(said, near, gaps, APART)
        return np.array(names, np.int32).reshape(-1, 4)


def rows_of(
    known: tuple[Array, Array], spelled: tuple[Array, Array], endings: int, words: Words
) -> Array:
    """Return three rows for each word: its own and -1, or those of its beginning and endings.

    A word is looked up as it stands, then in small letters; *endings* is the row of the first
    ending.
    """
    found = np.full((len(words), 3), -1, np.int32)
    found[:, 0] = rows(spelled, words.cased)
    missing = found[:, 0] < 0
    found[missing, 0] = rows(known, words.plain[missing])
    for n in np.flatnonzero(found[:, 0] < 0).tolist():
        found[n] = [endings + row for row in affix_rows(words.word(n))]
    return found


def item_kinds(shapes: Array, plain: Array, gaps: Array, breaks: Array) -> Array:
    """Return for each word what the rest of the item says of it; gaps are their kinds.

    1: it also stands in small letters; 2: it also stands with a capital where no sentence begins;
    4: it begins a sentence or a line; 8: it stands in a line of capitals.
    """
    letters = ((shapes & signs.LETTER) > 0) & ((shapes & signs.ONE) == 0)
    capital = (shapes & signs.CAPITAL) > 0
    small = (shapes & (signs.LOWER | signs.CAPITAL)) == signs.LOWER
    shouted = letters & capital & ((shapes & signs.LOWER) == 0)
    begins = breaks[gaps[: len(shapes)]]
    lines = np.cumsum((gaps[: len(shapes)] == 1) | (gaps[: len(shapes)] == 2))
    total = int(lines[-1]) + 1 if len(lines) else 1
    of_letters = np.bincount(lines[letters], minlength=total)
    of_capitals = np.bincount(lines[shouted], minlength=total)
    loud = ((of_capitals >= 2) & (of_capitals * 4 >= of_letters * 3))[lines]
    inner = capital & ~begins & ~loud
    stands_small = (capital & np.isin(plain, plain[small & ~loud])) | small
    stands_capital = (capital | small) & np.isin(plain, plain[inner])
    found: Array = (stands_small * 1 + stands_capital * 2 + begins * 4 + loud * 8).astype(np.uint8)
    return found


def _shifted(values: Array, by: int, size: int) -> Array:
    out = np.zeros((size, *values.shape[1:]), values.dtype)
    if by >= 0:
        out[: size - by] = values[by:size]
    else:
        out[-by:] = values[: size + by]
    return out


def looked_at(shapes: Array, plain: Array, gaps: Array, tails: bool) -> Array:
    """Tell for each word whether it may belong to a name; gaps are their kinds.

    A capital may. A word in small letters may where no blank parts it from a capital (``al-Qaeda``,
    ``Moody's``), as a particle before one (``van der Bellen``), and in one or two between capitals
    (``Bank of the West``), with *tails* also in two behind one (``Cour de cassation``); a number
    and the like beside a capital. Not looked at is what is no name alone, and stands alone.
    """
    count = len(shapes)

    def beside(values: Array, by: int) -> Array:
        return _shifted(values, by, count) if count > abs(by) else np.zeros(count, bool)

    capital = (shapes & (signs.CAPITAL | signs.UPPER)) > 0
    small = ~capital & ((shapes & signs.LOWER) > 0)
    tight, joins = TIGHT[gaps[:count]], ~APART[gaps[:count]]
    before, after = beside(capital, -1) & joins, beside(capital & joins, 1)
    small_before, small_after = beside(small, -1) & joins, beside(small & joins, 1)
    before_two = small_before & beside(before, -1)
    after_two = small_after & beside(after, 1)
    particle = np.isin(plain, PARTICLES)
    sure = (beside(capital, -1) & tight) | beside(capital & tight, 1)
    sure |= (before & (after | after_two)) | (before_two & after)
    if tails:
        sure |= before | before_two
    asked = small & ~sure & (after | after_two)
    aside = ~capital & ~small & (beside(capital, -1) | beside(capital, 1))
    fits = capital | aside | (small & sure)
    near = fits | asked
    alone = ~beside(near, -1) & ~beside(near, 1) & np.isin(plain, NEVER_NUMBERS)
    found: Array = (fits & ~alone) | (asked & particle & (after | beside(particle, 1)))
    return found


def says(
    net: Net, near: Array, rows: Array, shapes: Array, gaps: Array, items: Array, language: int
) -> Array:
    """Return what the network says of each word that is looked at: a number for each tag."""
    count = len(shapes)
    said = np.zeros((count, TAGS), np.int32)
    said[:, 0] = 1
    if not near.any():
        return said
    same = gaps[:count] != 1
    after = np.append(same[1:], False)
    seen = {
        -2: same & np.append([False], same[:-1]),
        -1: same,
        0: np.ones(count, bool),
        1: after,
        2: after & np.append(after[1:], False),
    }
    at = np.flatnonzero(near)
    h = np.tile((net.bias + net.by_language[language]).astype(np.int32), (len(at), 1))
    for by in range(-REACH, REACH + 1):
        use = seen[by][at]
        words = at[use] + by
        h[use] += net.by_shape[by + REACH][shapes[words]]
        for column in range(3):
            row = rows[words, column]
            there = row >= 0
            h[np.flatnonzero(use)[there]] += net.table[row[there], by + REACH]
        if -1 <= by <= 1:
            h[use] += net.by_item[by + 1][items[words]]
    for place, (by, use) in enumerate([(-1, seen[-1]), (0, seen[0]), (1, seen[0]), (2, seen[1])]):
        h[use[at]] += net.by_gap[place][gaps[at[use[at]] + by]]
    h = np.maximum(h, 0)
    said[at] = h @ net.out.T.astype(np.int32) + net.out_bias
    return said


def agree(said: Array, near: Array, shapes: Array, plain: Array, most: int, share: int) -> None:
    """Let the mentions of a word in an item agree on its kind; changes *said*.

    Each moves *share* hundredths of the way to their mean; *most* is how much one may count.
    """
    at = np.flatnonzero(near & ((shapes & signs.CAPITAL) > 0))
    if not len(at):
        return
    _, word = np.unique(plain[at], return_inverse=True)
    kinds = said[at, 1:].reshape(-1, 4, 4).max(axis=2) - said[at, :1]
    kinds = np.clip(kinds, -most, most).astype(np.int64)
    times = np.bincount(word)
    sums = np.zeros((len(times), 4), np.int64)
    np.add.at(sums, word, kinds)
    count = times[word][:, None]
    change = ((sums[word] - count * kinds) * share) // (count * 100)
    change[times[word] < 2] = 0
    said[at, 1:] += np.repeat(change, 4, axis=1).astype(np.int32)


_NEVER: Final = -(1 << 60)


def best_names(
    said: Array, near: Array, gaps: Array, apart: Array
) -> list[tuple[int, int, int, int]]:
    """Return the names that the best tags in a row make: first word, last word, kind, how clear.

    A name is as clear as the least clear of its words: by how much its tag is better than all tags
    of other kinds.
    """
    values, looked = said.tolist(), near.tolist()
    divided = apart[gaps].tolist()
    score = [0] + [_NEVER] * (TAGS - 1)
    back: list[list[int]] = []
    for value, is_near, is_apart in zip(values, looked, divided, strict=False):
        begin = max(_OPEN, key=score.__getitem__)
        best = score[begin]
        new, came = [_NEVER] * TAGS, [0] * TAGS
        new[0], came[0] = best + value[0], begin
        if is_near:
            for t in range(1, TAGS, 4):
                new[t], new[t + 3] = best + value[t], best + value[t + 3]
                came[t] = came[t + 3] = begin
                if not is_apart:
                    of = t if score[t] >= score[t + 1] else t + 1
                    if score[of] > _NEVER:
                        new[t + 1], new[t + 2] = score[of] + value[t + 1], score[of] + value[t + 2]
                        came[t + 1] = came[t + 2] = of
        score = new
        back.append(came)
    tag = max(_OPEN, key=score.__getitem__)
    found: list[tuple[int, int, int, int]] = []
    last, low = 0, 0
    for n in range(len(values) - 1, -1, -1):
        if tag:
            kind, part = divmod(tag - 1, 4)
            value = values[n]
            clear = value[tag] - max(*value[: 4 * kind + 1], *value[4 * kind + 5 :])
            if part >= 2:
                last, low = n, clear
            low = min(low, clear)
            if part in (0, 3):
                found.append((n, last, kind, low))
        tag = back[n][tag]
    found.reverse()
    return found


_OPEN: Final = (0, 3, 4, 7, 8, 11, 12, 15, 16)
"""The tags after which a name may begin: none, a name's last word, a name of one word."""
