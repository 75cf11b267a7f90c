"""Pathways: which of the credentials in one leads to which, as statements of those credentials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from credlens.catalog.ctdl.names import Node, key_of, reference, types
from credlens.catalog.ctdl.statements import Statement, elements
from credlens.catalog.values.jsonld import words

PROPERTIES = (
    "ceterms:hasDestinationComponent", "ceterms:isDestinationComponentFor", "ceterms:proxyFor", "ceterms:hasCondition", "ceterms:precededBy",
    "ceterms:prerequisite", "ceterms:targetComponent", "ceasn:hasChild", "ceasn:isChildOf", "ceterms:hasChild", "ceterms:isChildOf",
)  # fmt: skip
_BEFORE = ("ceterms:precededBy", "ceterms:prerequisite")
_CHILD = ("ceasn:isChildOf", "ceterms:isChildOf")
_DEEPEST = 4  # conditions inside conditions


@dataclass(slots=True)
class Paths:
    """What the components of pathways say of each other."""

    before: dict[str, dict[str, None]] = field(default_factory=dict)
    after: dict[str, dict[str, None]] = field(default_factory=dict)
    proxies: dict[str, str] = field(default_factory=dict)
    stands_in: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, key: str, node: Node, scope: str) -> None:
        """Take in a node: a component, or a credential that is used as one."""
        for value in elements(node.get("ceterms:proxyFor")):
            self.proxies[key] = _key(value, scope)
            self.stands_in.setdefault(_key(value, scope), {})[key] = None
        earlier = [_key(v, scope) for name in _BEFORE for v in elements(node.get(name))]
        earlier += [_key(v, scope) for v in _targets(elements(node.get("ceterms:hasCondition")), 0)]
        for other in earlier:
            if other != key:
                self.before.setdefault(key, {})[other] = None
                self.after.setdefault(other, {})[key] = None

    def statements(self, key: str, nodes: dict[str, Node]) -> Iterator[Statement]:
        """What pathways say of a credential: what it leads to, and what is meant to come before it."""
        own = [key, *self.stands_in.get(key, ())]
        for name, found in (("ceterms:isPreparationFor", self.after), ("ceterms:recommends", self.before)):
            others = {self.proxies.get(o, o): None for component in own for o in found.get(component, ())}
            for other in others:
                node = nodes.get(other, {})
                if other != key and "ceterms:Pathway" not in types(node) and not _is_component_only(node):
                    ref = reference(node) or other
                    yield name, {"@type": "ceterms:ConditionProfile", "ceterms:targetCredential": [ref]}


def _is_component_only(node: Node) -> bool:
    """Whether it exists in a pathway alone: a step, a course of study in words, or nothing that was found."""
    return not node or any(t.endswith("Component") for t in types(node)) or not words(node.get("ceterms:name"))


def _targets(conditions: list[Any], depth: int) -> Iterator[Any]:
    for condition in conditions:
        if isinstance(condition, dict) and depth < _DEEPEST:
            yield from elements(condition.get("ceterms:targetComponent"))
            yield from _targets(elements(condition.get("ceterms:hasCondition")), depth + 1)


def _key(value: Any, scope: str) -> str:
    ref = value if isinstance(value, str) else reference(value)
    return f"{scope} {ref}" if ref.startswith("_:") else key_of(ref)
