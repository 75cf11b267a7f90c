"""One course, programme or credential of schema.org, as what can be earned.

Terms: https://schema.org/Course, /CourseInstance, /EducationalOccupationalProgram, /EducationalOccupationalCredential.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pycountry

from credlens.catalog.sources.schema_org import timing
from credlens.catalog.sources.schema_org.billing import Record
from credlens.catalog.sources.schema_org.offers import costs, status
from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.durations import validity
from credlens.catalog.values.facts import known
from credlens.catalog.values.kinds import Kind, of_ctdl, of_words
from credlens.catalog.values.languages import language
from credlens.catalog.values.levels import level
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, distinct, proposed_id
from credlens.catalog.values.text import line
from credlens.model.credential import (
    Credential,
    CredentialLevel,
    CreditValue,
    Organisation,
    Prerequisite,
    RecognitionClaim,
)
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import (
    Absent,
    Classification,
    Identifier,
    Kept,
    OutcomeFigure,
    Rating,
    Relation,
    RelationKind,
    StatedSkill,
)
from credlens.model.skill import Alias

CREDENTIALS = frozenset({"EducationalOccupationalCredential"})
PROGRAMMES = frozenset({"EducationalOccupationalProgram", "WorkBasedProgram"})
COURSES = frozenset({"Course"})
OFFERS = CREDENTIALS | PROGRAMMES | COURSES

_NO_PREREQUISITES = re.compile(r"(?:none|no prerequisites?|no prerequisites? (?:are )?required)\.?", re.IGNORECASE)
_SKILLS = ("teaches", "competencyRequired", "assesses", "skills", "about")


def address_of(record: Record) -> str:
    """The address it has of its own; empty when it has none."""
    own = (record.get("url"), jsonld.address_of(record), jsonld.address_of(record.get("mainEntityOfPage")))
    return next((a.strip() for a in own if isinstance(a, str) and is_address(a)), "")


def key_of(record: Record, address: str) -> str:
    """Its own name: its address, or else its course code with who offers it, or its name."""
    if address:
        return address
    provider, _ = _organisations(record, "provider", "offeredBy")
    name = line(jsonld.words(record.get("courseCode")) or jsonld.words(record.get("name")))
    return "/".join(p for p in (str(provider or ""), name) if p)


def credential_of(record: Record, key: str, address: str, reading: Reading) -> Credential:
    """The credential.

    Args:
        address: of a page on it; it is its name only when it is the key.
    """
    source = reading.source
    kinds = set(jsonld.types(record))
    page = canonical(address) if address == key else None
    kind = _kind(record, kinds)
    issued, issuer_note = _organisations(record, "issuedBy", "creator") if kinds & CREDENTIALS else (None, "")
    hours, months = timing.load(record, reading)
    provided, provider_note = _organisations(record, "provider")
    held = validity(timing.duration(record.get("validFor")))
    if record.get("validFor") and held is None:
        reading.problem("validFor", f"{jsonld.words(record['validFor'])[:40]!r} is no duration.")
    stated = _level(record)
    return Credential(
        id=proposed_id("schema-org", key),
        title=line(jsonld.words(record.get("name"))),
        aliases=tuple(Alias(line(text)) for text in jsonld.all_words(record.get("alternateName"))),
        identifiers=(Identifier("url", page),) if page else (),
        description=known(jsonld.words(record.get("description")) or None, source),
        version=known(jsonld.words(record.get("version")) or None, source),
        kind=known(kind.kind if kind else None, source),
        evidence_class=known(kind.evidence_class if kind else None, source),
        status=status(record, reading),
        issuer=known(issued, source, note=issuer_note),
        provider=known(provided, source, note=provider_note),
        official_url=known(address or None, source),
        jurisdictions=known(_countries(record) or None, source),
        level=known(stated if isinstance(stated, CredentialLevel) else None, source),
        eqf=known(stated if isinstance(stated, int) else None, source),
        languages=known(_languages(record) or None, source),
        hours=hours,
        duration=months,
        schedule=known(timing.schedule(record), source),
        mode=known(timing.mode(record), source),
        stated=distinct(_skills(record, reading)),
        costs=costs(record, reading),
        prerequisites=tuple(_prerequisites(record, reading)),
        recognition=tuple(
            RecognitionClaim(by, "endorsement", (source,), "recognised by") for by in jsonld.all_words(_names(record.get("recognizedBy")))
        ),
        credit=_credit(record, reading),
        relations=tuple(_relations(record, reading)),
        classifications=tuple(_classifications(record, reading)),
        outcomes=tuple(_earnings(record, reading)),
        rating=_rating(record, reading),
        validity=known(held, source),
        free_aid=known("; ".join(jsonld.all_words(_names(record.get("financialAidEligible")))) or None, source),
        absent=_absent(record, reading),
        kept=_kept(record),
    )  # fmt: skip


def text_of(record: Record) -> str:
    """What it says of itself: description, what it teaches, the sections of its syllabus."""
    syllabus = jsonld.nodes(record.get("syllabusSections"))
    parts = [jsonld.words(record.get("description"))]
    parts += [
        f"- {w}" for name in ("teaches", "competencyRequired") for w in jsonld.all_words(_names(record.get(name)))
    ]
    parts += [
        " ".join(w for w in (jsonld.words(s.get("name")), jsonld.words(s.get("description"))) if w) for s in syllabus
    ]
    return "\n".join(dict.fromkeys(p for p in parts if p))


def _names(value: Any) -> list[Any]:
    """Texts, and the names of objects."""
    return [v.get("name", v) if isinstance(v, dict) else v for v in jsonld.many(value)]


def _organisations(record: Record, *roles: str) -> tuple[Organisation | None, str]:
    """(who has the first of these roles that is given, a note on the others who have it)."""
    names = next((found for role in roles if (found := _named(record, role))), [])
    others = f"together with {', '.join(names[1:])}" if len(names) > 1 else ""
    return organisation(next(iter(names), "")), others


def _named(record: Record, role: str) -> list[str]:
    """The organisations that have a role; a person is no organisation, and is not read."""
    given = jsonld.many(record.get(role))
    stated = [v for v in given if not (isinstance(v, dict) and "Person" in jsonld.types(v))]
    return list(dict.fromkeys(line(n) for n in jsonld.all_words(_names(stated)) if not is_address(n)))


def _kept(record: Record) -> tuple[Kept, ...]:
    """Those who provide or issue it beside the first one."""
    roles = ("provider", "issuedBy") if CREDENTIALS & set(jsonld.types(record)) else ("provider",)
    left = {role: names for role in roles if len(names := _named(record, role)) > 1}
    return (Kept("schema-org", json.dumps(left, ensure_ascii=False, sort_keys=True)),) if left else ()


def _kind(record: Record, types: set[str]) -> Kind | None:
    """What a credential's category says, or what a course or programme leads to; a course itself where nobody says."""
    awarded = [
        v for f in ("educationalCredentialAwarded", "occupationalCredentialAwarded") for v in jsonld.many(record.get(f))
    ]
    stated = jsonld.many(record.get("credentialCategory"))
    for one in awarded:
        inner = one if isinstance(one, dict) else {}
        stated += [*jsonld.many(inner.get("credentialCategory")), inner.get("name", one)]
    words = jsonld.all_words(_names(stated))
    found = next((k for w in words if (k := of_words(w) or of_ctdl(w))), None)
    if found or types & CREDENTIALS:
        return found
    return Kind("LearningProgram" if types & PROGRAMMES else "Course", None)


def _level(record: Record) -> CredentialLevel | int | None:
    """For whom it is, or its level of the European Qualifications Framework."""
    for words in jsonld.all_words(_names(record.get("educationalLevel"))):
        found = re.fullmatch(r"(?:EQF|European Qualifications Framework)(?: level)? ?([1-8])", words, re.IGNORECASE)
        if found or level(words):
            return int(found[1]) if found else level(words)
    return None


def _languages(record: Record) -> tuple[str, ...]:
    stated = [v for r in (record, *timing.instances(record)) for v in jsonld.many(r.get("inLanguage"))]
    named = [v.get("alternateName") or v.get("name") if isinstance(v, dict) else v for v in stated]
    return tuple(dict.fromkeys(code for n in named if (code := language(jsonld.words(n)))))


def _countries(record: Record) -> tuple[str, ...]:
    """ISO 3166 codes of the countries in which it is valid."""
    found = []
    for words in jsonld.all_words(_names(record.get("validIn"))):
        try:
            found.append(pycountry.countries.lookup(words).alpha_2)
        except LookupError:
            continue
    return tuple(dict.fromkeys(found))


def _skills(record: Record, reading: Reading) -> Iterator[StatedSkill]:
    about = reading.remarked("what it is about")
    aligned = [
        a
        for a in jsonld.nodes(record.get("educationalAlignment"))
        if jsonld.words(a.get("alignmentType")).casefold() in {"teaches", "assesses"}
    ]
    values = [(name, v) for name in _SKILLS for v in jsonld.many(record.get(name))] + [("teaches", a) for a in aligned]
    for name, value in values:
        inner = value if isinstance(value, dict) else {}
        words = jsonld.words(inner.get("name", inner.get("targetName")) if inner else value)
        addresses = (
            inner.get("url"),
            inner.get("targetUrl"),
            jsonld.address_of(inner),
            *jsonld.many(inner.get("sameAs")),
        )
        address = next((a for a in addresses if is_address(a)), "")
        if words and not is_address(words):
            source = about if name == "about" else reading.source
            yield StatedSkill(words, (source,), address, jsonld.words(inner.get("termCode")))


def _prerequisites(record: Record, reading: Reading) -> Iterator[Prerequisite]:
    """A text that nobody can check, or another course that the standard calls required."""
    source = (reading.source,)
    for value in _required(record):
        inner = value if isinstance(value, dict) else {}
        address = next((a for a in (inner.get("url"), jsonld.address_of(value)) if is_address(a)), "")
        words = jsonld.words(inner.get("name", inner.get("targetName")) if inner else value)
        page = canonical(address)
        if page and (not inner or OFFERS & set(jsonld.types(inner))):
            yield Prerequisite(
                hard=True, sources=source, credentials=(f"url:{page}",), text="" if is_address(words) else words
            )
        elif words and not _NO_PREREQUISITES.fullmatch(words):
            yield Prerequisite(hard=False, sources=source, text=words)


def _required(record: Record) -> list[Any]:
    return [v for name in ("coursePrerequisites", "programPrerequisites") for v in jsonld.many(record.get(name))]


def _absent(record: Record, reading: Reading) -> tuple[Absent, ...]:
    """That it asks for nothing, where it says that in so many words."""
    stated = _required(record)
    none = bool(stated) and all(isinstance(v, str) and _NO_PREREQUISITES.fullmatch(v.strip()) for v in stated)
    return (Absent("prerequisites", (reading.source,)),) if none else ()


def _credit(record: Record, reading: Reading) -> tuple[CreditValue, ...]:
    found: list[CreditValue] = []
    for value in jsonld.many(record.get("numberOfCredits")):
        inner = value if isinstance(value, dict) else {"value": value}
        amount = reading.number("numberOfCredits", jsonld.words(inner.get("value")), 1000)
        system = jsonld.words(inner.get("unitText", inner.get("creditType", inner.get("name"))))
        if amount:
            note = "" if system else "the page does not say of which system"
            found.append(CreditValue(system or "credits", amount, (reading.source,), note))
    return tuple(found)


def _relations(record: Record, reading: Reading) -> Iterator[Relation]:
    parts = (
        ("hasCourse", RelationKind.HAS_PART),
        ("hasPart", RelationKind.HAS_PART),
        ("isPartOf", RelationKind.PART_OF),
    )
    for name, kind in parts:
        for other in jsonld.nodes(record.get(name)):
            addresses = (other.get("url"), jsonld.address_of(other))
            page = next((c for a in addresses if (c := canonical(a))), None)
            if page and OFFERS & set(jsonld.types(other)):
                yield Relation(kind, f"url:{page}", (reading.source,), jsonld.words(other.get("name")))


def _classifications(record: Record, reading: Reading) -> Iterator[Classification]:
    """``occupationalCategory``: O*NET-SOC codes, as texts or category codes."""
    for value in jsonld.many(record.get("occupationalCategory")):
        inner = value if isinstance(value, dict) else {}
        words = jsonld.words(inner.get("codeValue", inner.get("termCode", inner.get("name"))) if inner else value)
        if found := re.search(r"\b(\d{2}-\d{4})(?:\.(\d{2}))?\b", words):
            code = found[0]
            name = jsonld.words(inner.get("name")) or words.replace(code, "").strip(" :-")
            yield Classification("soc", code, "" if name == code else name, (reading.source,))


def _earnings(record: Record, reading: Reading) -> Iterator[OutcomeFigure]:
    for pay in jsonld.nodes(record.get("salaryUponCompletion")):
        median = reading.number("salaryUponCompletion", jsonld.words(pay.get("median")), 10_000_000)
        currency = jsonld.words(pay.get("currency"))
        period = jsonld.words(pay.get("duration"))
        if median and currency:
            yield OutcomeFigure(
                "median_earnings", median, (reading.source,), currency, note=f"for {period}" if period else ""
            )


def _rating(record: Record, reading: Reading) -> Fact[Rating]:
    stated = jsonld.node(record.get("aggregateRating"))
    mean = reading.number("aggregateRating", jsonld.words(stated.get("ratingValue")), 100)
    best = reading.number("bestRating", jsonld.words(stated.get("bestRating")), 100) or 5.0
    counts = (stated.get(name) for name in ("ratingCount", "reviewCount"))
    count = next(
        (
            c
            for v in counts
            if (c := reading.number("ratingCount", jsonld.words(v).replace(",", ""), 10**9)) is not None
        ),
        None,
    )
    if mean is None or (not mean and not count):  # sites write 0 while nobody has rated
        return not_looked_up()
    if mean > best:
        reading.problem("aggregateRating", f"A rating of {mean:g} is more than the best one, {best:g}.")
        return not_looked_up()
    return known(Rating(mean, int(count) if count is not None else None, best), reading.source)
