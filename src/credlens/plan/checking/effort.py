"""Hours that a credential leaves this person to do, from the raw record."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from credlens.model.credential import Depth
from credlens.plan.checking.conditions import soft_open
from credlens.plan.checking.facts import knows

if TYPE_CHECKING:
    from credlens.model.credential import Credential
    from credlens.model.person import Person
    from credlens.plan.checking.facts import Facts

POINTS = {Depth.CORE: 3, Depth.PART: 2, Depth.TOUCHED: 1}
SAVED = 0.7  # of what is known, or done as a part before: assessment and revision remain
UNPREPARED = 1.25  # times the hours for whoever lacks what is recommended first
RETEST = 0.25  # of the hours for whoever passed once


def base_hours(credential: Credential, person: Person) -> float | None:
    """The middle of the workload (or its usual value), less 70 % of the share that is known where modules can be skipped.

    Where nobody knows whether they can, the middle between the least so reduced and the full most. None when nobody knows the workload.
    """
    stated = credential.hours.candidates()
    if not stated:
        return None
    low, high = min(h.min for h in stated), max(h.max for h in stated)
    usual = stated[0].mode if len(stated) == 1 else None
    of = sum(POINTS[t.depth] for t in credential.skills)
    have = sum(POINTS[t.depth] for t in credential.skills if knows(person, t.skill))
    saved = SAVED * have / of if of else 0.0
    skippable = credential.modules_skippable.get(None)
    if skippable is False:
        saved = 0.0
    if skippable is None:
        return usual * (1 - saved / 2) if usual is not None else (low * (1 - saved) + high) / 2
    return (usual if usual is not None else (low + high) / 2) * (1 - saved)


def hours_to_do(credential: Credential, earlier: Collection[str], facts: Facts) -> float | None:
    """Hours left after earlier steps; None when nobody knows the workload.

    A quarter more when what is recommended first is not shown, in equal parts for each such condition; a part or what gives advanced
    standing saves its own hours, at most 70 % of the whole, and all of them together no more than that.
    """
    base = base_hours(credential, facts.person)
    if base is None:
        return None
    at_first, still = soft_open(credential, earlier, facts)
    more = (UNPREPARED - 1) * base * still / at_first if at_first else 0.0
    related = facts.ties.standing(credential.id)
    if credential.modules_skippable.get(None) is not False:
        related |= facts.ties.parts(credential.id)
    most = SAVED * base
    own = {n: h for n in related if (h := base_hours(facts.catalog[n], facts.person)) is not None}
    saves = {n: min(h, most) for n, h in own.items()}
    together = sum(saves.values())
    scale = min(1.0, most / together) if together else 0.0
    return max(0.0, base + more - scale * sum(h for n, h in saves.items() if n in earlier))


def renewal_hours(credential: Credential, person: Person) -> float | None:
    """Hours to renew it: as stated, a quarter of the ordinary ones to be examined again, none for a fee; None when nobody knows."""
    ways = credential.renewal.candidates()
    stated = [w.hours for w in ways if w.hours is not None]
    if stated:
        return max(stated)
    methods = {w.method.replace("_", " ") for w in ways}
    if methods == {"fee"}:
        return 0.0
    base = base_hours(credential, person)
    return None if base is None else RETEST * base
