"""Builds a Case out of the few keys that a case file names (see cases/README.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from credlens.evaluate.case import Case
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    Catalog,
    CostItem,
    CostPattern,
    Credential,
    CredentialLevel,
    CreditValue,
    Depth,
    EvidenceClass,
    Grader,
    RecognitionClaim,
    Renewal,
    Stack,
    Status,
    Supervision,
    TaughtSkill,
    Validity,
    Verification,
)
from credlens.model.demand import Demand, NamedCredential, SkillDemand
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown, not_looked_up
from credlens.model.gap import Evidence, Gap, GapItem, Gate, GateState
from credlens.model.person import EvidenceKind, HeldCredential, HeldSkill, Person, SkillEvidence
from credlens.model.plan import Limits
from credlens.model.quantity import Hours, Money, Share
from credlens.model.quote import Quote
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
SOURCE = Source(Method.RECALLED, date=TODAY)
SOURCES = (SOURCE,)


def fact(raw: Any, convert: Callable[[Any], Any]) -> Fact[Any]:
    if raw is None:
        return not_looked_up()
    if isinstance(raw, Mapping):
        if "unknown" in raw:
            return Fact(Unknown(WhyUnknown(raw["unknown"])), SOURCES)
        if "conflicting" in raw:
            values = tuple(convert(v) for v in raw["conflicting"])
            return Fact(Unknown(WhyUnknown.CONFLICTING, values), SOURCES * len(values))
        if "is" in raw:
            return Fact(convert(raw["is"]), SOURCES, raw.get("condition", ""), raw.get("note", ""))
    return Fact(convert(raw), SOURCES)


def validity(raw: Any) -> Validity:
    return Validity(None if raw == "never" else raw)


def renewal(raw: Mapping[str, Any]) -> Renewal:
    cost = raw.get("cost")
    return Renewal(raw["method"], None if cost is None else Decimal(str(cost)), raw.get("currency", "USD"))


FACTS: dict[str, Callable[[Any], Any]] = {
    "kind": str,
    "evidence_class": EvidenceClass,
    "status": Status,
    "ends": lambda d: d,
    "superseded_by": str,
    "level": CredentialLevel,
    "hours": lambda h: Hours(h["min"], h["max"]),
    "supervision": Supervision,
    "renewal": renewal,
    "verification": Verification,
    "open_to_public": bool,
}


def cost_item(raw: Mapping[str, Any]) -> CostItem:
    amount = raw.get("amount", 0)
    known = fact({"unknown": "not_stated"} if amount == "unknown" else amount, lambda a: Decimal(str(a)))
    return CostItem(
        raw.get("option", "standard"), CostPattern(raw["pattern"]), known, "USD", raw.get("what", "tuition")
    )


def assessment(raw: Mapping[str, Any]) -> Assessment:
    attempts = raw.get("attempts")
    grader = Grader(raw["grader"]) if "grader" in raw else None
    return Assessment(AssessmentType(raw["type"]), SOURCES, grader, 0 if attempts == "unlimited" else attempts)


def credential(raw: Mapping[str, Any]) -> Credential:
    many = {
        "skills": tuple(TaughtSkill(s, Depth(d), SOURCES) for s, d in raw.get("skills", {}).items()),
        "costs": tuple(cost_item(c) for c in raw.get("costs", ())),
        "assessment": tuple(assessment(a) for a in raw.get("assessment", ())),
        "accreditation": tuple(
            Accreditation(a["what"], a["standard"], a["body"], SOURCES) for a in raw.get("accreditation", ())
        ),
        "recognition": tuple(RecognitionClaim(r["by"], r["kind"], SOURCES) for r in raw.get("recognition", ())),
        "credit": tuple(
            CreditValue(c["system"], c.get("amount"), SOURCES, c.get("condition", "")) for c in raw.get("credit", ())
        ),
        "stacks_into": tuple(Stack(s["into"], s["confirmed_by"], SOURCES) for s in raw.get("stacks_into", ())),
    }
    unknown = set(raw) - set(many) - set(FACTS) - {"id", "title", "validity_months"}
    assert not unknown, f"the case names fields that a credential does not have: {sorted(unknown)}"
    facts = {name: fact(raw.get(name), convert) for name, convert in FACTS.items()}
    facts["validity"] = fact(raw.get("validity_months"), validity)
    return Credential(raw.get("id", "it"), raw.get("title", "It"), **many, **facts)


@cache
def taxonomy() -> Taxonomy:
    raw = yaml.safe_load((HERE / "skills.yaml").read_text("utf-8"))
    skills = {
        name: Skill(
            name,
            s["label"],
            (Alias(s["label"]),),
            SkillKind.SKILL,
            Reuse.CROSS_SECTOR,
            "data",
            SOURCES,
            vendor=s.get("vendor"),
            broader=tuple(s.get("broader", ())),
        )
        for name, s in raw.items()
    }
    return Taxonomy("cases", "1", "", skills)


def demand(raw: Mapping[str, Any], credential_id: str) -> Demand:
    n = raw.get("n", 0)
    skills = {s: SkillDemand(s, Share(k, n), Share(0, 0), k) for s, k in raw.get("skills", {}).items()}
    named = raw.get("names_it")
    credentials = (
        {
            credential_id: NamedCredential(
                credential_id, Share(named["ads"], n), named["employers"], named.get("required", 0)
            )
        }
        if named
        else {}
    )
    return Demand(n, n, n, skills, {}, credentials, {}, (), examples=raw.get("invented", False))


def gap(raw: Mapping[str, Any], asked: Demand) -> Gap:
    def item(rank: int, skill: str, missing: float) -> GapItem:
        wanted = asked.skills.get(skill) or SkillDemand(skill, Share(0, asked.n), Share(0, 0), 0)
        learnable, umbrella = skill not in raw.get("unlearnable", ()), skill in raw.get("umbrella", ())
        return GapItem(skill, wanted, None, missing, 0, learnable, umbrella, rank)

    gates = tuple(
        Gate(
            g["kind"],
            g["by"],
            GateState(g["state"]),
            blocks=True,
            requirement=g["requirement"],
            opens_with=g["opens_with"],
            jurisdiction=g.get("jurisdiction"),
            evidence=(Evidence(g["requirement"], SOURCE),),
        )
        for g in raw.get("gates", ())
    )
    items = tuple(item(rank, s, m) for rank, (s, m) in enumerate(raw.get("missing", {}).items(), 1))
    return Gap("data analyst", asked.n, items, gates, tuple(i.skill for i in items[:3]))


def person(raw: Mapping[str, Any], credential_id: str) -> Person:
    def held(skill: str, level: str) -> HeldSkill:
        return HeldSkill(
            skill, SkillLevel(level), (SkillEvidence(skill, EvidenceKind.USED, "resume:3", f"used {skill}"),)
        )

    holds = tuple(
        HeldCredential("It", credential_id, h.get("issued"), h.get("expires"), "resume:9") for h in raw.get("holds", ())
    )
    skills = {s: held(s, level) for s, level in raw.get("skills", {}).items()}
    return Person("Somebody", skills, credentials=holds, refused=tuple(raw.get("refused", ())))


def quote(raw: Mapping[str, Any] | None, credential_id: str) -> Quote | None:
    if raw is None:
        return None
    low, high = (
        Money(Decimal(str(raw[end])), raw.get("currency", "USD")) if end in raw else None for end in ("low", "high")
    )
    hours = Hours(*raw["hours"]) if "hours" in raw else None
    return Quote(credential_id, "standard", hours, low, high, "as priced", raw.get("unknown", ""), SOURCES)


def limits(raw: Mapping[str, Any] | None) -> Limits | None:
    if raw is None:
        return None
    budget = Money(Decimal(str(raw.get("budget", 400))), raw.get("currency", "USD"))
    return Limits(
        budget, raw.get("hours_per_week", 10), raw.get("start", TODAY), raw.get("deadline", date(2027, 6, 30))
    )


def build(raw: Mapping[str, Any]) -> Case:
    known = {"name", "expect", "credential", "ads", "missing", "unlearnable", "umbrella", "gates", "person", "quote"}
    unknown = set(raw) - known - {"limits", "today", "others"}
    assert not unknown, f"the case names inputs that there are not: {sorted(unknown)}"
    it = credential(raw.get("credential") or {})
    asked = demand(raw.get("ads") or {}, it.id)
    others = {i: Credential(i, title) for i, title in raw.get("others", {}).items()}
    return Case(
        credential=it,
        taxonomy=taxonomy(),
        demand=asked,
        gap=gap(raw, asked),
        person=person(raw.get("person") or {}, it.id),
        quote=quote(raw.get("quote"), it.id),
        limits=limits(raw.get("limits")),
        today=raw.get("today", TODAY),
        catalog=Catalog({it.id: it, **others}),
    )


@pytest.fixture(scope="session")
def build_case() -> Callable[[Mapping[str, Any]], Case]:
    """From the keys of a case file to a Case."""
    return build
