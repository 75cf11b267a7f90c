"""What a plan covers, from when, and what closes the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from credlens.model.plan import Plan, Supplement
from credlens.present import words
from credlens.present.charts import bars
from credlens.present.context import Context

COVERED = 0.5  # evidence that counts as covered, as the planner counts it


@dataclass(frozen=True, slots=True)
class SkillView:
    """How far one skill is covered, and from when."""

    label: str
    state: str
    meaning: str
    since: str
    evidence: str
    bar: Markup
    supplements: tuple[str, ...]


def coverage(context: Context, plan: Plan) -> tuple[SkillView, ...]:
    """Every skill a plan is measured by, and every skill it has a supplement for."""
    since = _since(plan)
    extra: dict[str, list[Supplement]] = {}
    for supplement in plan.supplements:
        extra.setdefault(supplement.skill, []).append(supplement)
    views = [
        SkillView(
            label=context.skill(c.skill),
            state="covered" if c.evidence >= COVERED else ("partly" if c.evidence > 0 else "open"),
            meaning="good" if c.evidence >= COVERED else "caution",
            since=f"from {words.day(since[c.skill])}" if c.evidence >= COVERED and c.skill in since else "",
            evidence=f"{words.score(c.evidence)} of 100",
            bar=bars.covered(c.evidence, COVERED),
            supplements=tuple(_supplement(context, s) for s in extra.pop(c.skill, [])),
        )
        for c in plan.by_skill
    ]
    views += [
        SkillView(
            context.skill(s),
            "open",
            "caution",
            "",
            "0 of 100",
            bars.covered(0.0, COVERED),
            tuple(_supplement(context, x) for x in found),
        )
        for s, found in extra.items()
    ]
    return tuple(views)


def _since(plan: Plan) -> Mapping[str, date]:
    done: dict[str, date] = {}
    for step in plan.steps:
        for skill in step.skills:
            done[skill] = max(step.finish, done.get(skill, step.finish))
    return done


def _supplement(context: Context, supplement: Supplement) -> str:
    known = "price unknown" if supplement.cost is None else words.money(supplement.cost)
    price = "free" if supplement.free else known
    time = "hours unknown" if supplement.hours is None else f"{supplement.hours:.0f}{words.NBSP}h"
    fits = "fits into your limits" if supplement.fits else "does not fit into your limits: for later"
    return f"{context.title(supplement.credential)} ({price}, {time}; {fits})"
