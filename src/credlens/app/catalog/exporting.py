"""Use case: write credentials of the catalog down in a published format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app.catalog.finding import find_credential
from credlens.app.catalog.whole import every
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.exports import EXPORTS


@dataclass(frozen=True)
class ExportResult:
    """A file that was written."""

    format: str
    path: Path
    credentials: int

    def to_json(self) -> dict[str, Any]:
        """``{"format", "path", "credentials"}``."""
        return {"format": self.format, "path": str(self.path), "credentials": self.credentials}


def export(ports: Ports, form: str, path: Path, ids: Sequence[str] = ()) -> ExportResult:
    """Write these credentials, or all of them, to a file, in one step. What goes out comes back equal with ``catalog import``.

    Args:
        form: one of :data:`credlens.catalog.exports.EXPORTS`.
        ids: ids or titles; the whole catalog when there are none.

    Raises:
        UserError: there is no such format or credential.
        InputError: the file cannot be written.
    """
    writer = EXPORTS[form]
    knowledge = Knowledge.of(ports)
    catalog = knowledge.catalog
    chosen = [find_credential(ports, knowledge, i) for i in dict.fromkeys(ids)] if ids else every(catalog)
    written = ports.files.write(path, "".join(writer.write(chosen)))
    return ExportResult(form, written, len(ids) or len(catalog))
