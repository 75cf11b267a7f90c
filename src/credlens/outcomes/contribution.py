"""What one person gives to a pool: counts by credential, and nothing of who they are or where they applied (JSON)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from credlens.model.belief import Arm
from credlens.model.errors import InputError, Problem
from credlens.model.pool import Table

FORMAT = "credlens-pool/1"
LONGEST = 1_000_000  # bytes of a contribution: some thousand credentials


@dataclass(frozen=True, slots=True)
class Contribution:
    """One person's tables.

    Attributes:
        member: a number drawn by chance, the same in every contribution of a person, so that a later one replaces an earlier one.
        agreed: the day on which they agreed.
        tables: (credential, table) in the order of credentials.
    """

    member: str
    agreed: date
    tables: tuple[tuple[str, Table], ...]


def write(given: Contribution) -> str:
    """As a file."""
    tables = [
        {"credential": c, "tossed": t.tossed, "shown": _arm(t.shown), "not_shown": _arm(t.hidden)}
        for c, t in given.tables
    ]
    whole = {"format": FORMAT, "member": given.member, "agreed": given.agreed.isoformat(), "tables": tables}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def read(data: bytes, name: str) -> Contribution:
    """From a file.

    Raises:
        InputError: it is none, or its numbers make no sense.
    """
    if len(data) > LONGEST:
        raise InputError(
            [Problem(name, f"{len(data):,} bytes are no contribution.", "Give files of credlens log give.")]
        )
    try:
        return _contribution(json.loads(data))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        why = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(
            [Problem(name, f"This is no contribution to a pool: {why}.", "Give files of credlens log give.")]
        ) from error


def _contribution(found: Mapping[str, Any]) -> Contribution:
    if found["format"] != FORMAT:
        raise ValueError(f"its format is {found['format']!r}")
    tables = tuple(_table(t) for t in _list(found["tables"]))
    return Contribution(str(found["member"]), date.fromisoformat(found["agreed"]), tables)


def newest(given: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """The last one of each member; of several of one day the one that is given last."""
    found: dict[str, Contribution] = {}
    for each in given:
        if each.member not in found or found[each.member].agreed <= each.agreed:
            found[each.member] = each
    return tuple(found[member] for member in sorted(found))


def _arm(arm: Arm) -> dict[str, int]:
    return {"n": arm.n, "interviews": arm.interviews}


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("tables is no list")
    return value


def _table(found: Mapping[str, Any]) -> tuple[str, Table]:
    arms = []
    for name in ("shown", "not_shown"):
        n, k = found[name]["n"], found[name]["interviews"]
        if type(n) is not int or type(k) is not int or not 0 <= k <= n <= 100_000:
            raise ValueError(f"{k!r} of {n!r} cannot be")
        arms.append(Arm(n, k))
    return str(found["credential"]), Table(arms[0], arms[1], bool(found["tossed"]))
