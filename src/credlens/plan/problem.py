"""A planning problem: what can be chosen, what it is worth, and what was left out for which reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from credlens.model.credential import Catalog, Depth
from credlens.model.gap import Gap
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.scorecard import Scorecard
from credlens.plan.calendar import Calendar
from credlens.plan.effort import days_needed
from credlens.plan.offer import Award, Bundle, Extra, Offer, Paid
from credlens.plan.offering import Bench
from credlens.plan.value import DEPTH_FACTOR, TOP, WORTH, evidence, evidence_for, integer_weights, pull, weight_of

NEVER = 10**6  # days: longer than any horizon
SLIGHT = "proves none of the missing skills much further than naming it would: too short, or too little of it"


@dataclass(frozen=True)
class Problem:
    """Everything the solver needs; built by :func:`build`, the same for every order of the input.

    Attributes:
        offers: by credential and option; ``targets``: (skill, weight > 0) by skill.
        fixed: credentials every plan has to contain.
        excluded: (credential, why it was left out), by credential.
        bundles, awards: by name; ``paid``: subscriptions that run already.
        extras: what may be named beside a plan.
    """

    limits: Limits
    targets: tuple[tuple[str, float], ...]
    offers: tuple[Offer, ...]
    fixed: tuple[str, ...] = ()
    excluded: tuple[tuple[str, str], ...] = ()
    bundles: tuple[Bundle, ...] = ()
    awards: tuple[Award, ...] = ()
    paid: tuple[Paid, ...] = ()
    extras: tuple[Extra, ...] = field(default=(), repr=False)

    @cached_property
    def calendar(self) -> Calendar:
        """The days on which the person studies."""
        return Calendar(self.limits)

    @property
    def horizon(self) -> int:
        """Days of study from the start to the deadline; 0 when there is none."""
        return len(self.calendar.days)

    @cached_property
    def days(self) -> tuple[int, ...]:
        """For each offer, days of study when nothing else of the plan saves any; see :meth:`work_days`."""
        return tuple(self.work_days(o.hours) for o in self.offers)

    def work_days(self, hours: float) -> int:
        """Days of study for so many hours at the person's pace; :data:`NEVER` without any hours a week."""
        pace = self.limits.hours_per_week
        return days_needed(hours, pace) if pace > 0 else NEVER

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """Integer weight of each target."""
        return integer_weights(w for _, w in self.targets)

    @cached_property
    def pulls(self) -> tuple[Mapping[int, int], ...]:
        """For each offer: target index -> integer evidence."""
        return tuple(self._pulls(o.proofs) for o in self.offers)

    @cached_property
    def award_pulls(self) -> tuple[Mapping[int, int], ...]:
        """The same for each award."""
        return tuple(self._pulls(a.proofs) for a in self.awards)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {skill: t for t, (skill, _) in enumerate(self.targets)}

    def _pulls(self, proofs: tuple[tuple[str, float], ...]) -> Mapping[int, int]:
        return {self._place[s]: pull(p) for s, p in proofs if s in self._place}

    def awarded(self, credentials: Collection[str]) -> tuple[int, ...]:
        """Indices of the awards that whoever finishes these credentials gets."""
        done = set(credentials)
        return tuple(k for k, a in enumerate(self.awards) if done.issuperset(a.members))

    def worth(self, chosen: tuple[int, ...]) -> int:
        """Integer coverage of the offers at these indices, and of what they award: what the solver maximises."""
        total = [0] * len(self.targets)
        for i in chosen:
            for t, amount in self.pulls[i].items():
                total[t] += amount
        for k in self.awarded({self.offers[i].credential for i in chosen}):
            for t, amount in self.award_pulls[k].items():
                total[t] += amount
        return sum(w * WORTH[min(TOP, e)] for w, e in zip(self.weights, total, strict=True))

    def coverage(self, chosen: tuple[Offer, ...]) -> tuple[float, tuple[tuple[str, float], ...]]:
        """Exact demand-weighted evidence in [0, 1], and evidence by skill, most wanted first."""
        proofs = [dict(o.proofs) for o in chosen]
        proofs += [dict(self.awards[k].proofs) for k in self.awarded({o.credential for o in chosen})]
        by_skill = tuple(
            (s, evidence(p.get(s, 0.0) for p in proofs)) for s, _ in sorted(self.targets, key=lambda t: (-t[1], t[0]))
        )
        weight = dict(self.targets)
        total = sum(weight.values())
        return (sum(weight[s] * e for s, e in by_skill) / total if total else 0.0), by_skill


def build(
    gap: Gap,
    person: Person,
    catalog: Catalog,
    scorecards: Mapping[str, Scorecard],
    limits: Limits,
    *,
    exclude: Collection[str] = (),
    fixed: Collection[str] = (),
) -> Problem:
    """Everything that can be chosen for a gap, and why the rest cannot.

    Args:
        gap: its learnable missing skills that are not seldom asked for become the targets.
        person: whose hours, prerequisites and credentials count.
        catalog: what there is to choose from.
        scorecards: by credential; one that is missing counts as of middling quality.
        limits: money, pace and dates; work starts on ``limits.start``.
        exclude: credentials the person does not want.
        fixed: credentials that have to be in every plan. For them flags, experience, degree and conditions in words do not count
            (the person has decided), prices, hours and dates still do.
    """
    targets = tuple(sorted((i.skill, w) for i in gap.core if (w := weight_of(i)) > 0))
    bench = Bench(
        catalog, person, scorecards, limits, tuple(s for s, _ in targets), frozenset(exclude), frozenset(fixed)
    )
    worth, slight = _worth_a_step(_teachers(catalog, targets), bench)
    offers, excluded = _obtainable(*_reach(bench, sorted({*fixed, *worth})))
    offered = {o.credential for o in offers}  # a slight one may still be the door to another
    excluded = {**{name: SLIGHT for name in slight if name not in offered}, **excluded}
    extras = [bench.beside(c) for c in _teachers(catalog, targets)]
    return Problem(
        limits=limits,
        targets=targets,
        offers=tuple(sorted(offers, key=lambda o: o.name)),
        fixed=tuple(sorted(fixed)),
        excluded=tuple(sorted(excluded.items())),
        extras=tuple(e for e in extras if e is not None),
    )


def _worth_a_step(teachers: Iterable[str], bench: Bench) -> tuple[list[str], list[str]]:
    """Teachers that prove some wanted skill further than touching it would, and those that do not.

    Without this a plan would be filled up with afternoon courses, each of which adds a little on paper.
    """
    worth: list[str] = []
    slight: list[str] = []
    for name in teachers:
        best = max(
            (evidence_for(bench.catalog[name], s, bench.scorecards.get(name)) for s in bench.targets), default=0.0
        )
        (worth if best > DEPTH_FACTOR[Depth.TOUCHED] else slight).append(name)
    return worth, slight


def _teachers(catalog: Catalog, targets: tuple[tuple[str, float], ...]) -> list[str]:
    wanted = {s for s, _ in targets}
    return sorted(i for i, c in catalog.credentials.items() if any(t.skill in wanted for t in c.skills))


def _reach(bench: Bench, start: Iterable[str]) -> tuple[list[Offer], dict[str, str]]:
    """Offers for these credentials, and for every credential that could meet one of their prerequisites, and so on."""
    offers: list[Offer] = []
    excluded: dict[str, str] = {}
    waiting, seen = list(start), set(start)
    while waiting:
        credential = waiting.pop()
        found, why = bench.offers(credential)
        offers += found
        if why:
            excluded[credential] = why
        more = sorted({c for o in found for n in o.needs for c in n.by} - seen)
        waiting += more
        seen |= set(more)
    return offers, excluded


def _obtainable(offers: list[Offer], excluded: dict[str, str]) -> tuple[list[Offer], dict[str, str]]:
    """Only offers whose prerequisites can be met starting from nothing: what supports itself in a circle never starts."""
    reached: set[str] = set()
    while True:
        open_ = [o for o in offers if all(reached & set(n.by) for n in o.needs)]
        now = {o.credential for o in open_}
        if now == reached:
            break
        reached = now
    for offer in offers:
        if offer.credential not in reached:
            need = next(n for n in offer.needs if not reached & set(n.by))
            excluded[offer.credential] = f"asks for {need.says} first, which cannot be had here"
    return open_, excluded
