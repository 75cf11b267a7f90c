"""Certifications and Applied Skills of the Microsoft Learn catalog."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from credlens.catalog.offer import Offer, Settings
from credlens.catalog.sources.mslearn import record as ms
from credlens.catalog.sources.mslearn.record import Catalog
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import known
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, distinct, proposed_id
from credlens.catalog.values.text import line
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    Credential,
    EvidenceClass,
    Prerequisite,
    Status,
    Validity,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Kept, StatedSkill

Made = tuple[Offer | None, list[Problem]]
_ISSUER = "Microsoft"  # every certification and applied skill of its own catalog
_MOST_DAYS = 36_500
_EARNED = ("certification.", "exam.")  # ids of what is earned, rather than attended
# Said of a credential, and no field here takes it.
_KEPT = (
    "certification_type",
    "career_paths",
    "recommendation_list",
    "providers",
    "practice_assessment_url",
    "pdf_download_url",
)


def certification(record: Mapping[str, Any], where: str, catalog: Catalog, settings: Settings) -> Made:
    """A certification, with what the exams it names say: how long they take, in which languages, what prepares for them."""
    r = ms.reading(record, where, settings)
    exams = [(uid, catalog.find(uid)) for uid in ms.terms(record, "exams")]
    catalog.used_exams.update(uid for uid, _ in exams)
    if not ms.text(record, "title"):
        r.problem("title", "The certification has no title.", "It is left out.")
        return None, r.problems
    ends, status = _end(record, r, settings)
    guide = ms.terms(record, "study_guide") + [g for _, exam in exams for g in ms.terms(exam, "study_guide")]
    speaking = record if ms.terms(record, "locales") else next((e for _, e in exams if ms.terms(e, "locales")), record)
    made = _base(record, r, catalog)
    return _offer(
        made,
        record,
        r,
        kind=known("Certification", r.source),
        evidence_class=known(EvidenceClass.CERTIFICATION, r.source),
        status=status,
        ends=ends,
        languages=ms.languages(speaking, r),
        validity=_validity(record, r),
        stated=distinct(StatedSkill(s, (r.source,)) for s in ms.terms(record, "skills")),
        assessment=_assessments(record, exams, r),
        prerequisites=_prerequisites(record, r),
        relations=ms.prepared_by(guide, catalog, r),
        kept=_kept([record, *(exam for _, exam in exams)]),
    )


def applied_skill(record: Mapping[str, Any], where: str, catalog: Catalog, settings: Settings) -> Made:
    """An applied skill: one scenario, assessed in a lab."""
    r = ms.reading(record, where, settings)
    if not ms.text(record, "title"):
        r.problem("title", "The applied skill has no title.", "It is left out.")
        return None, r.problems
    ends, status = _end(record, r, settings)
    return _offer(
        _base(record, r, catalog),
        record,
        r,
        kind=known("MicroCredential", r.source, note="the catalog calls it an applied skill"),
        evidence_class=known(
            EvidenceClass.ASSESSED_CERTIFICATE,
            r.source,
            note="what the catalog calls an applied skill is earned by an assessment",
        ),
        status=status,
        ends=ends,
        languages=ms.languages(record, r),
        stated=distinct(StatedSkill(s, (r.source,)) for s in ms.terms(record, "skills")),
        prerequisites=_prerequisites(record, r),
        relations=ms.prepared_by(ms.terms(record, "study_guide"), catalog, r),
        kept=_kept([record]),
    )


def _base(record: Mapping[str, Any], r: Reading, catalog: Catalog) -> dict[str, Any]:
    return {
        "id": proposed_id(ms.SCHEME, ms.uid_of(record)),
        "title": ms.text(record, "title"),
        "identifiers": ms.identifiers(record),
        "description": ms.description(record, r),
        "issuer": known(organisation(_ISSUER), r.source),
        "official_url": ms.page_of(record, r),
        "level": ms.level(record, r),
        "rating": ms.rating(record, r),
        "classifications": ms.classifications(record, catalog, r),
    }


def _offer(base: dict[str, Any], record: Mapping[str, Any], r: Reading, **fields: Any) -> Made:
    credential = Credential(**base, **fields)
    said = "\n".join([credential.description.get(""), *(s.name for s in credential.stated)]).strip()
    return Offer(ms.uid_of(record), credential, said, r.where), r.problems


def _end(record: Mapping[str, Any], r: Reading, settings: Settings) -> tuple[Fact[Any], Fact[Status]]:
    """The day it retires, and whether that day had come when the catalog was taken.

    When nobody says when that was, the record's own last change tells what had ended by then, and nothing of what goes on.
    """
    said = ms.get(record, "retirement_date")
    ends = day(said)
    if ends is None:
        if said:
            r.problem("retirement_date", f"{line(said)!r} is no day.")
        return not_looked_up(), not_looked_up()
    seen = settings.as_of or day(ms.get(record, "last_modified"))
    if seen is None or (settings.as_of is None and ends > seen):
        return known(ends, r.source), not_looked_up()
    status = Status.CEASED if ends <= seen else Status.ACTIVE
    return known(ends, r.source), known(status, r.source, note=f"it retires on {ends.isoformat()}")


def _validity(record: Mapping[str, Any], r: Reading) -> Fact[Validity]:
    """Days after which it has to be renewed, as whole months; by the API's reference, 0 stands for never."""
    said = ms.get(record, "renewal_frequency_in_days")
    if said is None or said == "":
        return not_looked_up()
    days = r.number("renewal_frequency_in_days", said, _MOST_DAYS)
    if days is None:
        return not_looked_up()
    if days == 0:
        return known(
            Validity(None), r.source, note="renewal_frequency_in_days is 0, by the API's reference: it does not expire"
        )
    months = round(days * 12 / 365)
    if not months:
        r.problem("renewal_frequency_in_days", f"{days:g} days make no month.")
        return not_looked_up()
    return known(Validity(months), r.source, note=f"renewed every {days:g} days")


def _assessments(
    record: Mapping[str, Any], exams: Sequence[tuple[str, Mapping[str, Any]]], r: Reading
) -> tuple[Assessment, ...]:
    """One for each exam that is named; the record's minutes are those of its exam, so they are nobody's when there are several."""
    minutes = r.number("exam_duration_in_minutes", ms.get(record, "exam_duration_in_minutes"), 2_000) or None
    delivered = _delivered([record, *(exam for _, exam in exams)])
    if not exams:
        return (
            (Assessment(AssessmentType.WRITTEN_EXAM, (r.source,), minutes=minutes, condition=delivered),)
            if minutes
            else ()
        )
    found = []
    for uid, exam in exams:
        called = [ms.text(exam, "display_name") or uid.removeprefix("exam.").upper(), ms.text(exam, "title")]
        note = ": ".join(dict.fromkeys(c for c in called if c))
        found.append(
            Assessment(
                AssessmentType.WRITTEN_EXAM,
                (r.remarked(note),),
                minutes=minutes if len(exams) == 1 else None,
                condition="; ".join(p for p in (f"exam {note}", delivered) if p),
            )
        )
    return tuple(found)


def _delivered(records: Iterable[Mapping[str, Any]]) -> str:
    names = [line(p.get("type")) for record in records for p in ms.objects(record, "providers")]
    found = list(dict.fromkeys(n for n in names if n))
    return f"taken with {' or '.join(found)}" if found else ""


def _prerequisites(record: Mapping[str, Any], r: Reading) -> tuple[Prerequisite, ...]:
    """The certifications and exams it names have to be earned first; training and sentences only prepare.

    Of several the catalog does not say whether all are required or one of them: that one is holds either way.
    """
    found, required = [], []
    for said in ms.terms(record, "prerequisites"):
        if said == ms.uid_of(record):
            r.problem("prerequisites", "It names itself as its own prerequisite.", "That one is left out.")
        elif ms.is_uid(said) and said.startswith(_EARNED):
            required.append(f"{ms.SCHEME}:{said}")
        elif ms.is_uid(said):
            found.append(Prerequisite(hard=False, sources=(r.source,), credentials=(f"{ms.SCHEME}:{said}",)))
        else:
            found.append(Prerequisite(hard=False, sources=(r.source,), text=said))
    if required:
        source = r.source if len(required) == 1 else r.remarked("whether all of them or one is required is not said")
        found.insert(0, Prerequisite(hard=True, sources=(source,), credentials=tuple(required)))
    return tuple(found)


def _kept(records: list[Mapping[str, Any]]) -> tuple[Kept, ...]:
    said: dict[str, Any] = {}
    for record in records:
        for name in _KEPT:
            value = ms.get(record, name)
            if value not in (None, "", [], {}):
                said.setdefault(name, value)
    return (Kept(ms.SCHEME, json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)),) if said else ()
