"""What a plan adds up to: academic credit, and what its steps count towards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.together import Confirmer


@dataclass(frozen=True, slots=True)
class CreditSum:
    """Credit of one system that one and the same body gives, or recommends, for steps of a plan; systems and bodies are never added up.

    Attributes:
        amount: in ``system`` ("ECTS"); None when no amount is stated.
        confirmed_by: who says so; ``by``: their name, which may be empty.
        credentials: that it is for, in the plan's order.
        conditions: under which it is given, in words; ``until``: last day of the first of them to end, None when nobody says one.
        says: all of it in a sentence.
    """

    system: str
    amount: float | None
    confirmed_by: Confirmer
    by: str
    credentials: tuple[str, ...]
    conditions: tuple[str, ...]
    until: date | None
    says: str


@dataclass(frozen=True, slots=True)
class CountsTowards:
    """A larger credential or degree that steps of a plan count towards, or that they give together.

    Attributes:
        target: its id in the catalog; None when it is not there.
        credentials: the steps; ``given``: whoever finishes them has it, without more work or money.
        confirmed_by: who says so; ``condition``: in words, may be empty.
        says: all of it in a sentence.
    """

    towards: str
    target: str | None
    credentials: tuple[str, ...]
    given: bool
    confirmed_by: Confirmer
    condition: str
    says: str


@dataclass(frozen=True, slots=True)
class Crediting:
    """Both, the best confirmed first; empty when nothing is known."""

    sums: tuple[CreditSum, ...] = ()
    towards: tuple[CountsTowards, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """All of it, a sentence each."""
        return (*(s.says for s in self.sums), *(t.says for t in self.towards))


NOTHING = Crediting()
