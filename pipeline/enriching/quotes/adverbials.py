"""Adverbials between a verb and what belongs to it: when, where, to whom.

Compiled where a compiler is there, with the types of ``adverbials.pxd``.
"""

from __future__ import annotations

from pipeline.enriching.quotes.row import Row

__all__ = ["adjuncts"]


def adjuncts(row: Row, first: int, end: int, a_day: bool) -> int:
    """Return where adverbials end that begin at a word: on Thursday, to reporters in Paris.

    *a_day* takes "der Montag" and "le lundi" along.
    """
    kinds = row.kinds
    at = first
    while at < end:
        then = at + 1
        if kinds[at] in b"ny":
            pass
        elif kinds[at] in b"0":
            if then < end and kinds[then] in b"y":
                then += 1
        elif kinds[at] in b"d":
            if not a_day or then >= end or kinds[then] not in b"y":
                break
            then += 1
        elif kinds[at] in b"r":
            if then < end and kinds[then] in b"y0":
                while then < end and kinds[then] in b"y0":
                    then += 1
            else:
                if then < end and kinds[then] in b"df":
                    then += 1
                noun = then
                while then < end and then - noun < 3 and kinds[then] in b"lNEFGHJZz":
                    then += 1
                if then == noun:
                    break
                then = _of_it(row, then, end)
        else:
            break
        at = then
    return at


def _of_it(row: Row, at: int, end: int) -> int:
    """Return where "of the town" ends that begins at a word; the word itself if none does."""
    kinds = row.kinds
    then = at
    if then < end and kinds[then] in b"f":
        then += 1
        if then < end and kinds[then] in b"df":
            then += 1
        noun = then
        while then < end and then - noun < 3 and kinds[then] in b"lNz":
            then += 1
        if then > noun:
            return then
    return at
