"""One course, programme or credential of schema.org, as what can be earned.

Terms: https://schema.org/Course, /CourseInstance, /EducationalOccupationalProgram, /EducationalOccupationalCredential.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pycountry

from credlens.catalog.sources.schema_org.offers import Record, costs
from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import Workload, validity, weekly, workload
from credlens.catalog.values.facts import known
from credlens.catalog.values.kinds import Kind, of_ctdl, of_words
from credlens.catalog.values.languages import language
from credlens.catalog.values.levels import level
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, distinct, proposed_id
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
    DeliveryMode,
    Identifier,
    OutcomeFigure,
    Rating,
    Relation,
    RelationKind,
    Schedule,
    StatedSkill,
)
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias

CREDENTIALS = frozenset({"EducationalOccupationalCredential"})
PROGRAMMES = frozenset({"EducationalOccupationalProgram", "WorkBasedProgram"})
COURSES = frozenset({"Course"})
OFFERS = CREDENTIALS | PROGRAMMES | COURSES

_MODES = (
    (re.compile(r"\b(?:blended|hybrid|mixed)\b", re.IGNORECASE), DeliveryMode.BLENDED),
    (re.compile(r"\b(?:online|distance|virtual|remote)\b", re.IGNORECASE), DeliveryMode.ONLINE),
    (re.compile(r"\b(?:on-?site|in[ -]person|face[ -]to[ -]face|on[ -]?campus|classroom|presential)\b", re.IGNORECASE), DeliveryMode.ONSITE),
)  # fmt: skip
_MOST_HOURS = 20_000  # ten years of full-time work: beyond that a page made a slip
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
    provider = _organisation(record, "provider", "offeredBy")
    name = jsonld.words(record.get("courseCode")) or jsonld.words(record.get("name"))
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
    issued = _organisation(record, "issuedBy", "creator") if kinds & CREDENTIALS else None
    hours, duration = _time(record, reading)
    months = validity(_duration(record.get("validFor")))
    if record.get("validFor") and months is None:
        reading.problem("validFor", f"{jsonld.words(record['validFor'])[:40]!r} is no duration.")
    stated = _level(record)
    return Credential(
        id=proposed_id("schema-org", key),
        title=jsonld.words(record.get("name")),
        aliases=tuple(Alias(text) for text in jsonld.all_words(record.get("alternateName"))),
        identifiers=(Identifier("url", page),) if page else (),
        description=known(jsonld.words(record.get("description")) or None, source),
        version=known(jsonld.words(record.get("version")) or None, source),
        kind=known(kind.kind if kind else None, source),
        evidence_class=known(kind.evidence_class if kind else None, source),
        issuer=known(issued, source),
        provider=known(_organisation(record, "provider"), source),
        official_url=known(address or None, source),
        jurisdictions=known(_countries(record) or None, source),
        level=known(stated if isinstance(stated, CredentialLevel) else None, source),
        eqf=known(stated if isinstance(stated, int) else None, source),
        languages=known(_languages(record) or None, source),
        hours=hours,
        duration=duration,
        schedule=known(_schedule(record), source),
        mode=known(_mode(record), source),
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
        validity=known(months, source),
        free_aid=known("; ".join(jsonld.all_words(_names(record.get("financialAidEligible")))) or None, source),
        absent=_absent(record, reading),
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


def _organisation(record: Record, *roles: str) -> Organisation | None:
    """Who has one of these roles; a person is no organisation, and is not read."""
    stated = [
        v
        for role in roles
        for v in jsonld.many(record.get(role))
        if not (isinstance(v, dict) and "Person" in jsonld.types(v))
    ]
    return organisation(next((n for n in jsonld.all_words(_names(stated)) if not is_address(n)), ""))


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


def _instances(record: Record) -> list[Record]:
    return jsonld.nodes(record.get("hasCourseInstance"))


def _duration(value: Any) -> str:
    """A duration: ISO 8601 or words, or an object with a name or value."""
    if isinstance(value, dict):
        return jsonld.words(value.get("name", value.get("value", value)))
    return jsonld.words(value)


def _time(record: Record, reading: Reading) -> tuple[Fact[Hours], Fact[Months]]:
    """Workload and calendar time: of its instances the least and the most, or else what the whole course says."""
    loads = [
        w for i in _instances(record) for w in (workload(_duration(i.get("courseWorkload"))), _of_schedule(i, reading))
    ]
    loads += [_of_schedule(record, reading)]
    if not any(w.hours for w in loads):
        loads += [
            workload(_duration(record.get(name)))
            for name in ("courseWorkload", "timeRequired", "timeToComplete", "duration")
        ]
    hours = [(w.hours, w.how) for w in loads if w.hours]
    months = [w.months for w in loads if w.months]
    work: Fact[Hours] = not_looked_up()
    if hours:
        how = "; ".join(dict.fromkeys(h for _, h in hours if h))
        work = known(Hours(min(h.min for h, _ in hours), max(h.max for h, _ in hours)), reading.source, note=how)
    calendar = Months(min(m.min for m in months), max(m.max for m in months)) if months else None
    return work, known(calendar, reading.source)


def _of_schedule(instance: Record, reading: Reading) -> Workload:
    """``courseSchedule``: so many weeks, days or months (``repeatCount``) at so many hours each (``duration``)."""
    schedule = jsonld.node(instance.get("courseSchedule"))
    count = reading.number("courseSchedule.repeatCount", jsonld.words(schedule.get("repeatCount")), 2000)
    each = workload(_duration(schedule.get("duration"))).hours
    often = jsonld.words(schedule.get("repeatFrequency")).casefold()
    if not count:
        return Workload(None, None, "")
    if often in {"weekly", "p1w", "p7d"}:
        return weekly((count, count), (each.min, each.max) if each else (0, 0))
    days = {"daily": 12 / 365, "p1d": 12 / 365, "monthly": 1.0, "p1m": 1.0}.get(often)
    if days is None:
        return Workload(None, None, "")
    months = Months(round(count * days, 2), round(count * days, 2))
    if each is None or each.max * count > _MOST_HOURS:
        return Workload(None, months, "")
    return Workload(each.scaled(count), months, f"{count:g} times {each}, {often}")


def _schedule(record: Record) -> Schedule | None:
    modes = " ".join(jsonld.words(m) for i in (record, *_instances(record)) for m in jsonld.many(i.get("courseMode")))
    pace = True if re.search(r"self[- ]?paced", modes, re.IGNORECASE) else None
    starts = {d for i in (record, *_instances(record)) for v in jsonld.many(i.get("startDate")) if (d := _day(v))}
    deadlines = [d for v in jsonld.many(record.get("applicationDeadline")) if (d := _day(v))]
    found = Schedule(pace, tuple(sorted(starts)), min(deadlines, default=None))
    return found if found != Schedule() else None


def _day(value: Any) -> date | None:
    return day(jsonld.words(value))


def _mode(record: Record) -> DeliveryMode | None:
    """The one mode there is; several instances of different modes are to choose from."""
    found: set[DeliveryMode] = set()
    for place in (record, *_instances(record)):
        stated = [v for name in ("courseMode", "educationalProgramMode") for v in jsonld.many(place.get(name))]
        modes = {
            mode for v in stated for pattern, mode in _MODES if pattern.search(re.sub(r"[_#/]", " ", jsonld.words(v)))
        }
        found |= {DeliveryMode.BLENDED} if DeliveryMode.BLENDED in modes else modes
    return found.pop() if len(found) == 1 else None


def _level(record: Record) -> CredentialLevel | int | None:
    """For whom it is, or its level of the European Qualifications Framework."""
    for words in jsonld.all_words(_names(record.get("educationalLevel"))):
        found = re.fullmatch(r"(?:EQF|European Qualifications Framework)(?: level)? ?([1-8])", words, re.IGNORECASE)
        if found or level(words):
            return int(found[1]) if found else level(words)
    return None


def _languages(record: Record) -> tuple[str, ...]:
    stated = [v for r in (record, *_instances(record)) for v in jsonld.many(r.get("inLanguage"))]
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
