"""From checks to one answer, and to the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from credlens.model.verification import Check, Claims, Outcome, Report, Verdict
from credlens.verify.checks import CHECKS

WORST = (
    Verdict.INVALID,
    Verdict.ISSUER_NOT_BOUND,
    Verdict.REVOKED,
    Verdict.SUSPENDED,
    Verdict.COULD_NOT_CHECK,
    Verdict.AUTHENTIC_BUT_EXPIRED,
    Verdict.VERIFIED,
)
"""From worst to best. A forged badge is forged whatever else is said of it, and what was revoked need not be looked up any more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, why in one sentence, and the next step; empty when there is nothing to do."""

    verdict: Verdict
    because: str
    next_step: str


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of them; VERIFIED of none."""
    return min(verdicts, key=WORST.index, default=Verdict.VERIFIED)


def answer(checks: Sequence[Check], claims: Claims, parts: Sequence[Report], *, unsigned: Verdict) -> Answer:
    """What the checks come to.

    Args:
        claims: what the badge says, for the sentence.
        parts: reports on the badges inside: the worst of them counts, but that some have expired is no fault of a record.
        unsigned: the verdict on a credential without a proof.
    """
    found = [(_meaning(c, unsigned), c) for c in checks]
    deciding = [(verdict, check) for verdict, check in found if verdict is not None]
    own = worst(verdict for verdict, _ in deciding)
    inside = worst(p.verdict for p in parts if p.verdict is not Verdict.AUTHENTIC_BUT_EXPIRED)
    if WORST.index(inside) < WORST.index(own):
        part = next(p for p in parts if p.verdict is inside)
        return Answer(inside, f"A badge inside it ({part.part_of}) does not hold: {part.because}", part.next_step)
    first = next((check for verdict, check in deciding if verdict is own), None)
    return Answer(own, _sentence(own, first, claims, checks), first.next_step if first else "")


def _meaning(check: Check, unsigned: Verdict) -> Verdict | None:
    """What one check alone would make of the verdict; None when it changes nothing."""
    kind = CHECKS[check.id]
    if check.outcome is Outcome.FAILED:
        return unsigned if check.id == "proof" else kind.failed
    if check.outcome is Outcome.NOT_CHECKED and kind.needed:
        return Verdict.COULD_NOT_CHECK
    return None


def _sentence(verdict: Verdict, first: Check | None, claims: Claims, checks: Sequence[Check]) -> str:
    issuer = claims.issuer.name or claims.issuer.id or "Its issuer"
    reason = first.reason if first else ""
    if verdict is Verdict.VERIFIED:
        revocable = any(c.id == "status_revocation" and c.outcome is Outcome.PASSED for c in checks)
        still = "it was not revoked" if revocable else "it names no list of revoked badges"
        return f"{issuer} issued it, nothing in it was changed, and {still}."
    if verdict is Verdict.AUTHENTIC_BUT_EXPIRED:
        return f"{issuer} issued it and nothing in it was changed, but it has expired. {reason}"
    if verdict is Verdict.REVOKED:
        return f"{issuer} issued it and took it back. {reason}"
    if verdict is Verdict.SUSPENDED:
        return f"{issuer} issued it and has suspended it. {reason}"
    if verdict is Verdict.ISSUER_NOT_BOUND:
        return f"Its signature fits, but nothing shows that {issuer} made it. {reason}"
    if verdict is Verdict.COULD_NOT_CHECK:
        return f"It could not be checked whether it holds. {reason}"
    return f"It is not a valid badge. {reason}"
