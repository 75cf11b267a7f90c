"""Projects as they are kept: a record with the README and its pictures."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha384
from typing import Any

from credlens.app.ports import Ports
from credlens.app.presenting.ports import StoredFile, StoredProject
from credlens.model.errors import OutsideError, UserError
from credlens.model.work_sample import WorkSample
from credlens.skills.decode import decode


@dataclass(frozen=True, slots=True)
class KeptProject:
    """A project with what it was made of.

    Attributes:
        named: skills that the person named; the others were ``read`` in the README, with the probability that they were read right.
        readme: the README's bytes, over which reviewers sign.
        pictures: path in the project's folder -> content.
    """

    sample: WorkSample
    named: tuple[str, ...]
    read: Mapping[str, float]
    readme: StoredFile
    pictures: Mapping[str, bytes]

    @property
    def text(self) -> str:
        """The README's text."""
        return decode(self.readme.data, self.readme.name)[0]

    @property
    def digest(self) -> str:
        """Of the README, as endorsements state it (W3C Subresource Integrity)."""
        return digest_of(self.readme.data)


def digest_of(data: bytes) -> str:
    """The digest by which endorsements name a version of a file (VCDM 2.0, ``digestSRI``)."""
    return f"sha384-{b64encode(sha384(data).digest()).decode()}"


def kept(ports: Ports) -> tuple[KeptProject, ...]:
    """All projects, in the order they were put in; none when nothing was kept yet.

    Raises:
        OutsideError: one cannot be read.
    """
    return tuple(map(_from_stored, ports.showcase().projects())) if ports.has_state() else ()


def kept_project(ports: Ports, id: str) -> KeptProject:  # noqa: A002
    """One of them.

    Raises:
        UserError: there is none of this id.
    """
    found = next((p for p in kept(ports) if p.sample.id == id), None)
    if found is None:
        raise UserError(f"There is no project {id!r}.", where="ID", what_to_do="See them: credlens portfolio list")
    return found


def to_stored(project: KeptProject) -> StoredProject:
    """A project as it is kept."""
    sample = project.sample
    record = {
        "urn": sample.urn,
        "title": sample.title,
        "summary": sample.summary,
        "link": sample.link,
        "added": sample.added.isoformat(),
        "done": sample.done.isoformat() if sample.done else None,
        "credentials": list(sample.credentials),
        "named": list(project.named),
        "read": dict(project.read),
    }
    pictures = (StoredFile(name, data) for name, data in project.pictures.items())
    return StoredProject(sample.id, json.dumps(record, ensure_ascii=False), (project.readme, *pictures))


def _from_stored(stored: StoredProject) -> KeptProject:
    try:
        record: dict[str, Any] = json.loads(stored.content)
        named, read = tuple(record["named"]), dict(record["read"])
        sample = WorkSample(
            id=stored.id,
            urn=record["urn"],
            title=record["title"],
            summary=record["summary"],
            skills=tuple(dict.fromkeys([*named, *read])),
            link=record["link"],
            added=date.fromisoformat(record["added"]),
            done=date.fromisoformat(record["done"]) if record["done"] else None,
            credentials=tuple(record["credentials"]),
        )
        readme, *pictures = stored.files
    except (ValueError, KeyError, TypeError) as error:
        raise OutsideError(
            f"The project {stored.id} cannot be read: {error}",
            what_to_do=f"Take it out and put it in again: credlens portfolio remove {stored.id}",
        ) from error
    return KeptProject(sample, named, read, readme, {f.name: f.data for f in pictures})
