"""Whom the person trusts: registries of issuers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from credlens.app.ports import Ports

if TYPE_CHECKING:
    from credlens.verify.trust.registries import Trust


def trusted(_ports: Ports) -> Trust | None:
    """Registries and well-known names."""
    return None
