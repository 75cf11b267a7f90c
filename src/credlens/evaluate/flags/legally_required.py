"""Legally required: a degree or licence that the law demands, and that no microcredential replaces."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.evaluate.case import Case
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.registers.listed import any_keys, name_keys, resembles
from credlens.evaluate.wanted import is_degree
from credlens.model.credential import Credential, EvidenceClass
from credlens.model.gap import Gate, GateState


def check(case: Case) -> Verdict:
    """Fires when a gate that stands by law is closed; cannot tell when the person's side of it is not known.

    Nor where the law of the person's place is not known, and the occupation is regulated elsewhere.

    The licence that the law demands is no stand-in: its own gate does not speak against it. Of a degree it cannot be told here.
    """
    gates = [g for g in case.gap.gates if g.by == "law"]
    others = [g for g in gates if not _is_it(case.credential, g)]
    degrees = [g for g in others if g.kind == "degree"]
    if degrees and degrees == [g for g in others if g.state is not GateState.OPEN] and is_degree(case.credential):
        words = (
            f"the law demands {degrees[0].requirement}; this is a degree, but whether it is that one, ask the authority"
        )
        return cannot_tell(words, degrees[0].evidence)
    for state, answer in ((GateState.CLOSED, fires), (GateState.CANNOT_TELL, cannot_tell)):
        found = [g for g in others if g.state is state]
        if found:
            return answer("; ".join(_words(g) for g in found), [e for g in found for e in g.evidence])
    if len(others) < len(gates):
        own = next(g for g in gates if g not in others)
        return clear(f"it is what the law demands: {own.requirement}", own.evidence)
    if gates:
        return clear(
            "what the law demands is there: " + "; ".join(g.requirement for g in gates),
            [e for g in gates for e in g.evidence],
        )
    law = case.gap.law
    if law.occupation:
        return cannot_tell(
            f"the table of regulated occupations has rules of {_and(law.elsewhere)} only for this ({law.occupation.lower()}), and none of "
            f"{law.place}; such work is regulated in many countries: ask the authority there before you pay"
        )
    reach = f"; that table has rules of {_and(law.table)} only, and no list of such rules is whole" if law.table else ""
    return clear(f"no law is on record here that demands a degree or licence for this target{reach}")


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _is_it(credential: Credential, gate: Gate) -> bool:
    """Whether the credential is the licence of the gate, by their names."""
    if gate.kind != "licence" or credential.evidence_class.get(None) is not EvidenceClass.LICENCE:
        return False
    own, wanted = any_keys((credential.title, *(a.text for a in credential.aliases))), name_keys(gate.requirement)
    return bool(own & wanted) or resembles(own, wanted)


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
