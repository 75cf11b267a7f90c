"""What a red flag is: a question with three answers and its reference. Flags warn; they never subtract points."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from credlens.evaluate.case import Case
from credlens.model.gap import Evidence
from credlens.model.scorecard import FlagState


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of three answers, with the reason in plain words."""

    state: FlagState
    because: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One red flag.

    Attributes:
        question: what it asks; yes means that it fires.
        reference: where the rule comes from.
        check: the function from a case to its verdict.
        gates: whether it keeps a credential out of plans when it fires; the others are cautions.
    """

    id: str
    question: str
    reference: str
    check: Callable[[Case], Verdict]
    gates: bool = False


def fires(because: str, evidence: Iterable[Evidence] = ()) -> Verdict:
    """The warning holds."""
    return Verdict(FlagState.FIRES, because, tuple(evidence))


def clear(because: str, evidence: Iterable[Evidence] = ()) -> Verdict:
    """It was looked at, and the warning does not hold."""
    return Verdict(FlagState.CLEAR, because, tuple(evidence))


def cannot_tell(because: str, evidence: Iterable[Evidence] = ()) -> Verdict:
    """What is known does not decide it."""
    return Verdict(FlagState.CANNOT_TELL, because, tuple(evidence))
