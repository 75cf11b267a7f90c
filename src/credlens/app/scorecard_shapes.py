"""Scorecards and comparisons as the JSON that other programs read. Names and shapes stay put."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from credlens.app import study_shapes
from credlens.model.credential import Catalog
from credlens.model.evaluation import Evaluation, Wording
from credlens.model.gap import Evidence
from credlens.model.scorecard import (
    CriterionValue,
    Estimate,
    Favour,
    Flag,
    LookUp,
    Scorecard,
    Sensitivity,
    Statement,
)
from credlens.model.serial import plain, share_of_group, source_json
from credlens.model.weighting import Weighting

Json = dict[str, Any]


def evidence(items: Iterable[Evidence]) -> list[Json]:
    """Statements, each with its source and date."""
    return [{"statement": e.statement, "source": source_json(e.source), "date": plain(e.source.date)} for e in items]


def estimate(value: Estimate) -> Json:
    """``{"median", "ci90", "letter"}``; the letter is null when no band can be told."""
    return {"median": plain(value.median), "ci90": [plain(value.low), plain(value.high)], "letter": value.letter}


def criterion(value: CriterionValue) -> Json:
    """One criterion."""
    return {
        "id": value.id,
        "group": value.group,
        "value": [plain(value.low), plain(value.high)],
        "weight": share_of_group(value.weight),
        "because": value.because,
        "look_up": list(value.look_up),
        "evidence": evidence(value.evidence),
    }


def flag(value: Flag) -> Json:
    """One red flag."""
    return {
        "id": value.id,
        "state": value.state.value,
        "gates": value.gates,
        "because": value.because,
        "evidence": evidence(value.evidence),
    }


def scorecard(card: Scorecard, catalog: Catalog) -> Json:
    """One scorecard."""
    return {
        "id": card.credential,
        "title": catalog[card.credential].title,
        "quality": estimate(card.quality),
        "suitability": estimate(card.suitability),
        "criteria": [criterion(c) for c in card.criteria],
        "flags": [flag(f) for f in card.flags],
        "p_best": plain(card.p_best),
        "p_top3": plain(card.p_top3),
        "unranked": card.unranked or None,
        "known": {"quality": plain(card.known), "suitability": plain(card.fits_known)},
        "best_if": favour(card.favour) if card.favour else None,
    }


def favour(value: Favour) -> Json:
    """The weights under which a credential is first."""
    weights = {name: share_of_group(w) for name, w in value.weights.items()}
    return {"weights": weights, "more": list(value.more), "less": list(value.less), "leads": value.leads}


def comparison(told: Evaluation) -> Json:
    """Scorecards side by side, each with the tree behind it, who beats whom, and what that says."""
    value = told.comparison
    return {
        "says": wording(told.wording),
        "credentials": [judged(c, told) for c in value.cards],
        "look_up_next": [look_up(u) for u in value.look_up_next],
        "weighting": weighting(value.weighting),
        "wins": [{"one": one, "other": other, "share": plain(s)} for (one, other), s in value.wins.items()],
        "dominated": [plain(d) for d in value.dominated],
        "sensitivity": sensitivity(value.sensitivity) if value.sensitivity else None,
    }


def judged(card: Scorecard, told: Evaluation) -> Json:
    """One scorecard with the tree behind it, who earns by the credential, and what studies of others found."""
    motive = told.motives.get(card.credential)
    return {
        **scorecard(card, told.catalog),
        "why": statement(told.why[card.credential]),
        "provider": study_shapes.provider(motive) if motive else None,
        "studies": [study_shapes.study(a) for a in told.studies.get(card.credential, ())],
    }


def wording(value: Wording) -> Json:
    """The sentences."""
    return {
        "gates": list(value.gates),
        "answer": value.answer,
        "fits": value.fits,
        "dominance": list(value.dominance),
        "best_if": list(value.best_if),
        "holds": value.holds,
        "weights": list(value.weights),
    }


def statement(value: Statement) -> Json:
    """One node of an explanation; what it does not have is left out."""
    parts = {
        "text": value.text,
        "value": value.value,
        "source": source_json(value.source) if value.source else None,
        "parts": [statement(p) for p in value.parts],
    }
    return {k: v for k, v in parts.items() if v}


def look_up(value: LookUp) -> Json:
    """One unknown worth looking up."""
    return {
        "credential": value.credential,
        "criterion": value.criterion,
        "fields": list(value.fields),
        "narrows": plain(value.narrows),
        "tells": plain(value.tells),
        "changes": plain(value.changes),
    }


def weighting(value: Weighting) -> Json:
    """What matters to the person, as said."""
    return {
        "origin": value.origin,
        "points": plain(value.points),
        "above": [list(pair) for pair in value.above],
        "alike": [list(same) for same in value.alike],
    }


def sensitivity(value: Sensitivity) -> Json:
    """Whether the first place holds when weights move."""
    return {
        "first": value.first,
        "lead": plain(value.lead),
        "holds": value.holds,
        "shifts": [plain(s) for s in value.shifts],
    }
