"""Larger credentials that come by themselves with the last of their parts."""

from __future__ import annotations

from collections.abc import Collection

from credlens.model.credential import Catalog, CostPattern, Credential
from credlens.plan.building.relations import NONE, Relations

FEWEST = 2  # judgement: of one part alone nobody knows what else the larger one asks for


def stacks(catalog: Catalog, relations: Relations) -> dict[str, tuple[str, ...]]:
    """Larger credential -> the credentials that give it together, both by id.

    A larger credential comes with its parts when it costs nothing by itself (no price is recorded, or it is free), no hours of its
    own are stated, and at least two credentials of the catalog are its parts or count towards it (``has_part``, ``part_of``,
    ``stacks_into`` confirmed by somebody). All of them have to be done: that not all would be needed is never assumed. One with a
    part outside the catalog does not count, nor one with hard prerequisites besides its parts.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted({*relations.parts, *relations.counting}):
        members = relations.parts.get(name, NONE) | relations.counting.get(name, NONE)
        if len(members) >= FEWEST and name not in relations.unknown_parts and _bare(catalog[name], members):
            found[name] = tuple(sorted(members))
    return found


def _bare(credential: Credential, members: Collection[str]) -> bool:
    """Whether it takes no money, no hours and no conditions besides its members."""
    free = all(i.pattern is CostPattern.FREE or set(i.amount.candidates()) == {0} for i in credential.costs)
    idle = all(h.max == 0 for h in credential.hours.candidates())
    hard = [p for p in credential.prerequisites if p.hard]
    return free and idle and all(set(p.credentials) & set(members) for p in hard)
