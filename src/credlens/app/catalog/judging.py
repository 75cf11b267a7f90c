"""Use case: a person says that two credentials of the catalog are one, or are not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from credlens.app.catalog.finding import find_credential
from credlens.app.catalog.index import indexed
from credlens.app.catalog.ports import Batch
from credlens.app.catalog.whole import merged
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.entry import entry
from credlens.model.errors import UserError


@dataclass(frozen=True)
class JudgeResult:
    """What a person said of two credentials, and the id that is left when they are one."""

    one: str
    other: str
    same: bool
    kept: str | None

    def to_json(self) -> dict[str, Any]:
        """``{"one", "other", "same", "kept"}``."""
        return {"one": self.one, "other": self.other, "same": self.same, "kept": self.kept}


def judge(ports: Ports, one: str, other: str, *, same: bool) -> JudgeResult:
    """Merge two credentials for good, or remember that they are two.

    Of one that is hand-written and one that is not, the hand-written id is kept, else the first. Later imports of their records follow.

    Raises:
        UserError: there is no such credential; it is one already; or both are hand-written, which only their files can change.
    """
    knowledge = Knowledge(ports)
    first, second = (find_credential(ports, knowledge, i).id for i in (one, other))
    if first == second:
        raise UserError(f"That is one credential already: {first}.", where="ID")
    store = indexed(ports, knowledge)
    curated = knowledge.curated
    if same and first in curated and second in curated:
        raise UserError(
            "Both are hand-written records.", where="ID", what_to_do="Make one file of the two, and import it again."
        )
    store.judge(first, second, same=same)
    if not same:
        return JudgeResult(first, second, same=False, kept=None)
    keep, drop = (second, first) if second in curated else (first, second)
    said = store.current([keep, drop])
    moved = [replace(s, credential=keep) for s in said.get(drop, ())]
    together = merged(curated.credentials.get(keep), [*said.get(keep, ()), *moved])
    store.save(Batch(moved, [entry(together, knowledge.taxonomy)], (drop,)))
    return JudgeResult(first, second, same=True, kept=keep)
