"""The example persons that come with the program."""

from __future__ import annotations

from credlens.app.ports import Ports

FOLDER = "demo"


def names(ports: Ports) -> tuple[str, ...]:
    """Who there is, Maria first."""
    found = ports.starter.folders(FOLDER)
    return tuple(sorted(found, key=lambda n: (n != "maria", n)))
