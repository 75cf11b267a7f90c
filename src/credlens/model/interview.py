"""An interview about weights: what is asked, and what the person says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Says(Enum):
    """What a person says of two criteria: the first matters ... than the second."""

    MORE = "more"
    LESS = "less"
    EQUAL = "equal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: ``one`` matters more or less than ``other``, or as much; or the person does not know."""

    one: str
    other: str
    says: Says


@dataclass(frozen=True, slots=True)
class Question:
    """Which of two criteria matters more?

    Attributes:
        group: the group of both.
        one, other: the criteria.
        one_asks, other_asks: what each of them asks of a credential, in plain words.
        number: 1 for the first question of the group; ``most`` there are at most.
    """

    group: str
    one: str
    other: str
    one_asks: str
    other_asks: str
    number: int
    most: int
