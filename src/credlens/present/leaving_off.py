"""What is better left off a resume, and why: the person's word first, then what has expired or shows little."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.cv import LeftOff, WhyLeftOff

BADGE = "badge-"  # begins what a badge is called that is no credential of the person's


@dataclass(frozen=True, slots=True)
class Considered:
    """A credential before it is decided whether it is shown.

    Attributes:
        expired: the day it expired, as far as it is known (ISO 8601); empty when it holds, or when nobody knows.
        low_effort: why its scorecard says that it is had with little effort; empty when it does not.
        participation: whether it certifies attendance and nothing else.
        beginner: why its scorecard says that it is a beginner's for an expert; empty when it does not.
    """

    card: str
    name: str
    expired: str = ""
    low_effort: str = ""
    participation: bool = False
    beginner: str = ""


def left_off(considered: Considered, decided: bool | None) -> LeftOff | None:
    """Why a credential is not shown; None when it is.

    Args:
        considered: what is known of it.
        decided: the person's word on whether it is shown; None when they said nothing.
    """
    if decided is not None:
        return None if decided else by_your_word(considered.card, considered.name)
    why, because = _reason(considered)
    return LeftOff(considered.card, considered.name, why, because) if why else None


def by_your_word(card: str, name: str) -> LeftOff:
    """An entry that the person left off."""
    return LeftOff(card, name, WhyLeftOff.YOUR_WORD, "You left it off.")


def not_verified(badge: str, name: str, because: str) -> LeftOff:
    """A badge in the wallet that shows nothing, with what came of verifying it; it cannot be put on.

    Args:
        badge: its id in the wallet.
        name: what it says it is.
        because: what came of verifying it, in a sentence.
    """
    return LeftOff(f"{BADGE}{badge}", name, WhyLeftOff.NOT_VERIFIED, because)


def _reason(considered: Considered) -> tuple[WhyLeftOff | None, str]:
    if considered.expired:
        words = f"It expired: the last day known is {considered.expired}. Renew it before you list it as current."
        return WhyLeftOff.EXPIRED, words
    if considered.low_effort:
        return WhyLeftOff.LOW_EFFORT, _sentence(considered.low_effort)
    if considered.participation:
        return WhyLeftOff.LOW_EFFORT, "It certifies that somebody took part, and nothing that was assessed."
    if considered.beginner:
        return WhyLeftOff.BEGINNER_FOR_EXPERT, _sentence(considered.beginner)
    return None, ""


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
