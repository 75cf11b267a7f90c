"""Most of its main subjects belong to a vendor's product."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import Depth, TaughtSkill
from credlens.present import terms, words
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value

HALF = 0.5  # so much of its main subjects: a judgement of this project


def _main(brief: Brief) -> tuple[list[TaughtSkill], list[TaughtSkill]]:
    """Main subjects bound to a vendor's product, and the others."""
    core = [t for t in brief.known.skills if t.depth is Depth.CORE]
    return [t for t in core if t.skill in brief.vendors], [t for t in core if t.skill not in brief.vendors]


def _likely(brief: Brief) -> bool:
    bound, others = _main(brief)
    return brief.fires("too_narrow") is not None or (bool(bound) and len(bound) >= HALF * len([*bound, *others]))


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    for found, says in zip(
        _main(brief), ("Main subjects bound to a product", "Main subjects of use anywhere"), strict=True
    ):
        if found:
            names = [brief.skills.get(t.skill, terms.plain(t.skill)) for t in found]
            makers = [brief.vendors[t.skill] for t in found if t.skill in brief.vendors]
            by = f" ({words.listing(list(dict.fromkeys(makers)))})" if makers else ""
            yield notes.value(f"{says}: {words.first_few(names, 6)}{by}", [s for t in found for s in t.sources])


RULE = QuestionRule(lambda _: "Does it help with anything but this one product?", _likely, _facts)
