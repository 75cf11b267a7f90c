"""Results as the JSON that other programs read (documented in ``docs/reference/json.md``). Names and shapes stay put."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from credlens.app.plan_shapes import limits, plan, priced_elsewhere
from credlens.app.scorecard_shapes import Json, estimate, evidence, flag
from credlens.app.why_shapes import conflict_json, why_json
from credlens.model.credential import Catalog
from credlens.model.demand import SkillDemand
from credlens.model.errors import CredlensError, InputError, Problem
from credlens.model.gap import Advice, Gap, GapItem, Gate, Reach, WhatIf
from credlens.model.loop import Loop, Option
from credlens.model.naming import law_unknown
from credlens.model.person import HeldSkill
from credlens.model.quantity import Share
from credlens.model.quote import Quote
from credlens.model.scorecard import Comparison
from credlens.model.serial import plain, source_json
from credlens.model.skill import Taxonomy


def share(value: Share) -> Json:
    """``{"share", "ci95", "k", "n"}``; the share is null when nothing was observed."""
    return {
        "share": plain(value.value) if value.n else None,
        "ci95": plain(list(value.ci95)),
        "k": value.k,
        "n": value.n,
    }


def problems(found: Iterable[Problem]) -> list[Json]:
    """What could not be used, each with its place."""
    return [{"where": p.where, "message": p.message, "what_to_do": p.what_to_do} for p in found]


def error(failure: CredlensError) -> Json:
    """``{"error": {...}}``; an input error also lists every problem."""
    body: Json = {
        "kind": failure.kind,
        "message": failure.message,
        "where": failure.where,
        "what_to_do": failure.what_to_do,
    }
    if isinstance(failure, InputError):
        body["problems"] = problems(failure.problems)
    return {"error": body}


def gate(value: Gate) -> Json:
    """One gate."""
    return {
        "kind": value.kind,
        "by": value.by,
        "state": value.state.value,
        "blocks": value.blocks,
        "requirement": value.requirement,
        "opens_with": value.opens_with,
        "jurisdiction": value.jurisdiction,
        "unmet": share(value.unmet) if value.unmet else None,
        "evidence": evidence(value.evidence),
    }


def held(value: HeldSkill | None) -> Json | None:
    """What a person can show of a skill; null when nothing."""
    if value is None:
        return None
    return {
        "level": value.level.value,
        "evidence": [
            {
                "kind": e.kind.value,
                "where": e.where,
                "quote": e.quote,
                "years": plain(e.years),
                "last_used": plain(e.last_used),
            }
            for e in value.evidence
        ],
        "years": plain(value.years),
        "last_used": plain(value.last_used),
    }


def demanded(value: SkillDemand) -> Json:
    """A share, with ``estimate``: the share with what was known before and where it comes from; null when the ads speak for themselves."""
    blend = value.blend
    estimate_ = None
    if blend is not None:
        estimate_ = {
            "share": plain(blend.value),
            "ci95": [plain(blend.low), plain(blend.high)],
            "parts": [
                {"source": p.source.value, "share": plain(p.share), "weight": plain(p.weight), "note": p.note}
                for p in blend.parts
            ],
        }
    return {**share(value.share), "estimate": estimate_}


def gap_item(item: GapItem, taxonomy: Taxonomy) -> Json:
    """One skill of the gap."""
    return {
        "skill": taxonomy[item.skill].ref(),
        "demand": demanded(item.demand),
        "required_share": share(item.demand.required)["share"],
        "required": share(item.demand.required),
        "employers": item.demand.employers,
        "held": held(item.held),
        "missing": plain(item.missing),
        "opens": item.opens,
        "opens_together": plain(item.opens_together),
        "opens_with_first": item.opens_with_first,
        "level_wanted": item.level_wanted.value,
        "levels_asked": [{"level": level.value, "n": n} for level, n in item.demand.levels],
        "level_held": item.level_held.value if item.level_held else None,
        "level_gap": item.level_gap,
        "stale": plain(item.stale),
        "unproven": item.unproven,
        "why": item.why,
        "remarks": list(item.remarks),
        "learnable": item.learnable,
        "whole_field": item.umbrella,
        "seldom": item.seldom,
        "rank": item.rank,
    }


def gap(value: Gap, taxonomy: Taxonomy) -> Json:
    """``{"target", "postings", "gates", "gap", "shown", "first", "begin_with", "within_reach", "prove", "skip"}``.

    ``gap`` has every skill asked for: what is missing by rank, then what is shown (rank null) by demand; ``shown`` names the latter.
    """
    return {
        "target": value.target,
        "postings": value.n,
        "gates": [gate(g) for g in value.gates],
        "law": law_unknown(value.law) or None,
        "gap": [gap_item(i, taxonomy) for i in value.items],
        "shown": [taxonomy[i.skill].ref() for i in value.items if i.rank is None],
        "first": [taxonomy[s].ref() for s in value.first],
        "begin_with": advice([value.begin_with], taxonomy, "why")[0] if value.begin_with else None,
        "within_reach": reach(value.within_reach, taxonomy),
        "prove": advice(value.prove, taxonomy, "why"),
        "skip": advice(value.skip, taxonomy, "because"),
    }


def advice(items: Iterable[Advice], taxonomy: Taxonomy, reason: str) -> list[Json]:
    """Skills, each with the reason it is named for under the key ``reason``."""
    return [{"skill": taxonomy[a.skill].ref(), reason: a.because} for a in items]


def reach(value: Reach | None, taxonomy: Taxonomy) -> Json | None:
    """Ads within reach now, and as the first three are closed one after the other; null when no ads are known."""
    if value is None:
        return None
    return {
        "now": value.now,
        "n": value.n,
        "unjudged": value.unjudged,
        "after": [{"skill": taxonomy[s].ref(), "ads": n} for s, n in value.after],
        "nearest": value.nearest,
    }


def what_if(value: WhatIf, taxonomy: Taxonomy) -> Json:
    """Ads within reach before and after learning some skills."""
    return {
        "skills": [taxonomy[e.skill].ref() for e in value.each],
        "within_reach": {"before": value.before, "after": value.after, "n": value.n},
        "each": [
            {
                "skill": taxonomy[e.skill].ref(),
                "opens": e.opens,
                "opens_with_the_others": e.with_the_others,
                "remark": e.remark,
            }
            for e in value.each
        ],
        "unknown": [],
    }


def quote(value: Quote) -> Json:
    """What one cost option takes: null where it is unknown, with the reason."""
    hours = value.hours
    return {
        "option": value.option,
        "cost": plain(value.high.amount) if value.high else None,
        "cost_interval": [plain(m.amount) for m in (value.low, value.high) if m] or None,
        "currency": value.high.currency if value.high else None,
        "hours": plain(hours.typical) if hours else None,
        "hours_interval": [plain(hours.min), plain(hours.max)] if hours else None,
        "because": value.because,
        "unknown": value.unknown or None,
        "sources": [source_json(s) for s in value.sources],
    }


def option(value: Option, catalog: Catalog, comparison: Comparison | None = None) -> Json:
    """One credential for a skill, priced for the person, with its scorecard in short."""
    credential = catalog[value.credential]
    provider = credential.provider
    out: Json = {
        "credential": credential.id,
        "title": credential.title,
        "provider": plain(provider.value) if provider.known else None,
        "evidence_class": plain(credential.evidence_class.value) if credential.evidence_class.known else None,
        **quote(value.quote),
        "alternatives": [quote(q) for q in value.others],
    }
    if comparison is not None:
        card = comparison.card(value.credential)
        out["quality"] = estimate(card.quality)
        out["suitability"] = estimate(card.suitability)
        out["flags"] = [flag(f) for f in card.firing()]
    return out


def options(table: Mapping[str, tuple[Option, ...]], loop: Loop) -> Json:
    """Options by the label of the skill they close."""
    return {
        loop.taxonomy[s].label: [option(o, loop.catalog, loop.comparison) for o in found] for s, found in table.items()
    }


def plans(loop: Loop) -> Json:
    """``{"priced_elsewhere", "plans", "gates"}``, with ``because`` when nothing fits."""
    out: Json = {
        "priced_elsewhere": priced_elsewhere(loop.priced_elsewhere),
        "plans": [plan(p, loop) for p in loop.plans],
        "gates": [gate(g) for g in loop.gap.gates],
    }
    if not loop.plans:
        out["because"] = list(loop.why_no_plan)
        out["conflict"] = conflict_json(loop.conflict)
    out |= why_json(loop)
    out["limits"] = limits(loop.limits)
    out["left_out"] = [{"credential": c, "reason": why} for c, why in loop.left_out]
    out["feedback"] = [plain(c) for c in loop.communities]
    return out
