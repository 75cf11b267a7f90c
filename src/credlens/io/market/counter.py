"""A process that counts: queries come in on standard input as JSON, their results are pieces of a build.

It is a process of its own so that what DuckDB needs for counting is given back when it is done.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import duckdb

from credlens.io.market.work import DiskWork

MEMORY = "384MB"  # what DuckDB may use before it goes to the disk: with its readers a build stays below one gigabyte
PIECES = {"ads": "ads", "days": "days", "mentions": "mentions-*"}


def count(folder: Path, steps: Mapping[str, str], tables: Mapping[str, str]) -> None:
    """Make the helping tables, then each table as a piece of its name.

    Raises:
        duckdb.Error: the disk is full, or a query is wrong.
    """
    work = DiskWork(folder)
    place = folder / "count.duckdb"
    place.unlink(missing_ok=True)  # a build that was stopped while it counted, counts anew
    with duckdb.connect(str(place)) as db:
        db.execute(f"SET memory_limit = '{MEMORY}'")
        db.execute("SET temp_directory = ?", [str(folder / "spill")])
        for name, pattern in PIECES.items():
            files = _quoted(folder / f"{pattern}.parquet")
            db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({files})")  # noqa: S608 - our own names
        for name, query in steps.items():
            db.execute(f"CREATE TABLE {name} AS {query}")
        for name, query in tables.items():
            new = folder / f".new-{name}"
            db.execute(f"COPY ({query}) TO {_quoted(new)} (FORMAT parquet, COMPRESSION zstd)")
            new.replace(work.path(name))


def _quoted(path: Path) -> str:
    """A path as SQL writes it."""
    return "'" + str(path).replace("'", "''") + "'"


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    try:
        count(Path(sys.argv[1]), asked["steps"], asked["tables"])
    except duckdb.Error as error:
        print(str(error).splitlines()[0], end="")  # noqa: T201 - its answer
        sys.exit(1)
