"""What can go wrong, in the words a person needs: what happened, where, and what to do.

One root. :class:`UserError` asks the person for something else, :class:`InputError` lists what could not be read and
where, :class:`OutsideError` says that the world (network, disk, store) failed. A bug stays a bare exception.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class CredlensError(Exception):
    """Root of every declared failure.

    Attributes:
        message: one plain sentence.
        where: file, line, field or option; None when there is no place.
        what_to_do: the next step.
    """

    kind = "error"

    def __init__(self, message: str, *, where: str | None = None, what_to_do: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.what_to_do = what_to_do


class UserError(CredlensError):
    """The request cannot be carried out as it was put: another value or command is needed."""

    kind = "usage"


class OutsideError(CredlensError):
    """Something outside the program failed: the disk, the store, the network."""

    kind = "outside"


class NetworkNotAllowedError(CredlensError):
    """The request needs the network and the person has not allowed it."""

    kind = "network"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in the input that could not be used.

    Attributes:
        where: file and place inside it, for instance ``ads.jsonl:3`` or ``x.yaml: costs[0].amount``.
        message: what is wrong there.
        what_to_do: how to mend it; empty when the message says it all.
    """

    where: str
    message: str
    what_to_do: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f" {self.what_to_do}" if self.what_to_do else "")


class InputError(CredlensError):
    """Input that could not be read; carries every problem found, not only the first."""

    kind = "input"

    def __init__(self, problems: Iterable[Problem], message: str | None = None) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        super().__init__(message or f"{first.message}{more}", where=first.where, what_to_do=first.what_to_do or None)
