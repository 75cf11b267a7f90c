"""How far a person has come."""

from __future__ import annotations

from credlens.app.ports import Ports, Standing


def standing(ports: Ports) -> Standing:
    """What is there already; nothing is made where nothing is stored yet."""
    return ports.store().standing() if ports.has_state() else Standing()
