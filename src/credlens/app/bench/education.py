"""How well the education requirement of United States federal announcements is read: required, substitutable by experience, or none.

The file is a list of objects with ``usajobs_control_number``, ``edu_key_quote`` (the words of the announcement) and ``edu_category``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from credlens.app.bench.gold import Cell, Figures, tally
from credlens.model.occupation import DegreeLevel
from credlens.model.posting import DegreeRequirement
from credlens.skills.degrees import read_degree
from credlens.skills.sections import Layout

REQUIRED, SUBSTITUTABLE, NONE = "education_required", "education_substitutable", "no_education"


def category(found: DegreeRequirement) -> str:
    """The class that a reading amounts to."""
    if found.experience_substitutes:
        return SUBSTITUTABLE
    return NONE if found.level in {DegreeLevel.NONE, DegreeLevel.UNSTATED} else REQUIRED


def half(control_number: str) -> int:
    """Which half of the file an announcement belongs to, 0 or 1, by a digest of its number."""
    return int(hashlib.sha256(f"s1{control_number}".encode()).hexdigest(), 16) % 2


def score(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Macro-F1 over the three classes, with its interval and counts."""
    counts: list[dict[Cell, list[int]]] = []
    for row in rows:
        quote = str(row["edu_key_quote"])
        cells: dict[Cell, list[int]] = {}
        tally(cells, "education", str(row["edu_category"]), category(read_degree(quote, Layout(quote))))
        counts.append(cells)
    figures = Figures(counts)
    parts = {c: figures.of("education", "micro", c) for c in (REQUIRED, SUBSTITUTABLE, NONE)}
    return {"announcements": len(rows), "macro_f1": figures.of("education", "macro"), **parts}


def read(data: bytes) -> list[dict[str, Any]]:
    """The announcements of a file."""
    return [row for row in json.loads(data) if isinstance(row, dict)]
