"""Use case: one page to explain a credential in an interview."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from credlens.app.ports import Ports
from credlens.app.presenting.brief_facts import facts
from credlens.model.brief import Brief
from credlens.model.errors import UserError
from credlens.present.exports import EXPORTS
from credlens.present.views.brief import BriefPage, brief_page

FORMATS: Final = {"html": "brief", "pdf": "brief_pdf", "md": "brief_md"}  # ending of the file -> export


@dataclass(frozen=True)
class BriefResult:
    """A brief.

    Attributes:
        page: the same as it is printed.
        file: where it lies; None when none was asked for.
    """

    brief: Brief
    page: BriefPage
    file: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """``id``, ``title``, ``held``, ``badge``, ``target``, ``sections``, ``questions``, ``notes``, ``sources`` and ``file``."""
        brief, held, badge = self.brief, self.brief.held, self.brief.badge
        return {
            "id": brief.id,
            "title": brief.title,
            "credential": brief.credential.id if brief.credential else None,
            "answer": self.page.answer,
            "held": held
            and {
                "card": held.card,
                "issuer": held.issuer or None,
                "issued": held.issued or None,
                "expires": held.expires or None,
                "expired": brief.expired if held.until else None,
                "number": held.number or None,
                "link": held.link or None,
                "where": held.where,
            },
            "badge": badge
            and {
                "id": badge.id,
                "file": badge.file,
                "verdict": badge.verdict.value,
                "verified": badge.verified.isoformat(),
                "doubt": badge.odd_name or None,
            },
            "target": brief.aim and {"name": brief.aim.name, "postings": brief.aim.postings},
            **self.page.to_json(),
            "notes": dict(brief.notes),
            "file": str(self.file) if self.file else None,
        }


def brief(
    ports: Ports,
    id: str,  # noqa: A002 - what the person calls it
    *,
    format: str | None = None,  # noqa: A002 - the option's name
    out: Path | None = None,
    qr: bool = False,
) -> BriefResult:
    """What a person needs to explain a credential, held or only planned.

    Args:
        ports: the doors.
        id: of the catalog, the beginning of a badge's id in the wallet, or of a card.
        format: a name of :data:`FORMATS`; by the ending of ``out`` when None.
        out: where to write the document; ``brief-ID.FORMAT`` in the working folder when only a format is given, nowhere without either.
        qr: whether to draw where it can be checked as a QR code.

    Raises:
        UserError: nothing is called so, the format is unknown, or no file can lie at ``out``.
    """
    kind = _format(format, out)
    if out:
        ports.files.place(out, "--out")
    found = facts(ports, id)
    page = brief_page(found, qr=qr)
    if kind is None:
        return BriefResult(found, page)
    place = out or Path(f"brief-{found.id}.{kind}")
    if not out:
        ports.files.place(place, "--out")
    return BriefResult(found, page, ports.files.write(place, EXPORTS[FORMATS[kind]](found, qr=qr)))


def _format(format: str | None, out: Path | None) -> str | None:  # noqa: A002
    """The format asked for by name or by the file's ending; None when no document is asked for.

    Raises:
        UserError: there is no such format.
    """
    if format is None and out is None:
        return None
    name = format or (out.suffix.lstrip(".").lower() if out else "")
    name = "html" if name == "htm" else name
    if name not in FORMATS:
        raise UserError(
            f"A brief is not written as {name!r}." if name else "The file's name does not say what to write.",
            where="--format" if format else "--out",
            what_to_do=f"Use --format with one of: {', '.join(FORMATS)}.",
        )
    return name
