"""Ask for a word about a project, and keep the signed answer (Open Badges 3.0, EndorsementCredential)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shlex import quote
from typing import Any
from uuid import UUID

from credlens.app.carried import unpacked
from credlens.app.issuing.signers import signer
from credlens.app.issuing.signing import sign, to_the_second, written_out
from credlens.app.ports import NamedBytes, Ports
from credlens.app.presenting.kept_projects import KeptProject, kept, kept_project
from credlens.app.presenting.ports import StoredReview
from credlens.app.presenting.projects import review_to_json
from credlens.app.presenting.reviewed import reviews, written
from credlens.app.verifying.asking import USUAL, answers, settings_of
from credlens.app.verifying.asking import Asked as How
from credlens.app.verifying.documents import read_map
from credlens.app.verifying.ports import Job
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.naming import harmless
from credlens.model.verification import Party, Report, Verdict
from credlens.model.work_sample import Review

LARGEST = 2**20  # bytes of a review
ID_LENGTH = 12  # letters of the hash that tell reviews of one person apart
_CHANCE = 16  # bytes of a UUID
_FORMAT = "endorsement3"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a review, as it was written.

    Attributes:
        file: the signed request; ``text``: the same for people, with the command that answers it.
        issuer: id of whoever asks.
        about: id of the project; ``digest``: of its README.
        command: what the reviewer runs, with ``KEY`` and the comment to fill in.
    """

    file: Path
    text: Path
    project: str
    issuer: str
    about: str
    digest: str
    command: str

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {
            "file": str(self.file),
            "text": str(self.text),
            "project": self.project,
            "issuer": self.issuer,
            "about": self.about,
            "digest": self.digest,
            "command": self.command,
        }


@dataclass(frozen=True, slots=True)
class Reviews:
    """Reviews of a person's projects.

    Attributes:
        reviews: what was kept.
        refused: reviews that were not kept, with the reason.
        removed: ids that were taken out.
    """

    reviews: tuple[Review, ...]
    refused: tuple[Problem, ...] = ()
    removed: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``reviews``, ``refused`` and ``removed``."""
        return {
            "reviews": [review_to_json(r) for r in self.reviews],
            "refused": [{"where": p.where, "message": p.message, "what_to_do": p.what_to_do} for p in self.refused],
            "removed": list(self.removed),
        }


def ask(
    ports: Ports, project: str, out: Path, *, key: str, name: str | None = None, message: str | None = None
) -> Asked:
    """Write a signed request for a review, and beside it a text (the same name with ``.txt``) that says what to do.

    Args:
        ports: the doors.
        project: id of the project.
        out: where to write the request.
        key: name of the key to sign it with.
        name: who asks, as the reviewer should see it; that of the key when None.
        message: what the reviewer should look at.

    Raises:
        UserError: no such project or key, or ``out`` ends as the text does.
        InputError: the key cannot be used.
    """
    from credlens.issue.requests import review_request

    ports.files.place(out, "--out")
    if out.suffix == ".txt":
        raise UserError(
            "The request is JSON or a token.", where="--out", what_to_do="Name a file such as request.json."
        )
    about, by = kept_project(ports, project), signer(ports, key)
    sample, at = about.sample, to_the_second(ports.now())
    document = review_request(
        Party(by.did, name or by.name),
        sample.urn,
        sample.title,
        id=UUID(bytes=ports.issuing.chance(_CHANCE), version=4).urn,
        at=at,
        link=sample.link,
        message=message or "",
        content=about.readme.data,
    )
    signed = sign(ports, document, by, at, None)
    command = (
        f'credlens badge endorse --key KEY --about {sample.urn} --comment "..." --name "Your Name"'
        f" --content {quote(about.readme.name)} --out review.json"
    )
    file = ports.files.write(out, written_out(signed))
    text = ports.files.write(out.with_suffix(".txt"), _letter(about, name or by.name, by.did, message or "", command))
    return Asked(file, text, sample.id, by.did, sample.urn, about.digest, command)


def add(ports: Ports, files: Sequence[Path], asked: How = USUAL) -> Reviews:
    """Verify reviews, and keep those that hold and are about one of the person's projects, signed by somebody else.

    Raises:
        InputError: a file cannot be read.
    """
    projects = {p.sample.urn: p for p in kept(ports)}
    jobs = [_job(ports, path) for path in files]
    answer = answers(ports, read_map(ports.files, asked.documents), online=asked.online)
    good: list[StoredReview] = []
    refused: list[Problem] = []
    own = _own(ports)
    for job, report in ports.verifier.verify(jobs, settings_of(ports, asked), answer):
        why = _why_not(report, projects, own)
        review = None if why else _stored(ports, job, report, projects[report.claims.subjects[0]])
        if review is not None:
            good.append(review)
        else:
            message, step = why or ("It says nothing.", "Ask the reviewer for a few words.")
            refused.append(Problem(job.name, harmless(f"It is not kept. {message}"), harmless(step)))
    if good:
        ports.showcase().keep_reviews(good)
    ids = {each.id for each in good}
    shown = reviews(ports, tuple(projects.values())) if good else ()
    return Reviews(tuple(r for r in shown if r.id in ids), tuple(refused))


def remove(ports: Ports, id: str) -> Reviews:  # noqa: A002
    """Take a review out.

    Raises:
        UserError: there is none whose id begins so, or there are several.
    """
    found = [r.id for r in reviews(ports, kept(ports)) if id and r.id.startswith(id.lower())]
    if len(found) != 1:
        raise UserError(f"There is no review {id!r}.", where="ID", what_to_do="See them: credlens portfolio list")
    ports.showcase().remove_review(found[0])
    return Reviews((), removed=tuple(found))


def _job(ports: Ports, path: Path) -> Job:
    file = ports.files.read(path)
    if len(file.data) > LARGEST:
        raise InputError(
            [Problem(str(path), f"It is larger than {LARGEST // 2**20} MiB.", "Ask for the review alone.")]
        )
    return Job(str(path), file.data)


def _own(ports: Ports) -> frozenset[str]:
    """Ids that the person signs under."""
    signers = [signer(ports, name) for name in ports.issuing.key_names()]
    return frozenset(id for s in signers for id in (s.did, s.key.did))  # noqa: A001


def _why_not(report: Report, projects: Mapping[str, KeptProject], own: frozenset[str]) -> tuple[str, str] | None:
    """Why a review is not kept and what to do; None when it is."""
    if report.format != _FORMAT:
        return "It is no review.", "Ask for the file that credlens badge endorse wrote."
    if report.verdict is not Verdict.VERIFIED:
        return report.because, report.next_step or "Ask the reviewer for a new one."
    if len(report.claims.subjects) != 1 or report.claims.subjects[0] not in projects:
        about = ", ".join(report.claims.subjects) or "nothing"
        return f"It is about {about}, which is none of your projects.", "See their ids: credlens portfolio list --json"
    if report.claims.issuer.id in own:
        return "It was signed with a key of your own.", "Ask somebody else; a word of your own is no review."
    return None


def _stored(ports: Ports, job: Job, report: Report, project: KeptProject) -> StoredReview | None:
    """A review as it is kept; None when there are no words in it."""
    document = json.loads(unpacked(ports, NamedBytes(job.name, job.data)).file.data)
    mine = sha256(job.data).hexdigest()[:ID_LENGTH]
    comment = _comment(document)
    text = written(comment, _digest(document, project.sample.urn), report)
    return StoredReview(mine, project.sample.id, Path(job.name).name, job.data, ports.today, text) if comment else None


def _comment(document: Mapping[str, Any]) -> str:
    """The reviewer's words, in a document that has been verified."""
    subject = document.get("credentialSubject")
    subject = subject[0] if isinstance(subject, list) and subject else subject
    said = subject.get("endorsementComment") if isinstance(subject, dict) else None
    return said.strip() if isinstance(said, str) else ""


def _digest(document: Mapping[str, Any], about: str) -> str:
    """The digest of the file that it was signed over; empty when it was signed over none."""
    related = document.get("relatedResource")
    entries = related if isinstance(related, list) else [related]
    mine = (e.get("digestSRI") for e in entries if isinstance(e, dict) and e.get("id") == about)
    return next((each for each in mine if isinstance(each, str)), "")


def _letter(project: KeptProject, name: str, did: str, message: str, command: str) -> str:
    """The request for people."""
    sample = project.sample
    lines = [
        f"{name} asks you for a review of a project.",
        "",
        f"Project: {sample.title}",
        *([f"See it: {sample.link}"] if sample.link else []),
        *(["", message] if message else []),
        "",
        f"What you sign is about {sample.urn}, and about the README as it is now",
        f"({project.readme.name}, {project.digest}).",
        "",
        "1. Look at the project.",
        "2. Make a key once, if you have none: credlens badge key KEY",
        "3. Say what you think, good and bad, and sign it:",
        "",
        f"   {command}",
        "",
        "4. Send review.json back. Your name and your words will be shown with the project.",
        "",
        "Without credlens: any Open Badges 3.0 EndorsementCredential about this id does.",
        f"The signed request beside this text was made with the key {did}.",
        "",
    ]
    return harmless("\n".join(lines))
