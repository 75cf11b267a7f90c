"""Use case: what each column of a table of credentials may hold, for the person to correct before it is imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app.ports import Ports
from credlens.catalog.columns import Proposed, write_mapping
from credlens.catalog.offer import SourceFile
from credlens.catalog.sources.csv_table.source import propose_for
from credlens.model.serial import plain


@dataclass(frozen=True)
class ColumnsResult:
    """The columns of a table with the field each may hold, and the same as a file that can be corrected."""

    file: str
    columns: tuple[Proposed, ...]
    mapping: str
    written: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """``{"file", "columns": [...], "mapping", "written"}``."""
        return {
            "file": self.file,
            "columns": [plain(c) for c in self.columns],
            "mapping": self.mapping,
            "written": str(self.written) if self.written else None,
        }


def columns(ports: Ports, path: Path, *, out: Path | None = None) -> ColumnsResult:
    """Propose a field for every column.

    Args:
        path: a CSV or TSV file.
        out: where to write the mapping (TOML), to be corrected and given to the import; nowhere when None.

    Raises:
        InputError: the file cannot be read, or is no table.
    """
    name = path.as_posix()
    proposed = propose_for(SourceFile(name, lambda: ports.files.open(path)))
    text = write_mapping(proposed)
    return ColumnsResult(name, proposed, text, ports.files.write(out, text) if out else None)
