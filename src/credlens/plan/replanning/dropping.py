"""Why a step of the old plan is in the new one no more: found out by asking for the best plan that has to contain it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from credlens.model.plan import Plan
from credlens.model.plan_reasons import LimitKind
from credlens.model.quantity import Money
from credlens.plan.problem import Problem
from credlens.plan.replanning.now import ATTEMPTS
from credlens.plan.replanning.words import and_, days

POINT = 0.01  # of coverage


def why_dropped(problem: Problem, new: Plan | None, credential: str, name: Callable[[str], str] = str) -> str:
    """A clause: which limits forbid it, or what the best plan with it would give up.

    Args:
        problem: what the new plan solves.
        new: the new plan; None when there is none.
        credential: the step that went.
        name: what to call a credential.
    """
    from credlens.plan.solve import best

    options = [o.option for o in problem.offers if o.credential == credential]
    if not options:
        return dict(problem.excluded).get(credential, "it cannot be had any more")
    it = f"a {options[0]}" if options[0] in ATTEMPTS else "it"
    asked = replace(problem, fixed=tuple(sorted({*problem.fixed, credential})))
    forced = best(asked)
    if forced is None:
        return _limits(asked, credential, it, name)
    if new is None:
        return f"{it} would still fit, but adds nothing to what is finished"
    return f"{it} would still fit, but {_given_up(forced, new)}"


def _given_up(forced: Plan, new: Plan) -> str:
    """What is worse in the best plan with the step: what it covers; or, when that is no less, its money, its end, or its changes."""
    with_it = "the best plan with it"
    less = (new.coverage - forced.coverage) / POINT
    more = forced.cost.amount - new.cost.amount
    later = (forced.finish - new.finish).days
    worse = [f"covers {_points(less)} less of what is missing"] if less > 0 else []
    worse += [f"costs {Money(more, new.cost.currency)} more"] if more > 0 else []
    worse += [f"ends {days(later)} later"] if later > 0 else []
    return (
        f"{with_it} {and_(worse)}"
        if worse
        else f"{with_it} changes more of the other steps, or its credentials are worse"
    )


def _points(points: float) -> str:
    if round(points, 1) < 0.1:  # one digit is shown
        return "less than 0.1 points"
    return "1 point" if f"{points:.1f}" == "1.0" else f"{points:.1f} points"


def _limits(asked: Problem, credential: str, it: str, name: Callable[[str], str]) -> str:
    """Which limits cannot hold together with the step."""
    from credlens.plan.conflicts.conflict import conflict

    found = conflict(asked, name=name, ways_out=False)
    words = [c.words for c in found.clashes if (c.limit, c.value) != (LimitKind.FIXED, credential)]
    if words:
        return f"{it} does not fit any more with {and_(words)}"
    if found.clashes:
        return f"what {it} asks for first can no longer be had"
    return f"the search found no plan with {it} in the time it had"
