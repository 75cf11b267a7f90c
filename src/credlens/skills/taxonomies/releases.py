"""What the shapes of published releases have in common: how they are read, and how their version is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from credlens.model.errors import InputError, Problem, UserError
from credlens.model.taxonomy import ImportedTaxonomy
from credlens.skills.taxonomies.tables import Release

Heard = Callable[[int, int], None]
"""Told how many rows of how many are read."""

_LONGEST = 32  # characters of a version: it becomes part of a folder's name
_NAMED = re.compile(r"[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*")


class ReleaseReader(Protocol):
    """Reads one shape of release."""

    def __call__(
        self, release: Release, version: str | None = None, hear: Heard = ...
    ) -> tuple[ImportedTaxonomy, list[Problem]]:
        """The taxonomy, and the entries of it that could not be read; raises InputError when it is no such release."""
        ...


@dataclass(frozen=True, slots=True)
class ReleaseFormat:
    """A shape in which a taxonomy is published.

    Attributes:
        title: how its publisher calls it.
        wanted: says by a file's path in the release whether it has to be opened.
        read: reads the files.
    """

    title: str
    wanted: Callable[[str], bool]
    read: ReleaseReader


def silent(done: int, total: int) -> None:
    """Nobody listens."""


def version_of(release: Release, pattern: re.Pattern[str], told: str | None, inside: str | None = None) -> str | None:
    """The version of a release; None when nothing says it.

    Args:
        release: whose names may say it.
        pattern: finds it in a name; its groups are the numbers.
        told: what the person says.
        inside: what a file of the release says; it counts more than a name.

    Raises:
        UserError: what the person says is no version.
        InputError: the release says another one.
    """
    if told is not None and not (len(told) <= _LONGEST and _NAMED.fullmatch(told)):
        raise UserError(f"{told!r} is no version.", where="--version", what_to_do="Write it like 1.2.0.")
    matches = (pattern.search(label) for label in release.labels)
    named = inside or next((".".join(filter(None, m.groups())) for m in matches if m), None)
    if told and named and _short(told) != _short(named):
        message = f"This is version {named}, and not {told}."
        raise InputError([Problem(release.name, message, "Leave --version out, or name the other release.")])
    return named if named and told and len(named) > len(told) else told or named


def _short(version: str) -> str:
    """1.2 and 1.2.0 are the same version."""
    return re.sub(r"(?:\.0)+$", "", version.removeprefix("v"))
