"""European Learning Model, version 3, as JSON-LD: specifications, qualifications and learning opportunities.

They may stand alone, in a graph, or inside European Digital Credentials that somebody holds.
Out of a held credential only what was specified is read, and who awards it. Objects may stand inside each other or be referred to by their
address. A file that this program wrote carries the whole record as well, which counts as long as nobody has changed what stands beside it.
"""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from credlens.catalog.codec import decode
from credlens.catalog.exports.elm import RECORD, standard
from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.elm.record import Record, credential_of, page_of, text_of, title_of
from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import imported
from credlens.catalog.values.jsonfile import records
from credlens.catalog.values.reading import Once, Reading
from credlens.model.credential import Credential
from credlens.model.errors import Problem

_PATHS = ("@graph.item", "item")
_SPECIFICATIONS = frozenset({"LearningAchievementSpecification", "Qualification"})
_SERVING = frozenset(
    {
        "Accreditation", "Agent", "Amount", "AwardingOpportunity", "Concept", "ConceptScheme", "ContactPoint", "CreditPoint", "GradingScheme",
        "Grant", "Group", "Identifier", "LearningAssessmentSpecification", "LearningOutcome", "LegalIdentifier", "Location", "MediaObject",
        "Note", "Organisation", "PeriodOfTime", "PriceDetail", "WebResource",
    }
)  # fmt: skip
_HELD = frozenset({"VerifiableCredential", "EuropeanDigitalCredential"})
_PREFIX = re.compile(r"(?:elm|dc|dct|dcterms|skos|rov|foaf|adms|org|schema):(?=\w)")
# The same property under the names of the ontology, of the context's earlier versions, and with prefixes.
_NAMES = {
    "dc:type": "dcType", "dct:type": "dcType", "dcterms:type": "dcType", "EQFLevel": "eqfLevel", "NQFLevel": "nqfLevel",
    "ISCEDFCode": "thematicArea", "contentUrl": "contentURL", "modified": "dateModified", "issued": "dateIssued",
}  # fmt: skip


@dataclass(slots=True)
class _Graph:
    """What other objects of the files say, and what was met that is no offer.

    Attributes:
        nodes: by address.
        taught: how many opportunities lead to the specification of an address.
        pages: by home page, which specifications or opportunities have it.
        aside: types of other objects.
    """

    nodes: dict[str, Record] = field(default_factory=dict)
    taught: Counter[str] = field(default_factory=Counter)
    pages: dict[str, set[str]] = field(default_factory=dict)
    aside: Counter[str] = field(default_factory=Counter)

    def resolve(self, value: Any) -> list[Record]:
        """The objects of a property; a plain reference is the object of that address, where the files have it."""
        found = []
        for one in jsonld.many(value):
            address = jsonld.address_of(one)
            alone = isinstance(one, str) or (isinstance(one, dict) and one.keys() <= {"id", "@id", "type", "@type"})
            if alone and address in self.nodes:
                found.append(self.nodes[address])
            elif isinstance(one, dict):
                found.append(one)
        return found


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The offers of all files. They are gone through twice: what is referred to may stand behind what refers to it."""
    graph = _Graph()
    for file in files:
        for event in records(file, *_PATHS):
            if not isinstance(event, Problem):
                _note(_plain_names(event[1]), graph)
    once = Once()
    for file in files:
        empty = True
        for event in records(file, *_PATHS):
            if isinstance(event, Problem):
                yield event
                empty = False
                continue
            place, record = event
            for out in _events(place, record, graph, once, settings):
                empty = False
                yield out
            empty = empty and not (_SERVING | _SPECIFICATIONS) & set(jsonld.types(record))
        if empty:
            yield Problem(
                file.name,
                "There is no specification, qualification or learning opportunity in it.",
                "Give JSON-LD of the European Learning Model, version 3.",
            )
    for kind, number in sorted(graph.aside.items()):
        yield Note(f"{number} {kind} left aside: not something that can be earned")


def _plain_names(value: Any) -> Any:
    """The record with the short names of the context, whatever it was written with."""
    if isinstance(value, list):
        return [_plain_names(v) for v in value]
    if not isinstance(value, dict):
        return value
    return {_plain_name(k): (v if k == RECORD else _plain_names(v)) for k, v in value.items()}


@functools.lru_cache(maxsize=1024)
def _plain_name(name: str) -> str:
    short = name if name == RECORD else _PREFIX.sub("", name)
    return _NAMES.get(name) or _NAMES.get(short) or short


def _note(record: Record, graph: _Graph) -> None:
    """Keep an object for those that refer to it."""
    address = jsonld.address_of(record)
    stated = set(jsonld.types(record))
    if address and RECORD not in record and not _HELD & stated:
        graph.nodes.setdefault(address, record)
    if "LearningOpportunity" in stated:
        for specification in jsonld.many(record.get("learningAchievementSpecification")):
            graph.taught[jsonld.address_of(specification)] += 1
            address = jsonld.address_of(specification) or address
    if "LearningOpportunity" in stated or stated & _SPECIFICATIONS:
        for one in (record, jsonld.node(record.get("learningAchievementSpecification"))):
            if page := canonical(page_of(one, {}, graph.resolve)):
                graph.pages.setdefault(page, set()).add(address)


def _events(place: str, raw: Record, graph: _Graph, once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    stated = set(jsonld.types(raw))
    record = _plain_names(raw)
    if "LearningOpportunity" in stated:
        found = graph.resolve(record.get("learningAchievementSpecification"))
        yield from _offer(place, raw, found[0] if found else {}, record, [], graph, once, settings)
    elif stated & _SPECIFICATIONS:
        if not graph.taught[jsonld.address_of(record)]:  # else the opportunity is the offer
            yield from _offer(place, raw, record, {}, [], graph, once, settings)
    elif stated & _HELD:
        yield from _held(place, record, graph, once, settings)
    elif not stated & _SERVING:
        kind = next(iter(jsonld.types(raw)), "")
        if not kind:
            yield Problem(place, "The object has no type.", "It is left out.")
        else:
            graph.aside[kind] += 1


def _held(place: str, record: Record, graph: _Graph, once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    """What was specified for the claims of a credential that somebody holds."""
    for subject in graph.resolve(record.get("credentialSubject")):
        for claim in graph.resolve(subject.get("hasClaim", subject.get("achieved"))):
            awarded = graph.resolve(claim.get("awardedBy"))
            bodies = [b for a in awarded for b in graph.resolve(a.get("awardingBody"))]
            for specification in graph.resolve(claim.get("specifiedBy")):
                if set(jsonld.types(specification)) & _SPECIFICATIONS:
                    bodies = bodies or graph.resolve(record.get("issuer"))
                    yield from _offer(place, specification, specification, {}, bodies, graph, once, settings)


def _offer(
    place: str,
    raw: Record,
    specification: Record,
    opportunity: Record,
    bodies: list[Record],
    graph: _Graph,
    once: Once,
    settings: Settings,
) -> Iterator[CatalogEvent]:
    title = title_of(specification, opportunity)
    if not title:
        yield Problem(place, "It has no title.", "It is left out; give it a `title`.")
        return
    whole = _whole(raw) if RECORD in raw else None
    key = whole.id if whole else _key(specification, opportunity, title, graph)
    again = once.again(key, raw, place)
    if isinstance(again, Problem):
        yield again
    if again:
        return
    text = text_of(specification, opportunity, graph.resolve)
    if RECORD in raw:
        if whole is not None:
            yield Offer(key, whole, text, place, own=True)
            return
        yield Note(
            f"{place}: its own terms are read, since they say something else than the record that stands beside them"
        )
    changed = (day(jsonld.words(r.get("dateModified"))) for r in (opportunity, specification))
    page = next((p for p in (key, jsonld.address_of(opportunity)) if is_address(p)), None)
    reading = Reading(place, imported(page, next((d for d in changed if d), settings.as_of), place))
    home = canonical(page_of(specification, opportunity, graph.resolve)) or ""
    shared = len(graph.pages.get(home, ())) > 1
    credential = credential_of(specification, opportunity, bodies, graph.resolve, reading, key, shared=shared)
    yield from reading.problems
    yield Offer(key, credential, text, place)


def _key(specification: Record, opportunity: Record, title: str, graph: _Graph) -> str:
    """The address of the specification, or else of the opportunity, as when a specification has several.

    Where an address counts only inside its document, it is a notation, or else the title.
    """
    own = [jsonld.address_of(r) for r in (specification, opportunity)]
    if graph.taught[own[0]] > 1:
        own.reverse()
    lasting = next((a for a in own if a and not a.startswith(("urn:epass:", "_:"))), "")
    if lasting:
        return lasting
    notations = [
        f"{jsonld.words(i.get('schemeName'))}/{n}"
        for r in (specification, opportunity)
        for i in graph.resolve(r.get("identifier"))
        if (n := jsonld.words(i.get("notation")))
    ]
    return next(iter(notations), title)


def _whole(raw: Record) -> Credential | None:
    """The record that stands beside the terms, while it says the same as they do; None once they were changed, or it was."""
    try:
        credential = decode(raw[RECORD])
        terms = json.loads(json.dumps(standard(credential)))
    except (ValueError, TypeError, ArithmeticError):
        return None
    return credential if terms == {k: v for k, v in raw.items() if k not in {RECORD, "@context"}} else None


SOURCE = CatalogSource("European Learning Model v3 (JSON-LD)", (".jsonld", ".json"), read)
