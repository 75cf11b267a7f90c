"""Weights by points: shares of a group, drawn from a Dirichlet distribution around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TypeGuard

import numpy as np

from credlens.evaluate.streams import Floats, stream
from credlens.model.errors import UserError

CONCENTRATION = 40.0  # of the weights: a weight of 0.2 then varies by about +-0.06


@dataclass(frozen=True)
class Points:
    """Weights around given shares: Dirichlet(alpha = 40 share).

    Attributes:
        shares: by criterion, adding up to 1; 0 leaves a criterion out.
    """

    shares: Mapping[str, float]

    def draw(self, seed: int, draws: int) -> Mapping[str, Floats]:
        """Drawn weights by criterion, each of shape (draws,), adding up to 1 in each draw; criteria without weight are left out.

        Normalised gammas, with a random stream for each criterion.
        """
        gammas = {
            c: stream(seed, f"weight {c}").standard_gamma(CONCENTRATION * w, draws)
            for c, w in sorted(self.shares.items())
            if w > 0
        }
        total = np.sum(list(gammas.values()), axis=0)
        return {c: gamma / total for c, gamma in gammas.items()}


def points(chosen: Mapping[str, float], names: Mapping[str, float], group: str) -> Points:
    """A person's points for the criteria of a group, brought to shares.

    Args:
        chosen: points by criterion, in any unit (40, 30, 30 is as good as 0.4, 0.3, 0.3); those not named count 0.
        names: the criteria of the group.
        group: its name.

    Raises:
        UserError: a weight that is negative or not a number, or all of them are zero.
    """
    own = {name: _checked(name, chosen.get(name, 0.0)) for name in names}
    if not any(own.values()):
        raise UserError(
            f"All {group} weights are zero, so nothing would be judged.",
            where="weights",
            what_to_do=f"Give at least one of these more than 0: {', '.join(names)}.",
        )
    return Points(shares(own))


def shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights of any unit, adding up to 1."""
    most = max(weights.values())  # first to at most 1 each, so that huge weights cannot add up to infinity
    scaled = {name: w / most for name, w in weights.items()}
    return {name: w / sum(scaled.values()) for name, w in scaled.items()}


def is_weight(value: object) -> TypeGuard[float]:
    """Whether a value can be a weight: a number of 0 or more that a float can hold."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return isfinite(value) and value >= 0
    except OverflowError:  # a whole number of more than 308 digits
        return False


def _checked(name: str, weight: float) -> float:
    if not is_weight(weight):
        raise UserError(
            f"A weight must be a number that is not negative, not {weight!r}.",
            where=f"weights: {name}",
            what_to_do="Give 0 to leave the criterion out, and more to what matters more.",
        )
    return float(weight)
