"""Whether a problem says the truth about what a plan uses of it: catalog, person, gap."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from credlens.model.credential import CostPattern, Depth
from credlens.plan.checking.choice import offers_of
from credlens.plan.checking.conditions import unmet
from credlens.plan.checking.effort import hours_to_do, renewal_hours
from credlens.plan.checking.facts import RENEWAL, Facts
from credlens.plan.checking.prices import prices
from credlens.plan.checking.terms import terms
from credlens.plan.checking.timing import finished_before
from credlens.plan.checking.worth import award, proofs, targets

if TYPE_CHECKING:
    from credlens.model.credential import Catalog, Credential
    from credlens.model.gap import Gap
    from credlens.model.person import Person
    from credlens.model.plan import Limits, Plan, Step
    from credlens.model.scorecard import Scorecard
    from credlens.plan.offer import Offer
    from credlens.plan.problem import Problem

NEAR = 0.01  # hours


def check_facts(
    plan: Plan,
    problem: Problem,
    *,
    catalog: Catalog,
    person: Person,
    limits: Limits,
    gap: Gap,
    scorecards: Mapping[str, Scorecard] | None = None,
    fixed: Collection[str] = (),
) -> tuple[str, ...]:
    """What a problem says falsely about the steps of a plan, about its limits and about the skills wanted; in words.

    Judged as the sources and the documented rules have it, on the safe side: more hours or less evidence than could be counted are
    no falsehood; another price is. What the person says of themselves (paid subscriptions, prices that only they can have, what
    they exclude) is taken as said.

    Args:
        plan: which credentials to look at; whether it keeps the problem's rules is :func:`check_problem`'s question.
        problem: what was made of the facts.
        catalog, person, limits, gap: the facts.
        scorecards: by credential; one that is missing counts as of middling quality. With None evidence is only held to the best
            quality there could be.
        fixed: credentials the person has decided on: whether they have the degree, experience or language asked for is their word.
    """
    facts = Facts(catalog, person, limits, gap, scorecards, fixed)
    return (
        *_frame(problem, facts),
        *_steps(plan, problem, facts),
        *_together(plan, problem, facts),
        *_beside(plan, facts),
    )


def _frame(problem: Problem, facts: Facts) -> Iterator[str]:
    if problem.limits != facts.limits:
        yield "the problem has other limits than the person"
    for name in sorted(set(facts.fixed) - set(problem.fixed)):
        yield f"{name}: decided on by the person, and not in the problem"
    yield from targets(problem.targets, facts.gap)


def _steps(plan: Plan, problem: Problem, facts: Facts) -> Iterator[str]:
    for step, offer in zip(plan.steps, offers_of(plan, problem), strict=True):
        if step.credential not in facts.catalog:
            yield f"{step.credential}: not in the catalog"
        elif offer is not None:
            credential = facts.catalog[step.credential]
            said = (
                *terms(step, offer, credential, facts),
                *_work(plan, step, offer, credential, facts),
                *prices(offer, credential, facts),
                *proofs(offer, credential, facts),
            )
            yield from (f"{step.credential}: {words}" for words in said)


def _work(plan: Plan, step: Step, offer: Offer, credential: Credential, facts: Facts) -> Iterator[str]:
    """Prerequisites and hours, after what is finished before."""
    earlier = finished_before(plan, step)
    if offer.option == RENEWAL:
        least = renewal_hours(credential, facts.person)
    else:
        yield from unmet(credential, earlier, facts)
        least = hours_to_do(credential, earlier, facts)
    if least is None:
        yield "its workload is unknown"
    elif not step.hours >= least - NEAR:
        yield f"planned with {step.hours:g} h, {least:g} h are left to do"


def _together(plan: Plan, problem: Problem, facts: Facts) -> Iterator[str]:
    """Equivalents, and larger credentials that come with several steps."""
    names = [s.credential for s in plan.steps if s.credential in facts.catalog]
    for place, name in enumerate(names):
        same = facts.ties.equivalents(name)
        yield from (f"{name}: equivalent to {other}" for other in names[:place] if other != name and other in same)
    for said in problem.awards:
        if set(said.members) <= set(names):
            yield from (f"{said.credential}: {words}" for words in award(said, facts))


def _beside(plan: Plan, facts: Facts) -> Iterator[str]:
    for extra in plan.supplements:
        known = facts.catalog.credentials.get(extra.credential)
        deep = [t for t in known.skills if t.skill == extra.skill and t.depth is not Depth.TOUCHED] if known else []
        if known is None or not deep:
            yield f"supplement {extra.credential}: does not teach {extra.skill}"
        elif extra.free and not _free(known):
            yield f"supplement {extra.credential}: said to be free, but has a price"


def _free(credential: Credential) -> bool:
    """Whether learning costs nothing under some option: a certificate that may be left out does not count."""
    learning = (CostPattern.FREE, CostPattern.FREE_AUDIT_PAID_CERT)
    options = {i.option for i in credential.costs}
    return any(
        all(i.pattern in learning or set(i.amount.candidates()) == {0} for i in credential.costs if i.option == option)
        for option in options
    )
