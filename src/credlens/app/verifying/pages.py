"""What an employer can be given: a verified badge as one page."""

from __future__ import annotations

from pathlib import Path

from credlens.app.ports import Ports
from credlens.app.verifying.verify import VerifyResult
from credlens.model.errors import UserError
from credlens.present.exports import EXPORTS


def write_pages(
    ports: Ports, result: VerifyResult, *, html: Path | None = None, pdf: Path | None = None
) -> tuple[Path, ...]:
    """Write the report on a badge as an HTML page, as a PDF document, or both. Returns full paths.

    Raises:
        UserError: there are several badges.
    """
    if result.folder is not None:
        raise UserError(
            "A page is about one badge.", where="--html" if html else "--pdf", what_to_do="Name one file of the folder."
        )
    badge = result.badges[0]
    wanted = {"verification": html, "verification_pdf": pdf}
    return tuple(
        ports.files.write(path, EXPORTS[name](badge.report, badge.file, badge.skills))
        for name, path in wanted.items()
        if path
    )
