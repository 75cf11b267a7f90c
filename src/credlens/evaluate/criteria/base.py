"""What a criterion is: a question, absolute anchors with their reference, and a function from a case to an interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, cite_fact, found_empty, unknown_words
from credlens.model.credential import Credential
from credlens.model.fact import Fact
from credlens.model.gap import Evidence

T = TypeVar("T")

QUALITY = "quality"
SUITABILITY = "suitability"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one criterion says of one case.

    Attributes:
        low, high: interval of the value, 0 <= low <= high <= 1; what is not known widens it.
        because: the value in plain words, with its numbers.
        can_look_up: False when the interval is wide for a reason that nobody can look up today.
    """

    low: float
    high: float
    because: str
    evidence: tuple[Evidence, ...] = ()
    can_look_up: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            raise ValueError(f"a finding needs 0 <= low <= high <= 1, not {self.low}, {self.high}")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion.

    Attributes:
        group: ``quality`` or ``suitability``.
        reads: fields of the credential that it rests on, which somebody could look up; ``besides``: what else, in words.
        default_weight: share of the group's weight, before anybody chose their own.
        question: what it asks, in plain words.
        reference: where the anchors come from.
        value: the function from a case to its finding.
    """

    id: str
    group: str
    default_weight: float
    question: str
    reference: str
    value: Callable[[Case], Finding]
    reads: tuple[str, ...]
    besides: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The value that one fact's value stands for: a point, or an interval when the fact alone does not settle it."""

    low: float
    high: float
    words: str


def by_anchor(fact: Fact[T], anchor: Callable[[T], Anchor], unknown: tuple[float, float], what: str) -> Finding:
    """The finding of a single fact: its anchor; their span when sources disagree; ``unknown`` when there is none."""
    anchors = [anchor(value) for value in fact.candidates()]
    evidence = cite_fact(what, fact)
    if not anchors:
        return Finding(
            *unknown,
            because=f"{unknown_words(what, fact)}: {100 * unknown[0]:g} to {100 * unknown[1]:g} of 100 is possible",
            evidence=evidence,
        )
    words = " / ".join(dict.fromkeys(a.words for a in anchors))
    because = words if fact.known else f"sources disagree: {words}"
    return Finding(min(a.low for a in anchors), max(a.high for a in anchors), because, evidence)


def none_there(credential: Credential, what: str, *lists: str) -> Finding | None:
    """0 with its evidence when somebody looked for each of these lists and found it empty; None when one is open."""
    looked = [found_empty(credential, name) for name in lists]
    if any(sources is None for sources in looked):
        return None
    evidence = tuple(e for sources in looked if sources is not None for e in cite(f"no {what} was found", sources))
    return Finding(0.0, 0.0, f"somebody looked and found no {what}", evidence)


def at_least(best: float, unknown_high: float) -> tuple[float, float]:
    """The interval for a list that is never known to be complete: what was found counts, more may exist."""
    return (best, max(best, unknown_high))
