"""Use case: build the market out of files of job ads, in pieces, so that a build that is stopped goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.knowledge import Knowledge
from credlens.app.market.intake import Intake, Source
from credlens.app.market.order import put_in_order
from credlens.app.ports import Ports
from credlens.market import formats, tables
from credlens.market.kernel import MENTIONS
from credlens.market.rows import table_of
from credlens.model.errors import InputError, Problem

TIER = 0
"""How ads are read unless somebody asks otherwise: by names alone, which is fast enough for hundreds of thousands."""

ENGINE = "local"


@dataclass(frozen=True)
class BuildResult:
    """What a market was built from."""

    about: dict[str, Any]
    problems: tuple[Problem, ...]
    place: Path

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens market build --json``."""
        return {**self.about, "place": str(self.place), "problems": shapes.problems(self.problems)}


def build(
    ports: Ports,
    paths: Sequence[Path],
    *,
    engine: str = ENGINE,
    tier: int = TIER,
    out: Path | None = None,
    again: bool = False,
) -> BuildResult:
    """Build the market of these files and folders; it replaces the one before in one step.

    Stopped at any moment, the next call with the same files goes on where it was stopped, and the market before it stays until then.

    Args:
        paths: files and folders with ads, or with tables that count terms by month. Each is a source of its own in trends.
        engine: what reads and counts.
        tier: how the ads are read, see :data:`credlens.app.knowledge.TIER`.
        out: a folder to copy the tables to.
        again: forget what an earlier, stopped build has done.

    Raises:
        InputError: not one ad and no table of counts could be read.
        UserError: there is no such engine.
        OutsideError: the disk refuses.
    """
    knowledge = Knowledge.of(ports)
    work = ports.market.work(_digest(ports, knowledge, paths, tier), anew=again)
    machine = ports.market.engine(engine, work)
    noted = dict(work.noted())
    if "intake" not in noted:
        noted["intake"] = Intake(ports, work, knowledge.taxonomy).read(paths).to_json()
        work.note(noted)
    intake = noted["intake"]
    problems = tuple(Problem(p["where"], p["message"], p["what_to_do"]) for p in intake["problems"])
    sources = [Source(**s) for s in intake["sources"]]
    if not any(s.read or s.counts for s in sources):
        raise InputError(problems or [Problem("PATH", "There is no job ad there.", "Name a file or folder with ads.")])
    machine.read(tier, ports.progress)
    if not work.names("mentions-"):  # tables of counts alone: there is no text to read
        work.put("mentions-000000", table_of([], MENTIONS))
    if "order" not in noted:
        noted["order"] = put_in_order(ports, knowledge, work)
        work.note(noted)
    machine.count(tables.STEPS, tables.TABLES)
    about = {
        "format": tables.FORMAT,
        "built": ports.today.isoformat(),
        "engine": engine,
        "tier": tier,
        "taxonomies": ["starter", *(i.key for i in knowledge.imported)],
        "sources": [s.to_json() for s in sources],
        **noted["order"],
        "rejected": intake["rejected"],
        "rejects": intake["rejects"],
        "notes": intake["notes"],
    }
    ports.market.finish(work, [*tables.TABLES, "occupations", "term_counts"], about)
    if out is not None:
        ports.market.copy(out)
    return BuildResult(about, problems, out or ports.home / "market")


def _wanted(name: str) -> bool:
    return formats.for_name(name) is not None


def _digest(ports: Ports, knowledge: Knowledge, paths: Sequence[Path], tier: int) -> str:
    """SHA-256 of all that the market follows from, so that a build is only gone on with when nothing has changed."""
    inputs = [
        (str(path), [(str(f), *ports.files.stamp(f)) for f in ports.files.paths([path], _wanted)[0]]) for path in paths
    ]
    knows = [version("credlens"), tables.FORMAT, tier, [i.digest for i in knowledge.imported]]
    return hashlib.sha256(json.dumps([inputs, knows]).encode()).hexdigest()
