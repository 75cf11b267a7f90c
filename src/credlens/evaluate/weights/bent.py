"""Default weights, bent by an order of some of their criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from credlens.evaluate.streams import Floats
from credlens.evaluate.weights.order import Order
from credlens.evaluate.weights.points import Points


@dataclass(frozen=True)
class Bent:
    """Default weights of a group, in which an order says how some criteria share what they have together.

    In each draw the weights come from the defaults; what the ordered criteria have there is added up and dealt anew among them, by a draw of
    the order. The others keep their draw. A Dirichlet draw's sum over some criteria does not depend on how it is divided within them, and
    the order has random numbers of its own, so an expected weight is the product: what they have together by default, times the share within
    the order. Of two criteria the first so has 3/4 of it. That is more than its default unless it had 3 times as much as the other before.

    Attributes:
        defaults: of every criterion of the group.
        order: of the criteria that somebody ordered: at least one fewer than the group has.
    """

    defaults: Points
    order: Order

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """Expected weights by criterion, adding up to 1: exact, not simulated."""
        dealt = self.order.shares
        together = sum(self.defaults.shares[name] for name in dealt)
        return {name: together * dealt[name] if name in dealt else w for name, w in self.defaults.shares.items()}

    def draw(self, seed: int, draws: int) -> Mapping[str, Floats]:
        """Drawn weights by criterion, each of shape (draws,), adding up to 1 in each draw; the same seed gives the same draws."""
        base, dealt = self.defaults.draw(seed, draws), self.order.draw(seed, draws)
        together: Floats = np.sum([base[name] for name in dealt], axis=0)
        return {name: together * dealt[name] if name in dealt else weights for name, weights in base.items()}
