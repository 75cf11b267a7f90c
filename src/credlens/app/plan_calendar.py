"""Use case: a plan in the calendar that a person already keeps."""

from __future__ import annotations

from pathlib import Path

from credlens.app.ports import Ports
from credlens.model.loop import Planned
from credlens.present.exports import EXPORTS

OPTION = "--ics"  # what a face calls it, for the message when the place is no good


def check_place(ports: Ports, path: Path | None) -> None:
    """See that a calendar can be written there, before anything is reckoned for it.

    Raises:
        UserError: it cannot.
    """
    if path is not None:
        ports.files.place(path, OPTION)


def save_calendar(ports: Ports, run: Planned, path: Path | None) -> Path | None:
    """Write the first plan of a run as an iCalendar file; returns its full path, None when there is no plan or no file is wanted."""
    if path is None or not run.plans:
        return None
    return ports.files.write(path, EXPORTS["plan_calendar"](run))
