"""The portfolio: what a person shows, as a website in one folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from credlens.app.carried import unpacked
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.app.presenting.cv import cv_of
from credlens.app.presenting.kept_projects import KeptProject, kept
from credlens.app.presenting.reviewed import reviews
from credlens.app.wallet.badges import KeptBadge
from credlens.app.wallet.badges import show as wallet
from credlens.app.wallet.evidence import GOOD
from credlens.model.cv import Contact, Cv, LeftOff
from credlens.model.errors import CredlensError, Problem, UserError
from credlens.model.verification import Verdict
from credlens.present.exports import EXPORTS
from credlens.present.portfolio.views import Portfolio, ShownBadge, Work

MARKER = ".credlens-portfolio"  # lists what was written, so that nothing else is ever replaced
_ENDINGS = {"json": "json", "jwt": "jwt", "png": "png", "svg": "svg", "pdf": "pdf"}
_PROGRAM = re.compile(rb"<script|<foreignobject|<!entity|javascript:|\son[a-z]+\s*=", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_HOLDER = ("credentialSubject", "recipient")  # where badges of version 3 and 2 name who earned them


@dataclass(frozen=True, slots=True)
class PortfolioResult:
    """A portfolio, as it was written.

    Attributes:
        folder: where it lies; ``page``: its first page; ``files``: how many there are.
        projects, badges: ids of what is shown.
        contact: whether e-mail address, telephone and place are shown; ``resume``: whether there is a resume.
        left_off: what is not shown, and why.
        problems: what has to be known before it is published.
    """

    folder: Path
    page: Path
    files: int
    projects: tuple[str, ...]
    badges: tuple[str, ...]
    skills: int
    certificates: int
    reviews: int
    contact: bool
    resume: bool
    left_off: tuple[LeftOff, ...]
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {
            "folder": str(self.folder),
            "page": str(self.page),
            "files": self.files,
            "projects": list(self.projects),
            "badges": list(self.badges),
            "skills": self.skills,
            "certificates": self.certificates,
            "reviews": self.reviews,
            "contact": self.contact,
            "resume": self.resume,
            "left_off": [
                {"card": e.card, "name": e.name, "why": e.why.value, "because": e.because} for e in self.left_off
            ],
            "problems": [{"where": p.where, "message": p.message, "what_to_do": p.what_to_do} for p in self.problems],
        }


def portfolio(ports: Ports, out: Path, *, contact: bool = False, with_resume: bool = False) -> PortfolioResult:
    """Write the portfolio into a folder, in the place of the one that was written there before. Nothing is put on the web.

    Args:
        ports: the doors.
        out: the folder; one with files of somebody else is left alone, but for one that this command wrote.
        contact: whether to show e-mail address, telephone and place, which anybody could read.
        with_resume: whether to put the resume beside it, as PDF.

    Raises:
        UserError: there is nothing to show, or the folder is somebody else's.
        OutsideError: the disk refuses.
    """
    ports.files.place_folder(out, "--out", MARKER)
    if not ports.has_state():
        raise _nothing()
    knowledge = Knowledge.of(ports)
    cv = cv_of(ports, knowledge)
    hidden = {entry.card for entry in cv.left_off}
    projects = kept(ports)
    shown = tuple(p for p in projects if p.sample.id not in hidden)
    if not (shown or cv.skills or cv.certificates):
        raise _nothing()
    badges, problems = _badges(ports, cv, contact=contact)
    site = Portfolio(
        cv=cv,
        works=_works(ports, projects, shown, knowledge),
        badges=badges,
        made=ports.today,
        contact=contact,
        resume=_resume(cv, contact=contact) if with_resume else None,
    )
    files = EXPORTS["portfolio"](site)
    folder = ports.files.write_folder(out, files, MARKER)
    return PortfolioResult(
        folder=folder,
        page=folder / "index.html",
        files=len(files),
        projects=tuple(w.sample.id for w in site.works),
        badges=tuple(b.id for b in badges),
        skills=len(cv.skills),
        certificates=len(cv.certificates),
        reviews=sum(len(w.reviews) for w in site.works),
        contact=contact,
        resume=with_resume,
        left_off=cv.left_off,
        problems=problems,
    )


def _nothing() -> UserError:
    step = "Import your resume (credlens profile import FILE) or put in a project (credlens portfolio add FOLDER)."
    return UserError("There is nothing to show yet.", what_to_do=step)


def _works(
    ports: Ports, projects: Sequence[KeptProject], shown: Sequence[KeptProject], knowledge: Knowledge
) -> tuple[Work, ...]:
    """Projects with the reviews that hold. A review that lapsed is left out: its writer gave it an end."""
    signed = {each.id: each.data for each in ports.showcase().reviews()} if projects else {}
    every = [r for r in reviews(ports, projects) if r.verdict is Verdict.VERIFIED]
    return tuple(
        Work(
            sample=project.sample,
            readme=project.text,
            pictures=project.pictures,
            skills=tuple(knowledge.taxonomy[s].label for s in project.sample.skills if s in knowledge.taxonomy),
            credentials=tuple(knowledge.catalog[c].title for c in project.sample.credentials if c in knowledge.catalog),
            reviews=tuple((r, signed[r.id]) for r in every if r.project == project.sample.id),
        )
        for project in shown
    )


def _badges(ports: Ports, cv: Cv, *, contact: bool) -> tuple[tuple[ShownBadge, ...], tuple[Problem, ...]]:
    """The badges behind the certificates that are shown, and those whose file is not handed out."""
    wanted = {c.badge: bool(c.verified) for c in cv.certificates if c.badge}
    found = {b.id: b for b in wallet(ports).badges}
    shown: list[ShownBadge] = []
    problems: list[Problem] = []
    for id, sure in wanted.items():  # noqa: A001
        badge = found.get(id)
        if badge is None or badge.verdict not in GOOD:
            continue
        if not sure:
            message = "It has no page: something is odd about its issuer's name, and a page would call it verified."
            problems.append(Problem(f"badge {id}", message, f"See why: credlens wallet show {id}"))
            continue
        data = next(b.data for b in ports.wallet().badges() if b.id == id)
        why = _why_kept_back(ports, badge, data, contact=contact)
        if why is not None:
            problems.append(why)
        file = f"badge.{_ENDINGS.get(badge.report.container, 'bin')}"
        shown.append(ShownBadge(id, badge.report, badge.verdict, badge.verified, file, None if why else data))
    return tuple(shown), tuple(problems)


def _why_kept_back(ports: Ports, badge: KeptBadge, data: bytes, *, contact: bool) -> Problem | None:
    """Why the file of a badge is not handed out; None when it is."""
    name = f"badge {badge.id}"
    if badge.report.container == "svg" and _PROGRAM.search(data):
        return Problem(
            name, "Its file is left out: it is a picture that holds a program.", "Ask its issuer for JSON or PNG."
        )
    if not contact and _shows_email(ports, badge, data):
        return Problem(
            name,
            "Its file is left out: it shows your e-mail address to anybody who opens it.",
            "Add --contact to hand it out all the same.",
        )
    return None


def _shows_email(ports: Ports, badge: KeptBadge, data: bytes) -> bool:
    """Whether a badge names an e-mail address where it says who earned it; also when nobody can tell."""
    try:
        document = unpacked(ports, NamedBytes(badge.file, data)).file.data.decode(errors="replace")
        return any(_EMAIL.search(text) for text in _holders(document))
    except CredlensError:
        return True


def _holders(document: str) -> Iterator[str]:
    try:
        stack = [json.loads(document)]
    except ValueError:
        yield document
        return
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            yield from (json.dumps(value[key], ensure_ascii=False) for key in _HOLDER if key in value)
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)


def _resume(cv: Cv, *, contact: bool) -> bytes:
    """The resume as PDF, with no more of how to reach the person than the pages show."""
    shown = cv if contact else replace(cv, contact=Contact(links=cv.contact.links))
    found: bytes = EXPORTS["resume_pdf"](shown)
    return found
