"""The independent checker: accepts or rejects a plan from the raw facts of the catalog, whoever made it.

It shares no code with the solver, the sequencer or the price models, so that one mistake cannot hide in both. The rules it holds a
plan to:

- Work begins on the first day allowed or later, one step at a time, and ends by the deadline; days count as seventh parts of a week.
- Hours are the middle of the workload (or its usual value); where modules can be skipped, less 70 % of the share that is known, by
  depth 3 : 2 : 1; where nobody knows whether they can, the middle between the least so reduced and the full most.
- Of amounts on which sources disagree the dearest counts. Months and years are counted on the calendar from the first day of a
  subscription. One key, pattern, purpose and amount is one subscription: paid while a step uses it, cancelled over a gap and begun
  again when that is cheaper, otherwise kept. Exams and certificates are paid on the last day, everything else on the first.
- A hard prerequisite is met by what the person shows or by an earlier step.
- Evidence for a skill is at most 1 - product of (1 - depth factor x strength x probability that it is taught), depth .8 / .5 / .15,
  strength 0.4 + 0.6 x quality.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, groupby, pairwise

from credlens.model.credential import (
    Catalog,
    CostItem,
    CostPattern,
    Credential,
    Depth,
    EvidenceClass,
    Prerequisite,
    Status,
)
from credlens.model.gap import Gap
from credlens.model.occupation import at_least
from credlens.model.person import EvidenceKind, Person
from credlens.model.plan import Limits, Plan, PlanStatus, Step
from credlens.model.scorecard import Scorecard
from credlens.model.skill import SkillLevel

NEAR = 1e-6
MOST_BREAKS = 14  # more interruptions of one subscription than this are not tried one by one
Due = tuple[date, Decimal]


@dataclass(frozen=True)
class _Facts:
    """Everything a plan is checked against."""

    catalog: Catalog
    person: Person
    limits: Limits
    gap: Gap
    scorecards: Mapping[str, Scorecard] | None
    fixed: Collection[str]


def check(
    plan: Plan,
    *,
    catalog: Catalog,
    person: Person,
    limits: Limits,
    gap: Gap,
    scorecards: Mapping[str, Scorecard] | None = None,
    fixed: Collection[str] = (),
) -> tuple[str, ...]:
    """Violations in words; empty when the plan is accepted.

    Args:
        plan: from anywhere.
        catalog: facts about its credentials.
        person: what is known and held.
        limits: what the plan has to keep.
        gap: whose skills it says it covers.
        scorecards: by credential; with them evidence is checked at the quality found (middling where there is none), without
            them only against the best quality there could be.
        fixed: credentials the person has decided on: whether they have the degree or experience asked for is their word.
    """
    facts = _Facts(catalog, person, limits, gap, scorecards, fixed)
    strangers = [f"{s.credential}: not in the catalog" for s in plan.steps if s.credential not in catalog]
    if strangers:
        return tuple(strangers)
    return (
        *_calendar(plan, limits),
        *_each_step(plan, facts),
        *_prerequisites(plan, facts),
        *_money(plan, facts),
        *_totals(plan, limits),
        *_claims(plan, facts),
        *_supplements(plan, catalog),
    )


def _calendar(plan: Plan, limits: Limits) -> Iterator[str]:
    if len(plan.steps) > limits.max_credentials:
        yield f"{len(plan.steps)} credentials, at most {limits.max_credentials} are allowed"
    names = [s.credential for s in plan.steps]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield f"{name}: more than once in the plan"
    for before, after in pairwise(plan.steps):
        if after.start <= before.finish:
            yield f"{after.credential}: starts on {after.start}, while {before.credential} runs until {before.finish}"
    for step in plan.steps:
        if step.finish < step.start:
            yield f"{step.credential}: finishes on {step.finish}, before it starts"
        if step.start < limits.start:
            yield f"{step.credential}: starts on {step.start}, before the first day, {limits.start}"
        if step.finish > limits.deadline:
            yield f"{step.credential}: finishes on {step.finish}, after the deadline, {limits.deadline}"
        room = ((step.finish - step.start).days + 1) * limits.hours_per_week / 7
        if step.hours > room + NEAR:
            yield f"{step.credential}: {step.hours:g} h do not fit into its days, which hold {room:g} h"


def _each_step(plan: Plan, facts: _Facts) -> Iterator[str]:
    for step in plan.steps:
        credential = facts.catalog[step.credential]
        ends = credential.ends.candidates()
        if ends and step.finish > min(ends):
            yield f"{step.credential}: withdrawn on {min(ends)}, finished only on {step.finish}"
        status = credential.status.get(None)
        if status is Status.CEASED or (status is Status.DEPRECATED and not ends):
            yield f"{step.credential}: no longer on offer"
        if credential.open_to_public.get(None) is False:
            yield f"{step.credential}: not open to the public"
        if _held(facts.person, step.credential, credential, step.start):
            yield f"{step.credential}: held already"
        least = _hours(credential, facts.person)
        if least is None:
            yield f"{step.credential}: its workload is unknown"
        elif step.hours < least - 0.01:
            yield f"{step.credential}: planned with {step.hours:g} h, {least:g} h are left to do"


def _hours(credential: Credential, person: Person) -> float | None:
    stated = credential.hours.candidates()
    if not stated:
        return None
    low, high = min(h.min for h in stated), max(h.max for h in stated)
    usual = stated[0].mode if len(stated) == 1 else None
    points = {Depth.CORE: 3, Depth.PART: 2, Depth.TOUCHED: 1}
    of = sum(points[t.depth] for t in credential.skills)
    have = sum(points[t.depth] for t in credential.skills if _knows(person, t.skill))
    saved = 0.7 * have / of if of else 0.0
    skippable = credential.modules_skippable.get(None)
    if skippable is False:
        saved = 0.0
    if skippable is None:  # anything from reduced to full
        return usual * (1 - saved / 2) if usual is not None else (low * (1 - saved) + high) / 2
    return (usual if usual is not None else (low + high) / 2) * (1 - saved)


def _knows(person: Person, skill: str) -> bool:
    if skill in person.refused or skill not in person.skills:
        return False
    held = person.skills[skill]
    if held.level in {SkillLevel.INTERMEDIATE, SkillLevel.ADVANCED, SkillLevel.EXPERT}:
        return True
    return held.level is SkillLevel.UNKNOWN and any(e.kind is EvidenceKind.STATED for e in held.evidence)


def _held(person: Person, name: str, credential: Credential | None, on: date) -> bool:
    validity = credential.validity.get(None) if credential else None
    for held in person.credentials:
        if held.credential == name:
            until = held.expires
            if until is None and held.issued is not None and validity is not None and validity.months is not None:
                until = _later(held.issued, validity.months)
            if until is None or until >= on:
                return True
    return False


def _prerequisites(plan: Plan, facts: _Facts) -> Iterator[str]:
    for place, step in enumerate(plan.steps):
        earlier = [facts.catalog[s.credential] for s in plan.steps[:place]]
        asked = [p for p in facts.catalog[step.credential].prerequisites if p.hard]
        for either, alternatives in groupby(sorted(asked, key=lambda p: p.either), key=lambda p: p.either):
            open_ones = [list(_unmet(p, step.credential, earlier, facts)) for p in alternatives]
            if not either:
                yield from (words for found in open_ones for words in found)
            elif all(open_ones):
                yield " or ".join(words for found in open_ones for words in found)


def _unmet(wanted: Prerequisite, credential: str, earlier: list[Credential], facts: _Facts) -> Iterator[str]:
    """What is missing of one condition."""
    if not _met(wanted, earlier, facts):
        yield f"{credential}: asks for {' or '.join((*wanted.credentials, *wanted.skills))} first"
    if credential not in facts.fixed:
        yield from (f"{credential}: asks for {words}" for words in _personal(wanted, facts.person))


def _personal(wanted: Prerequisite, person: Person) -> Iterator[str]:
    """What no credential gives and the documents do not show. In which field the years were worked is not looked at."""
    if wanted.degree is not None and at_least(person.degree, wanted.degree) is not True:
        yield f"a degree ({wanted.degree}), shown is {person.degree}"
    if wanted.experience_years is not None and (person.years or 0) < wanted.experience_years:
        yield f"{wanted.experience_years:g} years of experience, shown are {person.years or 0:g}"
    if wanted.text:
        yield wanted.text


def _met(wanted: Prerequisite, earlier: list[Credential], facts: _Facts) -> bool:
    """Whether one of the named credentials or skills is there; true when none is named."""
    if not wanted.credentials and not wanted.skills:
        return True
    if any(c.id in wanted.credentials for c in earlier):
        return True
    if any(t.skill in wanted.skills and t.depth is not Depth.TOUCHED for c in earlier for t in c.skills):
        return True
    person = facts.person
    if any(s in person.skills and s not in person.refused for s in wanted.skills):
        return True
    known = facts.catalog.credentials
    return any(_held(person, name, known.get(name), facts.limits.start) for name in wanted.credentials)


def _money(plan: Plan, facts: _Facts) -> Iterator[str]:
    owed: list[list[Due]] = [[] for _ in plan.steps]
    shared: dict[tuple[str, CostPattern, str, Decimal], list[int]] = {}
    for i, step in enumerate(plan.steps):
        items = [c for c in facts.catalog[step.credential].costs if c.option == step.option]
        if not items:
            yield f"{step.credential}: has no cost option {step.option!r}"
            return
        for item in items:
            amount = _amount(item)
            if amount is None:
                yield f"{step.credential}: the price of the {item.what} is unknown"
                return
            if amount and item.currency != facts.limits.budget.currency:
                yield f"{step.credential}: priced in {item.currency}, the budget is in {facts.limits.budget.currency}"
            if item.subscription is not None and item.pattern in _SHARED:
                users = shared.setdefault((item.subscription, item.pattern, item.what, amount), [])
                users += [] if i in users else [i]
            elif amount:
                owed[i] += [(d, amount) for d in _due(item.pattern, step.start, step.finish)]
    for (name, pattern, _, amount), users in shared.items():
        dues = _cheapest(pattern, [plan.steps[i] for i in users]) if amount else []
        if dues is None:
            yield f"{name}: interrupted too often to be checked"
            return
        for day in dues:
            owed[max(i for i in users if plan.steps[i].start <= day)].append((day, amount))
    yield from _compare(plan, owed)


_SHARED = (CostPattern.ONE_OFF, CostPattern.PER_MONTH, CostPattern.PER_YEAR, CostPattern.MEMBERSHIP)


def _amount(item: CostItem) -> Decimal | None:
    if item.pattern is CostPattern.FREE:
        return Decimal(0)
    return max(item.amount.candidates(), default=None)


def _due(pattern: CostPattern, start: date, finish: date) -> list[date]:
    """Days on which something is due for one unbroken time of use."""
    if pattern in {CostPattern.PER_ATTEMPT, CostPattern.FREE_AUDIT_PAID_CERT}:
        return [finish]
    if pattern is CostPattern.ONE_OFF:
        return [start]
    step = 1 if pattern is CostPattern.PER_MONTH else 12
    days, k = [], 0
    while (day := _later(start, k * step)) <= finish:
        days.append(day)
        k += 1
    return days


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _cheapest(pattern: CostPattern, uses: list[Step]) -> list[date] | None:
    """Due days of a subscription over all uses, every way of cancelling it over gaps tried; None when there are too many."""
    gaps = [k for k in range(1, len(uses)) if uses[k].start > uses[k - 1].finish + timedelta(days=1)]
    if len(gaps) > MOST_BREAKS:
        return None
    ways = []
    for n in range(len(gaps) + 1):
        for cancelled in combinations(gaps, n):
            edges = [0, *cancelled, len(uses)]
            runs = [(uses[a].start, uses[b - 1].finish) for a, b in pairwise(edges)]
            days = [d for start, finish in runs for d in _due(pattern, start, finish)]
            ways.append((len(days), n, days))
    return min(ways)[2]


def _compare(plan: Plan, owed: list[list[Due]]) -> Iterator[str]:
    for step, dues in zip(plan.steps, owed, strict=True):
        stated = sorted((p.day, p.amount.amount) for p in step.payments)
        if stated != sorted(dues):
            yield f"{step.credential}: pays {_words(stated)}, owed is {_words(sorted(dues))}"


def _words(dues: list[Due]) -> str:
    return ", ".join(f"{amount} on {day}" for day, amount in dues) or "nothing"


def _totals(plan: Plan, limits: Limits) -> Iterator[str]:
    payments = [p for s in plan.steps for p in s.payments]
    if any(m.currency != limits.budget.currency for m in (plan.cost, *(p.amount for p in payments))):
        yield f"money in another currency than the budget's, {limits.budget.currency}"
        return
    paid = sum((p.amount.amount for p in payments), Decimal(0))
    if paid != plan.cost.amount:
        yield f"the cost is said to be {plan.cost.amount}, the payments add up to {paid}"
    if max(paid, plan.cost.amount) > limits.budget.amount:
        yield f"costs {max(paid, plan.cost.amount)}, the budget is {limits.budget.amount}"
    worked = sum(s.hours for s in plan.steps)
    if abs(worked - plan.hours) > 0.01:
        yield f"the hours are said to be {plan.hours:g}, the steps add up to {worked:g}"
    if plan.steps and plan.finish != max(s.finish for s in plan.steps):
        yield f"the finish is said to be {plan.finish}, the last step ends on {max(s.finish for s in plan.steps)}"
    if (plan.status is PlanStatus.OPTIMAL) != (plan.gap == 0) or not 0 <= plan.gap <= 1:
        yield f"status {plan.status} with a gap of {plan.gap:g}"


def _claims(plan: Plan, facts: _Facts) -> Iterator[str]:
    for step in plan.steps:
        for skill in step.skills:
            if facts.catalog[step.credential].teaches(skill) is None:
                yield f"{step.credential}: said to teach {skill}, which it does not"
            elif facts.gap.item(skill) is None:
                yield f"{step.credential}: {skill} is not a skill of the gap"
    weights = _weights(facts.gap)
    stated = {c.skill: c.evidence for c in plan.by_skill}
    if set(stated) != set(weights) or len(plan.by_skill) != len(stated):
        yield "the skills whose evidence is stated are not the skills of the gap that can be learned"
        return
    for skill, evidence in stated.items():
        most = _evidence(plan, skill, facts)
        if evidence > most + NEAR:
            yield f"{skill}: evidence said to be {evidence:.3f}, at most {most:.3f} is taught"
    total = sum(weights.values())
    coverage = sum(weights[s] * e for s, e in stated.items()) / total if total else 0.0
    if plan.coverage > coverage + NEAR:
        yield f"coverage said to be {plan.coverage:.3f}, the skills add up to {coverage:.3f}"
    missing = sorted(s for s, e in stated.items() if e < 0.5)
    if missing != sorted(plan.uncovered):
        yield f"said to leave open {', '.join(sorted(plan.uncovered)) or 'nothing'}, open are {', '.join(missing) or 'none'}"


def _weights(gap: Gap) -> dict[str, float]:
    """Demand x missing x firmness; umbrella skills a quarter; only what can be learned, is missing, and is not seldom."""
    weights = {}
    for item in gap.items:
        if item.rank is None or item.seldom:
            continue
        asked = item.demand.required
        firm = 0.5 + asked.k / asked.n / 2 if asked.n else 0.75
        weight = item.demand.expected * item.missing * firm / (4 if item.umbrella else 1)
        if item.learnable and weight > 0:
            weights[item.skill] = weight
    return weights


def _evidence(plan: Plan, skill: str, facts: _Facts) -> float:
    """The most evidence the steps can give for a skill."""
    factor = {Depth.CORE: 0.8, Depth.PART: 0.5, Depth.TOUCHED: 0.15}
    doubt = 1.0
    for step in plan.steps:
        taught = [t for t in facts.catalog[step.credential].skills if t.skill == skill]
        depths = [factor[t.depth] * t.probability for t in taught]
        strength = 1.0
        if facts.scorecards is not None:
            card = facts.scorecards.get(step.credential)
            strength = 0.7 if card is None else 0.4 + 0.6 * card.quality.median
        doubt *= 1 - max(depths, default=0.0) * strength * _dose(facts.catalog[step.credential])
    return 1 - doubt


def _dose(credential: Credential) -> float:
    """A course of fewer than 25 hours counts in proportion to them; an exam counts in full."""
    exam = credential.evidence_class.value in (EvidenceClass.CERTIFICATION, EvidenceClass.LICENCE)
    stated = credential.hours.candidates()
    if exam or not stated:
        return 1.0
    most = max(h.mode if h.mode is not None else (h.min + h.max) / 2 for h in stated)
    return min(most / 25, 1.0)


def _supplements(plan: Plan, catalog: Catalog) -> Iterator[str]:
    taken = {s.credential for s in plan.steps}
    for extra in plan.supplements:
        if extra.credential in taken:
            yield f"supplement {extra.credential}: is a step of the plan already"
        elif extra.credential not in catalog or catalog[extra.credential].teaches(extra.skill) is None:
            yield f"supplement {extra.credential}: does not teach {extra.skill}"
        elif extra.free and not _free(catalog[extra.credential]):
            yield f"supplement {extra.credential}: said to be free, but has a price"


def _free(credential: Credential) -> bool:
    learning = (CostPattern.FREE, CostPattern.FREE_AUDIT_PAID_CERT)
    return any(
        all(i.pattern in learning or set(i.amount.candidates()) == {Decimal(0)} for i in items)
        for items in credential.cost_options().values()
    )
