"""The ads ask for something that it does not teach."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value

MOST = 3


def _names(brief: Brief) -> list[str]:
    return [brief.skills.get(u.skill, terms.plain(u.skill)) for u in (brief.uncovered or ())[:MOST]]


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    """The strongest reason for each that the person can show something for; the others by name."""
    open_names = []
    for each, name in zip(brief.uncovered or (), _names(brief), strict=False):
        if each.shown:
            yield cite.evidence(notes, each.shown[0], name)
        elif each.projects:
            yield Value(f"{name}: your project {cite.short(each.projects[0], 60)}")
        else:
            open_names.append(name)
    if open_names:
        yield Value(f"Nothing to show yet for {words.listing(open_names)}: say how you go about it", unknown=True)


RULE = QuestionRule(
    lambda brief: f"It does not cover {words.listing(_names(brief), 'or')}. What do you do about that?",
    lambda brief: bool(brief.uncovered),
    _facts,
)
