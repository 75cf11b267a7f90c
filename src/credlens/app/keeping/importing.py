"""Use case: everything of a person back from a file that an export made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from credlens.app.keeping import archive
from credlens.app.keeping.members import from_members
from credlens.app.keeping.ports import State
from credlens.app.keeping.trusting import Lowered, confirmed
from credlens.app.learning.kept import application_of, posting_of, proposal_of
from credlens.app.plan_kept import BESIDE, event_of, from_stored
from credlens.app.ports import Ports, StoredPlan
from credlens.model.application import StepKind
from credlens.model.errors import InputError, Problem

_AGAIN = "Use another copy of the file."


@dataclass(frozen=True)
class Imported:
    """What came back.

    Attributes:
        made: the day of the export; ``program``: the version that made it. As the file says.
        rows: how many there are of each kind.
        lowered: badges and reviews of which the file said something better, or something else, than what is in it shows.
        judged: badges and reviews of which it said what is so.
        replaced: whether there was a state, which is gone.
    """

    path: Path
    made: str
    program: str
    rows: Mapping[str, int]
    lowered: tuple[Lowered, ...]
    judged: int
    replaced: bool

    def to_json(self) -> dict[str, Any]:
        """``{"file", "made", "program", "rows", "confirmed", "lowered", "replaced"}``."""
        return {
            "file": str(self.path),
            "made": self.made,
            "program": self.program,
            "rows": dict(self.rows),
            "confirmed": self.judged,
            "lowered": [each.to_json() for each in self.lowered],
            "replaced": self.replaced,
        }


def import_everything(ports: Ports, path: Path, *, replace: bool = False) -> Imported:
    """Take back what an export holds; afterwards the state is the one that was exported, and importing again changes nothing.

    Reports on badges are believed as far as they follow from what is in the file, see :mod:`credlens.app.keeping.trusting`.

    Args:
        path: the file.
        replace: whether it takes the place of a state that is there. Keys, and notes on revoked badges, are added and never replaced.

    Raises:
        InputError: it is no export, is damaged, was made by a newer program, or is not safe to unpack.
        UserError: there is a state and it is not to be replaced. Then, as in all other cases, nothing is changed.
        OutsideError: the disk refuses.
    """
    where = str(path)
    manifest, files = archive.unpack(where, ports.files.read(path).data)
    try:
        state = from_members(files)
        _must_be_readable(state)
        ports.keeping.check(state)
        state, lowered = confirmed(ports, state)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        message = f"What is in it is damaged, or was changed: {error}."
        raise InputError([Problem(where, message, _AGAIN)]) from error
    there = bool(ports.keeping.found().personal)
    ports.keeping.restore(state, replace=replace)
    judged = sum(len(state.get(kind, ())) for kind in ("badge", "review")) - len(lowered)
    rows = {kind: len(found) for kind, found in state.items()}
    return Imported(
        path, str(manifest.get("day", "")), str(manifest.get("program", "")), rows, lowered, judged, replace and there
    )


def _must_be_readable(state: State) -> None:
    """See that every command can go on from what is JSON inside the rows.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it cannot.
    """
    for row in state.get("plan_event", ()):
        event_of(str(row["content"]))
    for row in state.get("plan", ()):
        content = json.loads(str(row["content"]))
        if not isinstance(content, dict):
            raise ValueError("a plan is no object")  # noqa: TRY004 - a file's fault, not a caller's
        if BESIDE in content:
            from_stored(StoredPlan(0, date.fromisoformat(str(row["made"])), str(row["content"])))
    for row in state.get("application", ()):
        application_of(str(row["id"]), date.fromisoformat(str(row["applied"])), str(row["content"]), ())
    for row in state.get("application_step", ()):
        StepKind(str(row["kind"]))
    for row in state.get("application_ad", ()):
        posting_of(str(row["content"]))
    for row in state.get("proposal", ()):
        proposal_of(str(row["id"]), str(row["content"]))
