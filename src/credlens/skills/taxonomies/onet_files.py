"""Which file of an O*NET release holds what, and the columns that are needed of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from credlens.model.errors import Problem
from credlens.skills.taxonomies.releases import Heard
from credlens.skills.taxonomies.tables import TAB, File, Release, Table, pick

SOC = "O*NET-SOC Code"
_RATED = (SOC, "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Date")


class Holds(NamedTuple):
    """A file: its name, what it holds in words, and the columns without which it cannot be understood."""

    name: str
    what: str
    needed: tuple[str, ...]


FILES = {
    "occupations": Holds("Occupation Data.txt", "occupations", (SOC, "Title", "Description")),
    "technologies": Holds(
        "Technology Skills.txt",
        "technologies",
        (SOC, "Example", "Commodity Code", "Commodity Title", "Hot Technology"),
    ),
    "skills": Holds("Skills.txt", "rated skills", _RATED),
    "knowledge": Holds("Knowledge.txt", "rated knowledge", _RATED),
    "content model": Holds(
        "Content Model Reference.txt", "descriptions of skills and knowledge", ("Element ID", "Description")
    ),
    "titles": Holds("Alternate Titles.txt", "other titles", (SOC, "Alternate Title")),
    "reported titles": Holds("Sample of Reported Titles.txt", "reported titles", (SOC, "Reported Job Title")),
    "tasks": Holds("Task Statements.txt", "tasks", (SOC, "Task ID", "Task", "Task Type")),
    "job zones": Holds("Job Zones.txt", "job zones", (SOC, "Job Zone")),
    "education": Holds(
        "Education, Training, and Experience.txt",
        "education",
        (SOC, "Element ID", "Scale ID", "Category", "Data Value", "N"),
    ),
    "education levels": Holds(
        "Education, Training, and Experience Categories.txt",
        "names of the levels of education",
        ("Scale ID", "Category", "Category Description"),
    ),
}
_READ_ME = "Read Me.txt"
_ELEMENT = re.compile(r"\d+(?:\.[0-9A-Za-z]+)+")


class Parts:
    """The files of a release.

    Args:
        release: its files.
        hear: told how many rows of all are done.

    Attributes:
        problems: rows that could not be read.
        absent: occupations that were left out, and said so: rows about them are passed over.
    """

    def __init__(self, release: Release, hear: Heard) -> None:
        self.problems: list[Problem] = []
        self.absent: set[str] = set()
        self._release = release
        self._found = {role: _find(release.files, holds) for role, holds in FILES.items()}
        self._hear, self._read = hear, 0
        self._lines = {role: f.data.count(b"\n") for role, f in self._found.items() if f}
        self._all = sum(self._lines.values())

    def has(self, role: str) -> bool:
        """Whether the file is there."""
        return self._found[role] is not None

    def rows(self, role: str, *columns: str) -> Iterator[tuple[str, list[str]]]:
        """(place, cells of these columns) of every row of a file, nothing when it is not there; the file before counts as done.

        Raises:
            InputError: it is damaged or lacks a needed column.
        """
        file = self._found[role]
        if file is None:
            return iter(())
        self._hear(self._read, self._all)
        self._read += self._lines.pop(role, 0)
        table = Table(file, FILES[role].needed, TAB)
        return ((table.where(line), row) for line, row in table.rows(self.problems, *columns))

    def done(self) -> None:
        """All is read."""
        self._hear(self._read, self._read)

    def notes(self) -> tuple[str, ...]:
        """What is not there, in words."""
        missing = [holds.what for role, holds in FILES.items() if self._found[role] is None]
        notes = [f"Not in the release, so not known: {', '.join(missing)}."] if missing else []
        books = [name for name in self._release.others if name.casefold().endswith(".xlsx")]
        if books:
            notes.append(
                f"Workbooks are not read: {', '.join(books)}. Take the text release, which has the same as text."
            )
        return tuple(notes)


def wanted(name: str) -> bool:
    """Whether a file of this name is read."""
    base = name.rsplit("/", 1)[-1]
    return any(_called(base, name) for name in (_READ_ME, *(holds.name for holds in FILES.values())))


def element_id(text: str) -> bool:
    """Whether this is the id of an element of the content model."""
    return _ELEMENT.fullmatch(text) is not None


def _find(files: Sequence[File], holds: Holds) -> File | None:
    return pick(files, lambda base: _called(base, holds.name), holds.what)


def _called(base: str, name: str) -> bool:
    """Whether a file is this one, whatever the case and whether its spaces became underscores."""
    return base.casefold().removesuffix(".gz").replace("_", " ") == name.casefold()
