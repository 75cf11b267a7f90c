"""Use case: take one of the person's own records out of the catalog again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.app.catalog.index import indexed
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.model.errors import UserError


@dataclass(frozen=True)
class RemoveResult:
    """What was taken out.

    Attributes:
        still: whether the catalog has something of that id all the same, of its own or of an imported catalog.
        left: own records that are left.
    """

    id: str
    title: str
    still: bool
    left: int

    def to_json(self) -> dict[str, Any]:
        """``{"id", "title", "still", "left"}``."""
        return {"id": self.id, "title": self.title, "still": self.still, "left": self.left}


def remove(ports: Ports, credential_id: str) -> RemoveResult:
    """Forget an own record: hand-written and imported, or judged and kept. What the starter catalog or another catalog says of the same id stays.

    Raises:
        UserError: there is no own record of this id.
    """
    mine = {c.id: c.title for c in Knowledge.of(ports).kept}
    if credential_id not in mine:
        names = ", ".join(sorted(mine)[:5])
        raise UserError(
            f"You have no record {credential_id!r} of your own.",
            where="ID",
            what_to_do=f"Your own are: {names}."
            if names
            else "Only records that you imported (yaml) or kept can be removed.",
        )
    ports.store().remove_record(credential_id)
    after = Knowledge.of(ports)
    indexed(ports, after)  # so that no search finds it any more
    return RemoveResult(credential_id, mine[credential_id], credential_id in after.catalog, len(after.kept))
