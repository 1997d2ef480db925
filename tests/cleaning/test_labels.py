"""Labels say what an item is to its story, and are no part of the headline."""

from __future__ import annotations

import pytest

from pipeline.cleaning.labels import read_labels
from schemas.types import Lifecycle


@pytest.mark.parametrize(
    ("headline", "rest", "lifecycle"),
    [
        ("UPDATE 1-Harbour reopens", "Harbour reopens", Lifecycle.UPDATE),
        ("CORRECTED-UPDATE 2-Harbour reopens", "Harbour reopens", Lifecycle.CORRECTION),
        ("1ST LEAD Harbour reopens", "1ST LEAD Harbour reopens", Lifecycle.NEW),
        ("1ST LEAD - Harbour reopens", "Harbour reopens", Lifecycle.UPDATE),
        ("(Eil) Hafen offen", "Hafen offen", Lifecycle.ALERT),
        ("(Berichtigung: 2. Absatz) Hafen offen", "Hafen offen", Lifecycle.CORRECTION),
        ("(2. Zusammenfassung 1745) Hafen offen", "Hafen offen", Lifecycle.UPDATE),
        ("MANDATORY KILL: Harbour", "Harbour", Lifecycle.KILL),
        ("ALERTE - Le port rouvre", "Le port rouvre", Lifecycle.ALERT),
        ("CORRECCIÓN: Puerto abierto", "Puerto abierto", Lifecycle.CORRECTION),
        ("Soccer-Harbour United win", "Soccer-Harbour United win", Lifecycle.NEW),
        ("Update on harbour works", "Update on harbour works", Lifecycle.NEW),
        ("TEST", "TEST", Lifecycle.TEST),
        ("This is a test message, please ignore", None, Lifecycle.TEST),
        ("Urgent care centres close", "Urgent care centres close", Lifecycle.NEW),
        ("", "", Lifecycle.NEW),
    ],
)
def test_labels(headline: str, rest: str | None, lifecycle: Lifecycle) -> None:
    found = read_labels(headline)
    assert found.lifecycle is lifecycle
    assert found.headline == (headline if rest is None else rest)
