"""Many people's applications with and without one credential, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.belief import Arm, Belief

FLOOR = 10  # people: no number that comes from fewer is shown


@dataclass(frozen=True, slots=True)
class Table:
    """One person's settled applications with a credential and without it; ``tossed`` when a coin chose."""

    shown: Arm
    hidden: Arm
    tossed: bool = False

    @property
    def tells(self) -> bool:
        """Whether it says anything of the odds ratio."""
        n, k = self.shown.n + self.hidden.n, self.shown.interviews + self.hidden.interviews
        return bool(self.shown.n and self.hidden.n and 0 < k < n)


@dataclass(frozen=True, slots=True)
class Pool:
    """What many people's tables say of one credential.

    Attributes:
        people: how many are in it; None when they are fewer than :data:`FLOOR`.
        shown, hidden: all their applications; None when any of the four counts comes from fewer than :data:`FLOOR` people.
        belief: of the effect; None when fewer than :data:`FLOOR` people say anything of it.
        tossed: whether a coin chose for all of them.
    """

    people: int | None
    shown: Arm | None
    hidden: Arm | None
    belief: Belief | None
    tossed: bool
