"""The invented day that ships with Dateline: whole, various, and nobody's but our own."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import FormatChecker
from jsonschema.validators import validator_for
from referencing import Registry, Resource

from pipeline.dry_run import DryRun, Passage
from pipeline.outcome import Fate, Reason
from pipeline.outside.demo import DayFile, demo_day, raw_items
from pipeline.plan import load_plan
from pipeline.stages import build_stages

ROOT = Path(__file__).parents[2]
DAY = ROOT / "pipeline" / "outside" / "demo_day"
NINJS = ROOT.parent / "shared" / "ninjs"

AFTERWARDS = datetime(2026, 3, 4, tzinfo=UTC)
"""The day is over: the embargo of the morning has passed, the one until 2030 has not."""

TAKES = (Reason.TAKES, Reason.JOINED)
"""The day has no story in parts; tests/publishing has."""

DUPLICATE_KINDS = {"exact", "rewrite"}

REAL_AGENCIES = re.compile(
    r"\b(?:AAP|ADNKronos|AFP|AGI|ANA|ANP|ANSA|AP|APA|ATS|Agencia EFE|Agência Brasil|Associated "
    r"Press|BELGA|BNS|BTA|Belta|Bloomberg|CNA|CP|CTK|DAPD|DDP|DPA|EFE|ELTA|Europa Press|HINA|IANS|"
    r"IRNA|ITAR|Interfax|KNA|Keystone|Kyodo|LUSA|Lusa|MENA|MIA|MTI|NTB|PA|PAP|PTI|Press "
    r"Association|Reuters|Ritzau|SDA|SID|STA|STT|Sputnik|Tanjug|TASS|TT|Télam|UNI|UPI|Ukrinform|"
    r"Xinhua|Yonhap|dpa|МИА|ТАСС)\b"
)

_WORD = re.compile(r"\w+")
_SHINGLE_WORDS = 8
_MOST_SHARED = 0.03
"""Of the smaller story's shingles. Agencies' own phrases may meet, sentences may not."""


@cache
def day() -> tuple[DayFile, ...]:
    return tuple(demo_day())


@cache
def passages() -> tuple[tuple[DayFile, tuple[Passage, ...]], ...]:
    """Return what the line makes of each file, in process and without a broker."""
    line = DryRun(build_stages(load_plan(), lambda: AFTERWARDS))
    files = zip(day(), raw_items(list(day())), strict=True)
    return tuple((file, tuple(line.feed([raw]))) for file, raw in files)


def expected() -> Iterator[dict[str, Any]]:
    for file in day():
        yield from file.expected


def ninjs_items() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every item that says itself that it is ninjs, with its file's name."""
    for file in day():
        if not file.name.endswith(".json"):
            continue
        try:
            value = json.loads(file.value)
        except ValueError:
            continue
        for item in value.get("item", [value]):
            if "standard" in item or "$standard" in item:
                yield file.name, item


def test_the_manifest_names_every_file_once() -> None:
    """What is in the folder is in the manifest, and the other way round, in feeding order."""
    there = sorted(path.name for path in DAY.iterdir())
    named = [file.name for file in day()]

    assert [name for name in there if name not in ("README.md", "manifest.json")] == named


def test_files_arrive_one_after_the_other() -> None:
    """Two files of one moment would have no order."""
    arrivals = [file.received_at for file in day()]

    assert all(one < other for one, other in pairwise(arrivals))
    assert {at.date().isoformat() for at in arrivals} == {"2026-03-03"}
    assert all(at.tzinfo is not None for at in arrivals)


def test_the_day_is_a_whole_day() -> None:
    """The demo shows at least sixty items, of several languages and sources."""
    languages = {item["language"] for item in expected() if "language" in item}

    assert sum(1 for _ in expected()) >= 70
    assert languages >= {"en", "de", "fr", "es", "it", "pt", "mk"}
    assert len({file.source for file in day()}) >= 6


def test_every_fate_and_every_kind_of_duplicate_is_there() -> None:
    """An account with an empty line would show less than the line can do."""
    fates = Counter(item["fate"] for item in expected())
    reasons = Counter(item["reason"] for item in expected())

    assert set(fates) == {fate.value for fate in Fate}
    assert set(reasons) >= DUPLICATE_KINDS
    assert set(reasons) - DUPLICATE_KINDS - {""} == {
        reason.value
        for reason in Reason
        if reason not in (Reason.DUPLICATE, Reason.TOO_LARGE, Reason.NO_CONTENT, *TAKES)
        and reason is not Reason.STAGE_RAISED
    }


@pytest.mark.parametrize("version", ["1.3", "2.1", "3.1"])
def test_each_generation_of_ninjs_is_there(version: str) -> None:
    """The names of ninjs changed twice; the day has all three spellings."""
    said = [item.get("standard") or item.get("$standard") for _, item in ninjs_items()]

    assert sum(1 for standard in said if standard and standard["version"] == version) >= 5


def test_encodings_are_what_the_manifest_promises() -> None:
    """An editor that saves the day as UTF-8 would spoil it."""
    values = {file.name.split("-", 1)[1]: file.value for file in day()}

    assert values["anchoveta-utf16.txt"].startswith(b"\xff\xfe")
    with pytest.raises(UnicodeDecodeError):
        values["tunnel-cp1252.txt"].decode("utf-8")
    assert "„Das ist weniger" in values["tunnel-cp1252.txt"].decode("cp1252")
    assert b"\0" in values["nul-bytes.txt"]
    twice = values["velo-mojibake.txt"].decode("utf-8")
    assert "échevine" not in twice
    assert "échevine" in twice.encode("latin-1").decode("utf-8")


def test_resent_files_are_the_same_bytes() -> None:
    """A re-send is the same file under another name; one of them is in other bytes."""
    values = {file.name.split("-", 1)[1]: file.value for file in day()}

    assert values["harbour-fire-v2-resent.json"] == values["harbour-fire-v2.json"]
    assert values["ferry-deal-web-again.txt"] == values["ferry-deal-web.txt"]
    assert values["resignation-kill-resent.json"] == values["resignation-kill.json"]
    one, other = values["haushalt.json"], values["haushalt-reformatted.json"]
    assert one != other
    assert json.loads(one) == json.loads(other)


@pytest.mark.skipif(not NINJS.is_dir(), reason="IPTC's ninjs schemas are not here")
def test_the_ninjs_is_valid() -> None:
    """Only what is meant to be bad is bad."""
    geo = json.loads((NINJS / "test_suite" / "GeoJSON-schema.json").read_text(encoding="utf-8"))
    resource: Resource[Any] = Resource.from_contents(geo)
    registry: Registry[Any] = Registry().with_resources(
        [("https://geojson.org/schema/GeoJSON.json", resource)]
    )
    wrong = []
    for name, item in ninjs_items():
        version = (item.get("standard") or item["$standard"])["version"]
        path = NINJS / "specification" / f"ninjs-schema_{version}.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        validator = validator_for(schema)(schema, registry=registry, format_checker=FormatChecker())
        wrong += [f"{name}: {error.message}" for error in validator.iter_errors(item)]

    assert wrong == []


def test_no_real_agency_is_named() -> None:
    """Everything is invented; nobody is credited with what they never sent."""
    credited = []
    for file, outcomes in passages():
        for passage in outcomes:
            if passage.item is not None:
                agencies = passage.item.dateline.agencies if passage.item.dateline else ()
                texts = (passage.item.credit, passage.item.rights, *agencies)
                credited += [(file.name, text) for text in texts if REAL_AGENCIES.search(text)]

    assert credited == []


def test_no_real_agency_stands_in_the_bytes() -> None:
    """Neither as a credit nor as a source that the text cites."""
    texts = {file.name: file.value.decode("utf-8", "replace") for file in day()}

    assert {name: found[0] for name, t in texts.items() if (found := REAL_AGENCIES.search(t))} == {}


def test_different_stories_have_different_words() -> None:
    """Stories from one template would teach the deduplicator what is not so."""
    stories: dict[str, set[tuple[str, ...]]] = {}
    for file, outcomes in passages():
        for passage, said in zip(outcomes, file.expected, strict=True):
            if passage.item is not None and "series" not in said:
                words = _WORD.findall(passage.item.text.casefold())
                spans = range(len(words) - _SHINGLE_WORDS + 1)
                shingles = {tuple(words[n : n + _SHINGLE_WORDS]) for n in spans}
                stories.setdefault(said["story"], set()).update(shingles)

    too_alike = [
        (one, other)
        for (one, a), (other, b) in combinations(stories.items(), 2)
        if len(a & b) > _MOST_SHARED * min(len(a), len(b))
    ]
    assert len(stories) >= 45
    assert too_alike == []


def test_a_series_shares_its_words() -> None:
    """The two tables would be no test if they were not alike."""
    one, other = (
        file.value.decode("utf-8").split()
        for file in day()
        if any("series" in said for said in file.expected)
    )
    same = sum((Counter(one) & Counter(other)).values())

    assert same >= 0.6 * min(len(one), len(other))


def test_articles_are_in_the_language_they_were_written_in() -> None:
    """Said by the agency or inferred; what else becomes of each item is ``tests/line``'s."""
    wrong = [
        (file.name, passage.article.language, said["language"])
        for file, outcomes in passages()
        for passage, said in zip(outcomes, file.expected, strict=True)
        if passage.article is not None and passage.article.language != said["language"]
    ]

    assert wrong == []
