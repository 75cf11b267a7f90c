"""Documents for others that go into an export: what the program can make of a person's state without being asked anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.presenting.calendar import calendar
from credlens.app.presenting.cv import cv_of
from credlens.app.presenting.sharing import share
from credlens.model.cv import Cv
from credlens.model.errors import CredlensError, UserError
from credlens.present.exports import EXPORTS

STYLE = "plain"


def _held(ports: Ports, _cv: Cv) -> str:
    return share(ports, "elm").documents["held.jsonld"]


def _calendar(ports: Ports, _cv: Cv) -> str:
    entries = calendar(ports).entries
    if not entries:
        raise UserError("Nothing of yours has a day to come.")
    return str(EXPORTS["calendar"](entries, ports.today))


#: Files and what makes them; each raises a CredlensError when there is nothing to make it of.
DOCUMENTS: Mapping[str, Callable[[Ports, Cv], str]] = {
    "resume.json": lambda _, cv: str(EXPORTS["resume_json"](cv, STYLE)),
    "resume.md": lambda _, cv: str(EXPORTS["resume_md"](cv, STYLE)),
    "held.jsonld": _held,
    "calendar.ics": _calendar,
}


def documents(ports: Ports, knowledge: Knowledge) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Files by their names, and in words which could not be made and why.

    Raises:
        CredlensError: what is kept of the person cannot be read.
    """
    cv = cv_of(ports, knowledge)
    made: dict[str, bytes] = {}
    lacking: list[str] = []
    for name, make in DOCUMENTS.items():
        try:
            made[name] = make(ports, cv).encode()
        except CredlensError as error:
            lacking.append(f"{name}: {error.message}")
    return made, tuple(lacking)
