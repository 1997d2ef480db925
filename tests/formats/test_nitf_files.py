"""NITF files: several stories, broken ones, other spellings, hostile ones, real ones."""

from __future__ import annotations

import re
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.formats.nitf import read_nitf
from pipeline.formats.xml_tree import read_xml
from pipeline.outcome import Keep, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Origin
from schemas.wire import WireItem
from tests.formats.conftest import Read, ReadOne
from tests.formats.nitf_makers import nitf


def test_a_broken_story_costs_only_itself(read: Read) -> None:
    good = nitf()
    outcomes = read(f"<news>{good}<nitf><body><p>Broken</nitf>{good}</news>")
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [Keep, Quarantine, Keep]


def test_files_one_after_the_other_are_several(read: Read) -> None:
    value = '<?xml version="1.0" encoding="UTF-8"?>' + nitf()
    assert [type(outcome) for outcome in read(value + value)] == [Keep, Keep]


@pytest.mark.parametrize(
    "opening",
    [
        "<nitf>",
        '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">',
        '<nitf xmlns="http://www.nitf.org/">',
        '<!DOCTYPE nitf SYSTEM "nitf-2-5.dtd"><nitf version="-//IPTC-NAA//DTD NITF 2.5//EN">',
        '\ufeff<?xml version="1.0"?>\r\n<!-- x --><nitf>',
    ],
)
def test_every_version_is_recognised(read_one: ReadOne, opening: str) -> None:
    item = read_one(nitf().replace("<nitf>", opening))
    assert (item.format, item.guid, item.headline) == ("nitf", "nw-1", "Rain in Lisbon")


def test_names_in_capitals_are_the_same_names(read_one: ReadOne) -> None:
    value = re.sub(r"</?[\w.]+", lambda found: found[0].upper(), nitf())
    assert read_one(value).headline == "Rain in Lisbon"


@pytest.mark.parametrize("codec", ["utf-16", "iso-8859-1", "cp1252"])
def test_a_wrong_declaration_does_not_count(read_one: ReadOne, codec: str) -> None:
    value = '<?xml version="1.0" encoding="utf-8"?>' + nitf(content="<p>Größe: 40 Meter</p>")
    assert read_one(value.encode(codec)).text == "Größe: 40 Meter"


@pytest.mark.parametrize("value", ["<nitf", "<nitf ", "<nitf><head", "<nitf>" * 3])
def test_a_file_that_breaks_off_is_refused(read: Read, value: str) -> None:
    assert {type(outcome) for outcome in read(value)} == {Quarantine}


def test_an_empty_story_is_said_to_be_empty(read: Read) -> None:
    (outcome,) = read('<nitf><head><meta name="prioridad" content="320"/></head></nitf>')
    assert isinstance(outcome, Quarantine)
    assert outcome.reason is Reason.NO_CONTENT


@pytest.mark.parametrize(
    "content",
    [
        "<p>" * 240 + "x" + "</p>" * 240,
        "<media>x</media>y" * 900,
        "<note>" * 200 + "x" + "</note>" * 200,
        "<pre>" + "a \n" * 4000 + "</pre>",
        "<frac><frac-num>1</frac-num></frac>" * 400,
        "9" * 16000,
    ],
)
def test_nothing_takes_long(read: Read, content: str) -> None:
    """The best of three: what else the machine does is no fault of ours."""
    value, spent = nitf(content=content), []
    for _ in range(3):
        began = time.process_time()
        assert len(read(value)) == 1
        spent.append(time.process_time() - began)
    assert min(spent) < 0.05


REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "nitf"


@pytest.mark.skipif(not REAL.is_dir(), reason="real copy is not in the repository")
def test_real_copy_is_read() -> None:
    """Each text has headline, body, provider, id and time, and no letter of its body is lost."""
    kept: list[WireItem] = []
    for n, path in enumerate(sorted(REAL.glob("*.xml"))):
        value = path.read_bytes()
        if b"<nitf" not in value or b"<body" not in value:
            continue
        origin = Origin(topic="wire.raw", partition=0, offset=n)
        received_at = datetime(2026, 3, 3, tzinfo=UTC)
        (outcome,) = read_nitf(RawItem(value=value, received_at=received_at, origin=origin))
        assert isinstance(outcome, Keep), path.name
        item = outcome.item
        kept.append(item)
        content = next(read_xml(value).root.iter("{*}body.content"))
        ours = [block.text for block in item.body]
        ours += [one.text for one in item.removed if one.where == "body"]
        there = "".join(content.itertext())
        assert Counter("".join(there.split())) == Counter("".join("".join(ours).split()))
    assert len(kept) >= 15
    assert all(item.headline and item.body and item.provider for item in kept)
    assert all(item.versioned_at for item in kept)
    assert all(item.guid or item.provider == "AP" for item in kept)
    assert not any(re.search(r"<\w|&\w+;", item.text + item.headline) for item in kept)
