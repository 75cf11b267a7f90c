"""Where a person stands: what they can show, what their target's ads ask for, and the gap between."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from credlens.app.ads import AdsRead
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports, Target
from credlens.app.prior import blended, nothing_known, prior
from credlens.evaluate.ranked import why_unranked
from credlens.gap import find as gaps
from credlens.gap.gates import find_gates
from credlens.gap.occupations import law_reach, recognise
from credlens.gap.reach import Ad
from credlens.market.demand import demand as count_demand
from credlens.model.credential import Credential
from credlens.model.demand import Demand
from credlens.model.errors import UserError
from credlens.model.gap import Gap
from credlens.model.occupation import LawReach, RegulatedOccupation
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.scorecard import Comparison, Scorecard
from credlens.model.weighting import DEFAULT, Weighting

if TYPE_CHECKING:
    from credlens.app.market.evidence import MarketEvidence


@dataclass(frozen=True)
class Situation:
    """The person, what the ads ask for (n = 0 when there is no target yet), and the gap.

    Attributes:
        asked: what each distinct ad names and how firmly.
    """

    ports: Ports
    knowledge: Knowledge
    person: Person
    demand: Demand
    gap: Gap
    asked: tuple[Ad, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What tells situations apart: equal for two in which everything is judged alike."""
        market = self.ports.market.about()
        return self.knowledge, self.person, self.demand, self.gap, self.asked, self.ports.today, market

    @cached_property
    def market(self) -> MarketEvidence | None:
        """What the built market says beside the ads; None when there is none. Found once, read as far as it is asked."""
        from credlens.app.market.evidence import MarketEvidence

        target = self.gap.target if self.demand.n or self.gap.items else None
        return MarketEvidence.find(self.ports, self.knowledge, target)

    def compare(
        self,
        credentials: Iterable[Credential],
        pace: Limits,
        limits: Limits | None,
        weighting: Weighting = DEFAULT,
        unranked: Callable[[Scorecard], str] = why_unranked,
    ) -> Comparison:
        """Scorecards of these credentials for this person, compared among each other.

        Args:
            credentials: what to judge.
            pace: hours a week to price with.
            limits: what the person can spend; None when they named nothing.
            weighting: what matters to the person.
            unranked: says why one is not ranked; empty for those that are.
        """
        from credlens.evaluate.case import Case
        from credlens.evaluate.score import compare
        from credlens.plan.money.quote import best_quote

        market, names = self.market, {n.id for n in self.knowledge.credential_names}
        cases = [
            Case(
                credential=c,
                taxonomy=self.knowledge.taxonomy,
                demand=self.demand,
                gap=self.gap,
                person=self.person,
                quote=best_quote(c, self.person, pace),
                limits=limits,
                today=self.ports.today,
                catalog=self.knowledge.catalog,
                registers=self.knowledge.registers,
                recognised=market.recognised(c) if market else None,
                trends=market.trends(c) if market else {},
                market=market.words if market else "",
                looked_for=c.id in names,
            )
            for c in credentials
        ]
        return compare(cases, weighting, unranked=unranked)


def situation(ports: Ports, knowledge: Knowledge, person: Person, ads: AdsRead, target: Target) -> Situation:
    """The situation of a person before these ads.

    Where the ads are few, or none, demand is estimated with what the built market and imported taxonomies say of the target.

    Raises:
        UserError: there are no ads, and nothing is known of the target.
    """
    demand = measure(ports, knowledge, ads)
    known = prior(ports, knowledge, target.name)
    if not ads.postings and known is None:
        raise nothing_known(target.name)
    demand = blended(demand, known)
    gates = find_gates(demand, person, _regulated(knowledge, demand, target))
    asked = tuple({m.skill: m.requirement for m in knowledge.read(p.text).skills} for p in ads.postings)
    gap = gaps.find(person, demand, knowledge.taxonomy, target=target.name, today=ports.today, gates=gates, ads=asked)
    law = law_reach(_titles(demand, target), knowledge.occupations, target.jurisdiction)
    gap = replace(gap, law=law if target.occupation is None else LawReach(law.table))
    return Situation(ports, knowledge, person, demand, gap, asked)


def without_target(ports: Ports, knowledge: Knowledge, person: Person) -> Situation:
    """The situation of a person who has given no ads yet: nothing is asked for, with n = 0."""
    demand = Demand(n=0, read=0, employers=0, skills={}, degrees={}, credentials={}, licences={}, titles=())
    return Situation(ports, knowledge, person, demand, Gap("no target yet", 0, (), (), ()))


def measure(ports: Ports, knowledge: Knowledge, ads: AdsRead) -> Demand:
    """What the ads ask for."""
    for done, posting in enumerate(ads.postings):
        ports.progress("ads", done, len(ads.postings))
        knowledge.read(posting.text)
    ports.progress("ads", len(ads.postings), len(ads.postings))
    return count_demand(ads.postings, knowledge.read, read=ads.read)


def _titles(demand: Demand, target: Target) -> tuple[tuple[str, int], ...]:
    return demand.titles or ((target.name, 1),)


def _regulated(knowledge: Knowledge, demand: Demand, target: Target) -> RegulatedOccupation | None:
    if target.occupation is None:
        return recognise(_titles(demand, target), knowledge.occupations, target.jurisdiction)
    for occupation in knowledge.occupations:
        if occupation.id == target.occupation:
            return occupation
    raise UserError(
        f"There is no regulated occupation {target.occupation!r}.",
        where="--occupation",
        what_to_do="Leave it out, or name an id of the starter data.",
    )
