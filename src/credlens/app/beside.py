"""What stands beside a plan: projects, when to apply, credit, and remarks."""

from __future__ import annotations

from dataclasses import replace

from credlens.app.applying import applying
from credlens.app.crediting import crediting
from credlens.app.situation import Situation
from credlens.model.plan import Plan
from credlens.plan.growth import growth, project_day
from credlens.plan.portfolio import projects_for
from credlens.plan.problem import Problem


def beside(plan: Plan, problem: Problem, here: Situation) -> Plan:
    """The plan with everything that stands beside it.

    Args:
        plan: one whose steps are all offers of the problem.
        problem: that it was made for.
        here: the person, their ads, and what is known.
    """
    grown = growth(problem, plan)
    shown = with_projects(plan, here)
    days = [(p.id, project_day(p, problem, plan, grown)) for p in shown.projects]
    return replace(
        shown,
        project_days=tuple((name, day) for name, day in days if day is not None),
        applying=applying(plan, grown, here),
        credit=crediting(plan, problem, here.knowledge.catalog),
        remarks=remarks(plan, problem),
    )


def with_projects(plan: Plan, here: Situation) -> Plan:
    """The plan with portfolio projects for what it teaches and what it leaves open."""
    taught = [s for step in plan.steps for s in step.skills]
    missing = {i.skill for i in here.gap.core if i.learnable}
    wanted = [s for s in dict.fromkeys((*here.gap.first, *taught, *plan.uncovered)) if s in missing]
    chosen = projects_for(wanted, here.knowledge.projects, here.person.field)
    return replace(plan, projects=tuple(dict.fromkeys(chosen.values())))


def remarks(plan: Plan, problem: Problem) -> tuple[tuple[str, str], ...]:
    """(credential, what to tell the person about it) for the plan's steps, in their order."""
    return tuple((s.credential, words) for s in plan.steps for c, words in problem.remarks if c == s.credential)
