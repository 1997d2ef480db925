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
    "LEAST_LIKENESS",
    "THRESHOLD",
    "Circumstances",
    "Class",
    "Verdict",
    "judge",
    "judge_form",
]

Class = Literal["exact", "update_of", "rewrite", "same_event", "template"]

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
"""Share from which a later text of the same agency is the same again, but for a typing error."""

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

_SOME_FIGURES: Final = 0.8
"""Share of figures that agree from which other ones, in a text that is otherwise a copy word for
word, are a desk's: rounded, or written in another way."""

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
        if near.other_figures or near.other_names or near.other_in_lead:
            moved = given.told_further and not near.other_names and near.share >= _MOVED
            moved &= given.same_headline >= _MOVED and near.figures_agree >= _MOVED_FIGURES
            return Verdict("update_of", "figures_moved") if moved else Verdict("template", "short")
        return None
    figures_differ = near.other_in_lead or near.other_figures * _FIGURES > near.same_figures
    if near.share >= _SAME and near.share_of_earlier >= _SAME:
        figures_differ &= near.figures_agree < _SOME_FIGURES
    figures_differ |= near.figures_agree < _MOVED_FIGURES  # wherever they stand
    if not figures_differ and not names_differ and not given.headline_figure:
        return None
    moved = given.told_further and not names_differ and near.share_of_earlier >= _MOVED
    moved &= near.names_agree >= _MOVED_NAMES and near.figures_agree >= _MOVED_FIGURES
    if moved:
        return Verdict("update_of", "figures_moved")
    if names_differ:
        return Verdict("template", "other_names")
    if near.figures_agree < _MOVED_FIGURES:
        return Verdict("template", "other_figures")
    if given.headline_figure:
        return Verdict("same_event", "figure_in_headline")
    return Verdict("template", "other_figures")


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
    if given.told_further and (given.says_update or near.share < _NOTHING_NEW):
        return Verdict("update_of", rule)
    return Verdict("rewrite", rule)
