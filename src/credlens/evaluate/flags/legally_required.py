"""Legally required: a degree or licence that the law demands, and that no microcredential replaces."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.model.gap import Gate, GateState


def check(case: Case) -> Verdict:
    """Fires when a gate that stands by law is closed; cannot tell when the person's side of it is not known."""
    gates = [g for g in case.gap.gates if g.by == "law"]
    for state, answer in ((GateState.CLOSED, fires), (GateState.CANNOT_TELL, cannot_tell)):
        found = [g for g in gates if g.state is state]
        if found:
            return answer("; ".join(_words(g) for g in found), [e for g in found for e in g.evidence])
    if gates:
        return clear(
            "what the law demands is there: " + "; ".join(g.requirement for g in gates),
            [e for g in gates for e in g.evidence],
        )
    return clear("no law is on record here that demands a degree or licence for this target")


def _words(gate: Gate) -> str:
    where = f" ({gate.jurisdiction})" if gate.jurisdiction else ""
    closed = gate.state is GateState.CLOSED
    middle = "this cannot stand in for it" if closed else "whether that is there is not known"
    return f"the law demands {gate.requirement}{where}; {middle}. What opens the way: {gate.opens_with}"


FLAG = RedFlag(
    id="legally_required",
    question="Does the law demand a degree or licence that this cannot replace?",
    reference="Rules of the authority named with each regulated occupation (table of regulated occupations).",
    check=check,
    gates=True,
)
