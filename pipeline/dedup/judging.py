"""What one text is to an earlier one: the rules, from what was measured to a class.

Classes: ``exact`` (decided elsewhere, by all words), ``rewrite`` (the same story, edited, shortened
or re-led), ``update_of`` (the same agency tells it further), ``same_event`` (another report of it)
and ``template`` (one form, filled in anew). The first two are duplicates; ``update_of`` becomes a
version of the same article; the last two are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pipeline.dedup.nearness import NAMES_AGREE, SHARED_NAMES, Nearness

__all__ = [
    "DAY_S",
    "HAS_NEWS",
    "HOLDS_A_COPY",
    "LEAST_LIKENESS",
    "NEW_TEXT",
    "THRESHOLD",
    "Circumstances",
    "Class",
    "Verdict",
    "judge",
    "judge_form",
]

Class = Literal["exact", "update_of", "rewrite", "same_event", "template"]

HOLDS_A_COPY: Final = frozenset({"new_text", "other_fact", "figures_moved", "fact_put_right"})
"""Rules of items that are the earlier text, and something else besides."""

HAS_NEWS: Final = HOLDS_A_COPY | {"fuller", "new_lead"}
"""Rules of later states of a story that must not be lost, by whatever feed they come."""

THRESHOLD: Final = 0.48
"""Mean share of words in common order from which two texts are one. Among 20 labelled pairs of a
real wire, copies of one report have 0.48 and more (twelve of 13, with shortened ones), and second
reports of one event 0.47 and less (seven of seven)."""

LEAST_LIKENESS: Final = 0.15
"""Below this two texts have set phrases in common, and nothing is said of them. A guess."""

_OLD_LEAD: Final = 0.55
"""Least share of the lead's longer words that stand in the earlier text. A follow-up has a new lead
above an old background: pairs of them were seen with up to 0.5, copies with 0.6 and more."""

_OTHER_LEAD: Final = 0.4
"""Another agency's text with less of its lead in the earlier one opens with something else: that is
news, even above all of the old story. Chosen after a look at the leads of the 20 measured pairs, in
whose copies no less than 0.57 is known; a desk's sentence of its own leaves 0.6 and more."""

_RE_LED: Final = 0.85
"""Share of what follows a new lead that stands in the earlier text, from which only the lead is
new. A follow-up's background is shortened as well. A guess."""

_CONTAINED: Final = 0.75
"""Share of a text that stands in an earlier, longer one, from which it is a shortened copy. Two
reports of one event were seen with 0.74."""

_FULLER: Final = 0.5
"""A text that holds an earlier one and as much again is the full story after a flash or a brief."""

_SAME: Final = 0.85
"""Share from which a text is a copy even if its lead is in other words. A guess: two sentences of a
brief; a new lead above an old story is a fifth of it and more."""

_NOTHING_NEW: Final = 0.97
"""Share from which a later text of the same agency, with the same figures and names, is the same
again, but for a typing error."""

NEW_TEXT: Final = 16
"""Longer words in passages that the earlier text has not, from which another agency's copy is more
than a copy: two sentences, or a paragraph of some 35 words. An editor would lose them. A desk's
sentence of its own has some ten."""

_VERBATIM: Final = 0.9
"""So much of what is not new is the earlier text's, word for word, or that stands in it whole: then
what is new was added. In copies that are edited throughout much seems to be that is only told in
other words; set in view of the 20 measured pairs, of whose copies one alone is more than edited."""

_ALL_ELSE: Final = 0.9
"""With so much of both texts the same, and one figure or one name another one, a later text of the
same agency is the same story with a fact put right, though it may have no other figure. A guess."""

_FORM: Final = 60
"""In a text of fewer longer words (some 100 words) another name and another figure are a form
filled in anew, as a weather warning is. A guess."""

_FIGURES: Final = 2
_NAMES: Final = 4
"""So many times as many figures (names) must be the same in their place as are others. Edited
copies were seen with six (27) and more; in a template (results, markets) most are others."""

_MOVED: Final = 0.6
_MOVED_NAMES: Final = 0.7
_MOVED_FIGURES: Final = 0.5
"""A text of the same agency, within hours, that has so much of the earlier one, most of its names
and half of its figures is the same story with a new toll. In a form that is filled in anew (a
second earthquake) hardly a figure is the same. Guesses, set on invented pairs."""

_ALIKE_ENOUGH: Final = 0.7
"""Likeness from which a new lead does not matter: no second report was seen with 0.5."""

_SHORT_LIKENESS: Final = 0.7
"""In a text of some sentences every figure and name must agree, and so much of the words."""

_KNOWN_LEAD: Final = 0.35
"""Two texts of a day that name the same and have a third of the lead's words in common are reports
of one event, although each has words of its own. A guess, set on invented pairs."""

_SAME_FORM: Final = 0.6
"""Share of a table's words without its figures, in both, from which it is one that came before."""

DAY_S: Final = 20 * 3600.0
"""Short texts and tables are compared within a day: "Markets are closed today" comes every week.
Less than 24 hours, so that what comes every morning passes although it comes a little earlier."""

_STORY_S: Final = 12 * 3600.0
"""How long a story is told further under the same headline; what comes the next day is a series."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of two items besides their texts."""

    same_agency: bool
    seconds_later: float
    """How much later the item is than the earlier one; negative if it is older."""
    same_headline: float
    """Share of the shorter headline's words that stand in the other one, 0-1."""
    headline_figure: bool
    """The headlines are much the same, but for a figure: a toll has risen."""
    is_short: bool
    is_unspaced: bool = False
    """In a script without blanks, of which the words are only guessed."""
    hides_names: bool = False
    """Without capitals, or all in them: nothing tells which of its words are names."""
    says_update: bool = False
    """The item calls itself an update, without saying of which item."""

    @property
    def told_further(self) -> bool:
        """Whether the item may be the same agency's next word on the story."""
        later = self.seconds_later > 0 or (self.says_update and not self.seconds_later)
        return self.same_agency and later and self.seconds_later <= _STORY_S


@dataclass(frozen=True, slots=True)
class Verdict:
    """A class, and the rule that decided."""

    kind: Class
    rule: str


def judge(near: Nearness, given: Circumstances, threshold: float = THRESHOLD) -> Verdict | None:
    """Return what a text is to an earlier one; None if they have nothing to do with each other."""
    same_names = (
        near.shared_names >= SHARED_NAMES
        and near.names_agree >= NAMES_AGREE
        and near.known_lead >= _KNOWN_LEAD
        and abs(given.seconds_later) <= DAY_S
    )
    if near.likeness < LEAST_LIKENESS and near.share < _CONTAINED:
        return Verdict("same_event", "same_names") if same_names else None
    other = _other_content(near, given)
    if other is not None:
        told_anew = near.likeness < threshold and not near.other_figures and not near.other_names
        if other.kind == "template" and same_names and told_anew:
            return Verdict("same_event", "same_names")
        return other
    rule = _copied(near, given, threshold)
    if rule is not None:
        if given.is_short and abs(given.seconds_later) > DAY_S:
            return Verdict("template", "comes_again")
        return _of_a_copy(near, given, rule)
    if near.share_of_earlier >= _CONTAINED and given.told_further:
        return Verdict("update_of", "fuller")
    return Verdict("same_event", "shared_passages")


def judge_form(near: Nearness) -> Verdict | None:
    """Return what a table is to an earlier one that has not the same words and figures."""
    same = min(near.share, near.share_of_earlier) >= _SAME_FORM
    return Verdict("template", "same_form") if same else None


def _other_content(near: Nearness, given: Circumstances) -> Verdict | None:
    """Return the verdict where figures or names say that these are two stories, or two states."""
    names_differ = near.other_names * _NAMES > near.same_names
    if given.is_short:
        other = near.other_figures or near.other_names or near.other_in_lead
        if other or (given.hides_names and near.other_words):
            moved = given.told_further and near.share >= _MOVED
            moved &= given.same_headline >= _MOVED and near.figures_agree >= _MOVED_FIGURES
            moved &= not near.other_names
            return Verdict("update_of", "figures_moved") if moved else Verdict("template", "short")
        return None
    figures_differ = near.other_in_lead or near.other_figures * _FIGURES > near.same_figures
    figures_differ |= near.figures_agree < _MOVED_FIGURES  # wherever they stand
    is_fact = _is_other_fact(near, given)
    if is_fact and given.same_agency and -_STORY_S <= given.seconds_later < 0:
        return None  # an earlier state of what is there already
    if not figures_differ and not names_differ and not given.headline_figure and not is_fact:
        return None
    one_fact = is_fact and min(near.share, near.share_of_earlier) >= _ALL_ELSE
    one_fact &= near.other_figures + near.other_names <= 1
    one_fact &= near.figures_agree >= _MOVED_FIGURES or not near.same_figures
    moved = given.told_further and not names_differ and near.share_of_earlier >= _MOVED
    moved &= near.names_agree >= _MOVED_NAMES and near.figures_agree >= _MOVED_FIGURES
    if near.other_names and near.other_figures and len(near.covered) < _FORM:
        moved = False  # a warning for another place and time
    if moved or (one_fact and given.told_further):
        return Verdict("update_of", "figures_moved" if near.other_figures else "fact_put_right")
    if one_fact:
        return Verdict("same_event", "other_fact")
    if names_differ:
        return Verdict("template", "other_names")
    if near.figures_agree < _MOVED_FIGURES:
        return Verdict("template", "other_figures")
    if given.headline_figure:
        return Verdict("same_event", "figure_in_headline")
    return Verdict("same_event", "other_fact") if is_fact else Verdict("template", "other_figures")


def _is_other_fact(near: Nearness, given: Circumstances) -> bool:
    """Tell whether the text is a copy but for a figure or a name.

    In a copy that is edited throughout some of them are the desk's; in one that is the same word
    for word it is what the item was sent for.
    """
    if near.share < _SAME and not given.is_unspaced:
        return False
    if given.hides_names and near.other_words:
        return True
    return near.share >= _SAME and bool(near.other_figures or near.other_names)


def _copied(near: Nearness, given: Circumstances, threshold: float) -> str | None:
    """Return the rule by which a text is a copy, or None."""
    if given.is_short:
        if near.share >= _NOTHING_NEW:
            return "contained"
        return "short" if near.likeness >= _SHORT_LIKENESS else None
    if near.known_lead < _OTHER_LEAD and near.share < _NOTHING_NEW and not given.told_further:
        return None
    if near.share >= max(_SAME, threshold):
        return "most_of_it"
    if near.likeness >= _ALIKE_ENOUGH:
        return "alike"
    if near.known_lead < _OLD_LEAD:
        return "new_lead" if min(near.share_after_lead, near.share + 0.2) >= _RE_LED else None
    if near.share_of_earlier >= _CONTAINED and near.share < _FULLER:
        return None
    if near.share >= max(_CONTAINED, threshold):
        return "contained"
    return "alike" if near.likeness >= threshold else None


def _of_a_copy(near: Nearness, given: Circumstances, rule: str) -> Verdict:
    has_news = near.added >= NEW_TEXT
    rest = len(near.covered) - near.added
    is_verbatim = near.share * len(near.covered) >= _VERBATIM * rest
    if given.told_further and (given.says_update or near.share < _NOTHING_NEW):
        return Verdict("update_of", "new_text" if has_news else rule)
    if has_news and (is_verbatim or near.share_of_earlier >= _CONTAINED):
        return Verdict("same_event", "new_text")
    return Verdict("rewrite", rule)
