"""From a credential to offers for one person, or the reason why there are none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from credlens.model.credential import Catalog, CostItem, CostPattern, Credential, Depth, Status
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.model.scorecard import Scorecard
from credlens.plan.charge import Charge
from credlens.plan.effort import hours_left
from credlens.plan.offer import Extra, Offer
from credlens.plan.quote import best_quote, charge_of
from credlens.plan.standing import holds, open_needs
from credlens.plan.value import dose, proof, quality_of

LEARNING = 1.0  # what can be learnt from a course does not depend on who recognises it
NO_PROOF = (
    "low_effort",
    "no_recognition",
)  # flags that speak against showing a credential, not against learning from it


@dataclass(frozen=True)
class Bench:
    """What is needed to judge any one credential as an offer; see ``credlens.plan.problem.build`` for the parts."""

    catalog: Catalog
    person: Person
    scorecards: Mapping[str, Scorecard]
    limits: Limits
    targets: tuple[str, ...]
    exclude: Collection[str]
    fixed: Collection[str]

    def offers(self, credential_id: str) -> tuple[tuple[Offer, ...], str]:
        """The offers of a credential, one for each cost option with a known price; else why there are none."""
        if credential_id not in self.catalog:
            return (), "not in the catalog"
        credential = self.catalog[credential_id]
        if why := self._unavailable(credential) or self._unwanted(credential):
            return (), why
        needs, blocks = open_needs(credential, self.person, self.catalog, self.limits.start)
        if blocks and credential_id not in self.fixed:
            return (), blocks[0]
        hours, why = hours_left(credential, self.person)
        if hours is None:
            return (), f"{why}: it cannot be put on a calendar"
        last_day = last_day_of(credential)
        options, why = self._charges(credential)
        quality = quality_of(self.scorecards.get(credential_id))
        proofs = self._proofs(credential, quality)
        return tuple(
            Offer(credential_id, option, hours.typical, charges, proofs, needs, last_day=last_day, quality=quality)
            for option, charges in options.items()
        ), why

    def beside(self, credential_id: str) -> Extra | None:
        """The credential as something to name beside a plan; None when it would not help this person."""
        credential = self.catalog[credential_id]
        deep = frozenset(t.skill for t in credential.skills if t.depth is not Depth.TOUCHED)
        proofs = tuple((s, p) for s, p in self._proofs(credential, LEARNING) if s in deep)
        needs, blocks = open_needs(credential, self.person, self.catalog, self.limits.start)
        free = any(all(_free(i) for i in items) for items in credential.cost_options().values())
        unwanted = self._unwanted(credential, NO_PROOF if free else ())  # who pays wants more than to have learnt it
        if not proofs or blocks or self._unavailable(credential) or unwanted:
            return None
        quote = best_quote(credential, self.person, self.limits)
        hours = None if quote.hours is None else quote.hours.typical
        cost = Money(Decimal(0), self.limits.budget.currency) if free else quote.high
        return Extra(credential_id, proofs, free, cost, hours, needs, last_day_of(credential))

    def _unavailable(self, credential: Credential) -> str:
        """Why nobody, or not this person again, can take it; empty when they can."""
        on = self.limits.start
        last_day = last_day_of(credential)
        if holds(self.person, credential, on):
            return "held already and still valid"
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

    def _charges(self, credential: Credential) -> tuple[dict[str, tuple[Charge, ...]], str]:
        """The options that can be planned with; when there is none, why."""
        options: dict[str, tuple[Charge, ...]] = {}
        problems: list[str] = []
        for option, items in credential.cost_options().items():
            found = [charge_of(item, self.limits.budget.currency) for item in items]
            problems += [why for charge, why in found if charge is None]
            charges = tuple(charge for charge, _ in found if charge is not None)
            if len(charges) == len(items):
                options[option] = charges
        if options:
            return options, ""
        return options, problems[0] if problems else "price not looked up"

    def _proofs(self, credential: Credential, quality: float) -> tuple[tuple[str, float], ...]:
        proofs: dict[str, float] = {}
        share = dose(credential)
        for taught in credential.skills:
            if taught.skill in self.targets:
                shown = taught.probability * share * proof(taught.depth, quality)
                proofs[taught.skill] = max(shown, proofs.get(taught.skill, 0.0))
        return tuple(sorted(proofs.items()))


def last_day_of(credential: Credential) -> date | None:
    """The last day on which it is awarded, the earliest when sources disagree; None when no end is known."""
    return min(credential.ends.candidates(), default=None)


def _free(item: CostItem) -> bool:
    """Whether learning costs nothing: a certificate that may be left out does not count against it."""
    if item.pattern in {CostPattern.FREE, CostPattern.FREE_AUDIT_PAID_CERT}:
        return True
    return set(item.amount.candidates()) == {0}
