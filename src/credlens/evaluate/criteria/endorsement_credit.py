"""Endorsement and credit: does anybody with a name of their own vouch for it?"""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import academic_credit, cite
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding, at_least
from credlens.model.gap import Evidence

# hiring: a named employer or group of employers says that it considers holders
STEPS = {"endorsement": 0.4, "hiring": 0.4, "credit": 0.7, "approved_list": 1.0, "regulator": 1.0}
WORDS = {
    "endorsement": "endorsed by",
    "hiring": "named for hiring by",
    "credit": "recommended for credit by",
    "approved_list": "on the approved list of",
    "regulator": "named by the regulator",
}
CREDIT = 0.7
UNKNOWN_HIGH = 0.7


def value(case: Case) -> Finding:
    """The strongest recognition by a named third party; more may exist than was found."""
    steps: list[tuple[float, str]] = []
    evidence: tuple[Evidence, ...] = ()
    for claim in case.credential.recognition:
        words = f"{WORDS.get(claim.kind, claim.kind)} {claim.by}"
        steps.append((STEPS.get(claim.kind, STEPS["endorsement"]), words))
        evidence += cite(words, claim.sources)
    for credit in academic_credit(case.credential):
        amount = "credit" if credit.amount is None else f"{credit.amount:g} credits"
        words = f"carries {amount} ({credit.system})" + (f", {credit.condition}" if credit.condition else "")
        steps.append((CREDIT, words))
        evidence += cite(words, credit.sources)
    if not steps:
        because = "no endorsement or credit is recorded, and that there is none is not known: 0 to 0.7 is possible"
        return Finding(0.0, UNKNOWN_HIGH, because)
    step, words = max(steps, key=lambda s: s[0])
    return Finding(*at_least(step, UNKNOWN_HIGH), because=words, evidence=evidence)


CRITERION = Criterion(
    id="endorsement_credit",
    group=QUALITY,
    default_weight=0.10,
    question="Does a named third party vouch for it, give credit for it, or require it?",
    reference=(
        "Credit: ACE and NCCRS recommendations, ECTS; lists: regulators and approved lists such as DoD 8140. One "
        "endorsement 0.4, transferable credit 0.7, a law, regulator or approved list 1: a judgement of this project."
    ),
    value=value,
    reads=("recognition", "credit"),
)
