"""A worker that quarantines nearly everything stops, visibly."""

from __future__ import annotations

import pytest

from pipeline.agents.watch import AT_LEAST, IN_A_ROW, QuarantineWatch, TooManyQuarantined


def test_a_thousand_in_a_row_stop_the_worker() -> None:
    watch = QuarantineWatch("clean")
    for _ in range(IN_A_ROW):
        watch.saw(quarantined=True)
    with pytest.raises(TooManyQuarantined, match="in a row"):
        watch.check()


def test_one_good_item_breaks_the_row() -> None:
    watch = QuarantineWatch("clean")
    for n in range(IN_A_ROW):
        watch.saw(quarantined=n != 500)
    watch.check()


def test_more_than_one_per_cent_of_an_hour_stop_the_worker() -> None:
    watch = QuarantineWatch("clean")
    for n in range(AT_LEAST * 50):
        watch.saw(quarantined=n % 50 == 0)
    with pytest.raises(TooManyQuarantined, match="within an hour"):
        watch.check()


def test_an_hour_later_the_count_begins_anew() -> None:
    time = iter([0.0, *[1.0] * (AT_LEAST - 1), 4000.0])
    watch = QuarantineWatch("clean", clock=lambda: next(time))
    for n in range(AT_LEAST):
        watch.saw(quarantined=n % 2 == 0)
    watch.check()
