"""What can be chosen: a credential under one of its cost options, priced and timed for one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.quantity import Money
from credlens.plan.billing import Charge


@dataclass(frozen=True, slots=True)
class Need:
    """A hard prerequisite the person does not meet yet: one of these credentials has to be finished before."""

    by: tuple[str, ...]
    says: str


@dataclass(frozen=True)
class Offer:
    """One credential under one of its cost options.

    Attributes:
        hours: work to plan with, typical of what is left for this person; ``days``: the same as calendar days at their pace.
        proofs: (skill, how far it proves it) for each target it teaches, in (0, 1).
        last_day: last day on which it can be finished, None when it does not end.
        quality: in [0, 1], see ``credlens.plan.value``.
    """

    credential: str
    option: str
    hours: float
    days: int
    charges: tuple[Charge, ...]
    proofs: tuple[tuple[str, float], ...]
    needs: tuple[Need, ...] = ()
    last_day: date | None = None
    quality: float = 0.5

    @property
    def name(self) -> tuple[str, str]:
        """Credential and option: what offers are ordered by."""
        return (self.credential, self.option)

    def proves(self, skill_id: str) -> float:
        """How far it proves a skill; 0 when it does not teach it."""
        return next((p for s, p in self.proofs if s == skill_id), 0.0)


@dataclass(frozen=True, slots=True)
class Extra:
    """A credential that may be named beside a plan for a skill it leaves open.

    Attributes:
        proofs: as in :class:`Offer`, skills that it teaches as a main subject or a unit.
        cost: the best quote's high end; None when its price is unknown.
        days: at the person's pace; None when its workload is unknown.
    """

    credential: str
    proofs: tuple[tuple[str, float], ...]
    free: bool
    cost: Money | None
    hours: float | None
    days: int | None
    needs: tuple[Need, ...]
    last_day: date | None
