"""Stackability: does it count towards something larger, and does the one who would have to accept it say so?"""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import academic_credit, cite, ended, found_empty
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding, at_least, none_there
from credlens.evaluate.registers.claimed import ask, confirmed_by
from credlens.model.credential import CreditValue, Stack
from credlens.model.gap import Evidence
from credlens.model.offer import Relation, RelationKind

CLAIMED, CONFIRMED, WITH_CREDITS = 0.3, 0.8, 1.0
UNKNOWN_HIGH = 0.8
LARGER = {
    RelationKind.PART_OF: "is part of",
    RelationKind.ADVANCED_STANDING_FOR: "gives advanced standing in",
}


def value(case: Case) -> Finding:
    """Claimed by the provider, confirmed by the receiver, or confirmed with a stated number of credits.

    That it is part of something larger, or gives advanced standing there, counts as a claim: such a relation does not
    say who confirms it. That a receiver confirms it is a claim too where only the provider or the person says so, and
    reaches up to what the confirmation would give. 0 where somebody looked for what it counts towards and found nothing.
    """
    credential = case.credential
    stacks, larger = credential.stacks_into, [r for r in credential.relations if r.kind in LARGER]
    nothing = none_there(credential, "larger credential that it counts towards", "stacks_into")
    if not stacks and not larger:
        because = "whether it counts towards anything larger is not known: 0 to 80 of 100 is possible"
        return nothing or Finding(0.0, UNKNOWN_HIGH, because)
    evidence = tuple(e for s in stacks for e in cite(f"counts towards {s.into} (says the {s.confirmed_by})", s.sources))
    evidence += tuple(e for r in larger for e in cite(_related(case, r), r.sources))
    low, high, because, more = _found(case, stacks, larger)
    if nothing is not None:
        looked = cite("nothing larger was found", found_empty(credential, "stacks_into") or ())
        return Finding(0.0, high, f"sources disagree: {because} / nothing was found", evidence + more + looked)
    return Finding(low, high, because, evidence + more)


def _found(
    case: Case, stacks: tuple[Stack, ...], larger: list[Relation]
) -> tuple[float, float, str, tuple[Evidence, ...]]:
    said = [s for s in stacks if s.confirmed_by == "receiver"]
    confirmed = min((s.into for s in said if confirmed_by(case, s.into, s.sources)), default=None)
    if confirmed is None and said:
        into = min(s.into for s in said)
        return (
            CLAIMED,
            WITH_CREDITS,
            f"its receiver is said to confirm that it counts towards {into} ({ask(case, [into])})",
            (),
        )
    if confirmed is None and stacks:
        because = f"only its provider says that it counts towards {min(s.into for s in stacks)}"
        return (*at_least(CLAIMED, UNKNOWN_HIGH), because, ())
    if confirmed is None:
        because = f"it {min(_related(case, r) for r in larger)}; who confirms that is not recorded"
        return (*at_least(CLAIMED, UNKNOWN_HIGH), because, ())
    stated = _stated(case)
    if stated is not None and not confirmed_by(case, stated.by, stated.sources):
        because = f"{confirmed} confirms that it counts; {stated.amount:g} credits ({stated.system}) are {ask(case, [stated.by])}"
        return (CONFIRMED, WITH_CREDITS, because, cite(f"{stated.amount:g} credits", stated.sources))
    if stated is None:
        because = f"{confirmed} confirms that it counts; with how many credits is not recorded"
        return (CONFIRMED, WITH_CREDITS, because, ())
    carried = f"{stated.amount:g} credits ({stated.system})"
    because = f"counts towards {confirmed} with {carried}, as the receiver confirms"
    return (WITH_CREDITS, WITH_CREDITS, because, cite(carried, stated.sources))


def _stated(case: Case) -> CreditValue | None:
    """The most credits that it carries today, as stated; None when no number is."""
    stated = [c for c in academic_credit(case.credential) if c.amount and not ended(c.until, case.today)]
    return max(stated, key=lambda c: (c.amount or 0, c.system), default=None)


def _related(case: Case, relation: Relation) -> str:
    known = case.catalog[relation.target].title if relation.target in case.catalog else relation.target
    return f"{LARGER[relation.kind]} {relation.title or known}{f' ({relation.note})' if relation.note else ''}"


CRITERION = Criterion(
    id="stackability",
    group=QUALITY,
    default_weight=0.06,
    question="Does it count towards a larger credential, and who says so?",
    reference=(
        "EU Recommendation 2022/C 243/02, Annex I (integration, stackability); CTDL isPartOf and "
        "isAdvancedStandingFor. Provider's claim 0.3, receiver's confirmation 0.8, with stated credits 1: a judgement "
        "of this project."
    ),
    value=value,
    reads=("stacks_into", "relations", "credit"),
)
