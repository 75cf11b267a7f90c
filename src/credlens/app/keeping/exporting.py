"""Use case: everything of a person in one zip file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from credlens.app.keeping import archive
from credlens.app.keeping.documents import documents
from credlens.app.keeping.members import to_members
from credlens.app.keeping.ports import KEYS, State
from credlens.app.keeping.tables import tables
from credlens.app.keeping.words import LEFT_OUT, NO_KEYS, readme
from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.app.presenting.holdings import holdings
from credlens.model.errors import CredlensError, UserError


@dataclass(frozen=True)
class Exported:
    """An export.

    Attributes:
        size: bytes; ``files``: how many are in it.
        rows: how many there are of each kind.
        keys: whether the keys to sign badges with are in it.
        left_out: what is not in it, in words.
    """

    path: Path
    size: int
    files: int
    rows: Mapping[str, int]
    keys: bool
    left_out: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"file", "bytes", "files", "rows", "keys", "left_out"}``."""
        return {
            "file": str(self.path),
            "bytes": self.size,
            "files": self.files,
            "rows": dict(self.rows),
            "keys": self.keys,
            "left_out": list(self.left_out),
        }


def export_everything(ports: Ports, out: Path, *, with_keys: bool = False) -> Exported:
    """Write everything that is kept of the person into a zip file, the same bytes for the same state and day.

    Args:
        out: the file.
        with_keys: whether the keys to sign badges with go into it: whoever has them can sign in the person's name.

    Raises:
        UserError: nothing is kept, or no file can lie there.
        InputError: it is too much for one file.
        OutsideError: the disk refuses.
    """
    ports.files.place(out, "FILE")
    state = dict(ports.keeping.state())
    if not state:
        raise UserError(
            "Nothing of yours is kept here.", where=str(ports.home), what_to_do="Name another folder with --home."
        )
    if not with_keys:
        state.pop(KEYS, None)
    keys = KEYS in state
    members = to_members(state)
    made, lacking = made_of(ports, state)
    left_out = (*(() if with_keys else (NO_KEYS,)), *lacking, *LEFT_OUT)
    program, day = version("credlens"), ports.today.isoformat()
    files = {
        **members.files,
        **made,
        archive.README: readme(day, program, state, left_out, keys=keys).encode(),
    }
    packed = archive.pack({"day": day, "program": program}, files, members.names)
    rows = {kind: len(found) for kind, found in state.items()}
    path = ports.files.write(out, packed)
    return Exported(path, len(packed), len(files) + 1, rows, keys, left_out)


def made_of(ports: Ports, state: State) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Tables and documents by path, and in words what could not be made: whoever cannot read their data any more can still take it with them."""
    if not ports.has_state():
        return {}, ()
    knowledge = Knowledge.of(ports)
    try:
        person = stored(ports, knowledge)
        held = holdings(ports, knowledge, person)
        found = tables(person, held, knowledge.taxonomy, state, ports.log().applications())
        made, lacking = documents(ports, knowledge)
    except CredlensError as error:
        return {}, (f"tables and documents: {error.message}",)
    return found | {f"documents/{name}": data for name, data in made.items()}, lacking
