"""A planning problem: what can be chosen, what it is worth, and what was left out for which reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from credlens.model.plan import Limits
from credlens.plan.calendar import Calendar
from credlens.plan.effort import days_needed
from credlens.plan.offer import Award, Bundle, Extra, Offer, Paid
from credlens.plan.value import TOP, WORTH, evidence, integer_weights, pull

NEVER = 10**6  # days: longer than any horizon


@dataclass(frozen=True)
class Problem:
    """Everything the solver needs; plain data, from ``credlens.plan.building.build`` or a file.

    Attributes:
        offers: by credential and option; ``targets``: (skill, weight > 0) by skill.
        fixed: credentials every plan has to contain.
        excluded: (credential, why it was left out), by credential.
        bundles, awards: by name; ``paid``: subscriptions that run already.
        rivals: groups of equivalent credentials, at most one of which is in a plan.
        extras: what may be named beside a plan.
        remarks: (credential, what to tell the person about it), by credential; no rule hangs on them.
    """

    limits: Limits
    targets: tuple[tuple[str, float], ...]
    offers: tuple[Offer, ...]
    fixed: tuple[str, ...] = ()
    excluded: tuple[tuple[str, str], ...] = ()
    bundles: tuple[Bundle, ...] = ()
    awards: tuple[Award, ...] = ()
    paid: tuple[Paid, ...] = ()
    rivals: tuple[tuple[str, ...], ...] = ()
    extras: tuple[Extra, ...] = field(default=(), repr=False)
    remarks: tuple[tuple[str, str], ...] = field(default=(), repr=False)

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

    def in_order(self) -> Problem:
        """The same problem with everything in an order of its own, so that the order in which it came changes no answer."""
        ordered = replace(
            self,
            targets=tuple(sorted(self.targets)),
            offers=tuple(sorted(self.offers, key=lambda o: o.name)),
            fixed=tuple(sorted(self.fixed)),
            bundles=tuple(sorted(self.bundles, key=lambda b: b.name)),
            awards=tuple(sorted(self.awards, key=lambda a: (a.credential, a.members))),
            paid=tuple(sorted(self.paid, key=lambda p: (p.subscription, str(p.until)))),
            rivals=tuple(sorted(tuple(sorted(group)) for group in self.rivals)),
        )
        return self if ordered == self else ordered

    def under(self, limits: Limits) -> Problem:
        """The same problem under other limits; what does not depend on them is not worked out again."""
        other = replace(self, limits=limits)
        kept = (
            "weights",
            "pulls",
            "award_pulls",
            "_place",
            *(("days",) if limits.hours_per_week == self.limits.hours_per_week else ()),
        )
        other.__dict__.update({name: self.__dict__[name] for name in kept if name in self.__dict__})
        return other

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

    def clash(self, credentials: Collection[str]) -> bool:
        """Whether two of these are equivalent (``rivals``), so that no plan has both."""
        return any(sum(c in credentials for c in group) > 1 for group in self.rivals)

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
