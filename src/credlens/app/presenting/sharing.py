"""Small documents to hand out: a section for GitHub, a signature, what is held as ELM, and all badges in one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.presenting.cv import cv_of
from credlens.app.wallet.badges import show
from credlens.model.cv import Cv, LeftOff
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.skill import Skill
from credlens.present.exports import EXPORTS
from credlens.present.exports.share_backpack import MANIFEST, PackedBadge, zipped
from credlens.present.exports.share_github import put_into

MARKER = ".credlens-backpack"
ADD_FIRST = "Import a resume (credlens profile import FILE) or put in a badge (credlens wallet add FILE) first."


@dataclass(frozen=True, slots=True)
class Shared:
    """What was made to be handed out.

    Attributes:
        kind: a name of :data:`KINDS`.
        documents: name -> text of everything that was made and is text, in the order in which it is shown.
        written: full paths of what was written.
        left_off: credentials that are not in it, and why.
        badges: how many badges were packed.
    """

    kind: str
    documents: Mapping[str, str]
    written: tuple[Path, ...] = ()
    left_off: tuple[LeftOff, ...] = ()
    badges: int = 0

    def to_json(self) -> dict[str, Any]:
        """``documents`` by name, ``written`` paths, and what was ``left_off``."""
        return {
            "kind": self.kind,
            "documents": dict(self.documents),
            "written": [str(path) for path in self.written],
            "badges": self.badges,
            "left_off": [
                {"card": e.card, "name": e.name, "why": e.why.value, "because": e.because} for e in self.left_off
            ],
        }


def share(ports: Ports, kind: str, out: Path | None = None, into: Path | None = None) -> Shared:
    """Make one of :data:`KINDS`, and write it when a place is named.

    Args:
        ports: the doors.
        kind: ``github``, ``signature``, ``elm`` or ``backpack``.
        out: a file; of the signature its text when it ends in ``.txt``, both when it is a folder; of the backpack a zip file when it ends
            in ``.zip``, else a folder.
        into: a README whose section is replaced; only for ``github``.

    Raises:
        UserError: there is no such kind, nothing to share, or no place for it.
        InputError: the README cannot be read, or its section cannot be found.
    """
    make = KINDS.get(kind)
    if make is None:
        raise UserError(f"There is nothing called {kind!r} to share.", where="KIND", what_to_do=f"Use {_kinds()}.")
    if into is not None and (kind != "github" or out is not None):
        raise UserError("Only the section for GitHub goes into a page, and then nowhere else.", where="--into")
    _place(ports, kind, out)
    return make(ports, out, into)


def _github(ports: Ports, out: Path | None, into: Path | None) -> Shared:
    cv = cv_of(ports, Knowledge.of(ports))
    _must_show(cv.projects or cv.certificates, "You have no project and no credential to show yet.")
    section = EXPORTS["share_github"](cv)
    made = _made("github", {"section.md": section}, cv)
    if into is not None:
        page = ports.files.read(into)
        try:
            whole = put_into(section, page.data.decode())
        except ValueError as error:
            problem = Problem(
                page.name,
                f"The section cannot be put in: {error}.",
                "Save the page as UTF-8, with one start comment and one end comment, or with neither.",
            )
            raise InputError([problem]) from error
        return replace(made, written=(ports.files.write(into, whole.encode()),))
    return _written(ports, made, {out: section} if out else {})


def _signature(ports: Ports, out: Path | None, _into: Path | None) -> Shared:
    cv = cv_of(ports, Knowledge.of(ports))
    _must_show(cv.name, "Your documents do not say your name.")
    html, text = EXPORTS["share_signature"](cv, ports.today)
    made = _made("signature", {"signature.txt": text, "signature.html": html}, cv)
    if out is None:
        return made
    if ports.files.is_folder(out):
        return _written(ports, made, {out / name: text for name, text in made.documents.items()})
    return _written(ports, made, {out: text if out.suffix.lower() == ".txt" else html})


def _elm(ports: Ports, out: Path | None, _into: Path | None) -> Shared:
    knowledge = Knowledge.of(ports)
    cv = cv_of(ports, knowledge)
    _must_show(cv.certificates, "You hold no credential that can be shown yet.")
    text = EXPORTS["share_elm"](cv, {c.card: _taught(knowledge, c.credential) for c in cv.certificates})
    return _written(ports, _made("elm", {"held.jsonld": text}, cv), {out: text} if out else {})


def _backpack(ports: Ports, out: Path | None, _into: Path | None) -> Shared:
    if out is None:
        raise UserError(
            "A backpack needs a place.", where="--out", what_to_do="Name a zip file or a folder: --out badges.zip"
        )
    badges = show(ports).badges
    _must_show(badges, "The wallet is empty.")
    data = {badge.id: badge.data for badge in ports.wallet().badges()}
    files = EXPORTS["share_backpack"](
        PackedBadge(
            id=badge.id,
            name=badge.report.claims.achievement.name or badge.report.claims.name,
            issuer=badge.report.claims.issuer.name or badge.report.claims.issuer.id,
            data=data[badge.id],
            container=badge.report.container,
            verdict=badge.verdict.value,
            verified=badge.verified,
        )
        for badge in badges
    )
    made = Shared("backpack", {MANIFEST: files[MANIFEST].decode()}, badges=len(badges))
    if out.suffix.lower() == ".zip":
        return replace(made, written=(ports.files.write(out, zipped(files)),))
    return replace(made, written=(ports.files.write_folder(out, files, MARKER),))


#: What can be shared, by name.
KINDS: Mapping[str, Callable[[Ports, Path | None, Path | None], Shared]] = {
    "github": _github,
    "signature": _signature,
    "elm": _elm,
    "backpack": _backpack,
}


def _place(ports: Ports, kind: str, out: Path | None) -> None:
    """See that what is made can be put where it is wanted, before it is made."""
    if out is None:
        return
    if kind == "backpack" and out.suffix.lower() != ".zip":
        ports.files.place_folder(out, "--out", MARKER)
    elif kind != "signature" or not ports.files.is_folder(out):
        ports.files.place(out, "--out")


def _must_show(found: object, otherwise: str) -> None:
    if not found:
        raise UserError(otherwise, what_to_do=ADD_FIRST)


def _made(kind: str, documents: Mapping[str, str], cv: Cv) -> Shared:
    return Shared(kind, documents, left_off=cv.left_off)


def _written(ports: Ports, made: Shared, files: Mapping[Path, str]) -> Shared:
    return replace(made, written=tuple(ports.files.write(path, text) for path, text in files.items()))


def _taught(knowledge: Knowledge, credential: str) -> tuple[Skill, ...]:
    """What a credential teaches or examines, as far as the taxonomy knows it."""
    if not credential or credential not in knowledge.catalog:
        return ()
    taught = (t.skill for t in knowledge.catalog[credential].skills)
    return tuple(knowledge.taxonomy[skill] for skill in taught if skill in knowledge.taxonomy)


def _kinds() -> str:
    names = list(KINDS)
    return f"{', '.join(names[:-1])} or {names[-1]}"
