"""What a question is: when to expect it, and which facts let the person answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from credlens.model.brief import Brief
from credlens.present.notes import Notes, Value


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """One question.

    Attributes:
        asks: the question, in an interviewer's words.
        likely: whether to expect it of this credential.
        facts: what lets the person answer, in facts with their sources; the person's own words come beside it.
    """

    asks: Callable[[Brief], str]
    likely: Callable[[Brief], bool]
    facts: Callable[[Brief, Notes], Iterable[Value]]


def always(_brief: Brief) -> bool:
    """Of any credential."""
    return True


def held(brief: Brief) -> bool:
    """Of one that the person has, by their documents or by a badge."""
    return brief.held is not None or brief.badge is not None
