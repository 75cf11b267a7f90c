"""Stackability: does it count towards something larger, and does the one who would have to accept it say so?"""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import academic_credit, cite
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding, at_least

CLAIMED, CONFIRMED, WITH_CREDITS = 0.3, 0.8, 1.0
UNKNOWN_HIGH = 0.8


def value(case: Case) -> Finding:
    """Claimed by the provider, confirmed by the receiver, or confirmed with a stated number of credits."""
    stacks = case.credential.stacks_into
    if not stacks:
        return Finding(
            0.0, UNKNOWN_HIGH, "whether it counts towards anything larger is not known: 0 to 0.8 is possible"
        )
    evidence = tuple(e for s in stacks for e in cite(f"counts towards {s.into} (says the {s.confirmed_by})", s.sources))
    confirmed = next((s for s in stacks if s.confirmed_by == "receiver"), None)
    if confirmed is None:
        because = f"only its provider says that it counts towards {stacks[0].into}"
        return Finding(*at_least(CLAIMED, UNKNOWN_HIGH), because=because, evidence=evidence)
    stated = next((c for c in academic_credit(case.credential) if c.amount), None)
    if stated is None:
        because = f"{confirmed.into} confirms that it counts; with how many credits is not recorded"
        return Finding(CONFIRMED, WITH_CREDITS, because, evidence)
    because = (
        f"counts towards {confirmed.into} with {stated.amount:g} credits ({stated.system}), as the receiver confirms"
    )
    evidence += cite(f"{stated.amount:g} credits ({stated.system})", stated.sources)
    return Finding(WITH_CREDITS, WITH_CREDITS, because, evidence)


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
    reads=("stacks_into", "credit"),
)
