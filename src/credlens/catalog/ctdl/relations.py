"""How other credentials and courses stand to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from credlens.catalog.ctdl.names import Node, address_of, target_of
from credlens.catalog.ctdl.statements import Context, Statement, Style, each, elements
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.text import line
from credlens.model.offer import Relation, RelationKind

_KINDS = {
    "ceterms:isPartOf": RelationKind.PART_OF,
    "ceterms:hasPart": RelationKind.HAS_PART,
    "ceterms:isAdvancedStandingFor": RelationKind.ADVANCED_STANDING_FOR,
    "ceterms:advancedStandingFrom": RelationKind.ADVANCED_STANDING_FROM,
    "ceterms:isPreparationFor": RelationKind.PREPARES_FOR,
    "ceterms:preparationFrom": RelationKind.PREPARED_BY,
    "ceterms:isRequiredFor": RelationKind.REQUIRED_FOR,
}
PROPERTIES = tuple(_KINDS)
_NAMES = {kind: name for name, kind in _KINDS.items()}
_PLAIN = frozenset({RelationKind.PART_OF, RelationKind.HAS_PART})  # without a condition profile in between
_TARGETS = ("ceterms:targetCredential", "ceterms:targetLearningOpportunity", "ceterms:targetAssessment")


@each
def read_relation(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """One of :data:`PROPERTIES`: a reference, or a condition profile that holds some."""
    inside = [v for n in _TARGETS for v in elements(value.get(n))] if isinstance(value, dict) else []
    note = line(words(value.get("ceterms:description"))) if inside else ""
    for target in inside or [value]:
        if found := target_of(target):
            title = line(words(target.get("ceterms:name"))) if isinstance(target, dict) else ""
            yield "relations", Relation(_KINDS[name], found, (context.source,), title, note)


def write_relation(value: Relation, style: Style) -> Iterator[Statement]:
    """The other one's address with its title; two that are worth the same have no term."""
    name = _NAMES.get(value.kind)
    if name is None:
        return
    target: Any = address_of(value.target)
    if value.title:
        target = {"@id": target, "ceterms:name": style.text(value.title)}
    if value.kind in _PLAIN:
        yield name, target
        return
    about: Node = {"@type": "ceterms:ConditionProfile"}
    if value.note:
        about["ceterms:description"] = style.text(value.note)
    yield name, {**about, "ceterms:targetCredential": [target]}
