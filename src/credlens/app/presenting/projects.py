"""Projects that a person shows: put in from a folder or a README, looked at, taken out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from credlens.app.catalog.finding import find_credential
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.app.presenting.kept_projects import KeptProject, kept, kept_project, to_stored
from credlens.app.presenting.ports import StoredFile
from credlens.app.presenting.reviewed import reviews
from credlens.app.presenting.skill_words import stands_in
from credlens.app.profile import find_skill
from credlens.catalog.skill_reading import SkillReading
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.work_sample import Review, WorkSample
from credlens.present.notes import safe_link
from credlens.present.portfolio.pictures import camera_notes, kind_of
from credlens.present.portfolio.readme import Readme, read_readme
from credlens.skills.decode import decode

READMES = ("README.md", "Readme.md", "readme.md", "README.markdown", "README.txt", "readme.txt", "README")
LARGEST_README = 256 * 1024  # bytes: thrice a long README; a hostile one of that size costs seconds and not minutes
LARGEST_PICTURE = 5 * 2**20
LARGEST_PICTURES = 20 * 2**20  # of one project
MOST_PICTURES = 20
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_ID_LENGTH = 40
_URN = 16  # bytes of a UUID


@dataclass(frozen=True, slots=True)
class ShownProject:
    """A project as it is shown.

    Attributes:
        skills: (id, label) of what it shows; credentials: as in the sample.
        pictures: paths of the pictures that were kept.
        digest: of its README; a review signed over it is about this version.
    """

    sample: WorkSample
    skills: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...]
    digest: str
    reviews: tuple[Review, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The sample's fields with labels of skills, ``pictures``, ``digest`` and ``reviews``."""
        sample = self.sample
        return {
            "id": sample.id,
            "urn": sample.urn,
            "title": sample.title,
            "summary": sample.summary,
            "skills": [{"id": id, "label": label} for id, label in self.skills],  # noqa: A001
            "link": sample.link or None,
            "added": sample.added.isoformat(),
            "done": sample.done.isoformat() if sample.done else None,
            "credentials": list(sample.credentials),
            "pictures": list(self.pictures),
            "digest": self.digest,
            "reviews": [review_to_json(r) for r in self.reviews],
        }


@dataclass(frozen=True, slots=True)
class Projects:
    """Projects of a person.

    Attributes:
        projects: what was asked for, in the order they were put in.
        problems: what of them was left out or has to be known.
        removed: ids that were taken out.
    """

    projects: tuple[ShownProject, ...]
    problems: tuple[Problem, ...] = ()
    removed: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``projects``, ``problems`` and ``removed``."""
        return {
            "projects": [p.to_json() for p in self.projects],
            "problems": [{"where": p.where, "message": p.message, "what_to_do": p.what_to_do} for p in self.problems],
            "removed": list(self.removed),
        }


def review_to_json(review: Review) -> dict[str, Any]:
    """A review as results tell it."""
    return {
        "id": review.id,
        "project": review.project,
        "by": review.by,
        "by_id": review.by_id,
        "comment": review.comment,
        "day": review.day.isoformat() if review.day else None,
        "verdict": review.verdict.value,
        "because": review.because,
        "same_version": review.same_version,
    }


def samples(ports: Ports) -> tuple[WorkSample, ...]:
    """The person's projects, in the order they were put in; none when nothing was kept yet."""
    return tuple(project.sample for project in kept(ports))


def show(ports: Ports) -> Projects:
    """Every project with its reviews."""
    projects = kept(ports)
    return Projects(_shown(ports, projects, Knowledge.of(ports) if projects else None))


def remove(ports: Ports, id: str) -> Projects:  # noqa: A002
    """Take a project out, with its reviews and the notes about it.

    Raises:
        UserError: there is none of this id.
    """
    kept_project(ports, id)
    ports.showcase().remove_project(id)
    return Projects((), removed=(id,))


def add(
    ports: Ports,
    path: Path,
    *,
    title: str | None = None,
    link: str | None = None,
    skills: Sequence[str] = (),
    credentials: Sequence[str] = (),
    done: date | None = None,
    id: str | None = None,  # noqa: A002
) -> Projects:
    """Put in a project from its README, with the pictures that it shows. One of the same id is brought up to date, and its reviews stay.

    Args:
        ports: the doors.
        path: a folder with a README, or the README itself, whose pictures lie below its folder.
        title: its first heading when None.
        link: where it can be seen, an https address; as before when None, and so with ``skills``, ``credentials`` and ``done``.
        skills: ids or names of what it shows, besides what the README names.
        credentials: ids or names of what it was made for.
        done: the day it was finished.
        id: short name; made from the title when None.

    Raises:
        InputError: there is no README, or it cannot be read.
        UserError: no title, no such skill or credential, no safe link, or no name for it.
    """
    knowledge = Knowledge.of(ports)
    folder, file = _readme(ports, path)
    readme = read_readme(decode(file.data, file.name)[0])
    called = " ".join((title or readme.title).split())
    if not called:
        raise UserError(
            "The README has no heading to call the project by.", where=str(path), what_to_do="Say it: --title TEXT"
        )
    if link and not safe_link(link):
        raise UserError(f"{link!r} is no https address.", where="--link", what_to_do="Write it as https://...")
    if done and done > ports.today:
        raise UserError(f"{done} is still to come.", where="--done", what_to_do="Say when it was finished.")
    mine = _id(called, id)
    pictures, problems = _pictures(ports, folder, readme)
    old = next((p for p in kept(ports) if p.sample.id == mine), None)
    named = tuple(dict.fromkeys(find_skill(knowledge.taxonomy, words) for words in skills))
    made_for = tuple(dict.fromkeys(find_credential(ports, knowledge, words).id for words in credentials))
    named = named or (old.named if old else ())
    reading = SkillReading(knowledge.taxonomy, knowledge.reader)
    words = f"{called}\n{readme.words}"
    found = [r for r in reading.read(words) if r.skill not in named]
    # What only other words were taken for is not put on a page in the person's name.
    read = {r.skill: r.probability for r in found if stands_in(knowledge.taxonomy[r.skill].label, words)}
    before = old.sample if old else None
    sample = WorkSample(
        id=mine,
        urn=before.urn if before else UUID(bytes=ports.issuing.chance(_URN), version=4).urn,
        title=called,
        summary=readme.summary,
        skills=(*named, *read),
        link=link if link is not None else before.link if before else "",
        added=before.added if before else ports.today,
        done=done or (before.done if before else None),
        credentials=made_for or (before.credentials if before else ()),
    )
    project = KeptProject(sample, named, read, StoredFile(Path(file.name).name, file.data), pictures)
    ports.store()  # makes the place where everything is kept
    ports.showcase().keep_project(to_stored(project))
    return replace(Projects(_shown(ports, (project,), knowledge)), problems=problems)


def _shown(ports: Ports, projects: Sequence[KeptProject], knowledge: Knowledge | None) -> tuple[ShownProject, ...]:
    every = reviews(ports, projects)
    return tuple(
        ShownProject(
            sample=project.sample,
            skills=tuple((s, _label(s, knowledge)) for s in project.sample.skills),
            pictures=tuple(project.pictures),
            digest=project.digest,
            reviews=tuple(r for r in every if r.project == project.sample.id),
        )
        for project in projects
    )


def _label(skill: str, knowledge: Knowledge | None) -> str:
    """How people write a skill; its id when the taxonomy is no longer there."""
    return knowledge.taxonomy[skill].label if knowledge is not None and skill in knowledge.taxonomy else skill


def _readme(ports: Ports, path: Path) -> tuple[Path, NamedBytes]:
    """The README with the folder that its pictures lie in."""
    if not ports.files.is_folder(path):
        file = ports.files.read(path)
        if len(file.data) > LARGEST_README:
            raise InputError(
                [Problem(str(path), f"It is larger than {LARGEST_README // 2**20} MiB.", "Make it shorter.")]
            )
        return path.parent, file
    for name in READMES:
        found = ports.files.read_inside(path, name, LARGEST_README)
        if found is not None:
            return path, found
    message, step = "There is no README in this folder.", "Write one (README.md) that says what the project is."
    raise InputError([Problem(str(path), message, step)])


def _pictures(ports: Ports, folder: Path, readme: Readme) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The pictures that can be kept, and why others cannot."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in readme.pictures:
        try:
            file = ports.files.read_inside(folder, name, LARGEST_PICTURE)
        except InputError as error:
            problems += error.problems
            continue
        why = _why_not(file, sum(map(len, found.values())), len(found))
        if file is None or why:
            problems.append(Problem(name, f"The picture is left out: {why}."))
            continue
        found[name] = file.data
        said = camera_notes(file.data)
        if said:
            problems.append(
                Problem(name, said, "Save it without these (most picture programs can) before you publish.")
            )
    elsewhere = [a for a in readme.elsewhere if not safe_link(a)]
    problems += [
        Problem(a[:80], "The picture is left out: it is neither in the folder nor at an https address.")
        for a in elsewhere
    ]
    return found, tuple(problems)


def _why_not(file: NamedBytes | None, so_far: int, many: int) -> str:
    """Why a picture is not kept; empty when it is."""
    if file is None:
        return "there is no such file"
    if not kind_of(file.data):
        return "it is no PNG, JPEG, GIF or WebP (an SVG may hold a program)"
    if many >= MOST_PICTURES:
        return f"a project may have {MOST_PICTURES}"
    if so_far + len(file.data) > LARGEST_PICTURES:
        return f"together they are larger than {LARGEST_PICTURES // 2**20} MiB"
    return ""


def _id(title: str, given: str | None) -> str:
    if given is not None:
        if not _ID.fullmatch(given):
            raise UserError(
                f"{given!r} is no name for a project.",
                where="--id",
                what_to_do="Use small letters, digits and hyphens, at most 40, a letter or digit first.",
            )
        return given
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_ID_LENGTH].strip("-")
    return short or f"project-{sha256(title.encode()).hexdigest()[:8]}"
