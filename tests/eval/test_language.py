"""What is counted beside the share of right answers."""

from __future__ import annotations

from tests.eval.language import doubtful_labels


def test_a_label_that_no_detector_gives_is_in_doubt() -> None:
    """And more so if all say the same other language."""
    sentences = {"ms": ["bahwa", "bahawa", "di"], "id": ["di"]}

    never, another = doubtful_labels(
        (
            lambda text: "ms" if text == "bahawa" else "id",
            lambda text: "jv" if text == "di" else "id",
        ),
        sentences,
    )

    assert (never["ms"], never["id"]) == (2, 0)
    assert (another["ms"], another["id"]) == (1, 0)
