"""A portfolio: a website of a few files that needs no script and loads nothing from elsewhere."""

from __future__ import annotations

from credlens.present.portfolio.site import files_of
from credlens.present.portfolio.views import Portfolio


def render(site: Portfolio) -> dict[str, bytes]:
    """The files of a portfolio by their relative address. See :func:`credlens.present.portfolio.site.files_of`."""
    return files_of(site)
