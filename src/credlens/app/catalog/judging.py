"""Use case: a person says that two credentials of the catalog are one, or are not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from credlens.app.catalog.finding import find_credential
from credlens.app.catalog.index import indexed
from credlens.app.catalog.ports import Batch, Statement
from credlens.app.catalog.taking import Names, proposed_id
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

    ``other`` may be ``source:key`` of a statement about ``one`` (the history of ``show`` has them): that it is another one's gives it a
    credential of its own.

    Of one that is hand-written and one that is not, the hand-written id is kept, else the first. Later imports of their records follow.

    Raises:
        UserError: there is no such credential; it is one already; or both are hand-written, which only their files can change.
    """
    knowledge = Knowledge.of(ports)
    if not same and (found := _statement(ports, knowledge, one, other)):
        return _split(ports, knowledge, found)
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


def _statement(ports: Ports, knowledge: Knowledge, one: str, other: str) -> Statement | None:
    """The current statement about a credential that a person names as ``source:key``."""
    said = indexed(ports, knowledge).history(find_credential(ports, knowledge, one).id)
    return next((s for s in said if s.until is None and f"{s.source}:{s.key}" == other), None)


def _split(ports: Ports, knowledge: Knowledge, statement: Statement) -> JudgeResult:
    """Give a statement a credential of its own."""
    store = indexed(ports, knowledge)
    old = statement.credential
    rest = [s for s in store.current([old])[old] if s != statement]
    mine = knowledge.curated.credentials.get(old)
    if mine is None and not rest:
        raise UserError(f"Nothing else is known of {old}.", where="ID", what_to_do="There is nothing to tell it from.")
    alone = merged(None, [statement])
    name = proposed_id(alone)
    id_ = Names(store, knowledge, [name, old]).new(name, statement.source, statement.key)
    moved = replace(statement, credential=id_)
    entries = [entry(merged(None, [moved]), knowledge.taxonomy), entry(merged(mine, rest), knowledge.taxonomy)]
    store.save(Batch([moved], entries))
    store.judge(old, id_, same=False)
    return JudgeResult(old, id_, same=False, kept=None)
