"""Degree demanded: most ads want a degree with no way around, and the person has none."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import academic_credit, ads_source, cite
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.rates import percent, wilson90
from credlens.evaluate.wanted import is_degree
from credlens.model.credential import Credential
from credlens.model.gap import Evidence, Gate, GateState

MOST = 0.5  # more than half of the ads


def check(case: Case) -> Verdict:
    """Fires when more than half of the ads demand a degree that the person cannot show and that experience cannot stand in for.

    The share is held against its 90 % interval: an interval across one half decides nothing.
    """
    gates = [g for g in case.gap.gates if g.kind == "degree"]
    if is_degree(case.credential):
        return clear("it is a degree itself", cite("kind", case.credential.kind.sources))
    if any(g.by == "law" for g in gates):
        return clear("a degree is a matter of law here, which is another warning")
    if case.demand.n == 0:
        return cannot_tell("there are no ads of this target to count in")
    gate = next((g for g in gates if g.by == "ads"), None)
    if gate is None:
        words = f"few of the {case.demand.n} ads demand a degree"
        return clear(words, [Evidence(words, ads_source(case.demand))])
    return _by_ads(case, gate)


def _by_ads(case: Case, gate: Gate) -> Verdict:
    if gate.unmet is None:
        return cannot_tell(f"ads ask for {gate.requirement}, and which degree you have is not known", gate.evidence)
    low, high = wilson90(gate.unmet.value, gate.unmet.n)
    bounds = f"{percent(low)} to {percent(high)}"
    words = f"{gate.unmet.k} of {gate.unmet.n} ads demand a degree that you do not have, with no way around ({bounds} of all)"
    if gate.state is GateState.OPEN and not gate.unmet.k:
        return clear("no ad here demands a degree that you do not have", gate.evidence)
    if high <= MOST:
        return clear(words, gate.evidence)
    if low <= MOST:
        return cannot_tell(f"{words}: too few ads to say whether that is most of them", gate.evidence)
    return fires(
        f"{words}; this is no degree. What opens the way: {gate.opens_with}{_towards(case.credential)}", gate.evidence
    )


def _towards(credential: Credential) -> str:
    """What of it counts towards a degree."""
    stacks = [s.into for s in credential.stacks_into]
    if stacks:
        return f" It counts towards {stacks[0]}."
    credit = academic_credit(credential)
    if not credit:
        return ""
    amount = "credit" if credit[0].amount is None else f"{credit[0].amount:g} credits"
    return f" It carries {amount} ({credit[0].system}), which a degree programme may take."


FLAG = RedFlag(
    id="degree_demanded",
    question="Do most ads demand a degree that you do not have?",
    reference="Counted in the ads at hand, 90 % interval after Wilson 1927; more than half is a judgement of this project. A demand of ads "
    "closes no door by law, so this is a caution.",
    check=check,
)
