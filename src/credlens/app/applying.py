"""When to apply already: the point in a plan where most ads open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from credlens.app.situation import Situation
from credlens.gap.reach import Openings
from credlens.gap.shown import ENOUGH
from credlens.model.applying import Applying, Within
from credlens.model.gap import Gap
from credlens.model.plan import Plan
from credlens.plan.growth import COVERED

Grown = Sequence[Mapping[str, float]]


def applying(plan: Plan, grown: Grown, here: Situation) -> Applying | None:
    """From when on to apply; None when no ads are known, or none that can be judged.

    Args:
        plan: with at least one step.
        grown: evidence for each skill after each step, by the plan alone.
        here: the person and their ads.
    """
    if not here.asked or not plan.steps:
        return None
    have = {i.skill for i in here.gap.items if i.rank is None}
    openings = Openings(here.asked, have, here.knowledge.taxonomy)
    if not openings.n:
        return None
    titles = {s.credential: here.knowledge.catalog[s.credential].title for s in plan.steps}
    return worked_out(plan, grown, here.gap, openings, titles)


def worked_out(plan: Plan, grown: Grown, gap: Gap, openings: Openings, titles: Mapping[str, str]) -> Applying:
    """The same from its parts.

    A skill counts as shown once the plan covers it, or once the plan and what the person can show of it together (a noisy-OR) reach what
    the gap calls shown. What no step has proved yet counts as it did before the plan. For a skill that several steps prove that is
    the first step after which it holds.
    """
    shown: list[str] = []
    steps: list[Within] = []
    order = {i.skill: k for k, i in enumerate(gap.items)}
    for step, evidence in zip(plan.steps, grown, strict=True):
        new = [s for s, e in evidence.items() if s not in shown and _shown(gap, s, e)]
        shown += new
        new.sort(key=lambda s: (order.get(s, len(order)), s))
        steps.append(Within(step.credential, step.finish, tuple(new), openings.now + openings.opened(shown)))
    counts = [openings.now, *(s.ads for s in steps)]
    jumps = [b - a for a, b in pairwise(counts)]
    opened = counts[-1] - counts[0]
    best = steps[jumps.index(max(jumps))] if opened else None
    half = next((s for s in steps if 2 * (s.ads - openings.now) >= opened), None) if opened else None
    day = best.day + timedelta(days=1) if best else plan.steps[0].start if openings.now else None
    return Applying(
        n=openings.n,
        now=openings.now,
        steps=tuple(steps),
        after=best.credential if best else None,
        day=day,
        half=half.credential if half else None,
        because=_words(openings, steps, best, half, titles),
    )


def _shown(gap: Gap, skill: str, evidence: float) -> bool:
    item = gap.item(skill)
    already = 0.0 if item is None else 1 - item.missing
    return evidence >= COVERED or (evidence > 0 and 1 - (1 - already) * (1 - evidence) >= ENOUGH)


def _words(
    openings: Openings, steps: Sequence[Within], best: Within | None, half: Within | None, titles: Mapping[str, str]
) -> str:
    n, now = openings.n, openings.now
    if best is None:
        if now:
            return f"{now} of {n} ads are within reach now, and the plan brings no further one there: apply now, and go on beside it."
        return f"None of {n} ads comes within reach by this plan alone: the supplements and projects have to help."
    from_then = best.day + timedelta(days=1)
    told = (
        f"From {from_then.day} {from_then:%B %Y}, after {titles[best.credential]}, {best.ads} of {n} ads are within reach "
        f"({now} now): apply from then on."
    )
    if half is not None and half.day < best.day:
        told += f" After {titles[half.credential]}, on {half.day.day} {half.day:%B %Y}, it is {half.ads} already."
    if steps[-1].ads > best.ads:
        told += f" With the whole plan it is {steps[-1].ads}."
    return told
