"""What a set of credentials covers of the target's work, what it leaves out, and towards which degrees it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credlens.model.credential import Depth
from credlens.model.evaluation import Evaluation
from credlens.model.together import Area, Confirmer, DegreePart, Proof, Route, Together
from credlens.present import terms, words
from credlens.present.notes import Notes, Ref, Value

_STATES = {
    Depth.CORE: ("good", "covered in depth"),
    Depth.PART: ("good", "covered in part"),
    Depth.TOUCHED: ("caution", "touched, little more"),
    None: ("caution", "left out"),
}
_PROOFS = {
    Proof.UNKNOWN: "how it is assessed is unknown",
    Proof.TAUGHT: "taught and quizzed",
    Proof.EXAMINED: "examined",
    Proof.JUDGED: "judged by a person",
}
_CONFIRMERS = {
    Confirmer.UNSTATED: "nobody says who confirms it",
    Confirmer.PROVIDER: "says the provider",
    Confirmer.RECOMMENDER: "recommended, for a university to decide",
    Confirmer.RECEIVER: "confirmed by those who accept it",
}


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area of the work: how far it is covered, by what, and who wants it."""

    label: str
    why: str
    refs: tuple[Ref, ...]
    meaning: str
    state: str
    asked: str
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One way on which a credential counts towards something larger."""

    title: str
    towards: str
    worth: str
    confirmed: str
    condition: Value


@dataclass(frozen=True, slots=True)
class Covering:
    """The set as a whole."""

    says: tuple[str, ...]
    rows: tuple[AreaRow, ...]
    routes: tuple[RouteRow, ...]
    degree_remark: str


def covering(evaluation: Evaluation, notes: Notes, titles: Mapping[str, str]) -> Covering | None:
    """What the credentials cover together; None when nobody asked."""
    together = evaluation.together
    if together is None:
        return None
    return Covering(
        says=together.says,
        rows=tuple(_area(together, a, notes, titles) for a in together.areas),
        routes=tuple(_route(r, notes, titles) for r in together.routes),
        degree_remark=together.degree_remark,
    )


def _area(together: Together, area: Area, notes: Notes, titles: Mapping[str, str]) -> AreaRow:
    meaning, state = _STATES[area.depth]
    if area.held:
        meaning, state = "good", "you can show it"
    elif not area.by_course:
        meaning, state = "good", "work proves it, not a course"
    asked = "the ads do not name it" if together.n else "no ads given"
    return AreaRow(
        area.label,
        words.full_stop(area.why),
        notes.refs(area.sources),
        meaning,
        state,
        words.share(area.share) if area.share is not None and area.share.k else asked,
        tuple(
            f"{titles.get(c.credential, c.credential)}: {terms.DEPTHS[c.depth]}, {_PROOFS[c.proof]}"
            for c in area.covers
        ),
    )


def _degree(part: DegreePart) -> str:
    return f"a usual {terms.DEGREES[part.level]}" if part.usual and part.level else f"its {part.of:g}"


def _route(route: Route, notes: Notes, titles: Mapping[str, str]) -> RouteRow:
    worth = [f"{route.amount:g} {route.system}"] if route.amount is not None else []
    worth += [f"{words.percent(p.share)} of {_degree(p)}" for p in route.parts]
    said = "; ".join(
        ([f"until {words.day(route.until)}"] if route.until else []) + ([route.condition] if route.condition else [])
    )
    who = f" ({route.confirmer})" if route.confirmer else ""
    return RouteRow(
        titles.get(route.credential, route.credential),
        route.towards or "credit, nobody says where it counts",
        ", ".join(worth) or "amount unknown",
        _CONFIRMERS[route.confirmed_by] + who + (", but that is over" if route.over else ""),
        notes.value(said or "no condition stated", route.sources),
    )
