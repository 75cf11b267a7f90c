"""What the nodes of all files say about each other, and one node with what it refers to put in its place.

A node that refers to an organisation, a manifest, an assessment gets that node's own words inside it, so that reading it needs nothing else,
and so that what goes out again can be read alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from credlens.catalog.ctdl import pathways
from credlens.catalog.ctdl.documents import Found
from credlens.catalog.ctdl.names import EXTENSION, Node, identifier_of, key_of, nesting, reference, types
from credlens.catalog.ctdl.statements import elements
from credlens.catalog.values.kinds import of_ctdl

ORGANISATIONS = ("ceterms:ownedBy", "ceterms:offeredBy", "ceterms:accreditedBy", "ceterms:approvedBy", "ceterms:recognizedBy", "ceterms:regulatedBy")  # fmt: skip
MANIFESTS = ("ceterms:commonCosts", "ceterms:commonConditions")
TRANSFER = "ceterms:providesTransferValueFor"
_ASSESSMENT = "ceterms:targetAssessment"
# Where what is referred to is put in the reference's place.
_JOINED = frozenset((*ORGANISATIONS, *MANIFESTS, TRANSFER, _ASSESSMENT, "qdata:relevantDataSet")) | frozenset(
    f"ceterms:{name}"
    for name in (
        "assertedBy", "targetCompetency", "targetCredential", "targetLearningOpportunity", "teaches", "assesses", "requires", "usesVerificationService",
        "hasPart", "isPartOf", "isRequiredFor", "isPreparationFor", "preparationFrom", "advancedStandingFrom", "isAdvancedStandingFor", "transferValueFor",
    )
)  # fmt: skip
_CONDITIONS = (
    "ceterms:requires",
    "ceterms:recommends",
    "ceterms:corequisite",
    "ceterms:coPrerequisite",
    "ceterms:entryCondition",
)
_TITLE = ("@type", "ceterms:name", "ceterms:ctid", "ceterms:subjectWebpage")
# What of a node of each class is put in a reference's place; of all others, their title.
_WORTH: dict[str, tuple[str, ...]] = {
    "CostManifest": ("@type", "ceterms:name", "ceterms:estimatedCost"),
    "ConditionManifest": ("@type", "ceterms:name", *_CONDITIONS),
    "AssessmentProfile": ("@type", "ceterms:name", "ceterms:assessmentMethodType", "ceterms:isProctored", "ceterms:hasGroupParticipation", "ceterms:estimatedDuration", "ceterms:assesses"),
    "Competency": ("@type", "ceasn:competencyText", "ceasn:competencyLabel", "ceasn:codedNotation", "ceterms:codedNotation"),
    "DataSetProfile": ("@type", "ceterms:name", "qdata:dataSetTimePeriod"),
    "VerificationServiceProfile": ("@type", "ceterms:holderMustAuthorize", "ceterms:verificationDirectory", "ceterms:subjectWebpage"),
    "TransferValueProfile": ("@type", "ceterms:name", "ceterms:description", "ceterms:ownedBy", "ceterms:startDate", "ceterms:endDate", "ceterms:transferValue", "ceterms:transferValueFor"),
}  # fmt: skip
_ORGANISATION = ("@type", "ceterms:name", "ceterms:agentType", "ceterms:agentSectorType")
_DEEPEST = 6  # references followed one inside the other
_NESTED = 20  # levels of a node that is put inside others; real ones have fewer than ten
_MOST = 5_000  # nodes put inside one record
_OMITTED = frozenset(("ceterms:transferValueFrom", *pathways.PROPERTIES))  # what only leads back


@dataclass(frozen=True, slots=True)
class Missing:
    """Something referred to that none of the files has.

    Attributes:
        what: "organisation", "manifest" or "assessment".
    """

    what: str
    property: str
    reference: str


@dataclass(slots=True)
class Graph:
    """The nodes that records refer to, by what they are called.

    Attributes:
        transfers: for each thing, the transfer value profiles that give credit for it, as (reference, scope).
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    transfers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _said: dict[str, frozenset[str]] = field(default_factory=dict)
    _left: int = 0
    _paths: pathways.Paths = field(default_factory=pathways.Paths)

    def add(self, found: Found) -> None:
        """Take in a node, and those with a name of their own inside it."""
        for ref, node in _named(found.node):
            key = scoped(ref, found.scope)
            blank = ref.startswith("_:")
            worth = node if blank else _of_worth(node)
            if nesting(worth) > _NESTED:
                continue
            kept = self.nodes.setdefault(key, {"@id": ref} | worth)
            for name, value in worth.items():
                kept.setdefault(name, value)
            if "ceterms:TransferValueProfile" in types(node):
                for value in elements(node.get("ceterms:transferValueFrom")):
                    self.transfers.setdefault(scoped(_ref(value), found.scope), []).append((ref, found.scope))
            self._paths.add(key, node, found.scope)

        key = scoped(reference(found.node), found.scope)
        if len(found.node) > len(self._said.get(key, ())):
            self._said[key] = frozenset(found.node)

    def is_mention(self, found: Found) -> bool:
        """Whether another node of the same name says all that and more: then this one is there for the sake of something else."""
        said = self._said.get(scoped(reference(found.node), found.scope), frozenset())
        return bool(reference(found.node)) and found.node.keys() < said

    def is_offer(self, node: Node, scope: str) -> bool:
        """Whether a node is something that can be earned: a credential, a course; an assessment when credit is given for it alone."""
        found = types(node)
        if any(of_ctdl(t) for t in found if t.startswith("ceterms:")) or "ceterms:Credential" in found:
            return True
        credited = scoped(reference(node), scope) in self.transfers or bool(elements(node.get(TRANSFER)))
        return "ceterms:AssessmentProfile" in found and credited

    def joined(self, found: Found) -> tuple[Node, list[Missing]]:
        """The node with what it refers to inside it, and what is missing."""
        missing: list[Missing] = []
        self._left = _MOST
        key = scoped(reference(found.node), found.scope)
        node = {k: v for k, v in found.node.items() if k != EXTENSION}
        given = [scoped(_ref(e), found.scope) for e in elements(node.get(TRANSFER))]
        more = [at for at in dict.fromkeys(self.transfers.get(key, ())) if scoped(*at) not in given]
        for name, value in self._paths.statements(key, self.nodes):
            node[name] = [*elements(node.get(name)), value]
        inside = {name: self._inside(name, value, found.scope, (key,)) for name, value in node.items()}
        if more:
            profiles = [self._instead(ref, ref, scope, (key,)) for ref, scope in more]
            inside[TRANSFER] = [*elements(inside.get(TRANSFER)), *profiles]
        for name in (*ORGANISATIONS, *MANIFESTS):
            what = "manifest" if name in MANIFESTS else "organisation"
            missing += [Missing(what, name, _ref(e)) for e in elements(inside.get(name)) if _is_bare(e)]
        for profile in elements(inside.get(TRANSFER)):
            owners = elements(profile.get("ceterms:ownedBy")) if isinstance(profile, dict) else []
            missing += [Missing("organisation", f"{TRANSFER}: ceterms:ownedBy", _ref(e)) for e in owners if _is_bare(e)]
        for condition in elements(inside.get("ceterms:requires")):
            required = elements(condition.get(_ASSESSMENT)) if isinstance(condition, dict) else []
            missing += [Missing("assessment", _ASSESSMENT, _ref(e)) for e in required if _is_bare(e)]
        return inside, missing

    def _inside(self, name: str, value: Any, scope: str, path: tuple[str, ...]) -> Any:
        if isinstance(value, list):
            return [self._inside(name, v, scope, path) for v in value]
        bare = isinstance(value, str) or (isinstance(value, dict) and set(value) == {"@id"})
        ref = reference(value)
        if bare and (name in _JOINED or ref.startswith("_:")) and not name.startswith("@"):
            return self._instead(value, ref, scope, path)
        if not isinstance(value, dict):
            return value
        known = self.nodes.get(scoped(ref, scope), {}) if ref and name in _JOINED else {}
        own = {k: self._inside(k, v, scope, path) for k, v in value.items()}
        if known and not any(n in own for n in ("ceterms:name", "ceasn:competencyText")):
            own = self._instead(value, ref, scope, path) | own
        if ref.startswith("_:"):
            own.pop("@id", None)  # means nothing outside its document
        return own

    def _instead(self, value: Any, ref: str, scope: str, path: tuple[str, ...]) -> Any:
        """What stands for a reference: the node in question, or the reference itself when there is none, or when it leads back to itself."""
        key = scoped(ref, scope)
        node = self.nodes.get(key)
        if node is None or key in path or len(path) > _DEEPEST or not self._left:
            return value
        self._left -= 1
        worth = {k: v for k, v in node.items() if k != "@id" and k not in _OMITTED}
        inner = {k: self._inside(k, v, scope, (*path, key)) for k, v in worth.items()}
        return inner if ref.startswith("_:") else {"@id": ref} | inner


def scoped(ref: str, scope: str) -> str:
    """The key of a reference; a blank name counts only within its document."""
    return f"{scope} {ref}" if ref.startswith("_:") else key_of(ref)


def _named(node: Node) -> Iterator[tuple[str, Node]]:
    """The node, if it has a name, and all nodes inside it that have one and say more than that."""
    waiting: list[Any] = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            if reference(value) and len(value) > 1:
                yield reference(value), value
            waiting += [v for k, v in value.items() if k != EXTENSION and isinstance(v, dict | list)]


def _of_worth(node: Node) -> Node:
    found = types(node)
    names = next((_WORTH[n] for n in (t.partition(":")[2] for t in found) if n in _WORTH), _TITLE)
    if any(t.endswith("Organization") for t in found):
        names = _ORGANISATION
    return {k: node[k] for k in (*names, *pathways.PROPERTIES) if k in node}


def _ref(value: Any) -> str:
    return value if isinstance(value, str) else reference(value)


def _is_bare(value: Any) -> bool:
    """Whether a value is nothing but the name of something."""
    return (
        isinstance(value, str)
        and bool(value.strip())
        and (value.startswith("_:") or identifier_of(value) is not None or ":" in value)
    )
