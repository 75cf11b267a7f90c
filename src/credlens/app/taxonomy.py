"""Use cases: which taxonomies speak, and taking in a published one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.model.errors import InputError, OutsideError, Problem, UserError
from credlens.model.occupation import OccupationMatch
from credlens.model.skill import Taxonomy
from credlens.model.taxonomy import TaxonomyInfo
from credlens.skills.taxonomies import RELEASES, crosswalk
from credlens.skills.taxonomies.tables import File

MATCHED = ("esco", "onet")  # kinds whose occupations a crosswalk joins
PARTS = 100  # in which the progress of an import is told


@dataclass(frozen=True)
class TaxonomyResult:
    """The taxonomies in use: the starter's, and what the person imported."""

    taxonomy: Taxonomy
    imported: tuple[TaxonomyInfo, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"taxonomies": [{"name", "version", "attribution", "skills", "fields"}]}``, with more for imported ones."""
        t = self.taxonomy
        fields = [{"id": f, "label": label, "skills": sum(s.field == f for s in t)} for f, label in t.fields.items()]
        starter = {"name": t.name, "version": t.version, "attribution": t.attribution, "skills": len(t)}
        return {"taxonomies": [starter | {"fields": fields}, *map(info_json, self.imported)]}


@dataclass(frozen=True)
class TaxonomyImportResult:
    """What was taken in, and what was not.

    Attributes:
        replaced: the release of the same taxonomy that was there before, in words; None when there was none.
    """

    info: TaxonomyInfo
    replaced: str | None
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"taxonomy", "replaced", "problems"}``."""
        return {
            "taxonomy": info_json(self.info),
            "replaced": self.replaced,
            "problems": shapes.problems(self.problems),
        }


def info_json(info: TaxonomyInfo) -> dict[str, Any]:
    """An imported taxonomy as results name it."""
    return {
        "name": info.name,
        "kind": info.kind,
        "version": info.version,
        "language": info.language,
        "attribution": info.attribution,
        "skills": info.counts["skills"],
        "fields": [],
        "counts": dict(info.counts),
        "left_out": info.problems,
        "notes": list(info.notes),
        "imported": info.imported.isoformat(),
        "sources": [{"file": file, "sha256": digest} for file, digest in info.sources],
    }


def show(ports: Ports) -> TaxonomyResult:
    """The taxonomies in use, each with its version and attribution."""
    knowledge = Knowledge.of(ports)
    return TaxonomyResult(knowledge.starter, knowledge.imported)


def import_taxonomy(
    ports: Ports, kind: str, path: Path, *, version: str | None = None, crosswalk: Path | None = None
) -> TaxonomyImportResult:
    """Take a published taxonomy into use, beside the starter's. Importing it again replaces it and changes nothing else.

    A row with a mistake is left out and listed; the others are taken, all in one step. A release that is damaged, or lacks what it needs,
    changes nothing.

    Args:
        ports: the doors.
        kind: esco, onet or rsd.
        path: folder, zip archive or file of the release, as it was downloaded.
        version: of the release, when its files and names do not say it.
        crosswalk: a table of matches between ESCO's and O*NET's occupations, to be kept with it.

    Raises:
        UserError: there is no such kind, or the version is none.
        InputError: it is no such release, or a file of it is damaged, unsafe, or lacks a column.
        OutsideError: the disk refuses; then all is as before.
    """
    release_format = RELEASES[kind]
    if crosswalk is not None and kind not in MATCHED:
        raise UserError("Descriptors have no occupations to match.", where="--crosswalk", what_to_do="Leave it out.")
    matches, wrong, files = _matches(ports, crosswalk)
    release = ports.taxonomies.release(path, release_format.wanted)
    taxonomy, problems = release_format.read(release, version, lambda done, all_: _tell(ports, done, all_))
    if not taxonomy.skills:
        nothing = Problem(str(path), "Not one skill could be read in it.", "Download the release again.")
        raise InputError(problems or [nothing])
    if matches:
        taxonomy = replace(taxonomy, crosswalk=matches)
    before = _before(ports, taxonomy.name)
    problems += wrong
    sources = [(f.name, sha256(f.data).hexdigest()) for f in (*release.files, *files)]
    info = ports.taxonomies.save(taxonomy, imported=ports.today, problems=len(problems), sources=sources)
    return TaxonomyImportResult(info, before, tuple(problems))


def _before(ports: Ports, name: str) -> str | None:
    try:
        return next((i.title for i in ports.taxonomies.imported() if i.name == name), None)
    except OutsideError:
        return None  # what cannot be read must not keep a person from importing it anew


def _matches(ports: Ports, path: Path | None) -> tuple[tuple[OccupationMatch, ...], Sequence[Problem], Sequence[File]]:
    if path is None:
        return (), (), ()
    named = ports.files.read(path)
    file = File(path.name, named.data)
    matches, problems = crosswalk.read(file)
    return matches, problems, (file,)


def _tell(ports: Ports, done: int, total: int) -> None:
    ports.progress("parts of the release", PARTS * done // total if total else PARTS, PARTS)
