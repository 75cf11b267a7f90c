"""What a set of credentials covers, as the JSON that other programs read. Names and shapes stay put."""

from __future__ import annotations

from typing import Any

from credlens.model.credential import Catalog
from credlens.model.evaluation import Evaluation
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy
from credlens.model.together import Area, Needed, Route

Json = dict[str, Any]


def together(told: Evaluation) -> Json | None:
    """The whole set; None where nobody asked."""
    made = told.together
    if made is None:
        return None
    return {
        "says": list(made.says),
        "target": made.target or None,
        "occupation": made.occupation or None,
        "counts": plain(made.counts),
        "areas": [area(a, told.taxonomy) for a in made.areas],
        "left_out": [a.id for a in made.left_out],
        "needed": [needed(n, told.catalog) for n in made.needed],
        "routes": [route(r) for r in made.routes],
        "degree_remark": made.degree_remark,
    }


def area(value: Area, taxonomy: Taxonomy) -> Json:
    """One area of the target's work."""

    def named(skills: tuple[str, ...]) -> list[Json]:
        return [taxonomy[s].ref() for s in skills if s in taxonomy]

    return {
        "id": value.id,
        "label": value.label,
        "why": value.why,
        "skills": named(value.skills),
        "parts": named(value.parts),
        "wanted_by": plain(value.wanted_by),
        "share": plain(value.share),
        "expected": plain(value.expected),
        "asked": [
            {"skill": taxonomy[a.skill].ref(), "share": plain(a.share), "depth": plain(a.depth)} for a in value.asked
        ],
        "depth": plain(value.depth),
        "proof": plain(value.proof),
        "covers": [
            {
                "credential": c.credential,
                "depth": plain(c.depth),
                "proof": plain(c.proof),
                "through": named(c.through),
            }
            for c in value.covers
        ],
        "held": value.held,
        "by_course": value.by_course,
        "sources": plain(value.sources),
    }


def needed(value: Needed, catalog: Catalog) -> Json:
    """How many more credentials it takes."""
    return {
        "depth": plain(value.depth),
        "areas": list(value.areas),
        "out_of_reach": list(value.out_of_reach),
        "low": value.low,
        "because": value.low_because,
        "high": value.high,
        "credentials": [{"id": c, "title": catalog[c].title} for c in value.credentials],
        "looked_at": value.looked_at,
    }


def route(value: Route) -> Json:
    """One way towards a degree or a larger credential."""
    return {
        "credential": value.credential,
        "kind": value.kind,
        "towards": value.towards or None,
        "target": value.target,
        "academic": value.academic,
        "level": plain(value.level),
        "system": value.system or None,
        "amount": plain(value.amount),
        "degrees": plain(value.parts),
        "confirmed_by": plain(value.confirmed_by),
        "confirmer": value.confirmer or None,
        "condition": value.condition,
        "until": plain(value.until),
        "over": value.over,
        "says": value.says,
        "sources": plain(value.sources),
    }
