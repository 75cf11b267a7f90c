"""Proof sets and chains: which proofs a proof was made over (Data Integrity 1.0 section 2.1.2 and 4.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class ChainFlaw(ValueError):  # noqa: N818  (the chain has it; nothing went wrong here)
    """Proofs do not build on each other as they say; the message says why."""


def previous(proof: Mapping[str, Any], proofs: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The proofs that a proof builds on, in its own order; none for a proof that stands alone.

    Raises:
        ChainFlaw: one is missing, there are two of its id, or they lead in a circle.
    """
    found = _direct(proof, proofs)
    reached, waiting = {id(proof)}, list(found)
    seen: set[int] = set()
    while waiting:
        other = waiting.pop()
        if id(other) in reached:
            raise ChainFlaw("The signatures build on each other in a circle.")
        if id(other) not in seen:
            seen.add(id(other))
            waiting += _direct(other, proofs)
    return found


def _direct(proof: Mapping[str, Any], proofs: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    named = proof.get("previousProof", [])
    names = named if isinstance(named, list) else [named]
    if len(names) > len(proofs):
        raise ChainFlaw("It builds on more signatures than there are.")
    return [_by_id(name, proofs) for name in names]


def _by_id(name: Any, proofs: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    fitting = [p for p in proofs if p.get("id") == name] if isinstance(name, str) else []
    if len(fitting) != 1:
        many = "more than one signature" if fitting else "no signature"
        raise ChainFlaw(f"It builds on {str(name)[:100]!r}, and there is {many} of that id.")
    return fitting[0]
