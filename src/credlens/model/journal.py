"""What a person did, and posts about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Deed(StrEnum):
    """What can be told."""

    BADGE = "badge"  # a badge was put into the wallet, and it held
    FINISHED = "finished"  # a step of the plan
    FAILED = "failed"  # an exam
    PROJECT = "project"
    REVIEW = "review"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that was done.

    Attributes:
        day: when, or when the program was told.
        about: id of the badge, credential or project.
        by: who gave the badge, offers the credential, or wrote the review, as they call themselves; empty when nobody says.
        quote: a reviewer's words.
        facts: what is known about it, in sentences.
        link: a whole address where it can be seen; empty without one.
        words: the person's own, by the name of the question they answer.
    """

    deed: Deed
    day: date
    about: str
    title: str
    by: str = ""
    quote: str = ""
    facts: tuple[str, ...] = ()
    link: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """A draft.

    Attributes:
        short: one or two sentences.
        long: the same with facts and the person's words, in Markdown; where words of theirs are missing it says so in brackets.
    """

    day: date
    deed: Deed
    about: str
    title: str
    short: str
    long: str
