"""No ad of the target names it."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.present import terms
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.briefs.sections.recognised import named
from credlens.present.notes import Notes, Value


def _likely(brief: Brief) -> bool:
    seen = brief.aim.named if brief.aim else None
    return seen is None or not seen.share.k


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    if brief.aim is not None and brief.aim.named is not None:
        value = named(brief, notes)
        yield Value(f"Ads that name it: {value.text}", value.unknown, value.refs, value.hint)
    for body in brief.known.recognition[:3]:
        yield notes.value(f"Recognised by {body.by} ({terms.plain(body.kind)})", body.sources, body.note)
    for one in brief.known.accreditation[:2]:
        yield notes.value(f"Accredited {terms.plain(one.what)}: {one.standard}, {one.body}", one.sources)


RULE = QuestionRule(lambda _: "I have not heard of it. Who recognises it?", _likely, _facts)
