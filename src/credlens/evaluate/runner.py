"""One alternative of a ranking, and what it is expected to score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from credlens.evaluate.criteria.base import Finding


@dataclass(frozen=True)
class Runner:
    """One alternative: its findings by criterion, and by criterion the fields whose answer would narrow them."""

    id: str
    findings: Mapping[str, Finding]
    look_up: Mapping[str, tuple[str, ...]]


def expected(findings: Mapping[str, Finding], shares: Mapping[str, float]) -> float:
    """The expected score: exact, while the draws are chance."""
    return sum(share * (findings[c].low + findings[c].high) / 2 for c, share in shares.items())
