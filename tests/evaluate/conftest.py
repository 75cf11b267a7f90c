"""Builds a Case out of the few keys that a case file names (see cases/README.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from credlens.evaluate.case import Case
from credlens.evaluate.rates import mention_rate
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
    Organisation,
    OrganisationKind,
    RecognitionClaim,
    Renewal,
    Stack,
    Status,
    Supervision,
    TaughtSkill,
    Validity,
    Verification,
)
from credlens.model.demand import Blend, Demand, DemandPart, DemandSource, NamedCredential, SkillDemand
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown, not_looked_up
from credlens.model.gap import Evidence, Gap, GapItem, Gate, GateState
from credlens.model.market import RatePrior, Recognition, Trend, Verdict
from credlens.model.occupation import LawReach
from credlens.model.offer import Absent, OutcomeFigure, Relation, RelationKind
from credlens.model.person import EvidenceKind, HeldCredential, HeldSkill, Person, SkillEvidence
from credlens.model.plan import Limits
from credlens.model.quantity import Hours, Money, Share
from credlens.model.quote import Quote
from credlens.model.register import BadgeHost, Entry, Lists, Register, Registers
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


def verification(raw: Any) -> Verification:
    if isinstance(raw, str):
        return Verification(raw)
    return Verification(raw["format"], raw.get("host", ""), status_list=raw.get("status_list"))


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
    "verification": verification,
    "modules_skippable": bool,
    "description": str,
    "issuer": lambda name: Organisation(name, OrganisationKind.OTHER),
    "jurisdictions": tuple,
    "free_aid": str,
    "open_to_public": bool,
}


def cost_item(raw: Mapping[str, Any]) -> CostItem:
    amount = raw.get("amount", 0)
    known = fact({"unknown": "not_stated"} if amount == "unknown" else amount, lambda a: Decimal(str(a)))
    known = replace(known, sources=(Source(Method.RECALLED, date=raw.get("seen", TODAY)),))
    return CostItem(
        raw.get("option", "standard"),
        CostPattern(raw["pattern"]),
        known,
        raw.get("currency", "USD"),
        raw.get("what", "tuition"),
    )


def assessment(raw: Mapping[str, Any]) -> Assessment:
    attempts = raw.get("attempts")
    grader = Grader(raw["grader"]) if "grader" in raw else None
    tries = 0 if attempts == "unlimited" else attempts
    more = {k: raw[k] for k in ("pass_mark", "pass_rate", "group", "condition") if k in raw}
    return Assessment(AssessmentType(raw["type"]), SOURCES, grader, tries, **more)


def taught(skill: str, raw: Any) -> TaughtSkill:
    """``sql: core``, or ``sql: {depth: core, probability: 0.8}`` for one that a program read out of a description."""
    about = {"depth": raw} if isinstance(raw, str) else raw
    return TaughtSkill(skill, Depth(about["depth"]), SOURCES, about.get("probability", 1.0))


def relation(raw: Mapping[str, Any]) -> Relation:
    return Relation(RelationKind(raw["kind"]), raw["target"], SOURCES, raw.get("title", ""), raw.get("note", ""))


def seen(raw: Mapping[str, Any]) -> tuple[Source, ...]:
    """The usual source, or ``seen_at: address``; ``said: parsed`` or another method, how it came to be known."""
    if "said" not in raw and "seen_at" not in raw:
        return SOURCES
    return (Source(Method(raw.get("said", "read")), raw.get("seen_at"), TODAY),)


def register(raw: Mapping[str, Any]) -> Register:
    """A register by its fields in the starter data; ``by`` may be one name, and only it and ``of`` are needed."""
    by = raw["by"] if isinstance(raw["by"], list) else [raw["by"]]
    entries = tuple(
        Entry(
            e["holder"], SOURCES, e.get("scheme", ""), tuple(e.get("credentials", ())), tuple(e.get("names", ())),
            until=e.get("until"), note=e.get("note", ""),
        )
        for e in raw.get("entries", ())
    )  # fmt: skip
    more = {name: tuple(raw.get(name, ())) for name in ("standards", "hosts", "places", "accredits")}
    return Register(
        raw.get("id", by[0]), raw.get("title", f"the list of {by[0]}"), tuple(by), Lists(raw["of"]), "https://example.org/list",
        entries, whole=raw.get("whole", False), read_on=TODAY if raw.get("whole") else None, **more,
    )  # fmt: skip


def badge_host(raw: Mapping[str, Any]) -> BadgeHost:
    return BadgeHost(
        raw["name"],
        tuple(raw["hosts"]),
        raw["alive"],
        SOURCES,
        tuple(raw.get("names", ())),
        raw.get("since"),
        raw.get("instead", ""),
    )


def credential(raw: Mapping[str, Any]) -> Credential:
    many = {
        "skills": tuple(taught(s, d) for s, d in raw.get("skills", {}).items()),
        "costs": tuple(cost_item(c) for c in raw.get("costs", ())),
        "assessment": tuple(assessment(a) for a in raw.get("assessment", ())),
        "accreditation": tuple(
            Accreditation(
                a["what"],
                a.get("standard", ""),
                a["body"],
                seen(a),
                a.get("since"),
                a.get("until"),
                a.get("report", ""),
            )
            for a in raw.get("accreditation", ())
        ),
        "recognition": tuple(RecognitionClaim(r["by"], r["kind"], seen(r)) for r in raw.get("recognition", ())),
        "credit": tuple(
            CreditValue(
                c["system"], c.get("amount"), seen(c), c.get("condition", ""), c.get("by", ""), until=c.get("until")
            )
            for c in raw.get("credit", ())
        ),
        "stacks_into": tuple(Stack(s["into"], s["confirmed_by"], seen(s)) for s in raw.get("stacks_into", ())),
        "relations": tuple(relation(r) for r in raw.get("relations", ())),
        "outcomes": tuple(
            OutcomeFigure(
                o["metric"], o["value"], SOURCES, n=o.get("n"), months=o.get("months"), note=o.get("note", "")
            )
            for o in raw.get("outcomes", ())
        ),
        "absent": tuple(Absent(name, SOURCES) for name in raw.get("absent", ())),
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
            Reuse(s.get("reuse", "cross-sector")),
            "data",
            SOURCES,
            vendor=s.get("vendor"),
            broader=tuple(s.get("broader", ())),
        )
        for name, s in raw.items()
    }
    return Taxonomy("cases", "1", "", skills)


def blend(raw: Mapping[str, Any], skill: str) -> Blend | None:
    """What was known of a skill before the ads, worth ``counts_as`` of them."""
    if skill not in raw.get("expected", {}):
        return None
    share = raw["expected"][skill]
    return Blend(share, 0.0, 1.0, (DemandPart(DemandSource.MARKET, share, raw["counts_as"]),))


def recognised(raw: Mapping[str, Any] | None, credential_id: str) -> Recognition | None:
    """``{ads: 120, of: 9000, employers: 40}``, with bounds of a weak prior unless ``between`` gives others."""
    if raw is None:
        return None
    k, n = raw["ads"], raw["of"]
    low, high = raw.get("between") or mention_rate(k, n)
    words = f"named in {k:,} of {n:,} ads"
    prior = RatePrior(**raw["prior"]) if "prior" in raw else None
    rate, most = (k / n if n else None), (3 / n if n and not k else None)
    return Recognition(
        credential_id, k, n, raw["employers"], raw.get("required", 0), words, rate, low, high, most, prior
    )


def trend(skill: str, raw: Any) -> Trend:
    """``{slope: [-0.4, -0.2], share: 0.2}``: the ends of its 90 % interval, in log-odds a year; ``unknown``; ``bent``."""
    if raw == "unknown":
        return Trend(skill, "", 3, 900, 90, "2025-Q1", "2025-Q3", Verdict.UNKNOWN, "unknown: ads of 3 quarters")
    low, high = raw["slope"]
    verdict = Verdict.DECLINING if high < 0 else Verdict.GROWING if low > 0 else Verdict.NO_DECLINE_DETECTABLE
    words, share = verdict.value.replace("_", " "), raw.get("share", 0.2)
    return Trend(
        skill, "", 20, 9000, round(9000 * share), "2021-Q1", "2025-Q4", verdict, words,
        share, share, (low + high) / 2, low, high, bent=raw.get("bent", False),
    )  # fmt: skip


def demand(raw: Mapping[str, Any], credential_id: str) -> Demand:
    n = raw.get("n", 0)
    named_skills = {**dict.fromkeys(raw.get("expected", {}), 0), **raw.get("skills", {})}
    skills = {s: SkillDemand(s, Share(k, n), Share(0, 0), k, blend=blend(raw, s)) for s, k in named_skills.items()}
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
            blocks=g["by"] == "law",
            requirement=g["requirement"],
            opens_with=g["opens_with"],
            jurisdiction=g.get("jurisdiction"),
            evidence=(Evidence(g["requirement"], SOURCE),),
            unmet=Share(*g["unmet"]) if "unmet" in g else None,
        )
        for g in raw.get("gates", ())
    )
    items = tuple(item(rank, s, m) for rank, (s, m) in enumerate(raw.get("missing", {}).items(), 1))
    about = {k: tuple(v) if isinstance(v, list) else v for k, v in raw.get("law", {}).items()}
    return Gap("data analyst", asked.n, items, gates, tuple(i.skill for i in items[:3]), law=LawReach(**about))


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
    return Quote(
        credential_id, "standard", hours, low, high, "as priced", raw.get("unknown", ""), SOURCES, raw.get("effort", "")
    )


def limits(raw: Mapping[str, Any] | None) -> Limits | None:
    if raw is None:
        return None
    budget = Money(Decimal(str(raw.get("budget", 400))), raw.get("currency", "USD"))
    return Limits(
        budget, raw.get("hours_per_week", 10), raw.get("start", TODAY), raw.get("deadline", date(2027, 6, 30))
    )


def build(raw: Mapping[str, Any]) -> Case:
    known = {
        "name",
        "expect",
        "credential",
        "ads",
        "missing",
        "unlearnable",
        "umbrella",
        "gates",
        "law",
        "person",
        "quote",
    }
    known |= {"recognised", "trends", "market", "looked_for", "registers", "badge_hosts"}
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
        registers=Registers(
            {r.id: r for r in map(register, raw.get("registers", ()))},
            tuple(map(badge_host, raw.get("badge_hosts", ()))),
        ),
        recognised=recognised(raw.get("recognised"), it.id),
        trends={s: trend(s, t) for s, t in raw.get("trends", {}).items()},
        market=raw.get("market", "ads of data analyst, market of 2026-11-01"),
        looked_for=raw.get("looked_for", True),
    )


@pytest.fixture(scope="session")
def build_case() -> Callable[[Mapping[str, Any]], Case]:
    """From the keys of a case file to a Case."""
    return build
