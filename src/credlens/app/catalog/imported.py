"""What became of the records of a catalog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.app import shapes
from credlens.catalog.identity import Doubt
from credlens.model.errors import Problem
from credlens.model.serial import plain


@dataclass(frozen=True)
class Joined:
    """A record that was found to speak of a credential the catalog had already."""

    credential: str
    title: str
    probability: float
    because: str


@dataclass(frozen=True)
class ImportResult:
    """What became of the records of some files.

    Attributes:
        files: how many were read.
        new, changed, unchanged: credentials that the catalog did not have; records that say something else than the last time; others.
        joined: records that were merged with a credential of another source.
        doubts: pairs that may be one, for a person to judge.
        problems: what could not be used, with its place.
        notes: how the files were understood.
    """

    source: str
    files: int
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    joined: tuple[Joined, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def imported(self) -> int:
        """Records that were taken."""
        return self.new + self.changed + self.unchanged + len(self.joined)

    def to_json(self) -> dict[str, Any]:
        """``{"source", "files", "imported", "new", "changed", "unchanged", "merged": [...], "doubts": [...], "problems", "notes"}``."""
        return {
            "source": self.source,
            "files": self.files,
            "imported": self.imported,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "merged": [plain(j) for j in self.joined],
            "doubts": [plain(d) for d in self.doubts],
            "problems": shapes.problems(self.problems),
            "notes": list(self.notes),
        }
