"""Which texts of a NewsML item are its story, and what becomes of those that go with it.

A story is what has the role of a main text; where nothing has a role, every text that belongs to no
picture. Texts in other languages are stories of their own. Of a text that is there in several forms
(``EquivalentsList="yes"``, or word for word the same) the one with most structure is read, and the
others are in the record of cleaning, as are captions and sidebars. Addresses of press officers
and desks are private notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from pipeline.formats.draft import primary_language
from pipeline.formats.limits import TooMuch
from pipeline.formats.newsml1_content import Words, words_of
from pipeline.formats.newsml1_parts import Component, Content, components_of, language_of
from pipeline.formats.xml_values import line_in
from schemas.types import Block, Removed

__all__ = ["Inside", "Story", "inside", "own_line"]

_WORD = re.compile(r"\w+")
_LINES = ("headline", "subheadline", "abstract", "byline")
_MOST_LANGUAGES = 30
"""Languages of one item. A guess: Business Wire's releases have a dozen."""

_STEPS = {"caption": "caption", "contact": "private_note"}


@dataclass(slots=True)
class Story:
    """One text of an item, and the words that stand around it."""

    component: Component
    language: str
    """The tag as it stands."""
    blocks: tuple[Block, ...]
    words: Words
    lines: list[tuple[str, str]] = field(default_factory=list)
    """Headline, abstract and the like that are components of their own."""
    removed: list[Removed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in an item: its stories, and why there may be none."""

    stories: list[Story]
    outermost: Component | None
    media: str
    """The form of the first picture or other medium; empty if there is none."""
    has_links: bool
    """Whether it points at other items, as a package does."""
    is_elsewhere: bool
    """Whether a text lies at another address and not in the file."""


@dataclass(frozen=True, slots=True)
class _Text:
    component: Component
    content: Content
    words: Words
    purpose: str
    language: str

    @property
    def line(self) -> str:
        return " ".join(" ".join(block.text for block in self.words.blocks).split())


def inside(item: etree._Element) -> Inside:
    """Return what is in an item; each of its texts is in a story or in the record of one."""
    components = components_of(item)
    contents = [(one, content) for one in components for content in one.contents]
    media = [content.form.strip() or "media" for _, content in contents if content.is_media]
    texts = [text for one, content in contents if (text := _text(one, content)) is not None]
    return Inside(
        stories=_stories(texts, components),
        outermost=components[0] if components else None,
        media=media[0] if media else "",
        has_links=any("NewsItemRef" in one.kids or "NewsItem" in one.kids for one in components),
        is_elsewhere=any(c.element.get("Href") and not c.is_media for _, c in contents),
    )


def _text(component: Component, content: Content) -> _Text | None:
    if content.is_media or content.form == "style" or component.purpose == "style":
        return None
    data = (content.kids.get("DataContent") or content.kids.get("Encoding") or [None])[0]
    words = words_of(data)
    if not words.blocks and not words.head and not words.removed:
        return None
    purpose = component.purpose
    if not purpose and component.contents[0].is_media:
        purpose = "caption"  # a picture first, then words without a role: they are about it
    return _Text(component, content, words, purpose, language_of(component, content))


def _stories(texts: Sequence[_Text], components: Sequence[Component]) -> list[Story]:
    bodies: list[_Text] = []
    for purpose in ("body", "", "other", "abstract"):
        bodies = bodies or [text for text in texts if text.purpose == purpose]
    are_bodies = {id(text) for text in bodies}
    by_language: dict[str, list[_Text]] = {}
    for text in bodies:
        by_language.setdefault(primary_language(text.language), []).append(text)
    if "" in by_language and len(by_language) > 1:
        unsaid = by_language.pop("")
        next(iter(by_language.values())).extend(unsaid)
    if len(by_language) > _MOST_LANGUAGES:
        raise TooMuch(f"texts in more than {_MOST_LANGUAGES} languages")
    stories = [_story(group) for group in by_language.values()]
    for text in texts:
        if id(text) not in are_bodies and stories:
            _beside(_of_language(stories, text.language), text)
    if stories:
        _lines_of_others(stories, components)
    return stories


def _of_language(stories: Sequence[Story], language: str) -> Story:
    wanted = primary_language(language)
    same = (story for story in stories if primary_language(story.language) == wanted)
    return next(same, stories[0])


def _beside(story: Story, text: _Text) -> None:
    story.removed += text.words.removed
    line = text.line
    if text.purpose in _LINES:
        story.lines.append((text.purpose, line))
    elif line:
        where = text.component.role or text.purpose or "text"
        step = _STEPS.get(text.purpose, "other_text")
        story.removed.append(Removed(step=step, where=where, text=line))


def _lines_of_others(stories: Sequence[Story], components: Sequence[Component]) -> None:
    """The headlines of pictures and sidebars, where their captions do not say the same."""
    told = {id(one) for story in stories for one in story.component.chain()}
    if len(told) == len(components):
        return
    there = {tuple(_folded(removed.text)) for story in stories for removed in story.removed}
    there |= {tuple(_folded(line)) for story in stories for _, line in story.lines}
    for component in components:
        line = own_line(component, "HeadLine") if id(component) not in told else ""
        words = tuple(_folded(line))
        if words and words not in there:
            there.add(words)
            story = _of_language(stories, language_of(component))
            if _folded(_nearest_line(story.component, "HeadLine")) != list(words):
                story.removed.append(
                    Removed(step="caption", where=component.role or "HeadLine", text=line)
                )


def own_line(component: Component, name: str) -> str:
    """Return a line of a component's own ``NewsLines``."""
    there = (kid for lines in component.lines for kid in lines.get(name, []))
    return next(filter(None, map(line_in, there)), "")


def _nearest_line(component: Component, name: str) -> str:
    return next(filter(None, (own_line(one, name) for one in component.chain())), "")


def _folded(line: str) -> list[str]:
    return _WORD.findall(line.casefold())


def _story(texts: Sequence[_Text]) -> Story:
    """Put the texts of one language together; of equivalent ones the best is enough."""
    if len(texts) == 1:
        (one,) = texts
        removed = list(one.words.removed)
        return Story(one.component, one.language, one.words.blocks, one.words, removed=removed)
    used: list[_Text] = []
    removed = []
    seen: set[tuple[str, ...]] = set()
    best = _best_of_equivalents(texts)
    for text in texts:
        words = tuple(_folded(text.line))
        if id(text) in best and words not in seen:
            used.append(text)
            seen.add(words)
            removed += text.words.removed
        elif words:
            where = text.content.form.strip() or "text"
            removed.append(Removed(step="other_form", where=where, text=text.line))
    component, blocks = _joined(used)
    language = next(filter(None, (text.language for text in used)), "")
    return Story(component, language, blocks, used[0].words, removed=removed)


def _best_of_equivalents(texts: Sequence[_Text]) -> set[int]:
    """Return which texts are to be read, by their identity."""
    groups: dict[object, list[tuple[object, _Text]]] = {}
    for text in texts:
        group, branch = _equivalents(text)
        groups.setdefault(group, []).append((branch, text))
    best: set[int] = set()
    for members in groups.values():
        chosen, _ = min(members, key=lambda member: member[1].content.rank)
        best.update(id(text) for branch, text in members if branch == chosen)
    return best


def _equivalents(text: _Text) -> tuple[object, object]:
    """Return the outermost list of equivalents that a text is in, and in which of them."""
    found: tuple[object, object] = (None, None)
    inner: object = id(text.content)
    for one in text.component.chain():
        if one.are_equivalents:
            found = (id(one), inner)
        inner = id(one)
    return found


def _joined(texts: Sequence[_Text]) -> tuple[Component, tuple[Block, ...]]:
    """Join the texts of one story; sections with headlines of their own keep them."""
    component = texts[0].component
    if len(texts) == 1:
        return component, texts[0].words.blocks
    headlines = [own_line(text.component, "HeadLine") for text in texts]
    are_sections = len(set(filter(None, headlines))) > 1
    outer = [one for one in component.chain() if one is not component]
    common = next((one for one in outer if own_line(one, "HeadLine")), None)
    if are_sections and common is not None:
        component = common
    blocks: list[Block] = []
    for n, (text, headline) in enumerate(zip(texts, headlines, strict=True)):
        if are_sections and headline and (n or common is not None):
            blocks.append(Block(kind="h2", text=headline))
        blocks += text.words.blocks
    return component, tuple(blocks)
