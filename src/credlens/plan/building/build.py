"""Everything that can be chosen for a gap, and why the rest cannot."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from credlens.model.credential import Catalog, Depth
from credlens.model.gap import Gap
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.scorecard import Scorecard
from credlens.plan.building.circles import obtainable
from credlens.plan.building.offering import Bench, Judged
from credlens.plan.building.validity import lapsing
from credlens.plan.offer import Award, Offer
from credlens.plan.problem import Problem
from credlens.plan.value import DEPTH_FACTOR, weight_of

SLIGHT = "proves none of the missing skills much further than naming it would: too short, too little of it, or below the level asked for"


def build(
    gap: Gap,
    person: Person,
    catalog: Catalog,
    scorecards: Mapping[str, Scorecard],
    limits: Limits,
    *,
    exclude: Collection[str] = (),
    fixed: Collection[str] = (),
    open_to: Collection[str] = (),
) -> Problem:
    """Everything that can be chosen for a gap, and why the rest cannot; the same for every order of the input.

    Args:
        gap: its learnable missing skills that are not seldom asked for become the targets.
        person: whose hours, prerequisites and credentials count.
        catalog: what there is to choose from.
        scorecards: by credential; one that is missing counts as of middling quality.
        limits: of them only the currency, the first day, the languages and ``keep_until`` (or the deadline, for what the person
            holds and loses too early) are used here; the rest is the solver's.
        exclude: credentials the person does not want.
        fixed: credentials that have to be in every plan. For them flags, languages, experience, degree and conditions in words do
            not count (the person has decided), prices, hours and dates still do.
        open_to: cost options not everybody can use that are open to this person, by name ("library", "member").
    """
    weights = {i.skill: w for i in gap.core if (w := weight_of(i)) > 0}
    demand = {i.skill: i.demand for i in gap.core if i.skill in weights}
    bench = Bench(catalog, person, scorecards, limits, demand, frozenset(exclude), frozenset(fixed), frozenset(open_to))
    fixed = _by_its_parts(fixed, bench)
    bench = replace(bench, fixed=fixed | bench.fixed)
    teachers = sorted(i for i, c in catalog.credentials.items() if any(t.skill in demand for t in c.skills))
    worth, slight = _worth_a_step(teachers, bench)
    judged = _reach(bench, {*fixed, *worth, *(m for name in worth for m in bench.stacks.get(name, ()))})
    offers, unreachable = obtainable(o for j in judged.values() for o in j.offers)
    offers = _trimmed([*offers, *lapsing(offers)])
    offered = {o.credential for o in offers}  # a slight one may still be the door to another
    excluded = dict.fromkeys(slight, SLIGHT) | {n: j.why for n, j in judged.items()} | unreachable
    extras = (bench.beside(name) for name in teachers)
    return Problem(
        limits=limits,
        targets=tuple(sorted(weights.items())),
        offers=tuple(sorted(offers, key=lambda o: o.name)),
        fixed=tuple(sorted(fixed)),
        excluded=tuple(sorted((name, why) for name, why in excluded.items() if name not in offered)),
        awards=_awards(bench, offered),
        rivals=_rivals(bench, offered),
        extras=tuple(e for e in extras if e is not None),
        remarks=tuple((name, words) for name in sorted(judged) for words in judged[name].remarks),
    )


def _by_its_parts(fixed: Collection[str], bench: Bench) -> frozenset[str]:
    """What has to be in the plan: of a credential that comes by itself, the parts the person does not hold."""
    found: set[str] = set()
    for name in fixed:
        parts = bench.stacks.get(name, ())
        found |= {p for p in parts if not bench.standing.holds(bench.catalog[p])} if parts else {name}
    return frozenset(found)


def _worth_a_step(teachers: Iterable[str], bench: Bench) -> tuple[list[str], list[str]]:
    """Teachers that prove some wanted skill further than touching it would, and those that do not.

    Without this a plan would be filled up with afternoon courses, each of which adds a little on paper.
    """
    worth: list[str] = []
    slight: list[str] = []
    for name in teachers:
        proofs = bench.proofs(bench.catalog[name], bench.quality(name))
        best = max((p for _, p in proofs), default=0.0)
        (worth if best > DEPTH_FACTOR[Depth.TOUCHED] else slight).append(name)
    return worth, slight


def _reach(bench: Bench, start: Iterable[str]) -> dict[str, Judged]:
    """These credentials, and every one that could meet one of their prerequisites, and so on, each judged."""
    judged: dict[str, Judged] = {}
    waiting = sorted(start)
    seen = set(waiting)
    while waiting:
        credential = waiting.pop()
        judged[credential] = bench.judge(credential)
        more = sorted({c for o in judged[credential].offers for n in o.needs for c in n.by} - seen)
        waiting += more
        seen |= set(more)
    return judged


def _trimmed(offers: list[Offer]) -> list[Offer]:
    """Needs and savings name only credentials on offer: no other one is ever finished before."""
    offered = frozenset(o.credential for o in offers)
    known: dict[
        tuple[str, ...], tuple[str, ...]
    ] = {}  # options of one credential, and many credentials, ask for the same

    def here(by: tuple[str, ...]) -> tuple[str, ...]:
        if by not in known:
            known[by] = tuple(c for c in by if c in offered)
        return known[by]

    return [
        replace(
            o,
            needs=tuple(replace(n, by=here(n.by)) for n in o.needs),
            savings=tuple(replace(s, by=here(s.by)) for s in o.savings if here(s.by)),
        )
        for o in offers
    ]


def _awards(bench: Bench, offered: Collection[str]) -> tuple[Award, ...]:
    """Larger credentials that come with what is on offer, and with what the person holds of their parts."""
    found: list[Award] = []
    for name, members in bench.stacks.items():
        larger = bench.catalog[name]
        left = tuple(m for m in members if not bench.standing.holds(bench.catalog[m]))
        proofs = bench.proofs(larger, bench.quality(name))
        wanted = proofs and not bench.closed(larger) and not bench.standing.holds(larger)
        if wanted and left and all(m in offered for m in left):
            found.append(Award(name, left, proofs))
    return tuple(found)


def _rivals(bench: Bench, offered: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Equivalents on offer, of which a second one would prove nothing more."""
    groups = {
        tuple(sorted({name, *(o for o in others if o in offered)}))
        for name, others in bench.relations.equals.items()
        if name in offered
    }
    return tuple(sorted(g for g in groups if len(g) > 1))
