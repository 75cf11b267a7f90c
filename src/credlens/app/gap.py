"""Use case: the gap between job ads and what a person can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.ads import NO_ADS
from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.app.profile import find_skill, read_documents
from credlens.app.situation import Situation, situation
from credlens.app.target import aimed_situation, target_of
from credlens.gap.reach import what_if
from credlens.model.errors import Problem, UserError
from credlens.model.gap import WhatIf

NO_PROFILE = "No resume is stored yet, so every skill counts as missing. Add one: credlens profile import FILE."


@dataclass(frozen=True)
class GapResult:
    """A gap, with what it was read from; ``learnt`` answers "what if I learn these", when that was asked."""

    here: Situation
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    learnt: WhatIf | None = None

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens gap --json``."""
        demand, taxonomy = self.here.demand, self.here.knowledge.taxonomy
        asked = {} if self.learnt is None else {"with": shapes.what_if(self.learnt, taxonomy)}
        return {
            **shapes.gap(self.here.gap, taxonomy),
            **asked,
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
    learn: Sequence[str] = (),
) -> GapResult:
    """The gap towards these ads, or towards the ones given last.

    Ads and resume are remembered, so that ``options`` and ``plan`` go on from here.

    Args:
        ads: files and folders with job ads; the stored target's when empty.
        resume: documents that replace the stored ones; the stored ones when empty.
        occupation: the goal in words, or the id of a regulated occupation; the most frequent ad title when None.
        jurisdiction: ISO 3166 code of where the person wants to work.
        learn: skills in the person's words (id, label, alias or URI; several in one with commas): what if they learnt these?

    Raises:
        UserError: no ads were given, now or earlier; or the taxonomy has no such skill to learn.
        InputError: none of the ads, or not the resume, could be read.
    """
    knowledge = Knowledge.of(ports)
    wanted = _skills(knowledge, learn)
    documents = read_documents(ports, resume)
    read = NO_ADS
    if ads or occupation:
        target, read = target_of(ports, knowledge, ads, occupation, jurisdiction)
    elif documents:
        target_of(ports, knowledge)  # without a target nothing is replaced
    if documents:  # now that ads and resume are known to be readable
        ports.store().replace_documents(documents)
    if ads or occupation:
        here = situation(ports, knowledge, stored(ports, knowledge), read, target)
    else:
        here = aimed_situation(ports, knowledge)
    notes = read.notes if here.person.skills else (*read.notes, NO_PROFILE)
    learnt = what_if(here.gap, here.asked, knowledge.taxonomy, wanted) if wanted else None
    return GapResult(here, notes, (*read.problems, *knowledge.problems), learnt)


def _skills(knowledge: Knowledge, learn: Sequence[str]) -> list[str]:
    """Ids of the skills named. One that has a comma in its own name is found whole before it is taken apart.

    Raises:
        UserError: words that name none; all of them are listed, each with the nearest names.
    """
    taxonomy = knowledge.taxonomy
    words = [w.strip() for given in learn for w in ([given] if taxonomy.find(given) else given.split(","))]
    found, unknown = [], []
    for word in filter(None, words):
        try:
            found.append(find_skill(taxonomy, word))
        except UserError as error:
            unknown.append((word, error.what_to_do or ""))
    if unknown:
        names = ", ".join(repr(word) for word, _ in unknown)
        hints = " ".join(hint if len(unknown) == 1 else f"For {word!r}: {hint}" for word, hint in unknown)
        raise UserError(f"The taxonomy has no skill {names}.", where="--with", what_to_do=hints)
    return found
