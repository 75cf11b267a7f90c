"""Use case: the gap between job ads and what a person can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.app.profile import read_documents
from credlens.app.situation import Situation, situation
from credlens.app.target import target_of
from credlens.model.errors import Problem

NO_PROFILE = "No resume is stored yet, so every skill counts as missing. Add one: credlens profile import FILE."


@dataclass(frozen=True)
class GapResult:
    """A gap, with what it was read from."""

    here: Situation
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens gap --json``."""
        demand = self.here.demand
        return {
            **shapes.gap(self.here.gap, self.here.knowledge.taxonomy),
            "ads_read": demand.read,
            "employers": demand.employers,
            "titles": [{"title": t, "n": n} for t, n in demand.titles],
            "notes": list(self.notes),
            "problems": shapes.problems(self.problems),
        }


def find_gap(
    ports: Ports,
    *,
    ads: Sequence[Path] = (),
    resume: Sequence[Path] = (),
    occupation: str | None = None,
    jurisdiction: str | None = None,
) -> GapResult:
    """The gap towards these ads, or towards the ones given last.

    Ads and resume are remembered, so that ``options`` and ``plan`` go on from here.

    Args:
        ads: files and folders with job ads; the stored target's when empty.
        resume: documents that replace the stored ones; the stored ones when empty.
        occupation: the goal in words, or the id of a regulated occupation; the most frequent ad title when None.
        jurisdiction: ISO 3166 code of where the person wants to work.

    Raises:
        UserError: no ads were given, now or earlier.
        InputError: none of the ads, or not the resume, could be read.
    """
    knowledge = Knowledge(ports)
    documents = read_documents(ports, resume)
    target, read = target_of(ports, knowledge, ads, occupation, jurisdiction)
    if documents:  # now that ads and resume are known to be readable
        ports.store().replace_documents(documents)
    person = stored(ports, knowledge)
    here = situation(ports, knowledge, person, read, target)
    notes = read.notes if person.skills else (*read.notes, NO_PROFILE)
    return GapResult(here, notes, (*read.problems, *knowledge.problems))
