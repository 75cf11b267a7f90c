"""What a catalog says of credentials that belong together, read by the checker itself."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from credlens.model.offer import RelationKind

if TYPE_CHECKING:
    from credlens.model.credential import Catalog


class Ties:
    """Equivalents, parts, advanced standing and stacks, whichever of the two records states them; only inside the catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._stated: dict[RelationKind, dict[str, set[str]]] = {kind: defaultdict(set) for kind in RelationKind}
        self._turned: dict[RelationKind, dict[str, set[str]]] = {kind: defaultdict(set) for kind in RelationKind}
        self._counting: dict[str, set[str]] = defaultdict(set)
        for credential in catalog.credentials.values():
            for relation in credential.relations:
                if relation.target in catalog:
                    self._stated[relation.kind][credential.id].add(relation.target)
                    self._turned[relation.kind][relation.target].add(credential.id)
            for stack in credential.stacks_into:
                if stack.confirmed_by:
                    self._counting[stack.into].add(credential.id)

    def _both(self, name: str, stated: RelationKind, turned: RelationKind) -> frozenset[str]:
        return frozenset(self._stated[stated].get(name, set()) | self._turned[turned].get(name, set())) - {name}

    def equivalents(self, name: str) -> frozenset[str]:
        """The credential and all that are equivalent to it, over any number of steps."""
        same = RelationKind.EQUIVALENT
        group = frozenset({name})
        while more := frozenset(n for g in group for n in self._both(g, same, same)) - group:
            group |= more
        return group

    def parts(self, name: str) -> frozenset[str]:
        """Parts of a whole."""
        return self._both(name, RelationKind.HAS_PART, RelationKind.PART_OF)

    def standing(self, name: str) -> frozenset[str]:
        """What gives advanced standing for a credential."""
        return self._both(name, RelationKind.ADVANCED_STANDING_FROM, RelationKind.ADVANCED_STANDING_FOR)

    def counting(self, name: str) -> frozenset[str]:
        """What counts towards a larger credential by somebody's word."""
        return frozenset(self._counting.get(name, set())) - {name}
