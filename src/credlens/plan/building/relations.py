"""How the credentials of a catalog stand to each other: parts and wholes, advanced standing, equivalents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credlens.model.credential import Catalog
from credlens.model.offer import RelationKind

NONE: frozenset[str] = frozenset()
WHOLE, LATER, EQUAL = RelationKind.HAS_PART, RelationKind.ADVANCED_STANDING_FROM, RelationKind.EQUIVALENT
TURNED = {
    RelationKind.PART_OF: WHOLE,
    RelationKind.ADVANCED_STANDING_FOR: LATER,
    EQUAL: EQUAL,
}  # seen from the other one


@dataclass(frozen=True)
class Relations:
    """Relations between credentials of one catalog, whichever of the two records states them; each as id -> ids.

    Attributes:
        parts: of a whole (``has_part`` of the whole, ``part_of`` of the part).
        unknown_parts: wholes with a part that the catalog does not have.
        standing: what gives advanced standing for it (``advanced_standing_from``, or ``advanced_standing_for`` of the other).
        equals: its equivalents, over any number of steps, without itself.
        counting: what counts towards it by its provider's or the receiver's word (``stacks_into``).
    """

    parts: Mapping[str, frozenset[str]]
    unknown_parts: frozenset[str]
    standing: Mapping[str, frozenset[str]]
    equals: Mapping[str, frozenset[str]]
    counting: Mapping[str, frozenset[str]]


def relations_of(catalog: Catalog) -> Relations:
    """The relations of every credential in a catalog."""
    found: dict[RelationKind, dict[str, set[str]]] = {kind: {} for kind in (WHOLE, LATER, EQUAL)}
    counting: dict[str, set[str]] = {}
    unknown: set[str] = set()
    for here, credential in catalog.credentials.items():
        for stack in credential.stacks_into:
            if stack.into in catalog and stack.into != here and stack.confirmed_by:
                counting.setdefault(stack.into, set()).add(here)
        for relation in credential.relations:
            there = relation.target
            if there not in catalog and relation.kind is WHOLE:
                unknown.add(here)
            if there not in catalog or there == here:
                continue
            if relation.kind in found:
                found[relation.kind].setdefault(here, set()).add(there)
            if relation.kind in TURNED:
                found[TURNED[relation.kind]].setdefault(there, set()).add(here)
    return Relations(
        _frozen(found[WHOLE]), frozenset(unknown), _frozen(found[LATER]), _closed(found[EQUAL]), _frozen(counting)
    )


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(others) for name, others in found.items()}


def _closed(equals: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """What is equivalent to an equivalent is equivalent."""
    closed: dict[str, frozenset[str]] = {}
    for name in sorted(equals):
        if name in closed:
            continue
        group, waiting = {name}, [name]
        while waiting:
            more = equals[waiting.pop()] - group
            group |= more
            waiting += more
        closed |= {member: frozenset(group - {member}) for member in group}
    return closed
