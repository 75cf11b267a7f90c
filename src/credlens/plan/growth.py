"""How the evidence of a plan grows with its steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from credlens.model.plan import Plan, Project, Step
from credlens.plan.problem import Problem

COVERED = 0.5  # evidence that counts as covered, as in ``Plan.uncovered``


def growth(problem: Problem, plan: Plan) -> tuple[Mapping[str, float], ...]:
    """After each step, the evidence for each target in [0, 1): a noisy-OR over the steps so far and what they award together."""
    offers = {o.name: o for o in problem.offers}
    done = [offers[(s.credential, s.option)] for s in plan.steps]
    return tuple(dict(problem.coverage(tuple(done[: k + 1]))[1]) for k in range(len(done)))


def project_day(project: Project, problem: Problem, plan: Plan, grown: tuple[Mapping[str, float], ...]) -> date | None:
    """The first day of study when the plan has taught what it teaches of a project's skills; None when it teaches none of them.

    A skill is taught when its evidence reaches one half, or, when it never does, with the last step that teaches it.
    """
    taught = [day for s in project.skills if (day := _taught(s, plan.steps, grown)) is not None]
    if not taught:
        return None
    later = [d for d in problem.calendar.days if d > max(taught)]
    return later[0] if later else max(taught) + timedelta(days=1)


def _taught(skill: str, steps: tuple[Step, ...], grown: tuple[Mapping[str, float], ...]) -> date | None:
    teaching = [s.finish for s in steps if skill in s.skills]
    enough = [s.finish for s, e in zip(steps, grown, strict=True) if e.get(skill, 0.0) >= COVERED]
    return next(iter(enough), teaching[-1]) if teaching else None
