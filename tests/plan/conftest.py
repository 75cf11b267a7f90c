"""Small catalogs, gaps and persons, written in one line each."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import (
    Catalog,
    CostItem,
    CostPattern,
    Credential,
    Depth,
    EvidenceClass,
    Prerequisite,
    TaughtSkill,
)
from credlens.model.demand import SkillDemand
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.gap import Gap, GapItem
from credlens.model.offer import Relation, RelationKind
from credlens.model.person import EvidenceKind, HeldCredential, HeldSkill, Person, SkillEvidence
from credlens.model.plan import Limits
from credlens.model.quantity import Hours, Money, Share
from credlens.model.scorecard import Estimate, Flag, FlagState, Scorecard
from credlens.model.skill import SkillLevel

SOURCE = Source(Method.READ, "https://example.org/page", date(2026, 1, 2))
UNKNOWN: Fact[Any] = Fact(Unknown(WhyUnknown.NOT_STATED), (SOURCE,))

GATING = ("beginner_for_expert", "legally_required", "low_effort", "not_open", "retired")


class World:
    """Short words for the records the planner reads."""

    source = SOURCE
    unknown = UNKNOWN

    def fact(self, value: Any) -> Fact[Any]:
        return value if isinstance(value, Fact) else Fact(value, (SOURCE,))

    def conflict(self, *values: Any) -> Fact[Any]:
        return Fact(Unknown(WhyUnknown.CONFLICTING, values), tuple(SOURCE for _ in values))

    def cost(self, pattern: str, amount: Any = 0, **more: Any) -> CostItem:
        fact = amount if isinstance(amount, Fact) else self.fact(Decimal(str(amount)))
        given = {"option": "standard", "currency": "USD", "what": "tuition"} | more
        return CostItem(pattern=CostPattern(pattern), amount=fact, **given)

    def credential(
        self, name: str, teaches: str = "", hours: Any = 10, costs: Sequence[CostItem] | None = None, **facts: Any
    ) -> Credential:
        """``teaches`` as "sql core, python part"; ``needs`` as a list of names of credentials, any of which will do."""
        taught = [t.split() for t in teaches.split(",") if t.strip()]
        needs = facts.pop("needs", [])
        wants = [Prerequisite(hard=True, sources=(SOURCE,), credentials=tuple(n)) for n in needs]
        length = Hours(float(hours), float(hours)) if isinstance(hours, int | float) else hours
        facts.setdefault(
            "evidence_class", EvidenceClass.CERTIFICATION
        )  # an exam: its hours do not touch what it proves
        prerequisites = (*wants, *facts.pop("prerequisites", ()))
        return Credential(
            name,
            name.title(),
            hours=self.fact(length),
            skills=tuple(TaughtSkill(s, Depth(d), (SOURCE,)) for s, d in taught),
            costs=tuple([self.cost("free")] if costs is None else costs),
            prerequisites=prerequisites,
            **{k: self.fact(v) for k, v in facts.items()},
        )

    def catalog(self, *credentials: Credential) -> Catalog:
        return Catalog({c.id: c for c in credentials})

    def gap(self, weights: Mapping[str, int] | str, **changed: GapItem) -> Gap:
        """Ads out of 100 that name each skill (a string of names stands for 50 each); ``changed`` replaces entries."""
        shares = dict.fromkeys(weights.split(), 50) if isinstance(weights, str) else weights
        items = [changed.get(s, self.item(s, k, rank=r + 1)) for r, (s, k) in enumerate(shares.items())]
        return Gap("data analyst", 100, tuple(items), (), tuple(shares)[:3])

    def item(self, skill: str, ads: int = 50, **changed: Any) -> GapItem:
        given = {"held": None, "missing": 1.0, "opens": 0, "learnable": True, "umbrella": False, "rank": 1} | changed
        required = given.pop("required", Share(0, 0))
        return GapItem(skill=skill, demand=SkillDemand(skill, Share(ads, 100), required, 1), **given)

    def person(self, skills: str = "", **more: Any) -> Person:
        """``skills`` as "sql intermediate, python unknown"; ``holds`` as names of credentials."""
        held = [t.split() for t in skills.split(",") if t.strip()]
        credentials = tuple(HeldCredential(c, c, None, None, "resume") for c in more.pop("holds", ()))
        evidence = {s: SkillEvidence(s, EvidenceKind.USED, "resume:1", s) for s, _ in held}
        return Person(
            "Somebody",
            {s: HeldSkill(s, SkillLevel(level), (evidence[s],)) for s, level in held},
            credentials=credentials,
            **more,
        )

    def relation(self, kind: str, target: str) -> Relation:
        """How a record says it stands to another credential."""
        return Relation(RelationKind(kind), target, (SOURCE,))

    def limits(self, budget: Any = 500, hours: float = 7, **more: Any) -> Limits:
        """Seven hours a week are one hour a day."""
        given = {"start": date(2026, 1, 1), "deadline": date(2026, 6, 30), "max_credentials": 4} | more
        return Limits(Money(Decimal(str(budget))), hours, **given)

    def card(self, name: str, quality: float = 0.5, flags: Sequence[str] = ()) -> Scorecard:
        middle = Estimate(quality, quality, quality)
        fires = tuple(Flag(f, FlagState.FIRES, "the reason", gates=f in GATING) for f in flags)
        return Scorecard(name, middle, middle, (), fires)

    def random(self, seed: int, n: int, skills: int) -> tuple[Catalog, Gap, dict[str, Scorecard]]:
        """A catalog of ``n`` credentials over some skills: all price patterns, two shared subscriptions, prerequisites, ends."""
        r = random.Random(seed)
        names = [f"c{i:02}" for i in range(n)]
        credentials = []
        for i, name in enumerate(names):
            taught = r.sample(range(skills), r.randint(1, min(skills, 6)))
            teaches = ", ".join(f"s{s} {r.choice(['core', 'part', 'part', 'touched'])}" for s in sorted(taught))
            more: dict[str, Any] = {}
            if r.random() < 0.3:
                more["needs"] = [
                    [names[j] for j in r.sample(range(n), min(n, r.randint(1, 2))) if j != i] or [names[0]]
                ]
            if r.random() < 0.1:
                more["ends"] = date(2026, r.randint(1, 12), 28)
            hours = r.choice([3, 8, 15, 20, 33, 40, 61, Hours(20.0, 60.0), Hours(10.0, 40.0, 15.0)])
            credentials.append(self.credential(name, teaches, hours, self._random_costs(r), **more))
        gap = self.gap({f"s{s}": r.randint(5, 95) for s in range(skills)})
        cards = {name: self.card(name, round(r.random(), 2)) for name in names if r.random() < 0.8}
        return self.catalog(*credentials), gap, cards

    def _random_costs(self, r: random.Random) -> list[CostItem]:
        def month() -> CostItem:
            return self.cost("per_month", 49, option="monthly", subscription=r.choice(["x", "y", None]))

        ways = [
            [self.cost("free")],
            [self.cost("free_audit_paid_cert", r.choice([49, 99]), what="certificate")],
            [self.cost("one_off", r.choice([20, 99.5, 150, 300]))],
            [self.cost("one_off", 200, subscription="bundle")],
            [month()],
            [month()],
            [month(), self.cost("per_year", 150, option="yearly", subscription="z")],
            [
                self.cost("per_attempt", 165, what="exam"),
                self.cost("membership", 60, what="membership", subscription="club"),
            ],
        ]
        return r.choice(ways)


@pytest.fixture(scope="session")
def world() -> World:
    return World()


@pytest.fixture(scope="session")
def exact() -> Any:
    """A solver with the face of ``credlens.plan.solve.best`` that tries every plan: for problems of a few offers."""
    from credlens.model.plan import Coverage, Plan, PlanStatus, Step
    from credlens.plan.brute_force import bill, plans

    def solver(problem: Any, *, first: str = "coverage", floor: int = 0, effort: float | None = None) -> Any:  # noqa: ARG001
        ranked = []
        for steps in plans(problem):
            offers = tuple(s.offer for s in steps)
            worth = problem.worth(tuple(problem.offers.index(o) for o in offers))
            if worth >= max(floor, 0 if problem.fixed else 1):
                cost = sum((amount for _, amount in bill(problem, steps)), Decimal(0))
                lack = sum(1000 - round(1000 * o.quality) for o in offers)
                finish = steps[-1].finish
                keys = {
                    "coverage": (-worth, lack, cost, finish),
                    "cost": (cost, -worth, lack, finish),
                    "finish": (finish, -worth, lack, cost),
                }
                ranked.append((keys[first], tuple(o.name for o in offers), cost, steps))
        if not ranked:
            return None
        _, _, cost, steps = min(ranked, key=lambda r: r[:2])
        coverage, by_skill = problem.coverage(tuple(s.offer for s in steps))
        done: set[str] = set()
        made = []
        for s in steps:
            skills = tuple(k for k, _ in s.offer.proofs)
            made.append(
                Step(s.offer.credential, s.offer.option, s.start, s.finish, s.offer.hours_after(done), (), skills)
            )
            done.add(s.offer.credential)
        return Plan(
            name="strongest",
            steps=tuple(made),
            cost=Money(cost, problem.limits.budget.currency),
            hours=sum(s.hours for s in made),
            finish=steps[-1].finish,
            coverage=coverage,
            by_skill=tuple(Coverage(k, e) for k, e in by_skill),
            uncovered=tuple(k for k, e in by_skill if e < 0.5),
            status=PlanStatus.OPTIMAL,
            gap=0.0,
        )

    return solver
