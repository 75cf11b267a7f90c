"""What was new."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import Depth
from credlens.present import terms, words
from credlens.present.briefs.questions.base import QuestionRule, held
from credlens.present.notes import Notes, Value


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    """Its main subjects for which nothing but this credential stands."""
    core = [t for t in brief.known.skills if t.depth is Depth.CORE and not brief.evidence.get(t.skill)]
    if core and brief.held:
        names = words.listing([brief.skills.get(t.skill, terms.plain(t.skill)) for t in core])
        sources = [s for t in core for s in t.sources]
        yield notes.value(f"Main subjects for which your documents name nothing else: {names}", sources)


RULE = QuestionRule(lambda _: "What did you learn that you did not know before?", held, _facts)
