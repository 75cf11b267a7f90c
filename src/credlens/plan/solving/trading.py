"""What a plan gives up for being cheaper, faster or different."""

from __future__ import annotations

from collections.abc import Callable

from credlens.model.plan import Plan
from credlens.model.quantity import Money

NOTABLE = 0.05  # evidence: a skill is named when it is proven less far by so much


def gives_up(plan: Plan, strongest: Plan, name_of: Callable[[str], str] = str) -> tuple[str, ...]:
    """In words, where a plan falls behind the strongest one; empty where it does not, and for that one itself.

    ``name_of`` gives the label of a skill.
    """
    if plan is strongest or plan.steps == strongest.steps:
        return ()
    lines = []
    if (less := strongest.coverage - plan.coverage) > 0.0005:
        lines.append(
            f"{100 * less:.1f} points of coverage ({100 * plan.coverage:.0f} % instead of {100 * strongest.coverage:.0f} %)"
        )
    before = {c.skill: c.evidence for c in strongest.by_skill}
    lost = sorted((c.evidence - before.get(c.skill, 0.0), c.skill) for c in plan.by_skill)
    worse = [
        f"{name_of(skill)} ({100 * (before[skill] + change):.0f} % instead of {100 * before[skill]:.0f} %)"
        for change, skill in lost
        if change < -NOTABLE
    ]
    if worse:
        lines.append("evidence for " + ", ".join(worse[:3]) + (f" and {len(worse) - 3} more" if len(worse) > 3 else ""))
    if (days := (plan.finish - strongest.finish).days) > 0:
        lines.append(f"{days} days: it ends on {plan.finish} instead of {strongest.finish}")
    if plan.cost.amount > strongest.cost.amount:
        more = Money(plan.cost.amount - strongest.cost.amount, plan.cost.currency)
        lines.append(f"{more}: it costs {plan.cost} instead of {strongest.cost}")
    return tuple(lines)
