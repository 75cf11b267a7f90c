"""Who is not ranked beside others, and why."""

from __future__ import annotations

from credlens.model.scorecard import Scorecard

ENOUGH = 0.25  # of the weight of quality has to be settled; a record that holds hardly more than a title has .15
LITTLE = "too little is known"
"""How the reason begins that lies in what is not known."""


def why_unranked(card: Scorecard) -> str:
    """Why a credential is scored and not ranked; empty when it is ranked.

    A flag that keeps it out of plans keeps it out of the ranking. And what hardly anything is known of has its score from the middle of its
    intervals: that is fair as long as something is known, and says nothing when nothing is.
    """
    gates = card.gating()
    if gates:
        return f"a warning keeps it out of plans: {gates[0].because}"
    if card.known < ENOUGH:
        return f"{LITTLE} of it: {card.known:.0%} of what counts".replace("%", " %")
    return ""
