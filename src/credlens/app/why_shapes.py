"""Why a plan is as it is, as the JSON that other programs read (documented in ``docs/reference/json.md``)."""

from __future__ import annotations

from credlens.app.scorecard_shapes import Json
from credlens.model.loop import Loop
from credlens.model.plan_reasons import Change, Conflict, FrontPoint, Rival, Shared, StepReason
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy


def why_json(loop: Loop) -> Json:
    """``{"why", "front"}``; ``why`` is null when nobody asked, or there is no plan."""
    reasons, taxonomy = loop.reasons, loop.taxonomy
    points = [_point(p) for p in loop.front]
    if reasons is None:
        return {"why": None, "front": points}
    said = reasons.told
    return {
        "why": {
            "plan": reasons.plan,
            "steps": [{**_step(r, taxonomy), "says": s} for r, s in zip(reasons.steps, said.steps, strict=True)],
            "rivals": [{**_rival(r, taxonomy), "says": s} for r, s in zip(reasons.rivals, said.rivals, strict=True)],
            "limits": [{**_change(c), "says": s} for c, s in zip(reasons.limits, said.limits, strict=True)],
        },
        "front": points,
    }


def conflict_json(conflict: Conflict | None) -> list[Json]:
    """The limits that cannot hold together, each with the nearest change; empty when no limit is to blame."""
    clashes = conflict.clashes if conflict else ()
    return [{"limit": c.limit.value, "value": c.value, "words": c.words, "instead": c.instead or None} for c in clashes]


def _step(value: StepReason, taxonomy: Taxonomy) -> Json:
    return {
        "credential": value.credential,
        "loses": plain(value.loses),
        "alone": [taxonomy[s].ref() for s in value.alone],
        "strengthens": [taxonomy[s].ref() for s in value.strengthens],
        "opens": list(value.opens),
        "awards": list(value.awards),
        "shares": [_shared(s) for s in value.shares],
        "fixed": value.fixed,
        "frees": plain(value.frees.amount) if value.frees else None,
        "frees_hours": plain(value.frees_hours),
        "frees_days": value.frees_days,
    }


def _shared(value: Shared) -> Json:
    return {
        "kind": value.kind,
        "name": value.name or None,
        "others": list(value.others),
        "money": plain(value.money.amount) if value.money else None,
        "hours": plain(value.hours),
    }


def _rival(value: Rival, taxonomy: Taxonomy) -> Json:
    return {
        "credential": value.credential,
        "skill": taxonomy[value.skill].ref() if value.skill else None,
        "step": value.step,
        "proof": plain(value.proof),
        "step_proof": plain(value.step_proof),
        "steps": list(value.steps),
        "loses": plain(value.loses),
        "costs_more": plain(value.costs_more.amount) if value.costs_more else None,
        "days_more": value.days_more,
        "because": value.because or None,
        "against": list(value.against),
        "unsure": value.unsure,
    }


def _change(value: Change) -> Json:
    return {
        "limit": value.limit,
        "was": value.was,
        "now": value.now,
        "more": value.more,
        "binds": value.binds,
        "gains": plain(value.gains),
        "saves": plain(value.saves.amount),
        "days_earlier": value.days_earlier,
        "steps": list(value.steps),
        "same": value.same,
        "unsure": value.unsure,
    }


def _point(value: FrontPoint) -> Json:
    plan = value.plan
    return {
        "names": list(value.names),
        "steps": [s.credential for s in plan.steps],
        "cost": plain(plan.cost.amount),
        "currency": plan.cost.currency,
        "coverage": plain(plan.coverage),
        "finish": plain(plan.finish),
        "status": plan.status.value,
        "gap": plain(plan.gap),
    }
