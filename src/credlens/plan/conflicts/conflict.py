"""Why no plan fits: the smallest set of limits that cannot hold together, in words, and the nearest change of each.

A set of limits cannot hold together when nothing is possible even with every other limit given up. Such sets are looked for by size, up
to :data:`BY_SIZE`; a larger one is what is left when limits are given up one after the other as long as nothing becomes possible (deletion:
Chinneck and Dravnieks 1991, ORSA Journal on Computing 3, 157-168). Either way no limit in the set can be spared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import comb

from credlens.model.plan_reasons import Clash, Conflict, LimitKind
from credlens.plan.building.circles import obtainable
from credlens.plan.conflicts.currency import elsewhere, priced_in
from credlens.plan.conflicts.giving_up import Given, Name, Wider, given, keeping
from credlens.plan.conflicts.nearest import nearest
from credlens.plan.conflicts.possible import possible
from credlens.plan.explaining.again import EFFORT, Solver
from credlens.plan.problem import Problem
from credlens.plan.solve import best

BY_SIZE = 3
MOST_TRIED = 60  # sets of one size; where there are more the deletion takes over
SHOWN = 8  # left-out credentials named one by one


def why_nothing(problem: Problem, wider: Wider | None = None) -> tuple[str, ...]:
    """Why there is no plan, in sentences; meant for a problem that has none."""
    return conflict(problem, wider=wider).because


def conflict(
    problem: Problem,
    solver: Solver = best,
    *,
    wider: Wider | None = None,
    effort: float = EFFORT,
    name: Name = str,
    ways_out: bool = True,
) -> Conflict:
    """What cannot hold together in a problem without a plan.

    Args:
        problem: for which the solver found nothing.
        solver: plans again.
        wider: the same problem without exclusions and languages, when there are any: they can be given up, too.
        effort: deterministic seconds for each question to the solver.
        name: what to call a credential, by its id.
        ways_out: whether to look for the nearest change of each limit, which takes most of the time.
    """
    limits = given(problem, wider, name)
    useful = possible(keeping(problem, (), wider), solver, effort=effort)
    if not useful and not problem.fixed:
        return _without_limits(problem, name)

    def impossible(kept: Sequence[Given]) -> bool:
        if not useful and all(g.kind is not LimitKind.FIXED for g in kept):
            return False  # nothing is worth a plan by itself: whoever fixes nothing is content with none
        return not possible(keeping(problem, kept, wider), solver, effort=effort)

    if not impossible(limits):
        return Conflict(
            (), ("A plan is possible, but the search ended before it found one. Ask again with wider limits.",)
        )
    core = _core(limits, impossible)
    if not ways_out:
        bare = tuple(Clash(g.kind, g.value, g.words) for g in core)
        return Conflict(bare, _words(problem, core, bare, (), name))
    clashes: list[Clash] = []
    still: list[tuple[Given, tuple[Given, ...]]] = []
    for one in core:
        rest = [g for g in limits if g is not one]
        instead = nearest(keeping(problem, rest, wider), one, problem, solver, effort=effort, name=name)
        clashes.append(Clash(one.kind, one.value, one.words, instead))
        if not instead:
            still.append((one, _core(rest, impossible) if impossible(rest) else ()))
    return Conflict(tuple(clashes), _words(problem, core, clashes, still, name))


def _core(limits: Sequence[Given], impossible: Callable[[Sequence[Given]], bool]) -> tuple[Given, ...]:
    """The smallest set that is impossible, or one of which nothing can be spared; all of them together are known to be."""
    size = 1
    while size <= BY_SIZE and comb(len(limits), size) <= MOST_TRIED:
        found = next((few for few in combinations(limits, size) if impossible(few)), None)
        if found is not None:
            return found
        size += 1
    left = list(limits)
    for one in reversed(limits):  # wishes go first, money and time last: they are what most people can move
        fewer = [g for g in left if g is not one]
        if impossible(fewer):
            left = fewer
    return tuple(left)


def _words(
    problem: Problem,
    core: Sequence[Given],
    clashes: Sequence[Clash],
    still: Sequence[tuple[Given, tuple[Given, ...]]],
    name: Name,
) -> tuple[str, ...]:
    listed = "; ".join(g.words for g in core)
    lines = [f"These cannot hold together: {listed}." if len(core) > 1 else f"No plan can keep this: {listed}."]
    why = dict(problem.excluded)
    unwanted = {g.credential for g in core if g.kind is LimitKind.EXCLUDED}
    offered = {o.credential for o in problem.offers}
    lines += [
        f"{name(g.credential)} was asked for, but: {why.get(g.credential, 'it cannot be offered')}."
        for g in core
        if g.kind is LimitKind.FIXED and g.credential not in offered | unwanted
    ]
    together = {g.credential for g in core if g.kind is LimitKind.FIXED}
    same = [[name(c) for c in group if c in together] for group in problem.rivals]
    lines += [f"{' and '.join(s)} count as one and the same: no plan has both." for s in same if len(s) > 1]
    ways = [c.instead for c in clashes if c.instead]
    if len(core) > 1 and ways:
        lines.append("Give one of them up.")
    lines += ways
    if still and not ways:
        lines.append(f"Giving up {'one of them' if len(core) > 1 else 'only this'} is not enough.")
    for one, others in still:
        if not others:
            lines.append(f"Without this one, {one.words}, nothing useful is left to plan, whatever the limits.")
        elif len(others) > 1:
            lines.append(
                f"Without this one, {one.words}, these still cannot hold together: {'; '.join(g.words for g in others)}."
            )
        else:
            lines.append(f"Without this one, {one.words}, this still cannot be kept: {others[0].words}.")
    return tuple(lines)


def _without_limits(problem: Problem, name: Name) -> Conflict:
    """What stands in the way when no limit does, but the currency perhaps."""
    if not problem.targets:
        nothing = "No skill of the gap can be learned through a credential: nothing is missing, or only what no certificate proves."
        return Conflict((), (nothing, *_left_out(problem, name)))
    if not problem.offers and not problem.excluded:
        return Conflict((), ("No credential in the catalog teaches a skill of the gap.",))
    priced = elsewhere(problem.excluded)
    if priced and not problem.offers:  # not even anything free
        currency = priced[0][0]
        words = f"a budget of {problem.limits.budget}"
        instead = f"Give a budget in {currency}: --currency {currency}."
        because = f"Nothing here is free, and {priced_in(priced)}, for which there is no exchange rate offline."
        clash = Clash(LimitKind.CURRENCY, problem.limits.budget.currency, words, instead)
        return Conflict((clash,), (f"No plan can keep this: {words}.", because, instead, *_left_out(problem, name)))
    circles = [f"{name(credential)} {why}." for credential, why in obtainable(problem.offers)[1].items()]
    nothing = "Whatever the limits, no credential that teaches a skill of the gap can be planned."
    return Conflict((), (nothing, *circles[:SHOWN], *_left_out(problem, name)))


def _left_out(problem: Problem, name: Name) -> tuple[str, ...]:
    lines = [f"{name(credential)} is left out: {why}." for credential, why in problem.excluded[:SHOWN]]
    if len(problem.excluded) > SHOWN:
        lines.append(f"{len(problem.excluded) - SHOWN} more are left out for reasons like these.")
    return tuple(lines)
