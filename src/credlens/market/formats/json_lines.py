"""A JSON Lines file: one ad a line."""

from __future__ import annotations

import json
from typing import Any

from credlens.market.adfile import AdFile, collecting
from credlens.market.formats.json_file import objects
from credlens.model.errors import Problem
from credlens.skills.decode import decode


@collecting
def read(data: bytes, where: str) -> AdFile:
    """The ads of a JSON Lines file; a line that is not JSON is a problem, the others are read."""
    text, notes = decode(data, where)
    records: list[tuple[str, Any]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            records.append((f"{where}:{number}", json.loads(line)))
        except json.JSONDecodeError as error:
            place = f"{where}:{number}"
            problems.append(
                Problem(place, f"Line {number} is not JSON: {error.msg} at column {error.colno}.", "Mend it there.")
            )
        except RecursionError:
            problems.append(Problem(f"{where}:{number}", "The JSON is nested too deeply to be read."))
    return objects(records, where, notes, tuple(problems))
