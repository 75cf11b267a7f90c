"""What was learned about sets of offers on the way, kept from solve to solve."""

from __future__ import annotations

from dataclasses import dataclass, field

from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import NoOrder


@dataclass
class Cuts:
    """Sets that need not be looked at again.

    Attributes:
        exactly: sets of which just these offers have no order, or whose plan is known already.
        together: sets that no plan contains.
        circles: (set, offers outside that could support it): the whole set only with at least one of these.
        chords: (target, k): where the worth has to be exact.
    """

    exactly: list[frozenset[int]] = field(default_factory=list)
    together: list[frozenset[int]] = field(default_factory=list)
    circles: list[tuple[frozenset[int], frozenset[int]]] = field(default_factory=list)
    chords: set[tuple[int, int]] = field(default_factory=set)

    def copy(self) -> Cuts:
        """The same cuts, to which others can be added; chords hold everywhere and stay shared."""
        return Cuts(list(self.exactly), list(self.together), list(self.circles), self.chords)

    def learn(self, problem: Problem, offers: tuple[int, ...], order: NoOrder) -> None:
        """Cut off a set without an order, and what is known to fail with it."""
        if order.stuck:
            self.circles.append(_circle(problem, offers, order.stuck))
        elif order.exact and order.core and not order.exact_set:
            self.together.append(frozenset(order.core))
        else:
            self.exactly.append(frozenset(offers))


def _circle(problem: Problem, offers: tuple[int, ...], stuck: tuple[int, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """A set that cannot begin, and what could let it.

    Each offer of the set has a need that nothing chosen outside the set meets. With all of the set, and nothing outside that meets one of
    these needs, they only wait for each other.
    """
    inside = {problem.offers[i].credential for i in stuck}
    done = {problem.offers[i].credential for i in offers} - inside
    blocked = (next(n for n in problem.offers[i].needs if done.isdisjoint(n.by)) for i in stuck)
    wanted = {c for need in blocked for c in need.by} - inside
    return frozenset(stuck), frozenset(i for i, o in enumerate(problem.offers) if o.credential in wanted)
