"""How well and how fast plans are made: against brute force on small problems, and on made catalogs of many credentials.

Seconds are processor time. A made problem is measured in a process of its own; making it is not counted, and loading the libraries only by itself. The
same problem is solved again in another process, and once more written down in another order: the plan has to be the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from credlens.app.bench import PIECES
from credlens.app.bench.plan_agreement import Agreement, agreement
from credlens.app.ports import Ports
from credlens.model.errors import UserError

SIZES, SKILLS, SEEDS, CASES = (1_000, 10_000, 100_000), (20, 40, 60), 3, 10_000
EFFORT = 30.0  # seconds for each
PEERS = ("best_gain", "joint")
NEAR_SECONDS = {1_000: 0.5, 10_000: 1.0, 100_000: 2.0}
"""Credentials -> seconds until a gap of at most 1 % that are asked for."""
PROOF_SECONDS = {1_000: 30.0, 10_000: 30.0}
MEMORY_MB = 500.0

Figures = Mapping[str, Any]
Apart = Callable[[str, dict[str, Any]], Figures]
"""Runs a piece of a bench by its name, with its arguments, and gives its figures."""


@dataclass(frozen=True)
class Cell:
    """What was measured on the made problems of one size.

    Attributes:
        runs: one for each seed; ``again``: of the first seed once more; ``shuffled``: one for each seed, written down in another order.
        peers: other way to plan -> one run for each seed.
    """

    credentials: int
    skills: int
    runs: tuple[Figures, ...]
    again: Figures
    shuffled: tuple[Figures, ...]
    peers: Mapping[str, tuple[Figures, ...]]

    def to_json(self) -> dict[str, Any]:
        """Spreads over the seeds, and what has to hold for every one of them."""
        return {
            "credentials": self.credentials,
            "skills": self.skills,
            "seeds": len(self.runs),
            **{
                name: spread(r[name] for r in self.runs)
                for name in ("offers", "first_s", "near_s", "proven_s", "cpu_s", "load_s")
            },
            "gap": spread((r["gap"] for r in self.runs), digits=6),
            "first_of_last": spread((_ratio(r["first_worth"], r["worth"]) for r in self.runs), digits=4),
            "steps": spread(r["steps"] for r in self.runs),
            "peak_memory_mb": spread(r["peak_memory_mb"] for r in self.runs),
            "accepted": sum(bool(r["steps"]) and not r["refused"] for r in self.runs),
            "circular_supports": sum(r["circular"] for r in self.runs),
            "same_on_repeat": self.runs[0]["digest"] == self.again["digest"],
            "same_when_shuffled": sum(
                a["digest"] == b["digest"] for a, b in zip(self.runs, self.shuffled, strict=True)
            ),
            "peers": {name: self._peer(runs) for name, runs in self.peers.items()},
        }

    def _peer(self, runs: Sequence[Figures]) -> dict[str, Any]:
        """Worth and bound as shares of our worth."""
        pairs = list(zip(runs, self.runs, strict=True))
        return {
            "worth_of_ours": spread((_ratio(r["worth"], o["worth"]) for r, o in pairs), digits=4),
            "bound_of_ours": spread((_ratio(r["bound"], o["worth"]) for r, o in pairs), digits=4),
            "cpu_s": spread(r["cpu_s"] for r in runs),
            "peak_memory_mb": spread(r["peak_memory_mb"] for r in runs),
            "status": [r["status"] for r in runs],
        }


@dataclass(frozen=True)
class PlanBench:
    """All figures; ``cases`` is None when none were asked for."""

    cases: Agreement | None
    cells: tuple[Cell, ...]
    effort: float

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens bench plan --json``."""
        return {
            "cases": None if self.cases is None else self.cases.to_json(),
            "effort_s": self.effort,
            "cells": [cell.to_json() for cell in self.cells],
            "limits": [limit for cell in self.cells for limit in _limits(cell)],
        }


def plan(
    ports: Ports,
    *,
    sizes: Sequence[int] = SIZES,
    skills: Sequence[int] = SKILLS,
    seeds: int = SEEDS,
    cases: int = CASES,
    effort: float = EFFORT,
    peers: bool = True,
    apart: Apart | None = None,
) -> PlanBench:
    """Measure.

    Args:
        ports: the doors; nothing of the person's is read.
        sizes: credentials of the made catalogs; ``skills``: how many are wanted; each with each.
        seeds: made problems of each size.
        cases: random small problems that are held against brute force.
        effort: seconds of processor time for each made problem.
        peers: whether to measure other ways to plan on the same problems.
        apart: runs a measurement in a process of its own; in this one when None, where memory is that of all before it, too.

    Raises:
        UserError: there is nothing to measure.
    """
    if seeds < 1 or cases < 0 or min((*sizes, *skills), default=1) < 1 or effort <= 0:
        raise UserError(
            "At least one seed, one credential, one skill and some effort are needed.",
            where="--seeds",
            what_to_do="Give 1 or more.",
        )
    small = _small(ports, cases) if cases else None
    run = apart or (lambda name, asked: PIECES[name](ports, **asked))
    wanted = [(size, many) for size in sizes for many in skills]
    cells: list[Cell] = []
    for size, many in wanted:
        cells.append(_cell(run, size, many, seeds=seeds, effort=effort, peers=PEERS if peers else ()))
        ports.progress("made catalogs", len(cells), len(wanted))
    return PlanBench(small, tuple(cells), effort)


def _small(ports: Ports, cases: int) -> Agreement:
    from credlens.plan.solve import solve  # with the solver's library, which takes a second to load

    return agreement(ports, range(cases), solve)


def _cell(run: Apart, size: int, skills: int, *, seeds: int, effort: float, peers: Sequence[str]) -> Cell:
    asked: list[dict[str, Any]] = [
        {"credentials": size, "skills": skills, "seed": seed, "effort": effort} for seed in range(1, seeds + 1)
    ]
    return Cell(
        size,
        skills,
        runs=tuple(run("plan", a) for a in asked),
        again=run("plan", asked[0]),
        shuffled=tuple(run("plan", {**a, "shuffled": True}) for a in asked),
        peers={name: tuple(run("plan_peer", {**a, "name": name}) for a in asked) for name in peers},
    )


def spread(values: Iterable[float | None], digits: int = 3) -> dict[str, Any]:
    """``{"n", "median", "min", "max"}`` of the values there are; null where there is none."""
    known = [v for v in values if v is not None]
    if not known:
        return {"n": 0, "median": None, "min": None, "max": None}
    figures = {"median": median(known), "min": min(known), "max": max(known)}
    return {"n": len(known), **{name: round(value, digits) for name, value in figures.items()}}


def _ratio(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else part / whole


def _limits(cell: Cell) -> list[dict[str, Any]]:
    """What is asked of each size, whether every seed kept it, and the worst; ``measured`` is null when one never got there."""
    asked = {
        "near_s": NEAR_SECONDS.get(cell.credentials),
        "proven_s": PROOF_SECONDS.get(cell.credentials),
        "peak_memory_mb": MEMORY_MB,
    }
    found = []
    for name, most in asked.items():
        if most is not None:
            values = [r[name] for r in cell.runs]
            worst = None if None in values else max(values)
            kept = worst is not None and worst <= most
            found.append(
                {
                    "credentials": cell.credentials,
                    "skills": cell.skills,
                    "figure": name,
                    "asked": most,
                    "measured": worst,
                    "kept": kept,
                }
            )
    return found
