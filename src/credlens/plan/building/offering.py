"""From a credential to offers for one person, or the reason why there are none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from credlens.model.credential import Catalog, CostItem, CostPattern, Credential, Depth, Status
from credlens.model.demand import SkillDemand
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.model.scorecard import Scorecard
from credlens.plan.building.cohorts import dates_of
from credlens.plan.building.exams import with_attempts
from credlens.plan.building.languages import foreign
from credlens.plan.building.levels import content_share
from credlens.plan.building.open_prices import open_options
from credlens.plan.building.relations import Relations, relations_of
from credlens.plan.building.remarks import remarks_on
from credlens.plan.building.savings import hours_and_savings, related
from credlens.plan.building.stacks import stacks
from credlens.plan.building.standing import Standing
from credlens.plan.building.validity import keeping, recertified
from credlens.plan.effort import hours_left
from credlens.plan.money.charge import Charge
from credlens.plan.money.quote import best_of, charge_of, quotes
from credlens.plan.offer import Extra, Offer
from credlens.plan.value import dose, proof, quality_of

LEARNING = 1.0  # what can be learnt from a course does not depend on who recognises it
NO_PROOF = (
    "low_effort",
    "no_recognition",
)  # flags that speak against showing a credential, not against learning from it
Proofs = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one credential: its offers, or why there are none; and what to tell the person about it."""

    offers: tuple[Offer, ...] = ()
    why: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bench:
    """What is needed to judge any one credential as an offer; see ``credlens.plan.building.build`` for the parts.

    Attributes:
        demand: of each target, by skill.
        open_to: restricted cost options that are open to this person, by name.
    """

    catalog: Catalog
    person: Person
    scorecards: Mapping[str, Scorecard]
    limits: Limits
    demand: Mapping[str, SkillDemand]
    exclude: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    open_to: frozenset[str] = frozenset()

    @cached_property
    def relations(self) -> Relations:
        """How the catalog's credentials stand to each other."""
        return relations_of(self.catalog)

    @cached_property
    def standing(self) -> Standing:
        """Where the person stands before each of them."""
        return Standing(self.catalog, self.person, self.relations, self.limits.start)

    @cached_property
    def stacks(self) -> Mapping[str, tuple[str, ...]]:
        """Credentials that come by themselves, and with which others."""
        return stacks(self.catalog, self.relations)

    def judge(self, credential_id: str) -> Judged:
        """The offers of a credential: one for each open cost option with a known price, and one to renew it; else why there are none."""
        if credential_id not in self.catalog:
            return Judged(why="not in the catalog")
        credential = self.catalog[credential_id]
        if held := self._held(credential):
            return self._renewed(credential, held)
        if why := self.closed(credential):
            return Judged(why=why)
        if members := self.stacks.get(credential_id):
            return Judged(why=f"takes no work of its own: it comes with {' and '.join(members)}")
        ordinary, why = self._ordinary(credential)
        again = self._renewed(credential, why)
        offers = (*ordinary, *again.offers)
        said = remarks_on(credential, self.limits, self.open_to) if offers else ()
        return Judged(offers, "" if offers else why, (*said, *again.remarks))

    def closed(self, credential: Credential) -> str:
        """Why nobody can take it any more, or this person should not; empty when nothing speaks against it."""
        return self._gone(credential) or self._unwanted(credential) or self._foreign(credential)

    def proofs(self, credential: Credential, quality: float) -> Proofs:
        """How far it proves each target: p(teaches) x dose x share of ads content with its level x depth factor x (0.4 + 0.6 quality)."""
        proofs: dict[str, float] = {}
        share = dose(credential)
        for taught in credential.skills:
            if taught.skill in self.demand:
                level = content_share(credential, self.demand[taught.skill])
                shown = taught.probability * share * level * proof(taught.depth, quality)
                proofs[taught.skill] = max(shown, proofs.get(taught.skill, 0.0))
        return tuple(sorted((s, p) for s, p in proofs.items() if p > 0))

    def quality(self, credential_id: str) -> float:
        """Of the scorecard; the middle without one."""
        return quality_of(self.scorecards.get(credential_id))

    def beside(self, credential_id: str) -> Extra | None:
        """The credential as something to name beside a plan; None when it would not help this person."""
        credential = self.catalog[credential_id]
        deep = frozenset(t.skill for t in credential.skills if t.depth is not Depth.TOUCHED)
        proofs = tuple((s, p) for s, p in self.proofs(credential, LEARNING) if s in deep)
        needs, blocks = self.standing.hard(credential)
        options, _ = open_options(credential, self.open_to)
        free = any(all(_free(i) for i in items) for items in options.values())
        unwanted = self._unwanted(credential, NO_PROOF if free else ())  # who pays wants more than to have learnt it
        if not proofs or blocks or self._held(credential) or self._gone(credential) or unwanted:
            return None
        if self._foreign(credential):
            return None
        currency = self.limits.budget.currency
        ways = [q for q in quotes(credential, self.person, self.limits) if q.option in options]
        paid = best_of(ways, currency).high if ways else None
        hours, _ = hours_left(credential, self.person)
        cost = Money(Decimal(0), currency) if free else paid
        typical = None if hours is None else hours.typical
        return Extra(credential_id, proofs, free, cost, typical, needs, last_day_of(credential))

    def _held(self, credential: Credential) -> str:
        """Why they need not take it: they hold it, or an equivalent."""
        held = self.standing.holds(credential)
        if held and held != credential.id:
            return f"held already as {held}, which is equivalent"
        return "held already and still valid" if held else ""

    def _gone(self, credential: Credential) -> str:
        """Why nobody can take it; empty when they can."""
        on = self.limits.start
        last_day = last_day_of(credential)
        status = credential.status.get(None)
        if status is Status.CEASED or (last_day is not None and last_day < on):
            return "is no longer awarded" + (f" since {last_day}" if last_day else "")
        if status is Status.DEPRECATED and last_day is None:
            return "is being withdrawn, until when is not known"
        if credential.open_to_public.get(None) is False:
            return "is not open to the public"
        return ""

    def _unwanted(self, credential: Credential, ignored: Collection[str] = ()) -> str:
        """Why this person should not take it; empty when nothing speaks against it."""
        if credential.id in self.exclude:
            return "left out as asked"
        card = self.scorecards.get(credential.id)
        if card is None or credential.id in self.fixed:
            return ""
        return next((f"{f.id.replace('_', ' ')}: {f.because}" for f in card.gating() if f.id not in ignored), "")

    def _foreign(self, credential: Credential) -> str:
        return "" if credential.id in self.fixed else foreign(credential, self.limits.languages)

    def _ordinary(self, credential: Credential) -> tuple[tuple[Offer, ...], str]:
        """An offer for each option that can be planned with; else why there is none."""
        needs, blocks = self.standing.hard(credential)
        if blocks and credential.id not in self.fixed:
            return (), blocks[0]
        left, why = hours_left(credential, self.person)
        if left is None:
            return (), f"{why}: it cannot be put on a calendar"
        dates = dates_of(credential, self.limits.start)
        if dates.too_late:
            return (), dates.too_late
        options, why = self._charges(credential)
        others = ((n, hours_left(self.catalog[n], self.person)[0]) for n in related(credential, self.relations))
        typical = {n: h.typical for n, h in others if h is not None}
        hours, savings = hours_and_savings(credential, left.typical, typical, self.standing, self.relations)
        base = replace(
            self._bare(credential),
            hours=hours,
            needs=needs,
            savings=savings,
            starts=dates.starts,
            least_days=dates.least_days,
        )
        return tuple(replace(base, option=option, charges=charges) for option, charges in options.items()), why

    def _renewed(self, credential: Credential, why: str) -> Judged:
        """Renewing it, for whoever held or holds it itself and loses it too early; else ``why`` it is not offered."""
        if self.closed(credential):
            return Judged(why=why)
        left, _ = hours_left(credential, self.person)
        full = None if left is None else left.typical
        offer, remark = recertified(self._bare(credential), credential, self.person, self.limits, full)
        remarks = (remark,) if remark else ()
        return Judged((), why, remarks) if offer is None else Judged((offer,), "", remarks)

    def _bare(self, credential: Credential) -> Offer:
        """What every offer of a credential has, whatever is paid and done for it."""
        quality = self.quality(credential.id)
        months, renewal, _ = keeping(credential, self.limits.budget.currency)
        return Offer(
            credential.id,
            "",
            0.0,
            (),
            self.proofs(credential, quality),
            last_day=last_day_of(credential),
            valid_months=months,
            renewal=renewal,
            quality=quality,
        )

    def _charges(self, credential: Credential) -> tuple[dict[str, tuple[Charge, ...]], str]:
        """The options that can be planned with; when there is none, why."""
        options: dict[str, tuple[Charge, ...]] = {}
        problems: list[str] = []
        usable, others = open_options(credential, self.open_to)
        for option, items in usable.items():
            found = [charge_of(item, self.limits.budget.currency) for item in items]
            problems += [why for charge, why in found if charge is None]
            pairs = [(item, charge) for item, (charge, _) in zip(items, found, strict=True) if charge is not None]
            if len(pairs) == len(items):
                options[option] = with_attempts(credential, option, pairs)
        if options:
            return options, ""
        problems += [f"the price {option!r} is not for everybody: {words}" for option, words in others.items()]
        return options, problems[0] if problems else "price not looked up"


def last_day_of(credential: Credential) -> date | None:
    """The last day on which it is awarded, the earliest when sources disagree; None when no end is known."""
    return min(credential.ends.candidates(), default=None)


def _free(item: CostItem) -> bool:
    """Whether learning costs nothing: a certificate that may be left out does not count against it."""
    if item.pattern in {CostPattern.FREE, CostPattern.FREE_AUDIT_PAID_CERT}:
        return True
    return set(item.amount.candidates()) == {0}
