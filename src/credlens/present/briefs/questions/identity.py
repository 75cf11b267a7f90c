"""Nobody watched, nobody checked an identity, or it is not known."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import Supervision
from credlens.present import terms
from credlens.present.briefs import cite
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value


def _likely(brief: Brief) -> bool:
    return brief.known.supervision.get(None) is not Supervision.SUPERVISED_WITH_ID


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    supervision = notes.fact(brief.known.supervision, terms.supervision)
    if not supervision.unknown:
        found = f"Nothing but your word, as far as the assessment goes: {supervision.text}"
        if brief.known.supervision.get(None) is not Supervision.UNSUPERVISED_NO_ID:
            found = f"By the assessment only in part: {supervision.text}"
        yield Value(found, refs=supervision.refs, hint=supervision.hint, seen=supervision.seen)
    else:
        yield Value(
            f"Whether it was supervised is {supervision.text}",
            unknown=True,
            refs=supervision.refs,
            hint=supervision.hint,
        )
    for sample in brief.projects[:1]:
        yield notes.value(
            f"What you can show and explain instead: your project {cite.short(sample.title, 60)}",
            (cite.of_sample(sample),),
        )
    yield from (cite.evidence(notes, e, brief.skills.get(e.skill, "")) for e in brief.used()[:1])


RULE = QuestionRule(lambda _: "How do we know that it was you who did it?", _likely, _facts)
