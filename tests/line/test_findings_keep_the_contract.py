"""What tagging and enriching find is made without being checked; here it is checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from pipeline.outcome import Keep
from pipeline.plan import load_plan
from pipeline.stages import build_stages
from schemas.codec import decode, encode
from schemas.types import Dateline, Model
from schemas.wire import WireItem

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)

COPY = {
    "en": """The fire in the harbour of Lisbon, Portugal, was under control on Tuesday.

"Nobody was hurt," the mayor, Ana Sorel, told reporters. Sorel said that the damage was $3 million.

At least 12 people were killed in an earlier fire on 17 February, the Harbour Company said.""",
    "de": """Das Feuer im Hafen von Hamburg war am Dienstag unter Kontrolle.

"Niemand wurde verletzt", sagte der Bürgermeister Karl Brenner. Brenner sagte, der Schaden betrage
3 Millionen Euro. Bei einem früheren Brand am 17. Februar wurden 12 Menschen getötet.""",
    "fr": """L'incendie du port de Marseille était maîtrisé mardi.

« Personne n'a été blessé », a déclaré le maire, Anne Sorel. Les dégâts sont de 3 millions d'euros.
Douze personnes ont été tuées le 17 février dans un autre incendie.""",
    "es": """El incendio del puerto de Valencia estaba controlado el martes.

"Nadie resultó herido", dijo la alcaldesa, Ana Sorel. Los daños son de 3 millones de euros.
Al menos 12 personas murieron el 17 de febrero en otro incendio.""",
}


def findings(item: WireItem) -> dict[str, tuple[Model, ...]]:
    kinds = ("tags", "names", "places", "quotes", "dates", "figures", "terms")
    return {kind: getattr(item, kind) for kind in kinds} | {"focus": (item.focus,)}


def enriched(item: WireItem) -> WireItem:
    stages = build_stages(load_plan(), lambda: AT)
    (tagged,) = stages.tag(item)
    assert isinstance(tagged, Keep)
    (enriched,) = stages.enrich(tagged.item)
    assert isinstance(enriched, Keep)
    return enriched.item


def test_copy_is_read_in_the_language_that_it_is_in(make_item: Callable[..., WireItem]) -> None:
    """Records of an English service that all say ``it``."""
    said = {"headline": "Harbour fire kills 12", "language_by": "said", "versioned_at": AT}
    found = enriched(make_item(COPY["en"], language="it", **said))
    right = enriched(make_item(COPY["en"], language="en", **said))

    assert [tag.code for tag in found.tags[:2]] == ["it", "en"]
    kinds = ("names", "places", "quotes", "dates", "figures", "terms", "summary")
    for kind in kinds:
        assert getattr(found, kind) == getattr(right, kind), kind


@pytest.mark.parametrize("language", COPY)
def test_every_finding_has_all_its_fields_and_only_values_that_are_allowed(
    language: str, make_item: Callable[..., WireItem]
) -> None:
    dateline = Dateline(text="LISBON (Northwire)", places=("LISBON",), agencies=("Northwire",))
    item = make_item(
        COPY[language],
        headline="Harbour fire kills 12",
        language=language,
        language_by="said",
        dateline=dateline,
        versioned_at=AT,
    )

    whole = enriched(item)

    for kind, found in findings(whole).items():
        assert found, kind
        for one in found:
            assert set(dict(one)) == set(type(one).model_fields)
            assert type(one).model_validate(one.model_dump()) == one
    assert decode(WireItem, encode(whole)) == whole
