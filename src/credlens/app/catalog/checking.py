"""Use case: mistakes in records, and what somebody should look up, with the addresses to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.catalog.index import indexed
from credlens.app.catalog.whole import every
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.build import build
from credlens.catalog.identity import Doubt
from credlens.catalog.sources import yaml_files
from credlens.catalog.worklist import Task, tasks
from credlens.model.credential import Credential
from credlens.model.errors import Problem
from credlens.model.serial import plain

MOST_CHECKED = 5_000  # credentials whose fields become tasks; nobody works through the list of a whole registry


@dataclass(frozen=True)
class CheckResult:
    """What is wrong with catalog records, and what is to be looked up.

    Attributes:
        problems: mistakes.
        tasks: unknown, old, doubtful and merely remembered fields, credential by credential.
        doubts: pairs that may be the same thing.
        notes: what was left out.
    """

    checked: int
    problems: tuple[Problem, ...]
    tasks: tuple[Task, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def by_lack(self) -> dict[str, int]:
        """How many tasks there are of each kind."""
        return dict(sorted(Counter(t.lack.value for t in self.tasks).items()))

    def to_json(self) -> dict[str, Any]:
        """``{"checked", "problems", "by_lack", "tasks", "doubts", "notes"}``."""
        return {
            "checked": self.checked,
            "problems": shapes.problems(self.problems),
            "by_lack": self.by_lack,
            "tasks": [plain(t) for t in self.tasks],
            "doubts": [plain(d) for d in self.doubts],
            "notes": list(self.notes),
        }


def check(ports: Ports, paths: Sequence[Path] = ()) -> CheckResult:
    """Check hand-written records in files or folders; the whole catalog when none are named."""
    knowledge = Knowledge.of(ports)
    if paths:
        return _files(ports, knowledge, paths)
    curated = list(knowledge.curated.credentials.values())
    dangling = build(curated)[1]
    others = len(knowledge.occupations) + len(knowledge.projects) + len(knowledge.communities)
    catalog = knowledge.catalog
    found: list[Task] = []
    for done, credential in enumerate(every(catalog)):
        if done == MOST_CHECKED:
            break
        found += tasks(credential, ports.today)
    more = len(catalog) - MOST_CHECKED
    notes = (f"{more:,} more imported credentials were not looked through",) if more > 0 else ()
    return CheckResult(
        len(catalog) + others,
        (*knowledge.problems, *dangling),
        tuple(found),
        indexed(ports, knowledge).doubts(),
        notes,
    )


def _files(ports: Ports, knowledge: Knowledge, paths: Sequence[Path]) -> CheckResult:
    files, problems = ports.files.walk(paths, is_yaml)
    found, wrong = yaml_files.read([(f.name, f.data) for f in files], knowledge.taxonomy.skills)
    dangling = build([*knowledge.curated.credentials.values(), *found])[1]
    own = {c.id for c in found}
    mistakes = (*problems, *wrong, *(d for d in dangling if d.where.split(":")[0] in own))
    return CheckResult(len(files), mistakes, _tasks(found, ports))


def _tasks(credentials: Sequence[Credential], ports: Ports) -> tuple[Task, ...]:
    return tuple(t for c in credentials for t in tasks(c, ports.today))


def is_yaml(name: str) -> bool:
    """Whether a file may be a hand-written record."""
    return name.endswith((".yaml", ".yml"))
