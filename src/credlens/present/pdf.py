"""PDF documents: Typst templates of this package filled with views, as PDF/UA-1, without a browser and without the network."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from credlens.model.naming import harmless
from credlens.present.html import LOADER, environment

STANDARD: Final = "ua-1"  # PDF/UA-1 (ISO 14289-1): tagged, with a title and a language


def fill(template: str, page: Any) -> bytes:
    """A template filled with a page's view. The same view always gives the same bytes.

    Values go in as JSON, so that nothing in them is read as markup; characters that would turn the direction of writing are made visible.
    Only the fonts that come with Typst are used, and no package is loaded.

    Args:
        template: name of a Typst file among the templates, without its ending.
        page: a dataclass; the template reads it as ``json(bytes(sys.inputs.page))``.
    """
    import typst  # large, and few commands make PDFs

    source = LOADER.get_source(environment(), f"{template}.typ")[0]  # its text; Jinja does not fill it
    values = {"page": harmless(json.dumps(asdict(page), ensure_ascii=False))}
    found = typst.compile(
        source.encode(), sys_inputs=values, ignore_system_fonts=True, pdf_standards=[STANDARD], timestamp=0
    )
    assert isinstance(found, bytes)  # noqa: S101  (one document was asked for, not one picture a page)
    return found

