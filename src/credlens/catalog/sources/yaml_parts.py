"""The parts of a credential's YAML that are more than one word: what it teaches, costs, assesses and asks for."""

from __future__ import annotations

import re
from collections.abc import Collection

from credlens.catalog.sources.yaml_fact import Sources, amount
from credlens.catalog.values.kinds import KINDS
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    CreditValue,
    Depth,
    Grader,
    Organisation,
    OrganisationKind,
    Prerequisite,
    RecognitionClaim,
    Renewal,
    Stack,
    TaughtSkill,
    Validity,
    Verification,
)
from credlens.model.occupation import DegreeLevel
from credlens.model.quantity import Hours
from credlens.yamlfile import Record, sources_of

COST_WHAT = ("tuition", "exam", "certificate", "application", "membership", "materials")
ACCREDITED = ("institution", "programme", "scheme")
RECOGNISED_AS = ("endorsement", "credit", "hiring", "approved_list", "regulator")
RENEWED_BY = ("retest", "renewal_exam", "continuing_education", "fee", "free_assessment", "higher_exam")
VERIFIED_BY = ("none", "pdf", "login_page", "public_page", "open_badge_2", "open_badge_3", "credly")


def kind(record: Record, key: str) -> str:
    """A CTDL type."""
    return record.one_of(key, KINDS)


def words(record: Record, key: str) -> tuple[str, ...]:
    """One code or more, of languages or countries."""
    if record.raw(key) == []:
        record.problem(key, "The list is empty.", "Write [en], or leave the field out.")
    return record.strings(key)


def organisation(record: Record, key: str) -> Organisation | None:
    """``{name:, kind:}``."""
    entry = record.record(key)
    if entry is None:
        return None
    name, kind = entry.text("name"), entry.choice("kind", OrganisationKind)
    if kind is None and not entry.has("kind"):
        entry.problem("kind", "`kind` is missing.", f"Use one of: {', '.join(OrganisationKind)}.")
    return Organisation(name, kind) if entry.finish() and kind else None


def hours(record: Record, key: str) -> Hours | None:
    """``{min:, max:, mode:}``; one of min and max stands for both when it is alone."""
    entry = record.record(key)
    if entry is None:
        return None
    low, high, mode = entry.number("min"), entry.number("max"), entry.number("mode")
    if not entry.finish():
        return None
    if low is None and high is None:
        entry.problem(None, "Hours need `min` or `max`.", "Write {min: 180, max: 240}.")
        return None
    low, high = low if low is not None else high, high if high is not None else low
    try:
        return Hours(low or 0.0, high or 0.0, mode)
    except ValueError as error:
        entry.problem(None, f"{str(error).capitalize()}.")
        return None


def validity(record: Record, key: str) -> Validity | None:
    """A number of months, or ``never``."""
    if record.raw(key) == "never":
        return Validity(None)
    months = record.whole(key)
    return None if months is None else Validity(months)


def renewal(record: Record, key: str) -> Renewal | None:
    """``{method:, cost:, currency:, hours:}``."""
    entry = record.record(key)
    if entry is None:
        return None
    found = Renewal(
        entry.one_of("method", RENEWED_BY), entry.decimal("cost"), entry.text("currency", "USD"), entry.number("hours")
    )
    _currency_code(entry, found.currency)
    return found if entry.finish() else None


def verification(record: Record, key: str) -> Verification | None:
    """``{format:, host:, status_list:}``."""
    entry = record.record(key)
    if entry is None:
        return None
    status_list = entry.flag("status_list", default=False) if entry.has("status_list") else None
    found = Verification(entry.one_of("format", VERIFIED_BY), entry.text("host", ""), status_list)
    return found if entry.finish() else None


def taught(top: Record, table: Sources, skill_ids: Collection[str]) -> tuple[TaughtSkill, ...]:
    """``skills:``, each skill once and known to the taxonomy."""
    out: dict[str, TaughtSkill] = {}
    for entry in top.records("skills"):
        skill, depth, sources = entry.text("skill"), entry.choice("depth", Depth), sources_of(entry, table)
        entry.text("note", "")
        if depth is None and not entry.has("depth"):
            entry.problem("depth", "`depth` is missing.", "Write core, part or touched.")
        if skill in out:
            entry.problem("skill", f"{skill!r} is listed twice.")
        _known_skills(entry, "skill", (skill,), skill_ids)
        if entry.finish() and depth:
            out[skill] = TaughtSkill(skill, depth, sources)
    return tuple(out.values())


def costs(top: Record, table: Sources) -> tuple[CostItem, ...]:
    """``costs:``; a price that is left out is a mistake, one that is unknown says so."""
    out = []
    for entry in top.records("costs"):
        pattern = entry.choice("pattern", CostPattern)
        if pattern is None and not entry.has("pattern"):
            entry.problem("pattern", "`pattern` is missing.", f"Use one of: {', '.join(CostPattern)}.")
        sources = sources_of(entry, table)
        currency = entry.text("currency", "USD")
        _currency_code(entry, currency)
        price = amount(entry, table, sources)
        option, what = entry.text("option", "standard"), entry.one_of("what", COST_WHAT, "tuition")
        subscription, condition = entry.optional("subscription"), entry.text("condition", "")
        begins, ends = entry.day("valid_from"), entry.day("valid_until")
        entry.text("note", "")
        if entry.finish() and pattern:
            out.append(CostItem(option, pattern, price, currency, what, subscription, condition, begins, ends))
    return tuple(out)


def assessments(top: Record, table: Sources) -> tuple[Assessment, ...]:
    """``assessment:``."""
    out = []
    for entry in top.records("assessment"):
        kind = entry.choice("type", AssessmentType)
        if kind is None and not entry.has("type"):
            entry.problem("type", "`type` is missing.", f"Use one of: {', '.join(AssessmentType)}.")
        attempts = None
        if entry.raw("attempts") == "unlimited":
            attempts = 0
        elif entry.has("attempts"):
            attempts = entry.whole("attempts")
        sources = sources_of(entry, table)
        grader, mark = entry.choice("grader", Grader), entry.number("pass_mark")
        if mark is not None and mark > 100:
            entry.problem("pass_mark", f"A pass mark of {mark:g} % cannot be reached.", "Write it in percent.")
        rate = entry.number("pass_rate")
        if rate is not None and rate > 1:
            entry.problem("pass_rate", f"A pass rate of {rate:g} is more than all.", "Write 0.62 for 62 %.")
        found = (
            entry.number("minutes"),
            entry.whole("questions"),
            rate,
            entry.number("retake_days"),
            entry.flag("group", default=False) if entry.has("group") else None,
            entry.text("condition", ""),
        )
        entry.text("note", "")
        if entry.finish() and kind:
            out.append(Assessment(kind, sources, grader, attempts, mark, *found))
    return tuple(out)


def prerequisites(top: Record, table: Sources, skill_ids: Collection[str]) -> tuple[Prerequisite, ...]:
    """``prerequisites:``; one that names nothing is a mistake."""
    out = []
    for entry in top.records("prerequisites"):
        skills = entry.strings("skill")
        _known_skills(entry, "skill", skills, skill_ids)
        found = Prerequisite(
            hard=entry.flag("hard", default=True),
            sources=sources_of(entry, table),
            credentials=entry.strings("credential"),
            skills=skills,
            experience_years=entry.number("experience_years"),
            experience_of=entry.text("of", ""),
            degree=entry.choice("degree", DegreeLevel),
            either=entry.text("either", ""),
            text=" ".join(p for p in (entry.text("text", ""), entry.text("note", "")) if p),
        )
        if found.degree in {DegreeLevel.NONE, DegreeLevel.UNSTATED}:
            entry.problem("degree", f"{found.degree.value!r} is no degree.", "Leave `degree` out.")
        if not (found.credentials or found.skills or found.experience_years or found.degree or found.text):
            entry.problem(
                None, "The prerequisite asks for nothing.", "Name a credential, skill, degree, experience or text."
            )
        if entry.finish():
            out.append(found)
    return tuple(out)


def accreditations(top: Record, table: Sources) -> tuple[Accreditation, ...]:
    """``accreditation:``."""
    out = []
    for entry in top.records("accreditation"):
        found = Accreditation(
            entry.one_of("what", ACCREDITED),
            entry.text("standard", ""),
            entry.text("body", ""),
            sources_of(entry, table),
            entry.day("since"),
            entry.day("until"),
            entry.text("report", ""),
        )
        entry.text("note", "")
        if entry.finish():
            out.append(found)
    return tuple(out)


def recognitions(top: Record, table: Sources) -> tuple[RecognitionClaim, ...]:
    """``recognition:``."""
    out = []
    for entry in top.records("recognition"):
        found = RecognitionClaim(
            entry.text("by"), entry.one_of("kind", RECOGNISED_AS), sources_of(entry, table), entry.text("note", "")
        )
        if entry.finish():
            out.append(found)
    return tuple(out)


def credits_given(top: Record, table: Sources) -> tuple[CreditValue, ...]:
    """``credit:``."""
    out = []
    for entry in top.records("credit"):
        found = CreditValue(
            entry.text("system"),
            entry.number("amount"),
            sources_of(entry, table),
            " ".join(p for p in (entry.text("condition", ""), entry.text("note", "")) if p),
            entry.text("by", ""),
            entry.text("level", ""),
            entry.text("subject", ""),
            entry.day("until"),
        )
        if entry.finish():
            out.append(found)
    return tuple(out)


def stacks(top: Record, table: Sources) -> tuple[Stack, ...]:
    """``stacks_into:``."""
    out = []
    for entry in top.records("stacks_into"):
        found = Stack(
            entry.text("into"),
            entry.one_of("confirmed_by", ("provider", "receiver")),
            sources_of(entry, table),
            entry.text("note", ""),
        )
        if entry.finish():
            out.append(found)
    return tuple(out)


def _currency_code(entry: Record, currency: str) -> None:
    if not re.fullmatch("[A-Z]{3}", currency):
        entry.problem("currency", f"{currency!r} is not a currency code.", "Write ISO 4217: USD, EUR, GBP.")


def _known_skills(entry: Record, key: str, skills: tuple[str, ...], skill_ids: Collection[str]) -> None:
    for skill in skills:
        if skill and skill not in skill_ids:
            entry.problem(
                key, f"The taxonomy has no skill {skill!r}.", "Use an id out of the skills files, or add it there."
            )
