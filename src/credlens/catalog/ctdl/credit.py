"""Credit: what it is worth elsewhere, by itself (``ceterms:creditValue``) or by somebody's recommendation (transfer value profiles)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from credlens.catalog.ctdl.names import Node, aligned, concept, concept_name, named, spaced, target_of
from credlens.catalog.ctdl.parties import named_organisation, organisation_of
from credlens.catalog.ctdl.statements import Context, Statement, Style, each, elements
from credlens.catalog.values.days import day
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.text import line
from credlens.model.credential import CreditValue, RecognitionClaim
from credlens.model.offer import Absent, Relation, RelationKind

_UNITS = (
    "SemesterHour",
    "QuarterHour",
    "ContinuingEducationUnit",
    "DegreeCredit",
    "CertificateCredit",
    "ClockHour",
    "ContactHour",
)
_MOST = 10_000.0


@each
def read_credit(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:creditValue``."""
    if found := _credit(context, name, value):
        yield "credit", found


@each
def read_transfer(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:providesTransferValueFor``: what the owner of a profile recommends, that it recommends it, and what the credit counts towards."""
    if not isinstance(value, dict):
        return
    owners = [o for v in elements(value.get("ceterms:ownedBy")) if (o := organisation_of(v))]
    by = owners[0].name if owners else ""
    until = day(value.get("ceterms:endDate"))
    about = line(words(value.get("ceterms:description")))
    note = ""
    for worth in elements(value.get("ceterms:transferValue")):
        if found := _credit(context, name, worth, by, until, about):
            note = note or (f"{found.amount:g} {found.system}" if found.amount is not None else found.system)
            yield "credit", found
    for target in elements(value.get("ceterms:transferValueFor")):
        if towards := target_of(target):
            title = line(words(target.get("ceterms:name"))) if isinstance(target, dict) else ""
            yield "relations", Relation(RelationKind.ADVANCED_STANDING_FOR, towards, (context.source,), title, note)
    if by:
        yield "recognition", RecognitionClaim(by, "credit", (context.source,))


@each
def read_non_credit(context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:isNonCredit``."""
    if value is True:
        yield "absent", Absent("credit", (context.source,))


def write_absent(value: Absent, _style: Style) -> Iterator[Statement]:
    """That there is no credit; that there is no accreditation, no price ... has no term."""
    if value.field == "credit":
        yield "ceterms:isNonCredit", True


def _credit(
    context: Context, name: str, value: Any, by: str = "", until: Any = None, about: str = ""
) -> CreditValue | None:
    if not isinstance(value, dict):
        return None
    unit = elements(value.get("ceterms:creditUnitType") or value.get("schema:unitText"))
    system = next((s for u in unit if (s := concept_name(u) or spaced(concept(u)))), "")
    raw = value.get("schema:value", value.get("ceterms:value"))
    amount = context.reading.number(f"{name} value", raw, _MOST)
    if not system or (amount is None and raw is not None):
        return None
    level = next(
        (s for v in elements(value.get("ceterms:creditLevelType")) if (s := concept_name(v) or spaced(concept(v)))), ""
    )
    subject = ", ".join(n for v in elements(value.get("ceterms:subject")) if (n := concept_name(v)))
    condition = line(words(value.get("schema:description"))) or line(words(value.get("ceterms:description"))) or about
    return CreditValue(system, amount, (context.source,), condition, by, level, subject, until)


def write_credit(value: CreditValue, style: Style) -> Iterator[Statement]:
    """A value of its own, or with the name of who recommends it a transfer value profile."""
    about: Node = {"@type": "ceterms:ValueProfile"}
    if value.amount is not None:
        about["schema:value"] = value.amount
    about["ceterms:creditUnitType"] = [_concept("CreditUnit", "creditUnit", _UNITS, value.system, style)]
    if value.level:
        about["ceterms:creditLevelType"] = [named(value.level, style.language)]
    if value.subject:
        about["ceterms:subject"] = [named(value.subject, style.language)]
    if value.condition:
        about["schema:description"] = style.text(value.condition)
    if not value.by and not value.until:
        yield "ceterms:creditValue", about
        return
    profile: Node = {"@type": "ceterms:TransferValueProfile"}
    if value.by:
        profile["ceterms:ownedBy"] = [named_organisation(value.by, style)]
    if value.until:
        profile["ceterms:endDate"] = value.until.isoformat()
    yield "ceterms:providesTransferValueFor", {**profile, "ceterms:transferValue": [about]}


def _concept(scheme: str, prefix: str, concepts: tuple[str, ...], text: str, style: Style) -> Node:
    found = next((c for c in concepts if spaced(c).casefold() == text.casefold()), None)
    return aligned(scheme, prefix, found, text, style.language) if found else named(text, style.language)
