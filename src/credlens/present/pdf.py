"""PDF documents: Typst templates of this package filled with views, as PDF/UA-1, without a browser and without the network."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final, Literal

from credlens.model.naming import harmless
from credlens.present.html import LOADER, environment

Standards = tuple[Literal["ua-1", "a-2a"], ...]
ACCESSIBLE: Final[Standards] = ("ua-1",)
"""PDF/UA-1 (ISO 14289-1): tagged, with a title and a language."""
ARCHIVED: Final[Standards] = ("ua-1", "a-2a")
"""The same, and PDF/A-2a (ISO 19005-2): everything needed to show it for good is inside."""


def fill(template: str, page: Any, standards: Standards = ACCESSIBLE) -> bytes:
    """A template filled with a page's view. The same view gives the same bytes on a machine.

    Values go in as JSON, so that nothing in them is read as markup; characters that would turn the direction of writing are made visible.
    The fonts that come with Typst are used, the machine's where these lack a letter; no package is loaded.

    Args:
        template: name of a Typst file among the templates, without its ending.
        page: a dataclass; the template reads it as ``json(bytes(sys.inputs.page))``.
        standards: what the document is to conform to; the compiler checks it. They want every letter shown, and Typst's own fonts have no
            Chinese, for instance, so the machine's fonts are tried next. Where these lack a letter too, it becomes an empty box, and the
            document claims no standard.
    """
    import typst  # large, and few commands make PDFs

    source = LOADER.get_source(environment(), f"{template}.typ")[0]  # its text; Jinja does not fill it
    values = {"page": harmless(json.dumps(asdict(page), ensure_ascii=False))}
    for system_fonts, wanted in ((False, standards), (True, standards), (True, ())):
        try:
            found = typst.compile(
                source.encode(),
                sys_inputs=values,
                ignore_system_fonts=not system_fonts,
                pdf_standards=list(wanted) or None,
                timestamp=0,
            )
            break
        except typst.TypstError:  # whatever keeps it from the standard, nobody is left without their document
            if not wanted:
                raise
    assert isinstance(found, bytes)  # noqa: S101  (one document was asked for, not one picture a page)
    return found
