"""Which file of an ESCO release holds what, told by its name; what is missing is remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credlens.model.errors import Problem
from credlens.skills.taxonomies.releases import Heard
from credlens.skills.taxonomies.tables import File, Release, Table, pick

ESCO = "http://data.europa.eu/esco/"

_FILE = re.compile(r"([A-Za-z]+?)(?:_([a-z]{2,3}(?:-[A-Za-z]+)?))?(?:\.[\w-]+)*\.csv(?:\.gz)?", re.IGNORECASE)
_COLLECTION = re.compile(r"(\w+)skillscollection")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HOLDS = {
    "skills": "skills",
    "skillgroups": "groups of skills",
    "skillshierarchy": "the hierarchy of skill groups",
    "broaderrelationsskillpillar": "what each skill belongs under",
    "skillskillrelations": "relations between skills",
    "occupations": "occupations",
    "occupationskillrelations": "which occupation needs which skill",
    "iscogroups": "ISCO groups",
    "broaderrelationsoccpillar": "what each occupation belongs under",
}
_REPEATED = ("skillshierarchy", "broaderrelationsoccpillar")  # what they hold stands in other files, too


class Parts:
    """The files of a release in one language.

    Args:
        release: its files.
        hear: told how many rows of all are done.

    Attributes:
        problems: rows that could not be read.
    """

    def __init__(self, release: Release, hear: Heard) -> None:
        language = language_of(release)
        self.problems: list[Problem] = []
        self._files = [f for f in release.files if _role(f.base)[1] in {language, ""}]
        self._passed_over = sorted({_role(f.base)[1] for f in release.files} - {language, ""})
        self._missing: list[str] = []
        self._hear, self._read = hear, 0
        self._lines = {f.name: f.data.count(b"\n") for f in self._files}

    def has(self, role: str) -> bool:
        """Whether there is a file that holds this.

        Raises:
            InputError: several files hold it.
        """
        return self._file(role) is not None

    def rows(self, role: str, needed: Sequence[str], *more: str) -> Iterator[tuple[str, list[str]]]:
        """(place, cells of these columns) of every row of a file; nothing, and remembered as missing, when it is not there.

        Raises:
            InputError: several files hold it, or it is damaged or lacks a needed column.
        """
        file = self._file(role)
        if file is None:
            self._missing.append(role)
            return iter(())
        return self.rows_of(file, needed, *more)

    def rows_of(self, file: File, needed: Sequence[str], *more: str) -> Iterator[tuple[str, list[str]]]:
        """The same for one file; the one opened before it counts as done."""
        self._hear(self._read, sum(self._lines.values()))
        self._read += self._lines[file.name]
        table = Table(file, needed)
        return ((table.where(line), row) for line, row in table.rows(self.problems, *needed, *more))

    def _file(self, role: str) -> File | None:
        return pick(self._files, lambda name: _role(name)[0] == role, _HOLDS[role])

    def collections(self) -> list[tuple[str, File]]:
        """The files of collections of skills, with the names of the collections, in their order."""
        named = [(_role(f.base)[0], f) for f in self._files]
        return sorted(((m[1], f) for role, f in named if (m := _COLLECTION.fullmatch(role))), key=lambda n: n[0])

    def done(self) -> None:
        """All is read."""
        self._hear(self._read, self._read)

    def notes(self) -> tuple[str, ...]:
        """What is not there, in words."""
        missing = [_HOLDS[role] for role in self._missing if role not in _REPEATED]
        notes = [f"Not in the release, so not known: {', '.join(missing)}."] if missing else []
        if self._passed_over:
            notes.append(f"Also there, and not read: labels in {', '.join(self._passed_over)}.")
        return tuple(notes)


def wanted(name: str) -> bool:
    """Whether a file of this name is read."""
    return _role(name.rsplit("/", 1)[-1])[0] != ""


def language_of(release: Release) -> str:
    """English when it is there, else the first there is; empty when the names say none."""
    there = sorted({_role(f.base)[1] for f in release.files if _role(f.base)[0] == "skills"})
    return "en" if "en" in there or not there else there[0]


def tail(uri: str) -> str:
    """The UUID at the end of an ESCO address; empty when it has none."""
    last = uri.rsplit("/", 1)[-1]
    return last if uri.startswith(ESCO) and _UUID.fullmatch(last) else ""


def _role(name: str) -> tuple[str, str]:
    """What a file holds and in which language, by its name; both empty when it is none of ESCO's."""
    match = _FILE.fullmatch(name)
    role = match[1].casefold() if match else ""
    if match is None or not (role in _HOLDS or _COLLECTION.fullmatch(role)):
        return "", ""
    return role, (match[2] or "").casefold()
