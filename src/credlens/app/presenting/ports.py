"""Where it is kept what a person shows of themselves, as a small protocol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StoredNote:
    """The person's own words about something.

    Attributes:
        about: id of a credential in the catalog, of a badge in the wallet, or of a project.
        question: what they answer, a short name.
    """

    about: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a project, by the name under which its README speaks of it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class StoredProject:
    """A project: what is known of it (JSON), and its files, the README first."""

    id: str
    content: str
    files: tuple[StoredFile, ...]


@dataclass(frozen=True, slots=True)
class StoredReview:
    """What somebody signed about a project: its bytes, untouched, and what came of verifying it on that day (JSON)."""

    id: str
    project: str
    name: str
    data: bytes
    verified: date
    report: str


class ShowcaseStore(Protocol):
    """What a person shows, and what they decided about it. Every method is one transaction."""

    def shown(self) -> Mapping[str, bool]:
        """What the person decided about entries, by card: whether it is shown."""
        ...

    def show(self, card: str, shown: bool | None) -> None:
        """Remember one decision; None leaves it to the program again."""
        ...

    def notes(self) -> tuple[StoredNote, ...]:
        """Every note, in the order of what they are about, then of the questions."""
        ...

    def note(self, about: str, question: str, text: str | None) -> None:
        """Remember one; None forgets it."""
        ...

    def projects(self) -> tuple[StoredProject, ...]:
        """All of them, in the order they were put in."""
        ...

    def keep_project(self, project: StoredProject) -> None:
        """Keep a project, instead of what was kept under its id; it stays in its place in the order."""
        ...

    def remove_project(self, project: str) -> None:
        """Forget a project with its files, its reviews and the notes about it."""
        ...

    def reviews(self) -> tuple[StoredReview, ...]:
        """All of them, in the order they were put in."""
        ...

    def keep_reviews(self, reviews: Sequence[StoredReview]) -> None:
        """Keep reviews, each instead of what was kept under its id."""
        ...

    def remove_review(self, review: str) -> None:
        """Forget one."""
        ...
