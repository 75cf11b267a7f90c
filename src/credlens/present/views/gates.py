"""Gates: degrees and licences, before any offer."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model import naming
from credlens.model.gap import Gate, GateState
from credlens.model.quantity import Share
from credlens.present import words
from credlens.present.context import Context
from credlens.present.notes import Value

_ORDER = (GateState.CLOSED, GateState.CANNOT_TELL, GateState.OPEN)
_STATES = {
    GateState.CLOSED: ("stop", "closed"),
    GateState.CANNOT_TELL: ("caution", "cannot tell"),
    GateState.OPEN: ("good", "open"),
}


@dataclass(frozen=True, slots=True)
class GateView:
    """One gate.

    Attributes:
        meaning: ``good``, ``caution`` or ``stop``; ``state``: the same in words.
        consequence: what it means for money spent now; may be empty.
    """

    title: str
    meaning: str
    state: str
    says: str
    consequence: str
    opens_with: str
    evidence: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Gates:
    """All gates, closed ones first, with the sentence above them."""

    lead: str
    gates: tuple[GateView, ...]


def gates(context: Context) -> Gates:
    """The gates of a loop."""
    found = sorted(context.loop.gap.gates, key=lambda g: (_ORDER.index(g.state), not g.blocks))
    return Gates(_lead(context, found), tuple(_view(context, g) for g in found))


def _lead(context: Context, found: list[Gate]) -> str:
    if unknown := naming.law_unknown(context.loop.gap.law):
        return unknown
    if not found:
        return (
            "No degree or licence was found that stands before the skills. "
            "If you are not sure, ask the authority of the place where you want to work."
        )
    if context.loop.gap.blocked:
        return "Something other than a skill stands in the way. Settle it before you pay for any course."
    if any(g.state is GateState.CLOSED for g in found):
        return "The law does not close this way, but part of the ads do. The other ads stay open to you."
    if any(g.state is GateState.CANNOT_TELL for g in found):
        return "One thing has to be settled before you spend money: your papers do not say whether you have it."
    if any(g.unmet is not None and g.unmet.k for g in found):
        return "Most of the ads are open to you; some insist on something that no course gives."
    return "You can show what the ads want to see before they look at skills."


def _view(context: Context, gate: Gate) -> GateView:
    meaning, state = _STATES[gate.state]
    return GateView(
        title=words.upper_first(gate.kind),
        meaning=meaning,
        state=state,
        says=_says(gate),
        consequence=_consequence(gate),
        opens_with=words.full_stop(gate.opens_with),
        evidence=context.notes.said(gate.evidence),
    )


def _says(gate: Gate) -> str:
    where = f" ({gate.jurisdiction})" if gate.jurisdiction else ""
    who = f"The law, or an authority's rule{where}, asks for" if gate.by == "law" else "Ads for this goal ask for"
    have = {
        GateState.OPEN: "You can show it.",
        GateState.CLOSED: "You cannot show it.",
        GateState.CANNOT_TELL: "What was read about you does not say whether you have it.",
    }
    if gate.unmet is not None and gate.unmet.k:
        rest = "" if gate.unmet.k == gate.unmet.n else " The others stay open to you."
        return f"{who}: {gate.requirement}. {_insist(gate)}.{rest}"
    return f"{who}: {gate.requirement}. {have[gate.state]}"


def _insist(gate: Gate) -> str:
    unmet = gate.unmet or Share(0, 0)
    verb = "insists" if unmet.k == 1 else "insist"
    return f"{unmet.k} of {words.count(unmet.n, 'ad')} {verb} on a {gate.kind} that you cannot show"


def _consequence(gate: Gate) -> str:
    if gate.state is GateState.OPEN and not (gate.unmet is not None and gate.unmet.k):
        return ""
    if not gate.blocks:
        return "Microcredentials do not replace it where an ad insists on it."
    if gate.state is GateState.CLOSED:
        return "Money spent on microcredentials alone cannot lead to this goal."
    return "Settle this first: without it, money spent on microcredentials alone cannot lead to this goal."
