"""Bench: how well and how fast the program does its work, measured on data that somebody names.

Each bench is one module with one function: ports and files in, a record with ``to_json()`` out. Figures come with what they were measured on,
how often, and how far they spread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from credlens.registry import Registry

#: Every bench by name, as ``credlens bench NAME`` runs it.
BENCHES: Registry[Callable[..., Any]] = Registry(
    "bench",
    {
        "read": "credlens.app.bench.read:read",
        "rank": "credlens.app.bench.rank:rank",
        "gold": "credlens.app.bench.gold:gold",
        "search": "credlens.app.bench.search:search",
        "evaluate": "credlens.app.bench.evaluate:evaluate",
        "plan": "credlens.app.bench.plan:plan",
        "verify": "credlens.app.bench.verify:verify",
    },
)

#: Parts of benches that can be measured in a process of their own: ports and plain values in, plain figures out.
PIECES: Registry[Callable[..., dict[str, Any]]] = Registry(
    "bench_piece",
    {
        "plan": "credlens.app.bench.plan_cell:ours",
        "plan_peer": "credlens.app.bench.plan_cell:peer",
        "verify_mutations": "credlens.app.bench.verify:tamper",
    },
)
