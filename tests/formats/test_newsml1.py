"""NewsML 1.0 to 1.2: which text is the story, and what stands around it."""

from __future__ import annotations

import base64
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cleaning.words import unaccounted_words
from pipeline.formats.dateline_field import dateline_of
from pipeline.formats.draft import words_in
from pipeline.formats.newsml1_story import inside
from pipeline.formats.xml_tree import read_xml
from pipeline.outcome import Divert, Keep, Quarantine, Reason
from schemas.types import Block, Lifecycle
from tests.formats.conftest import Read, ReadOne
from tests.formats.newsml1_makers import component, content, item, newsml

REAL = Path(__file__).parents[2].parent / "shared" / "samples"
FOLDERS = ("newsml12", "newsml12_afp_arabic")


# -- recognised ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "file",
    [
        newsml(),
        f"<?xml version='1.0'?><!DOCTYPE NewsML [<!ELEMENT p (#PCDATA)>]><?xsl x?>\r\n{newsml()}",
        f"\ufeff{newsml()}",
        item(),
        newsml().replace("<NewsML>", '<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/">'),
        newsml().replace("<NewsML>", "<n:NewsML xmlns:n='x'>").replace("</NewsML>", "</n:NewsML>"),
        f"<soap><body>{newsml()}</body></soap>",
    ],
    ids=["bare", "document type", "mark", "item", "namespace", "prefix", "envelope"],
)
def test_it_is_known_by_its_root_element(read_one: ReadOne, file: str) -> None:
    found = read_one(file)
    assert (found.format, found.headline) == ("newsml1", "Rain in Lisbon")
    assert found.guid == "urn:newsml:northwire.example:20260303:harbour-7"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1", "cp1252"])
def test_the_bytes_say_their_encoding(read_one: ReadOne, encoding: str) -> None:
    """Whatever is declared; here it always is iso-8859-1."""
    file = newsml(item(component(lines="<HeadLine>Gelo no Sul: “é cedo”</HeadLine>")))
    if encoding == "iso-8859-1":
        file = file.replace("“", '"').replace("”", '"')
    data = f'<?xml version="1.0" encoding="iso-8859-1"?>{file}'.encode(encoding)
    assert read_one(data).headline in ("Gelo no Sul: “é cedo”", 'Gelo no Sul: "é cedo"')


# -- which text ---------------------------------------------------------------------------------


def test_the_text_with_the_main_role_is_the_story(read_one: ReadOne) -> None:
    """What is beside it is in the record, whatever comes first."""
    side = content("<p>Ten facts about rain.</p>", role="Sidebar")
    found = read_one(newsml(item(component(side + content(role="MAIN")))))

    assert [block.text for block in found.body] == ["It rained.", "More."]
    assert [(r.step, r.text) for r in found.removed] == [("other_text", "Ten facts about rain.")]


def test_texts_without_roles_follow_each_other(read_one: ReadOne) -> None:
    found = read_one(newsml(item(component(content() + content("<p>And more.</p>")))))
    assert [block.text for block in found.body] == ["It rained.", "More.", "And more."]


def test_sections_keep_their_headlines(read_one: ReadOne) -> None:
    sections = "".join(
        component(
            f"<ContentItem><DataContent><p>{text}</p></DataContent></ContentItem>",
            f"<HeadLine>{head}</HeadLine>",
        )
        for head, text in (("Lisbon", "It rained."), ("Porto", "It snowed."))
    )
    found = read_one(newsml(item(component(sections, "<HeadLine>Weather</HeadLine>"))))

    assert found.headline == "Weather"
    assert [(b.kind, b.text) for b in found.body] == [
        ("h2", "Lisbon"), ("p", "It rained."), ("h2", "Porto"), ("p", "It snowed."),
    ]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
def test_of_equivalent_forms_the_one_with_most_structure_is_read(
    read_one: ReadOne, order: int
) -> None:
    forms = [
        content("It rained all day.", "Text"),
        content(
            "<nitf><body><body.content><p>It <em>rained</em>.</p></body.content></body></nitf>",
            "NITF",
        ),
    ][::order]
    equivalents = f'<NewsComponent EquivalentsList="yes">{"".join(forms)}</NewsComponent>'
    found = read_one(newsml(item(component(equivalents))))

    assert [block.html for block in found.body] == ["It <em>rained</em>."]
    assert [r.step for r in found.removed] == ["other_form"]


def test_the_same_words_in_two_forms_are_one_text(read_one: ReadOne) -> None:
    """Some senders forget to say that they are equivalents."""
    twice = content() + content("It rained.\n\nMore.", "Text")
    assert len(read_one(newsml(item(component(twice)))).body) == 2


def test_a_text_in_each_language_is_an_item(read: Read) -> None:
    texts = "".join(
        f'<NewsComponent xml:lang="{tag}"><NewsLines><HeadLine>{head}</HeadLine></NewsLines>'
        f"{content(f'<p>{text}</p>')}</NewsComponent>"
        for tag, head, text in (("pt-PT", "Chuva", "Choveu."), ("en", "Rain", "It rained."))
    )
    found = [o.item for o in read(newsml(item(texts))) if isinstance(o, Keep)]

    assert [(one.language, one.headline, one.text) for one in found] == [
        ("pt", "Chuva", "Choveu."),
        ("en", "Rain", "It rained."),
    ]
    assert [one.guid.rpartition(":")[2] for one in found] == ["harbour-7", "harbour-7#en"]


def test_inner_metadata_stand_before_outer_and_outer_fill(read_one: ReadOne) -> None:
    inner = component(
        '<DescriptiveMetadata><Language FormalName="pt"/></DescriptiveMetadata>' + content(),
        "<HeadLine>Inner</HeadLine>",
    )
    outer = (
        '<DescriptiveMetadata><Language FormalName="en"/><Genre FormalName="Feature"/>'
        f"</DescriptiveMetadata>{inner}"
    )
    found = read_one(newsml(item(component(outer, "<ByLine>Ana Exemplo</ByLine>"))))
    assert (found.headline, found.byline) == ("Inner", "Ana Exemplo")
    assert (found.language, found.genre) == ("pt", "Feature")


def test_a_picture_beside_the_text_leaves_its_words_in_the_record(read_one: ReadOne) -> None:
    photo = (
        '<NewsComponent><Role FormalName="Photo"/><NewsLines><HeadLine>Umbrellas</HeadLine>'
        "</NewsLines>" + content("<p>Two umbrellas</p>", role="Main") + "</NewsComponent>"
    )
    found = read_one(newsml(item(component(content() + photo))))
    assert found.text == "It rained.\n\nMore."
    assert {(r.step, r.text) for r in found.removed} == {
        ("caption", "Umbrellas"),
        ("caption", "Two umbrellas"),
    }


@pytest.mark.parametrize("kind", ["Photo", "Graphic", "Video", "Audio", "Animation"])
def test_media_alone_go_aside(read: Read, kind: str) -> None:
    media = f'<NewsComponent><ContentItem Href="a.bin"><MediaType FormalName="{kind}"/></ContentItem></NewsComponent>'
    caption = content("<p>Umbrellas</p>", role="Caption")
    (outcome,) = read(newsml(item(component(media + caption))))
    assert isinstance(outcome, Divert)
    assert outcome.reason is Reason.NOT_TEXT
    assert outcome.key.endswith("northwire.example:20260303:harbour-7")


def test_a_package_of_links_goes_aside(read: Read) -> None:
    links = '<NewsComponent><NewsItemRef NewsItem="urn:newsml:a:b:c:1"/></NewsComponent>'
    (outcome,) = read(newsml(item(component(links))))
    assert isinstance(outcome, Divert)


def test_topics_go_aside(read: Read) -> None:
    (outcome,) = read("<NewsML><TopicSet><Topic Duid='a'><TopicType/></Topic></TopicSet></NewsML>")
    assert isinstance(outcome, Divert)


def test_contacts_are_private(read_one: ReadOne) -> None:
    contact = content("<p>Lou Lampe, 555-0100</p>", role="Contact")
    lines = (
        "<HeadLine>Rain</HeadLine><NewsLine><NewsLineType FormalName='Private note'/>"
        "<NewsLineText>Ask Lou on 555-0101</NewsLineText></NewsLine>"
    )
    found = read_one(newsml(item(component(content() + contact, lines))))

    assert sorted(r.text for r in found.removed if r.step == "private_note") == [
        "Ask Lou on 555-0101",
        "Lou Lampe, 555-0100",
    ]
    shown = found.model_copy(update={"removed": ()}).model_dump_json()
    assert "555" not in shown


# -- forms of a text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        "<nitf><body><body.content><p>It rained.</p><p>More &amp; more.</p></body.content></body></nitf>",
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rain</title></head><body><p>It rained.</p><p>More &amp; more.</p></body></html>',
        "<p>It rained.</p><p>More &amp; more.</p>",
        "<body><p>It rained.</p><p>More &amp; more.</p></body>",
        "<P>It rained.</P><P>More &amp; more.</P>",
        "<![CDATA[<p>It rained.<p>More &amp; more.]]>",
        "<![CDATA[It rained.<br><br/></p><div>More &amp; more.</div>]]>",
        "&lt;p&gt;It rained.&lt;/p&gt;&lt;p&gt;More &amp;amp; more.&lt;/p&gt;",
        "&amp;lt;p&amp;gt;It rained.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;More &amp;amp;amp; more.&amp;lt;/p&amp;gt;",
        "It rained.\n\nMore &amp; more.",
        '<![CDATA[<?xml version="1.0" encoding="iso-8859-1"?><nitf><body><body.content><p>It rained.</p><p>More &amp; more.</p></body.content></body></nitf>]]>',
        "<body.content><block><p>It rained.</p></block><p>More &amp; more.</p></body.content>",
    ],
    ids="nitf xhtml bare body capitals cdata breaks escaped twice text xml content".split(),
)  # fmt: skip
def test_a_text_may_be_in_any_markup(read_one: ReadOne, data: str) -> None:
    found = read_one(newsml(item(component(content(data)))))
    assert [block.text for block in found.body] == ["It rained.", "More & more."]


def test_a_text_may_be_encoded(read_one: ReadOne) -> None:
    words = base64.b64encode("It rained.\n\nÉ cedo.".encode()).decode()
    data = f'<ContentItem><Encoding Notation="base64"><DataContent>{words}</DataContent></Encoding></ContentItem>'
    assert read_one(newsml(item(component(data)))).text == "It rained.\n\nÉ cedo."


def test_an_encoding_that_is_none_is_no_text(read: Read) -> None:
    data = '<ContentItem><Encoding Notation="base64"><DataContent>%%%</DataContent></Encoding></ContentItem>'
    (outcome,) = read(newsml(item(component(data, ""))))
    assert isinstance(outcome, Quarantine)


def test_notes_and_media_in_a_nitf_are_no_text(read_one: ReadOne) -> None:
    data = "<p>It rained.</p><media><media-caption>Umbrellas</media-caption></media><note>For the desk</note><p>More.</p>"
    found = read_one(newsml(item(component(content(data, "NITF")))))
    assert found.text == "It rained.\n\nMore."
    assert {(r.step, r.text) for r in found.removed} == {
        ("media", "Umbrellas"),
        ("note", "For the desk"),
    }


def test_set_text_keeps_its_columns(read_one: ReadOne) -> None:
    pre = "<p>Times:</p><pre>Blue Herons    3:04.1\nNight Owls     3:05.9\n\nThey row again in\nApril.</pre>"
    found = read_one(newsml(item(component(content(pre, "NITF")))))
    assert [(block.kind, block.text) for block in found.body] == [
        ("p", "Times:"),
        ("table", "Blue Herons\t3:04.1\nNight Owls\t3:05.9"),
        ("p", "They row again in April."),
    ]


def test_a_title_a_lead_and_a_body_are_one_story(read_one: ReadOne) -> None:
    """Belga's: each a component with a role."""
    parts = (
        content("Regen in Luik", role="Title")
        + content("Het regent.", role="Lead")
        + content("Al dagen.", role="Body")
        + content(".x {y: z}", role="StyleSheet")
    )
    text = f'<NewsComponent xml:lang="nl"><Role FormalName="Text"/>{parts}</NewsComponent>'
    found = read_one(newsml(item(component(text, ""))))
    assert (found.headline, found.text) == ("Regen in Luik", "Het regent.\n\nAl dagen.")
    assert (found.language, found.removed) == ("nl", ())


def test_japanese_is_read_by_its_declaration(read_one: ReadOne) -> None:
    lines = "<HeadLine>\u5927\u962a\u3067\u96e8</HeadLine>"
    text = content(
        "\u3000\u96e8\u304c\u964d\u3063\u305f\u3002\n\u3000\u96ea\u3082\u964d\u3063\u305f\u3002"
    )
    file = f'<?xml version="1.0" encoding="Shift_JIS"?>{newsml(item(component(text, lines)))}'
    found = read_one(file.encode("shift_jis"))
    assert found.headline == "\u5927\u962a\u3067\u96e8"


# -- lines --------------------------------------------------------------------------------------


def test_the_head_of_a_nitf_fills_what_the_lines_do_not_say(read_one: ReadOne) -> None:
    nitf = (
        "<nitf><body><body.head><hedline><hl1>Rain in Faro</hl1></hedline><byline>Max Muster"
        "</byline><abstract><p>The south is wet.</p></abstract></body.head><body.content>"
        "<p>It rained.</p></body.content></body></nitf>"
    )
    found = read_one(newsml(item(component(content(nitf), ""))))
    assert (found.headline, found.byline) == ("Rain in Faro", "Max Muster")
    assert found.standfirst == "The south is wet."


def test_initials_are_no_byline(read_one: ReadOne) -> None:
    found = read_one(
        newsml(item(component(lines="<HeadLine>Rain</HeadLine><ByLine>ab/cde</ByLine>")))
    )
    assert found.byline == ""
    assert [(r.step, r.text) for r in found.removed] == [("signoff", "ab/cde")]


def test_two_writers_share_the_byline(read_one: ReadOne) -> None:
    lines = "<HeadLine>Rain</HeadLine><ByLine>Ana Exemplo</ByLine><ByLine>Max Muster</ByLine>"
    assert read_one(newsml(item(component(lines=lines)))).byline == "Ana Exemplo, Max Muster"


def test_without_a_headline_the_label_stands_in_its_place(read_one: ReadOne) -> None:
    file = newsml(item(component(lines="<HeadLine/><SlugLine>Lisbon-rain</SlugLine>")))
    found = read_one(file)
    assert found.headline == "Lisbon-rain"
    assert any("no headline" in remark for remark in found.remarks)
    assert len(found.body) == 2


def test_markup_and_entities_in_lines_are_gone(read_one: ReadOne) -> None:
    lines = "<HeadLine><![CDATA[<b>Rain</b> &eacute; <i>wet</i>]]></HeadLine>"
    assert read_one(newsml(item(component(lines=lines)))).headline == "Rain é wet"


def test_a_headline_in_the_language_of_the_text_comes_first(read_one: ReadOne) -> None:
    lines = '<HeadLine xml:lang="pt">Chuva</HeadLine><HeadLine xml:lang="en">Rain</HeadLine>'
    inner = '<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>' + content()
    found = read_one(newsml(item(component(inner, lines))))
    assert found.headline == "Rain"
    assert [r.text for r in found.removed] == ["Chuva"]


@pytest.mark.parametrize(
    ("line", "city", "places", "agencies"),
    [
        ("Lisbonne, 3 mars 2026 (Northwire) -", "", ("Lisbonne",), ("Northwire",)),
        ("LISBON, March 3", "", ("LISBON",), ()),
        ("Lisbon, Mar 3, 2026 (Northwire/Eastwire) --", "", ("Lisbon",), ("Northwire", "Eastwire")),
        ("كييف (أوكرانيا), 25-11-2023 (أ ف ب) -", "", ("كييف",), ("أ ف ب",)),
        ("Porto/Faro, 3 de março (Northwire) —", "", ("Porto", "Faro"), ("Northwire",)),
        ("DELFT, Netherlands", "", ("DELFT, Netherlands",), ()),
        ("Basel BS", "Basel", ("Basel",), ()),
        ("加州桑尼維爾", "", ("加州桑尼維爾",), ()),
    ],
)
def test_a_dateline_in_a_field_is_taken_apart(
    line: str, city: str, places: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    dateline, removed = dateline_of(line, city, None, (Block(text="It rained."),))
    assert dateline is not None
    assert (dateline.places, dateline.agencies, removed) == (places, agencies, ())
    assert words_in(dateline.text) == words_in(line)


def test_a_dateline_that_the_text_begins_with_is_not_said_twice(read_one: ReadOne) -> None:
    text = content("<p>LISBON, March 3 (Northwire) - It rained.</p>")
    lines = "<HeadLine>Rain</HeadLine><DateLine>Lisbon, March 3</DateLine>"
    found = read_one(newsml(item(component(text, lines))))
    assert found.dateline is not None
    assert found.dateline.text == "LISBON, March 3 (Northwire)"
    assert found.text == "It rained."
    assert unaccounted_words(found) == 0


def test_a_story_about_the_place_of_its_dateline_has_no_dateline(read_one: ReadOne) -> None:
    text = content("<p>Lisbon was wet on Tuesday.</p>")
    lines = "<HeadLine>Rain</HeadLine><DateLine>Lisbon</DateLine>"
    found = read_one(newsml(item(component(text, lines))))
    assert found.dateline is not None
    assert (found.dateline.text, found.text) == ("Lisbon", "Lisbon was wet on Tuesday.")


def test_a_date_in_figures_is_no_dateline(read_one: ReadOne) -> None:
    lines = "<HeadLine>Rain</HeadLine><DateLine>20260303</DateLine>"
    assert read_one(newsml(item(component(lines=lines)))).dateline is None


# -- always -------------------------------------------------------------------------------------

_WORDS = st.lists(st.text("abc é<&>'\"”\u00a0\n", max_size=12), max_size=6)
_ROLES = st.sampled_from(["", "Main", "Caption", "Sidebar", "HeadLine", "Contact", "Abstract", "x"])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.tuples(_ROLES, _WORDS), max_size=5))
def test_every_word_of_a_text_is_in_the_item_or_its_record(
    parts: list[tuple[str, list[str]]],
) -> None:
    """Counted from the source, not from what the reader says it has read."""
    inner = "".join(
        content("".join(f"<p>{_escaped(p)}</p>" for p in paragraphs), role=role)
        for role, paragraphs in parts
    )
    tree = read_xml(newsml(item(component(inner or content()))).encode()).root
    wanted: list[str] = []
    for data in tree.iter("DataContent"):
        wanted += re.findall(r"\w+", " ".join(" ".join(p.itertext()) for p in data))
    found = inside(next(tree.iter("NewsItem")))
    there: list[str] = []
    for story in found.stories:
        texts = [block.text for block in story.blocks] + [line for _, line in story.lines]
        texts += [removed.text for removed in story.removed]
        there += re.findall(r"\w+", " ".join(texts))

    # The component's own headline may stand in the record as well.
    assert not found.stories or not _missing(wanted, there)


def _missing(wanted: list[str], there: list[str]) -> list[str]:
    left = list(there)
    missing = []
    for word in wanted:
        if word in left:
            left.remove(word)
        else:
            missing.append(word)
    return missing


@pytest.mark.parametrize(
    "file",
    [
        "<NewsML>",
        "<NewsML><NewsItem><NewsComponent></NewsML>",
        "<NewsML/>",
        "<NewsML><NewsItem/></NewsML>",
        "<NewsML><NewsItem><NewsComponent><ContentItem/></NewsComponent></NewsItem></NewsML>",
        "<NewsML>" + "<NewsComponent>" * 5000 + "</NewsML>",
        newsml(item("<NewsComponent>" * 120 + content() + "</NewsComponent>" * 120)),
        newsml(item(component(content("<p>" * 240 + "x" + "</p>" * 240)))),
        newsml(item(component(lines=f"<DateLine>{',' * 15000}</DateLine>"))),
        newsml(item(component(lines="<HeadLine>" + " &lt;p" * 2500 + "</HeadLine>"))),
        newsml(item("".join(f"<NewsComponent xml:lang='{a}{b}'>{content()}</NewsComponent>" for a in "abcdefgh" for b in "abcdefgh"))),
        newsml(item(revision="<RevisionId>9" + "9" * 400 + "</RevisionId>", times="<FirstCreated>now</FirstCreated>")),
        newsml(*["<NewsItem/>"] * 900),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_broken_or_hostile_is_answered_soon(read: Read, file: str) -> None:
    start = time.perf_counter()
    outcomes = read(file)
    assert time.perf_counter() - start < 2.0  # on a busy machine; alone it takes 0.1 s
    assert outcomes
    assert all(isinstance(o, Keep | Quarantine | Divert) for o in outcomes)


def test_an_item_of_endless_components_is_refused(read: Read) -> None:
    start = time.perf_counter()
    (outcome,) = read(newsml(item(component(content() * 30_000))))
    assert time.perf_counter() - start < 3
    assert isinstance(outcome, Quarantine)


def test_one_bad_item_costs_only_itself(read: Read) -> None:
    deep = item(component(content("<![CDATA[" + "<div>" * 400 + "x</p>]]>")))
    outcomes = read(newsml(item(), deep, item()))
    assert [type(o) for o in outcomes] == [Keep, Quarantine, Keep]


# -- real copy ----------------------------------------------------------------------------------

_FILES = [path for folder in FOLDERS for path in sorted((REAL / folder).glob("*.[xX]*"))]


@pytest.mark.skipif(not _FILES, reason="the real samples are not here")
def test_real_copy_is_read_whole(read: Read) -> None:
    """Every text of nine agencies' files, with what a desk needs of it."""
    kept, aside = [], 0
    for path in _FILES:
        for outcome in read(path.read_bytes()):
            assert isinstance(outcome, Keep | Divert), (path.name, outcome)
            aside += isinstance(outcome, Divert)
            kept += [outcome.item] if isinstance(outcome, Keep) else []
    assert (len(_FILES), len(kept), aside) == (19, 19, 1)
    for one in kept:
        assert one.headline or one.lifecycle is Lifecycle.ALERT
        assert one.body
        assert one.guid.startswith("urn:newsml:")
        assert one.provider in ("AFP", "ATS", "Business Wire", "EFE", "Kyodo")
        assert one.versioned_at is not None
        assert one.language
        assert one.version
        assert unaccounted_words(one) == 0
        assert one.paid == (one.provider == "Business Wire")
    assert sum(one.lifecycle is Lifecycle.ALERT for one in kept) == 7


@pytest.mark.skipif(not _FILES, reason="the real samples are not here")
@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_no_word_of_a_real_body_is_lost(read: Read, path: Path) -> None:
    """The words of each paragraph of the file, counted without the reader."""
    root = read_xml(path.read_bytes()).root
    texts = [" ".join(p.itertext()) for p in root.iter("{*}p")]
    wanted = re.findall(r"\w+", " ".join(texts))
    there: list[str] = []
    for outcome in read(path.read_bytes()):
        if isinstance(outcome, Keep):
            one = outcome.item
            dateline = one.dateline.text if one.dateline else ""
            fields = [one.headline, one.standfirst, one.byline, dateline, one.text]
            fields += [removed.text for removed in one.removed]
            there += re.findall(r"\w+", " ".join(fields))
    if there:
        # Business Wire sets trade marks and footnotes close to the word before.
        assert not _missing(re.findall(r"\w", "".join(wanted)), list("".join(there)))
