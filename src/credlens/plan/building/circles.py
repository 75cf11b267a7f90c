"""Prerequisites that lead in a circle: such credentials support each other, and none can ever be begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from credlens.plan.offer import Need, Offer


def obtainable(offers: Iterable[Offer]) -> tuple[list[Offer], dict[str, str]]:
    """Offers whose prerequisites can be met starting from nothing, and why the other credentials cannot be had.

    The least fixed point: an offer is open when each of its needs has one of its ``by`` among the credentials with an open offer.
    """
    all_ = list(offers)
    reached: set[str] = set()
    while True:
        open_ = [o for o in all_ if all(reached & set(n.by) for n in o.needs)]
        now = {o.credential for o in open_}
        if now == reached:
            break
        reached = now
    closed = {o.credential: o for o in sorted(all_, key=lambda o: o.name) if o.credential not in reached}
    return open_, {name: _why(name, closed, reached) for name in closed}


def _why(name: str, closed: Mapping[str, Offer], reached: set[str]) -> str:
    """The circle it runs into, named; or the first thing it asks for that nothing here gives."""
    path = [name]
    while True:
        need = _unmet(closed[path[-1]], reached)
        onward = [c for c in need.by if c in closed]
        if not onward:
            first = _unmet(closed[name], reached)
            return f"asks for {first.says} first, which cannot be had here"
        again = next((c for c in onward if c in path), None)
        path.append(again or onward[0])
        if again:
            return f"asks for {', which asks for '.join((path[1] + ' first', *path[2:]))}: a circle"


def _unmet(offer: Offer, reached: set[str]) -> Need:
    return next(n for n in offer.needs if not reached & set(n.by))
