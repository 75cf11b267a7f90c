"""Endorsement and credit: does anybody with a name of their own vouch for it?"""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import academic_credit, cite, ended, found_empty
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding, at_least, none_there
from credlens.evaluate.registers.claimed import ask, confirmed_by
from credlens.model.credential import CreditValue
from credlens.model.gap import Evidence

ENDORSED, CREDIT, LISTED = 0.4, 0.7, 1.0
# hiring: a named employer or group of employers says that it considers holders
STEPS = {
    "endorsement": ENDORSED,
    "hiring": ENDORSED,
    "credit": CREDIT,
    "approved_list": LISTED,
    "regulator": LISTED,
}
WORDS = {
    "endorsement": "endorsed by",
    "hiring": "named for hiring by",
    "credit": "recommended for credit by",
    "approved_list": "on the approved list of",
    "regulator": "named by the regulator",
}


def value(case: Case) -> Finding:
    """The strongest recognition by a named third party that holds today; more may exist than was found.

    What nobody recorded may be credit at most (0.7), and where somebody looked and found no credit, an endorsement at
    most (0.4): whoever is named by a law or a list is rarely silent about it. 0 where nothing of either kind was found.
    A recommendation of credit that has ended is shown and does not count. What only its provider or the person claims
    lifts the upper end alone.
    """
    credential = case.credential
    steps, evidence, past = _steps(case)
    no_credit = found_empty(credential, "credit")
    nobody = found_empty(credential, "recognition")
    neither = none_there(credential, "endorsement or credit", "recognition", "credit")
    if neither is not None and not steps:
        return neither
    evidence += cite("no credit was found", no_credit or ()) + cite("no endorsement was found", nobody or ())
    most = ENDORSED if no_credit is not None else CREDIT
    if not steps:
        because = f"no endorsement or credit is recorded, and that there is none is not known: 0 to {100 * most:g} of 100 is possible"
        return Finding(0.0, most, f"{because}{past}", evidence)
    low = max((s for s, _, sure in steps if sure), default=0.0)
    step, words, sure = max(steps)
    if not sure and low:
        words = f"{max(s for s in steps if s[2])[1]}; {words}"
    return Finding(low, at_least(step, most)[1], f"{words}{past}", evidence)


def _steps(case: Case) -> tuple[list[tuple[float, str, bool]], tuple[Evidence, ...], str]:
    """What holds, with its step, in words, and whether it counts for sure; evidence for that and for what is over; that in words."""
    steps: list[tuple[float, str, bool]] = []
    sure, sure_credit = (found_empty(case.credential, name) is None for name in ("recognition", "credit"))
    evidence: tuple[Evidence, ...] = ()
    past = ""
    for claim in case.credential.recognition:
        words = f"{WORDS.get(claim.kind, claim.kind)} {claim.by}"
        told = _told(case, words, sure, confirmed_by(case, claim.by, claim.sources), claim.by)
        steps.append((STEPS.get(claim.kind, ENDORSED), *told))
        evidence += cite(words, claim.sources)
    for credit in academic_credit(case.credential):
        words = _carries(credit)
        evidence += cite(words, credit.sources)
        if ended(credit.until, case.today):
            past += f"; {words}, which is over"
        else:
            steps.append(
                (CREDIT, *_told(case, words, sure_credit, confirmed_by(case, credit.by, credit.sources), credit.by))
            )
    return steps, evidence, past


def _told(case: Case, words: str, undisputed: bool, confirmed: bool, by: str) -> tuple[str, bool]:
    """A recognition in words with what speaks against counting it, and whether nothing does."""
    if not confirmed:
        words = f"{words} ({ask(case, [by])})"
    return (words if undisputed else f"sources disagree: {words} / none was found", undisputed and confirmed)


def _carries(credit: CreditValue) -> str:
    amount = "credit" if credit.amount is None else f"{credit.amount:g} credits"
    by = f" recommended by {credit.by}" if credit.by else ""
    said = f", {credit.condition}" if credit.condition else ""
    until = f", until {credit.until}" if credit.until else ""
    return f"carries {amount} ({credit.system}){by}{said}{until}"


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
