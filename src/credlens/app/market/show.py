"""Use case: what the built market is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.app.market.built import Built, BuiltOccupation
from credlens.app.ports import Ports
from credlens.model.serial import plain


@dataclass(frozen=True)
class MarketResult:
    """A market: what it was built from, and its occupations, most ads first."""

    about: dict[str, Any]
    occupations: tuple[BuiltOccupation, ...]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens market show --json``."""
        about = {k: v for k, v in self.about.items() if k != "data"}
        return {**about, "occupations": [plain(o) for o in self.occupations]}


def show(ports: Ports) -> MarketResult:
    """What was built.

    Raises:
        UserError: nothing was.
    """
    built = Built.open(ports)
    return MarketResult(built.about, built.occupations)
