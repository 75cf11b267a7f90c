"""Rich Skill Descriptors: the CSV files and the API's JSON of the Open Skills Management Tool, and lists of the same make.

A descriptor is a skill with a name, a statement and a canonical URL. Its keywords are topics, not other names for it, and are kept apart.
Specification: https://rsd.openskillsnetwork.org
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from credlens.model.errors import InputError, Problem
from credlens.model.fact import Method, Source
from credlens.model.skill import Alias, Skill
from credlens.model.taxonomy import ImportedTaxonomy, SkillGroup
from credlens.skills.taxonomies.releases import Heard, ReleaseFormat, silent, version_of
from credlens.skills.taxonomies.rsd_records import Descriptor, from_csv, from_json
from credlens.skills.taxonomies.tables import File, Release

SPECIFICATION = "https://rsd.openskillsnetwork.org"

_VERSION = re.compile(r"(?:rsd|osmt|osn)\D*(\d+)[._](\d+)(?:[._](\d+))?", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_GONE = {"archived", "deleted", "deprecated"}
_HERE = {"localhost", "127.0.0.1", "::1"}
_NAMED = 3  # authors and places named in the attribution, at most


def read(release: Release, version: str | None = None, hear: Heard = silent) -> tuple[ImportedTaxonomy, list[Problem]]:
    """The descriptors in files, and those that could not be read.

    Args:
        release: its files.
        version: what the person says it is; libraries of descriptors have no versions of their own.
        hear: told how many files of all are done.

    Raises:
        InputError: there is no descriptor, or a file is damaged or lacks a column.
        UserError: the version that the person says is none.
    """
    said = version_of(release, _VERSION, version)
    library = _Library(Source(Method.READ, SPECIFICATION, note=f"Rich Skill Descriptors: {release.name}"))
    for done, file in enumerate(release.files):
        hear(done, len(release.files))
        for where, descriptor in _descriptors(file, library.problems):
            library.take(where, descriptor)
    hear(len(release.files), len(release.files))
    if not library.skills:
        there = ", ".join((*(f.name for f in release.files), *release.others)[:8]) or "nothing"
        nothing = Problem(
            release.name,
            f"There is no Rich Skill Descriptor in it. There is: {there}.",
            "Export skills from the Open Skills Management Tool as CSV or JSON, and name that file.",
        )
        raise InputError([*library.problems, nothing] if library.problems else [nothing])
    taxonomy = ImportedTaxonomy(
        kind="rsd",
        name=f"rsd-{_slug(release.labels[0] if release.labels else release.name)}",
        version=said,
        attribution=library.attribution(),
        source=library.source,
        language="en",
        skills=library.skills,
        notes=library.notes(),
        groups=library.groups,
        broader=library.broader,
        keywords=library.keywords,
        alignments=library.alignments,
        collections={name: tuple(members) for name, members in sorted(library.collections.items())},
        occupation_codes=library.codes,
    )
    return taxonomy, library.problems


def wanted(name: str) -> bool:
    """Whether a file of this name is read."""
    return name.casefold().removesuffix(".gz").endswith((".csv", ".tsv", ".json"))


@dataclass
class _Library:
    """Descriptors as skills, with what is said about them."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    skills: dict[str, Skill] = field(default_factory=dict)
    groups: dict[str, SkillGroup] = field(default_factory=dict)
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)
    keywords: dict[str, tuple[str, ...]] = field(default_factory=dict)
    alignments: dict[str, tuple[str, ...]] = field(default_factory=dict)
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    collections: dict[str, list[str]] = field(default_factory=dict)
    _authors: Counter[str] = field(default_factory=Counter)
    _places: Counter[str] = field(default_factory=Counter)
    _gone: int = 0
    _drafts: int = 0
    _nowhere: int = 0

    def take(self, where: str, found: Descriptor) -> None:
        """One more descriptor."""
        if found.status.casefold() in _GONE:
            self._gone += 1
            return
        key, address = _identity(found)
        if not found.name or not found.statement:
            missing = "statement" if found.name else "name"
            self.problems.append(Problem(where, f"The descriptor has no {missing}.", "Give it one."))
        elif key in self.skills:
            self.problems.append(Problem(where, f"The descriptor {found.name!r} is there twice.", "Keep it once."))
        else:
            self.skills[key] = Skill(
                key,
                found.name,
                (Alias(found.name),),
                None,
                None,
                "",
                (self.source,),
                description=found.statement,
                address=address,
            )
            self._file(key, found, address)

    def _file(self, key: str, found: Descriptor, address: str | None) -> None:
        groups = {f"category:{name.casefold()}": name for name in found.categories}
        for group, label in groups.items():
            self.groups.setdefault(group, SkillGroup(group, label))
        for table, values in (
            (self.broader, tuple(groups)),
            (self.keywords, found.keywords),
            (self.alignments, found.alignments),
            (self.codes, found.occupations),
        ):
            if values:
                table[key] = values
        for name in found.collections:
            self.collections.setdefault(name, []).append(key)
        self._authors.update(found.authors)
        self._drafts += found.status.casefold() == "draft"
        place = _host(address or "")
        self._places.update([place] if place else [])
        self._nowhere += place is None

    def attribution(self) -> str:
        """Who wrote the descriptors, as far as they say."""
        authors = [name for name, _ in self._authors.most_common(_NAMED)]
        places = [name for name, _ in self._places.most_common(_NAMED)]
        by = f"by {', '.join(authors)}" if authors else "whose authors are not named"
        at = f", published at {', '.join(places)}" if places else ""
        return f"Rich Skill Descriptors {by}{at}. Their publisher says under which licence."

    def notes(self) -> tuple[str, ...]:
        """What was left out or is peculiar, in words."""
        notes = []
        if self._gone:
            notes.append(f"Archived descriptors, left out: {self._gone:,}.")
        if self._drafts:
            notes.append(f"Drafts among the descriptors: {self._drafts:,}.")
        if self._nowhere:
            notes.append(f"Descriptors without a public address, named by a key of their own: {self._nowhere:,}.")
        return tuple(notes)


def _descriptors(file: File, problems: list[Problem]) -> Iterator[tuple[str, Descriptor]]:
    if file.base.casefold().removesuffix(".gz").endswith(".json"):
        return from_json(file, problems)
    return from_csv(file, problems)


def _identity(found: Descriptor) -> tuple[str, str | None]:
    """Key and address of a descriptor: its canonical URL's, unless that is an address on its author's own machine."""
    last = found.url.rstrip("/").rsplit("/", 1)[-1]
    uuid = last.lower() if _UUID.fullmatch(last) else ""
    public = (_host(found.url) or "localhost") not in _HERE
    if uuid:
        return uuid, found.url if public else f"urn:uuid:{uuid}"
    seed = found.url if public else f"{found.name}\n{found.statement}"
    return f"rsd:{hashlib.sha256(seed.encode()).hexdigest()[:16]}", found.url if public else None


def _host(url: str) -> str | None:
    """The host of a web address; None when it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None


def _slug(name: str) -> str:
    stem = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].casefold()
    stem = re.sub(r"\.(?:gz|zip|csv|tsv|json)", "", stem)
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40] or "skills"


FORMAT = ReleaseFormat("Rich Skill Descriptors", wanted, read)
