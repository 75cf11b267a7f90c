"""CTDL JSON-LD: the Credential Registry, and what is published for it.

Credentials, courses and programmes are offers. Organisations, manifests, assessments, competencies, data sets and transfer value profiles are
read into those that refer to them, whichever file they stand in. The whole of a node that no field takes is kept.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from credlens.catalog.codec import decode
from credlens.catalog.ctdl.documents import Found, Held, found_in
from credlens.catalog.ctdl.graph import Graph, Missing
from credlens.catalog.ctdl.names import EXTENSION, OWN, Node, compact_node, identifier_of, reference, types
from credlens.catalog.ctdl.record import SCHEME, node_of, read
from credlens.catalog.ctdl.statements import Tally, as_node, canonical_json, elements
from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.values.addresses import is_address
from credlens.catalog.values.facts import imported
from credlens.catalog.values.jsonld import all_words, words
from credlens.catalog.values.reading import Once, Reading, proposed_id
from credlens.catalog.values.text import line, plain
from credlens.model.credential import Credential
from credlens.model.errors import Problem

# What is read into the records that refer to it, and is no loss when it is not told of.
_SERVE = frozenset(
    f"ceterms:{name}"
    for name in (
        "CredentialOrganization", "QACredentialOrganization", "Organization", "CostManifest", "ConditionManifest", "AssessmentProfile",
        "TransferValueProfile", "VerificationServiceProfile", "Place", "Pathway", "PathwaySet", "AggregateDataProfile",
    )
) | {"ceasn:Competency", "qdata:DataSetProfile", "qdata:DataProfile", "qdata:DataSetTimeFrame"}  # fmt: skip
_HELD = "VerifiableCredential"
_TEXTS = ("ceterms:subject", "ceterms:keyword", "ceterms:degreeConcentration", "ceterms:degreeMajor")


@dataclass(slots=True)
class _Report:
    """What is told of a file when it is read: what was left aside, what was missing."""

    aside: Counter[str] = field(default_factory=Counter)
    served: Counter[str] = field(default_factory=Counter)
    tally: Tally = field(default_factory=Tally)
    edited: int = 0
    mentions: int = 0
    offers: int = 0
    problems: int = 0
    missing: dict[Missing, list[str]] = field(default_factory=dict)

    def events(self, name: str) -> Iterator[CatalogEvent]:
        """The file's notes and the problems that are told once for all its records."""
        unknown = 0
        for lacking, where in self.missing.items():
            if lacking.what == "assessment":
                unknown += 1
                continue
            often = f" and {len(where) - 1} more" if len(where) > 1 else ""
            yield Problem(
                where[0] + often,
                f"{lacking.property} refers to the {lacking.what} {lacking.reference}, which none of the files has.",
                "Import its file too; until then the field is unknown.",
            )
        if unknown:
            yield Note(f"{name}: {unknown} required assessments are in none of the files; what they test is unknown.")
        if self.mentions:
            yield Note(
                f"{name}: {self.mentions} nodes only mention what another node of the same address describes more fully."
            )
        if self.edited:
            yield Note(
                f"{name}: {self.edited} of its records changed after their export; what their CTDL terms say counts."
            )
        told = self.tally
        if told.taken + told.partly + told.left:
            yield Note(
                f"{name}: of the statements of its records {told.taken} fill fields wholly, {told.partly} in part, and {told.left} fit none; "
                "what no field holds is kept for the export."
            )
        for kind, number in self.aside.items():
            why = "what a person holds is no offer" if kind == _HELD else "they are no credentials"
            yield Note(f"{name}: {number} {kind} left aside: {why}.")
        if self.offers or self.problems or self.missing or self.aside or self.mentions:
            return
        if self.served:
            what = ", ".join(f"{number} {kind}" for kind, number in self.served.items())
            yield Note(f"{name}: {what}, read for the records that refer to them; nothing in the file can be earned.")
        else:
            yield Note(f"{name}: there is no node of CTDL in it.")


def read_files(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """All files, twice: first for what the records refer to, then record by record."""
    graph = Graph()
    for file in files:
        for found in found_in(file):
            if isinstance(found, Found):
                graph.add(found)
    once = Once()
    for file in files:
        report = _Report()
        for found in found_in(file):
            for event in _events(found, graph, settings, once, report):
                report.offers += isinstance(event, Offer)
                report.problems += isinstance(event, Problem)
                yield event
        yield from report.events(file.name)


def _events(
    found: Found | Held | Problem, graph: Graph, settings: Settings, once: Once, report: _Report
) -> Iterator[CatalogEvent]:
    if isinstance(found, Problem):
        yield found
    elif isinstance(found, Held):
        report.aside[_HELD] += 1
    elif graph.is_offer(found.node, found.scope) and graph.is_mention(found):
        report.mentions += 1
    elif graph.is_offer(found.node, found.scope):
        yield from _offer(found, graph, settings, once, report)
    else:
        kind = next(iter(types(found.node)), "nodes without a type")
        serves = kind in _SERVE or kind.endswith("Component")
        (report.served if serves else report.aside)[kind] += 1


def _offer(found: Found, graph: Graph, settings: Settings, once: Once, report: _Report) -> Iterator[CatalogEvent]:
    node, missing = graph.joined(found)
    believed, stale = _believed(found.node)
    key = believed.id if believed else _key(node)
    if not words(node.get("ceterms:name")) or not key:
        lacks = "name" if key else "name or address"
        yield Problem(
            found.where, f"This {types(node)[0]} has no {lacks}, so it cannot be used.", "Give it `ceterms:name`."
        )
        return
    again = once.again(key, found.node, found.where)
    if again:
        if isinstance(again, Problem):
            yield again
        return
    report.edited += stale
    credential = believed
    if credential is None:
        page = reference(node.get("ceterms:subjectWebpage"))
        source = imported(page if is_address(page) else reference(node), found.updated or settings.as_of, found.where)
        reading = Reading(f"{found.where} ({key})", source)
        credential = _credential(node, key, reading, report.tally)
        yield from reading.problems
        for lacking in missing:
            report.missing.setdefault(lacking, []).append(reading.where)
    yield Offer(key, credential, _text(node, credential), found.where, own=believed is not None)


def _credential(node: Node, key: str, reading: Reading, tally: Tally) -> Credential:
    said = read(node, reading, tally)
    values: dict[str, Any] = dict(said.fields)
    own = identifier_of(node)
    names = values.pop("identifiers", ())
    if own:
        names = (own, *(n for n in names if n != own))
    return Credential(id=proposed_id(SCHEME, key), identifiers=names, kept=said.kept, **values)


def _believed(node: Node) -> tuple[Credential | None, bool]:
    """The record in a node's extension, while it says what the node says; whether it does no more."""
    if EXTENSION not in node:
        return None, False
    try:
        json.dumps(node[EXTENSION], allow_nan=False)
        credential = decode(node[EXTENSION])
    except ValueError:
        return None, True
    own = as_node((name, e) for name, value in node.items() if name != EXTENSION for e in elements(value))
    again = compact_node(node_of(credential))
    same = canonical_json(_sorted(own)) == canonical_json(_sorted(again))
    return (credential, False) if same else (None, True)


def _sorted(node: Node) -> dict[str, list[str]]:
    return {name: sorted(canonical_json(e) for e in elements(value)) for name, value in node.items()}


def _key(node: Node) -> str:
    """The registry's name for it, else its address, else the words that tell it from others."""
    own = identifier_of(node)
    if own and own.scheme == "ctid":
        return own.value
    name = line(words(node.get("ceterms:name")))
    if own and reference(node) and not reference(node).startswith(("_:", OWN)):
        return own.value if own.scheme == "url" else str(own)
    owner = next(
        (line(words(o.get("ceterms:name"))) for o in elements(node.get("ceterms:ownedBy")) if isinstance(o, dict)), ""
    )
    page = own.value if own else ""
    return " | ".join(p for p in (name, owner, page) if p)


def _text(node: Node, credential: Credential) -> str:
    """What the record says of itself, to read skills in."""
    texts = [credential.description.get(""), *(s.name for s in credential.stated)]
    for name in _TEXTS:
        for value in elements(node.get(name)):
            about = value.get("ceterms:targetNodeName", value) if isinstance(value, dict) else value
            texts += all_words(about)
    texts += [p.text for p in credential.prerequisites]
    return "\n".join(dict.fromkeys(plain(t) for t in texts if t))


SOURCE = CatalogSource("CTDL JSON-LD of the Credential Registry", (".json", ".jsonld"), read_files)
