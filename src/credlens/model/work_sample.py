"""Work that a person shows: projects of theirs, and what others signed about them (schema.org CreativeWork; Open Badges endorsement)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.verification import Verdict


@dataclass(frozen=True, slots=True)
class WorkSample:
    """A project of the person's own.

    Attributes:
        id: short name that is safe in addresses and file names; ``urn``: what others sign their word about, the same for ever.
        summary: what it is, in a sentence or two of the person's README; empty when there is none.
        skills: ids in the taxonomy of what it shows.
        link: a whole address where it can be seen; empty without one.
        added: the day it was put in; ``done``: the day it was finished, when the person says so.
        credentials: catalog ids of what it was made for, or shows the skills of.
    """

    id: str
    urn: str
    title: str
    summary: str
    skills: tuple[str, ...]
    link: str
    added: date
    done: date | None = None
    credentials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What somebody signed about a project (an Open Badges endorsement).

    Attributes:
        id: first letters of the hash of its bytes; ``project``: id of the project.
        by: the reviewer's name as they wrote it; ``by_id``: of their key, which is what was checked.
        comment: their words.
        day: the day it was signed; None when it does not say.
        verdict: what came of verifying it, and ``because`` in a sentence.
        same_version: whether it was signed over the README as it is now; None when it was not signed over a file.
    """

    id: str
    project: str
    by: str
    by_id: str
    comment: str
    day: date | None
    verdict: Verdict
    because: str
    same_version: bool | None = None
