"""The files of a portfolio: pages, pictures, badges and reviews, each by its relative address."""

from __future__ import annotations

from credlens.present.exports.verification import render as verification
from credlens.present.html import fill
from credlens.present.portfolio.pictures import kind_of
from credlens.present.portfolio.readme import to_html
from credlens.present.portfolio.views import (
    RESUME,
    Portfolio,
    Work,
    badge_page,
    index_page,
    project_address,
    project_page,
    review_file,
)

STYLE = "portfolio/site.css"


def files_of(site: Portfolio) -> dict[str, bytes]:
    """Every file of a portfolio by its address in the folder; the same portfolio gives the same bytes."""
    made = {
        "index.html": fill("portfolio/index.html.j2", index_page(site), STYLE).encode(),
        ".nojekyll": b"",  # GitHub Pages would leave out what its own site builder does not know
    }
    for work in site.works:
        made |= _work(site, work)
    for badge in site.badges:
        folder = f"badges/{badge.id}"
        made[f"{folder}/index.html"] = fill("portfolio/badge.html.j2", badge_page(site, badge), STYLE).encode()
        made[f"{folder}/check.html"] = verification(badge.report, badge.file).encode()
        if badge.data is not None:
            made[f"{folder}/{badge.file}"] = badge.data
    if site.resume is not None:
        made[RESUME] = site.resume
    return made


def _work(site: Portfolio, work: Work) -> dict[str, bytes]:
    """The page of a project with what it shows."""
    sample = work.sample
    made: dict[str, bytes] = {}
    addresses: dict[str, str] = {}
    for number, (path, data) in enumerate(work.pictures.items(), start=1):
        if kind_of(data):
            name = f"pictures/{sample.id}/{number}.{kind_of(data)}"
            made[name], addresses[path] = data, f"../{name}"
    page = project_page(site, work, to_html(work.readme, addresses, sample.title))
    made[project_address(sample.id)] = fill("portfolio/project.html.j2", page, STYLE).encode()
    made |= {review_file(review, data): data for review, data in work.reviews}
    return made
