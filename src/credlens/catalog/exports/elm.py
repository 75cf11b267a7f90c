"""European Learning Model, version 3, as JSON-LD.

Each credential is a learning achievement specification or qualification, inside a learning opportunity where something of that is known.
A value goes out in the model's own term where it has one: a workload that is an interval, a subscription's shared key, a rating have none.
The whole record stands beside the terms as ``credlens:record``, so that nothing is lost on the way back; other readers pass it over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pycountry

from credlens.catalog.codec import encode
from credlens.catalog.exports import CatalogExport
from credlens.catalog.values import elm_terms as elm
from credlens.catalog.values.durations import workload
from credlens.catalog.values.languages import language
from credlens.model.credential import Accreditation, CostItem, CostPattern, Credential
from credlens.model.offer import RelationKind, StatedSkill
from credlens.model.quantity import Months

RECORD = "credlens:record"
REFERENCE = "urn:credlens:ref:"
SCHEME = "urn:credlens:scheme:"
NO_TITLE = "Accreditation"  # the model wants one
PATTERNS = {
    CostPattern.FREE: "free",
    CostPattern.FREE_AUDIT_PAID_CERT: "free to attend, paid certificate",
    CostPattern.ONE_OFF: "one-off",
    CostPattern.PER_MONTH: "per month",
    CostPattern.PER_YEAR: "per year",
    CostPattern.PER_ATTEMPT: "per attempt",
    CostPattern.MEMBERSHIP: "membership",
}
_CONTEXT = [elm.CONTEXT, {"credlens": "urn:credlens:", RECORD: {"@type": "@json"}}]

Record = dict[str, Any]


def write(credentials: Iterable[Credential]) -> Iterator[str]:
    """One document, a line for each credential."""
    yield f'{{"@context": {json.dumps(_CONTEXT)},\n"@graph": ['
    before = "\n"
    for credential in credentials:
        record = {**standard(credential), RECORD: encode(credential)}
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def standard(credential: Credential) -> Record:
    """The credential in the model's own terms."""
    specification = _specification(credential)
    opportunity = _opportunity(credential)
    if not opportunity:
        return specification
    return {
        "id": f"{specification['id']}:opportunity",
        "type": "LearningOpportunity",
        "title": specification["title"],
        **opportunity,
        "learningAchievementSpecification": specification,
    }


def _specification(credential: Credential) -> Record:
    own = next((i.value for i in credential.identifiers if i.scheme == "elm" and ":" in i.value), None)
    qualification = credential.eqf.known or bool(credential.accreditation)
    page = credential.official_url.get(None)
    awarding = credential.issuer.get(None)
    notes = [p.text for p in credential.prerequisites if p.text and not p.hard]
    terms: Record = {
        "id": own or f"urn:credlens:credential:{quote(credential.id)}",
        "type": "Qualification" if qualification else "LearningAchievementSpecification",
        "title": elm.text(credential.title),
        "altLabel": elm.text(*(a.text for a in credential.aliases)) if credential.aliases else None,
        "identifier": [_identifier(i.scheme, i.value) for i in credential.identifiers if i.scheme != "elm"],
        "description": _words(credential.description.get("")),
        "dcType": _member("learning-opportunity", elm.KIND_CODES.get(credential.kind.get(""))),
        "homepage": {"type": "WebResource", "contentURL": page} if page else None,
        "language": _languages(credential.languages.get(())),
        "eqfLevel": _member("eqf", str(credential.eqf.value) if credential.eqf.known else None),
        "volumeOfLearning": _volume(credential),
        "maximumDuration": _access(credential),
        "mode": _mode(credential),
        "learningOutcome": [_outcome(s) for s in credential.stated],
        "creditPoint": [_credit(c.system, c.amount) for c in credential.credit if c.amount is not None],
        "provenBy": [_assessment(a.type.value, elm.ASSESSMENT_CODES[a.type]) for a in credential.assessment],
        "entryRequirement": {"type": "Note", "noteLiteral": elm.text(*notes)} if notes else None,
        "thematicArea": [_field(c.code, c.name) for c in credential.classifications if c.scheme == "isced-f"],
        "accreditation": [_accreditation(a) for a in credential.accreditation],
        "hasPart": _parts(credential, RelationKind.HAS_PART),
        "isPartOf": _parts(credential, RelationKind.PART_OF),
        "awardingOpportunity": {"type": "AwardingOpportunity", "awardingBody": _organisation(awarding.name)} if awarding else None,
    }  # fmt: skip
    return _without_nothing(terms)


def _opportunity(credential: Credential) -> Record:
    provider, schedule = credential.provider.get(None), credential.schedule.get(None)
    aid = credential.free_aid.get("")
    terms: Record = {
        "providedBy": _organisation(provider.name) if provider else None,
        "duration": _duration(credential.duration.get(None)),
        "priceDetail": [_price(c, c.amount.value) for c in credential.costs if _has_terms(c)],
        "temporal": [{"type": "PeriodOfTime", "startDate": _moment(d)} for d in schedule.starts] if schedule else None,
        "applicationDeadline": _moment(schedule.apply_by) if schedule and schedule.apply_by else None,
        "grant": {"type": "Grant", "title": elm.text(aid)} if aid else None,
    }
    return _without_nothing(terms)


def _without_nothing(terms: Record) -> Record:
    return {name: value for name, value in terms.items() if value not in (None, [], {})}


def _words(text: str) -> Record | None:
    return elm.text(text) if text else None


def _member(vocabulary: str, code: str | None) -> Record | None:
    return elm.member(vocabulary, code) if code else None


def _identifier(scheme: str, value: str) -> Record:
    return {"type": "Identifier", "schemeId": f"{SCHEME}{scheme}", "schemeName": scheme, "notation": value}


def _organisation(name: str) -> Record:
    return {"type": "Organisation", "legalName": elm.text(name)}


def _languages(tags: tuple[str, ...]) -> list[Record]:
    """Members of the authority's list, whose codes are those of ISO 639-3 in capitals; it knows no regions ("pt-BR")."""
    scheme = f"{elm.AUTHORITY}language"
    codes = dict.fromkeys(code for tag in tags if (code := language(tag)))
    found = (pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code}) for code in codes)
    return [elm.concept(f"{scheme}/{f.alpha_3.upper()}", scheme) for f in found if f]


def _volume(credential: Credential) -> str | None:
    """The workload as a duration, which has one value: nothing for an interval."""
    hours = credential.hours.get(None)
    if hours is None or hours.min != hours.max or not hours.max:
        return None
    whole, minutes = divmod(round(hours.max * 60, 6), 60)
    if minutes != round(minutes):
        return None
    return "PT" + (f"{whole:.0f}H" if whole else "") + (f"{minutes:.0f}M" if minutes else "")


def _duration(months: Months | None) -> str | None:
    """Calendar months as a duration: whole months, or else days; nothing for an interval."""
    if months is None or months.min != months.max:
        return None
    days = round(months.max * 52 * 7 / 12)
    for written in (f"P{months.max:.0f}M", f"P{days}D"):
        if workload(written).months == months:
            return written
    return None


def _access(credential: Credential) -> str | None:
    schedule = credential.schedule.get(None)
    months = schedule.access_months if schedule else None
    return f"P{months:.0f}M" if months and months == round(months) else None


def _mode(credential: Credential) -> Record | None:
    mode = credential.mode.get(None)
    return elm.member("learning-assessment", elm.MODE_CODES[mode]) if mode else None


def _outcome(skill: StatedSkill) -> Record:
    """A learning outcome for each skill; the model tells ESCO's skills from those of other frameworks."""
    outcome: Record = {"type": "LearningOutcome", "title": elm.text(skill.name)}
    if skill.uri or skill.code:
        esco = skill.uri.startswith(elm.ESCO_SKILLS)
        scheme = "http://data.europa.eu/esco/concept-scheme/skills" if esco else ""
        outcome["relatedESCOSkill" if esco else "relatedSkill"] = [
            elm.concept(skill.uri, scheme, skill.name, skill.code)
        ]
    return outcome


def _credit(system: str, amount: float) -> Record:
    framework = (
        elm.concept(elm.ECTS, f"{elm.SNB}education-credit/25831c2") if system == "ECTS" else elm.concept("", "", system)
    )
    return {
        "type": "CreditPoint",
        "framework": framework,
        "point": f"{amount:g}" if float(f"{amount:g}") == amount else repr(amount),
    }


def _assessment(name: str, code: str) -> Record:
    return {
        "type": "LearningAssessmentSpecification",
        "title": elm.text(name.replace("_", " ")),
        "dcType": elm.member("assessment", code),
    }


def _field(code: str, name: str) -> Record:
    return elm.concept(f"{elm.SNB}isced-f/{code}", f"{elm.SNB}isced-f/25831c2", name)


def _accreditation(accreditation: Accreditation) -> Record:
    kind = elm.ACCREDITED_CODES.get(accreditation.what)
    return _without_nothing(
        {
            "type": "Accreditation",
            "dcType": elm.member("accreditation", kind) if kind else elm.concept("", "", accreditation.what),
            "title": elm.text(accreditation.standard or NO_TITLE),
            "accreditingAgent": _organisation(accreditation.body) if accreditation.body else None,
            "dateIssued": _moment(accreditation.since) if accreditation.since else None,
            "expiryDate": _moment(accreditation.until) if accreditation.until else None,
            "report": {"type": "WebResource", "contentURL": accreditation.report} if accreditation.report else None,
        }
    )


def _parts(credential: Credential, kind: RelationKind) -> list[Record]:
    return [
        {
            "id": f"{REFERENCE}{quote(r.target)}",
            "type": "LearningAchievementSpecification",
            "title": elm.text(r.title or r.target),
        }
        for r in credential.relations
        if r.kind is kind
    ]


def _has_terms(item: CostItem) -> bool:
    return item.pattern in PATTERNS and item.amount.known


def _price(item: CostItem, amount: Any) -> Record:
    return _without_nothing(
        {
            "type": "PriceDetail",
            "prefLabel": elm.text(PATTERNS[item.pattern]),
            "description": _words(item.condition),
            "amount": {
                "type": "Amount",
                "unit": elm.concept(f"{elm.AUTHORITY}currency/{item.currency}", f"{elm.AUTHORITY}currency"),
                "value": _number(amount),
            },
        }
    )


def _number(amount: Decimal) -> int | float | str:
    """A JSON number; as text where a number of JSON's readers could not hold it."""
    if amount == amount.to_integral_value() and abs(amount) < 2**53:
        return int(amount)
    return float(amount) if Decimal(repr(float(amount))) == amount else str(amount)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


EXPORT = CatalogExport("European Learning Model v3, JSON-LD", ".jsonld", write)
