"""Use case: the person's resume, looked at or written as a document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.presenting.cv import cv_of
from credlens.model.cv import Cv
from credlens.model.errors import UserError
from credlens.model.serial import plain
from credlens.present.exports import EXPORTS

FORMATS = {"pdf": "pdf", "docx": "docx", "json": "json", "md": "md", "europass": "xml"}
"""Each format with the ending of its files."""

BINARY = ("pdf", "docx")
STYLES = ("plain", "modern")
USUAL = STYLES[0]


@dataclass(frozen=True)
class ResumeResult:
    """A resume.

    Attributes:
        format: of the document; None when only the record was asked for.
        file: where the document lies; None when it was not written to a file.
        content: the document, when it is text and no file was asked for.
    """

    cv: Cv
    format: str | None = None
    style: str = USUAL
    file: Path | None = None
    content: str | None = None

    def to_json(self) -> dict[str, Any]:
        """``resume`` (every part of it), ``format``, ``style``, ``file`` and ``content``."""
        return {
            "resume": plain(self.cv),
            "format": self.format,
            "style": self.style if self.format else None,
            "file": str(self.file) if self.file else None,
            "content": self.content,
        }


def resume(
    ports: Ports,
    *,
    format: str | None = None,  # noqa: A002 - what everybody calls it
    out: Path | None = None,
    style: str = USUAL,
    tailored: bool = True,
) -> ResumeResult:
    """The resume as a record, and as a document when a format is named.

    Args:
        ports: the doors.
        format: a name of :data:`FORMATS`; by the ending of ``out`` when None.
        out: where to write it, also over a file that is there. Without it PDF and DOCX are written to ``resume.pdf`` or ``resume.docx`` in
            the folder one works in, unless there is such a file; other formats come back as text.
        style: a name of :data:`STYLES`.
        tailored: whether what the target's ads ask for most comes first.

    Raises:
        UserError: there is no such format or style, nothing is known of the person, or no file can lie there.
    """
    format = _format(format, out)  # noqa: A001
    if style not in STYLES:
        raise UserError(f"There is no style {style!r}.", where="--style", what_to_do=f"Use {' or '.join(STYLES)}.")
    if format is None:
        return ResumeResult(cv_of(ports, Knowledge.of(ports), tailored=tailored))
    place = out or (_usual_place(ports, format) if format in BINARY else None)
    if place:
        ports.files.place(place, "--out")
    cv = cv_of(ports, Knowledge.of(ports), tailored=tailored)
    if not (cv.name or cv.work or cv.education or cv.certificates):
        raise UserError("Nothing is known of you yet.", what_to_do="Begin with: credlens profile import RESUME.")
    made = EXPORTS[f"resume_{format}"](cv, style)
    if place:
        return ResumeResult(cv, format, style, ports.files.write(place, made))
    return ResumeResult(cv, format, style, content=made)


def _format(named: str | None, out: Path | None) -> str | None:
    if named is None and out is not None:
        ending = out.suffix.removeprefix(".").casefold()
        named = next((name for name, known in FORMATS.items() if ending == known), ending)
    if named is not None and named not in FORMATS:
        raise UserError(
            f"There is no format {named!r}.", where="--format", what_to_do=f"Use one of {', '.join(FORMATS)}."
        )
    return named


def _usual_place(ports: Ports, format: str) -> Path:  # noqa: A002
    """Where a document is written when nobody says; never over a file, which may be the person's own resume."""
    place = Path(f"resume.{FORMATS[format]}")
    if ports.files.size(place):
        raise UserError(
            f"There is a file {place} already.", where="--out", what_to_do=f"Say where: --out {place} replaces it."
        )
    return place
