"""One badge class (Open Badges 1.x, 2.x) or achievement (3.0), as what can be earned.

Terms: https://www.imsglobal.org/spec/ob/v2p0/ and https://www.imsglobal.org/spec/ob/v3p0/; the extensions for assessment and for the
accreditation of the issuer are 1EdTech's, those for credits, study load, level and language are edubadges'.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from credlens.catalog.sources.openbadges.criteria import assessments as named_in
from credlens.catalog.sources.openbadges.criteria import narrative
from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import ects, validity
from credlens.catalog.values.facts import known
from credlens.catalog.values.kinds import Kind, of_achievement
from credlens.catalog.values.languages import language
from credlens.catalog.values.listed import listed
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, distinct, proposed_id
from credlens.catalog.values.text import line, plain
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    Credential,
    CreditValue,
    Organisation,
    RecognitionClaim,
    Verification,
)
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Classification, Identifier, Kept, Relation, RelationKind, StatedSkill
from credlens.model.quantity import Hours

Record = dict[str, Any]

_REGISTRY = re.compile(r"credentialengineregistry\.org/(?:resources|graph)/(ce-[0-9a-f-]{36})", re.IGNORECASE)
_EQF = re.compile(r"data\.europa\.eu/snb/eqf/([1-8])$")
_ISCED = re.compile(r"data\.europa\.eu/snb/isced-f/(\d{2,4})$")
_OCCUPATION = re.compile(r"data\.europa\.eu/esco/occupation/([0-9a-f-]{36})$")
_RUBRICS = frozenset({"CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel"})
# The extension's three words for what is assessed, by the nearest of the European Learning Model's types.
_ASSESSED = {
    "exam": AssessmentType.WRITTEN_EXAM,
    "performance": AssessmentType.PRACTICAL,
    "artifact": AssessmentType.ARTEFACT,
}
_KEPT = ("fieldOfStudy", "specialization", "humanCode", "resultDescription")


def key_of(record: Record) -> str:
    """Its own name: the address it is published at, or what its criteria and issuer make of it."""
    own = jsonld.address_of(record) or record.get("openBadgeId") or record.get("entityId")
    if isinstance(own, str) and own:
        return own
    issuer = record.get("issuer", record.get("creator"))
    maker = jsonld.address_of(issuer) or line(jsonld.node(issuer).get("name")) or line(issuer)
    return "/".join(p for p in (maker, line(record.get("name"))) if p)


def page_of(record: Record) -> str:
    """The page that says what has to be done for it, or else where it is published; empty when neither is an address."""
    criteria = record.get("criteria")
    pages = (jsonld.address_of(criteria), record.get("criteriaUrl"), key_of(record))
    return next((p for p in pages if isinstance(p, str) and is_address(p)), "")


def achievement(record: Record, maker: Record, claims: list[Record], reading: Reading) -> Credential:
    """The credential.

    Args:
        record: the class or achievement; it has a name.
        maker: the profile of who defined it; empty when nobody says more than an address.
        claims: endorsements of it that stand in other documents.
    """
    source, key = reading.source, key_of(record)
    stated, eqf, classified, related = _aligned(record, reading)
    extensions = _extensions(record)
    kind = _kind(record)
    hours, credit = _load(record, extensions, maker, reading)
    tongue = language(_value(extensions, "LanguageExtension", "Language") or record.get("inLanguage"))
    level = reading.number("EQFExtension", _value(extensions, "EQFExtension", "EQF"), 8) or None
    return Credential(
        id=proposed_id("openbadge", key),
        title=line(record.get("name")),
        identifiers=_identifiers(record, key),
        description=known(plain(record.get("description")) or None, source),
        version=known(line(record.get("version")) or None, source),
        kind=known(kind.kind if kind else None, source),
        evidence_class=known(kind.evidence_class if kind else None, source),
        issuer=known(_organisation(maker), source),
        official_url=known(page_of(record) or None, source),
        eqf=known(int(level) if level else eqf, source),
        languages=known((tongue,) if tongue else None, source),
        hours=hours,
        stated=distinct([*stated, *_tags(record, reading)]),
        assessment=_assessments(record, extensions, reading),
        accreditation=_accreditations(maker, reading),
        recognition=_endorsements(record, claims, reading),
        credit=credit,
        relations=(*related, *_related(record, reading)),
        classifications=classified,
        validity=known(_expiry(record), source),
        verification=_verification(record, key, reading),
        kept=_kept(record),
    )


def text_of(record: Record) -> str:
    """What it says of itself: what it is for, what has to be done for it, and what one can do then."""
    parts = [
        plain(record.get("description")),
        narrative(record),
        plain(_value(_extensions(record), "LearningOutcomeExtension", "LearningOutcome")),
        *(plain(record.get(name)) for name in ("fieldOfStudy", "specialization")),
    ]
    return "\n\n".join(dict.fromkeys(p for p in parts if p))


def is_version_3(record: Record) -> bool:
    """Whether it is an achievement of version 3, which is not hosted but signed."""
    return "Achievement" in jsonld.types(record)


def _identifiers(record: Record, key: str) -> tuple[Identifier, ...]:
    found = [Identifier("openbadge", key)] if ":" in key else []  # a name alone may be another badge's, too
    page = canonical(key)
    found += [Identifier("url", page)] if page else []
    for other in jsonld.nodes(record.get("otherIdentifier")):
        value = line(other.get("identifier"))
        if re.fullmatch(r"ce-[0-9a-f-]{36}", value):
            found.append(Identifier("ctid", value))
    return tuple(found)


def _kind(record: Record) -> Kind | None:
    stated = record.get("achievementType")
    if isinstance(stated, str) and stated.strip():
        return of_achievement(stated)
    # A badge class is an open badge by definition; an achievement may be anything from an assignment to a degree.
    return None if is_version_3(record) else Kind("OpenBadge", None)


def _organisation(maker: Record) -> Organisation | None:
    return organisation(jsonld.words(maker.get("name")))


def _aligned(
    record: Record, reading: Reading
) -> tuple[list[StatedSkill], int | None, tuple[Classification, ...], tuple[Relation, ...]]:
    """What its alignments point to: skills, a level, an occupation or subject, the same credential in a registry."""
    skills: list[StatedSkill] = []
    level: int | None = None
    classified: list[Classification] = []
    related: list[Relation] = []
    for target in jsonld.nodes(record.get("alignment", record.get("alignments"))):
        name = jsonld.words(target.get("targetName", target.get("name")))
        address = jsonld.address_of(target.get("targetUrl", target.get("url", target.get("target_url"))))
        code, kind = line(target.get("targetCode")), line(target.get("targetType"))
        if found := _EQF.search(address):
            level = int(found[1])
        elif kind.casefold() in {"ext:eqflevel", "ext:eqf"} and re.fullmatch("[1-8]", code):
            level = int(code)
        elif found := _REGISTRY.search(address):
            same = kind in {"ceterms:Credential", "CTDL"}
            related += [Relation(RelationKind.EQUIVALENT, f"ctid:{found[1]}", (reading.source,), name)] if same else []
            skills += [] if same else [StatedSkill(name or found[1], (reading.source,), address, code or found[1])]
        elif kind == "ceterms:Credential" and address:
            page = canonical(address)
            related += [Relation(RelationKind.EQUIVALENT, f"url:{page}", (reading.source,), name)] if page else []
        elif (found := _ISCED.search(address)) or (found := _OCCUPATION.search(address)):
            scheme = "isced-f" if "isced" in address else "esco"
            classified.append(Classification(scheme, found[1], name, (reading.source,)))
        elif name and kind not in _RUBRICS:
            skills.append(StatedSkill(name, (reading.source,), address if is_address(address) else "", code))
    return skills, level, tuple(classified), tuple(related)


def _tags(record: Record, reading: Reading) -> Iterator[StatedSkill]:
    """Its tags: mostly skills, sometimes anything else."""
    tags = jsonld.many(record.get("tag", record.get("tags")))
    words = (word for tag in tags for word in listed(tag))
    source = reading.remarked("one of its tags")
    return (StatedSkill(word, (source,)) for word in words)


def _extensions(record: Record) -> Mapping[str, Any]:
    """Its extensions, by their name without prefix: at the top (version 2), or in a mapping of their own (as platforms export them)."""
    inside = record.get("extensions")
    every = {**record, **(inside if isinstance(inside, dict) else {})}
    return {
        k.removeprefix("extensions:"): v
        for k, v in every.items()
        if isinstance(v, dict | list) and k[:10] == "extensions"
    }


def _value(extensions: Mapping[str, Any], name: str, member: str) -> Any:
    return jsonld.node(extensions.get(name)).get(member)


def _load(
    record: Record, extensions: Mapping[str, Any], maker: Record, reading: Reading
) -> tuple[Fact[Hours], tuple[CreditValue, ...]]:
    """Its workload and its credit."""
    by, source = line(jsonld.words(maker.get("name"))), (reading.source,)
    points = reading.number("ECTS", _value(extensions, "ECTSExtension", "ECTS") or record.get("ECTS"), 500)
    units = reading.number("creditsAvailable", record.get("creditsAvailable"), 1000)
    credit = [CreditValue("ECTS", points, source, by=by)] if points else []
    if units and not points:
        credit.append(CreditValue("credit hours", units, source, "the badge does not say of which system", by=by))
    for name, member in (("StudyLoadExtension", "StudyLoad"), ("TimeInvestmentExtension", "TimeInvestment")):
        hours = reading.number(name, _value(extensions, name, member))
        if hours:
            return known(Hours(hours, hours), reading.source, note="stated by the badge"), tuple(credit)
    if not points:
        return not_looked_up(), tuple(credit)
    load = ects(points)
    return known(load.hours, reading.source, note=load.how), tuple(credit)


def _assessments(record: Record, extensions: Mapping[str, Any], reading: Reading) -> tuple[Assessment, ...]:
    """Both versions of the assessment extension: a list called ``assessments``, earlier ``assessment``; else what the criteria name."""
    named = [v for k, v in extensions.items() if k.casefold() in {"assessment", "assessmentextension"}]
    named += jsonld.many(record.get("assessments"))
    found: list[Assessment] = []
    for extension in (n for value in named for n in jsonld.nodes(value)):
        inner = jsonld.nodes(extension.get("assessments", extension.get("assessment"))) or [extension]
        for one in inner:
            stated = [*jsonld.many(one.get("assessmentType")), *jsonld.types(one)]
            types = [_ASSESSED[t.casefold()] for t in stated if isinstance(t, str) and t.casefold() in _ASSESSED]
            if not types:
                reading.problem("assessmentExtension", "An assessment says neither Exam, Performance nor Artifact.")
                continue
            group = one.get("hasGroupParticipation")
            found.append(
                Assessment(
                    types[0],
                    (reading.source,),
                    group=group if isinstance(group, bool) else None,
                    condition=line(one.get("assessmentOutput")),
                )
            )
    if not found:
        return named_in(narrative(record), reading.source)
    mark = _pass_mark(record)
    if len(found) == 1 and mark is not None:
        return (
            Assessment(
                found[0].type, found[0].sources, pass_mark=mark, group=found[0].group, condition=found[0].condition
            ),
        )
    return tuple(found)


def _pass_mark(record: Record) -> float | None:
    """The percentage that is required, when one result is described and it is a percentage."""
    described = jsonld.nodes(record.get("resultDescription"))
    if len(described) != 1 or described[0].get("resultType") != "Percent":
        return None
    found = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%?", line(described[0].get("requiredValue")))
    return float(found[1]) if found and float(found[1]) <= 100 else None


def _accreditations(maker: Record, reading: Reading) -> tuple[Accreditation, ...]:
    """Who accredits the issuer: the institution, not this badge."""
    found = _extensions(maker)
    named = [n for k, v in found.items() if k.casefold().startswith("issueraccreditation") for n in jsonld.nodes(v)]
    return tuple(
        Accreditation("institution", "", name, (reading.source,), since=day(n.get("accreditationDate")))
        for n in named
        if (name := jsonld.words(n.get("name")))
    )


def _endorsements(record: Record, claims: list[Record], reading: Reading) -> tuple[RecognitionClaim, ...]:
    """Who endorses it. Nobody has checked the endorsement's signature here."""
    out: dict[tuple[str, str], RecognitionClaim] = {}
    for claim in [*jsonld.nodes(record.get("endorsement")), *claims]:
        subject = jsonld.node(claim.get("credentialSubject", claim.get("claim")))
        by = jsonld.words(jsonld.node(claim.get("issuer")).get("name"))
        if not by:
            continue
        about = jsonld.address_of(subject)
        said = [line(subject.get("endorsementComment"))]
        said += [f"said of {about}"] if about and about != key_of(record) else []
        said += [f"until {until.isoformat()}"] if (until := day(claim.get("validUntil"))) else []
        note = "; ".join(s for s in said if s)
        out.setdefault((by, note), RecognitionClaim(by, "endorsement", (reading.source,), note))
    return tuple(out.values())


def _related(record: Record, reading: Reading) -> Iterator[Relation]:
    """Other versions and translations of it, which the specification calls the same for most purposes."""
    for other in jsonld.nodes(record.get("related")):
        target = jsonld.address_of(other)
        said = [f"version {line(other.get('version'))}"] if other.get("version") else []
        said += [f"in {line(other.get('inLanguage'))}"] if other.get("inLanguage") else []
        if target:
            yield Relation(RelationKind.EQUIVALENT, f"openbadge:{target}", (reading.source,), note=", ".join(said))


def _expiry(record: Record) -> Any:
    """How long badges of the class hold, where a platform's export says so: ``{"amount": 2, "duration": "years"}``."""
    expires = record.get("expires")
    if not isinstance(expires, dict):
        return None
    return validity(f"{expires.get('amount')} {expires.get('duration')}")


def _verification(record: Record, key: str, reading: Reading) -> Fact[Verification]:
    if is_version_3(record):
        return known(Verification("open_badge_3"), reading.source)
    contexts = [c for c in jsonld.many(record.get("@context")) if isinstance(c, str)]
    second = any(re.search(r"openbadges/v2|/ob/v2p", c) for c in contexts) or "openBadgeId" in record
    if not second:
        return not_looked_up()
    host = urlsplit(key).hostname or "" if is_address(key) else ""
    return known(Verification("open_badge_2", host), reading.source)


def _kept(record: Record) -> tuple[Kept, ...]:
    left = {name: record[name] for name in _KEPT if record.get(name)}
    if said := narrative(record):  # a page that says it is the address of the badge
        left["criteria"] = said
    return (Kept("openbadges", json.dumps(left, ensure_ascii=False, sort_keys=True)),) if left else ()
