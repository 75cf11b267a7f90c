"""A section for the README of a GitHub profile, which is Markdown (https://github.github.com/gfm/)."""

from __future__ import annotations

import re

from credlens.model.cv import Cv, CvCertificate, CvEntry
from credlens.present.shares.parts import details, line, link, when

START, END = "<!-- credlens:start -->", "<!-- credlens:end -->"
# What Markdown would take for more than a letter in the middle of a line, pages among it, which GitHub makes into links (section 6.9).
_MARKS = re.compile(r"[\\`*_\[\]<>&~$|]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def render(cv: Cv) -> str:
    """Projects and certifications between two comments, by which the section is found again. Ends with a line end."""
    parts = [
        _section("Projects", [_project(p) for p in cv.projects]),
        _section("Certifications", [_certificate(c) for c in cv.certificates]),
    ]
    return "\n\n".join([START, *(p for p in parts if p), END]) + "\n"


def put_into(section: str, page: str) -> str:
    """A page with the section in the place of the one it has, else at its end; everything else stays as it is, its line ends too.

    Raises:
        ValueError: the page has one of the two comments without the other, or several.
    """
    if "\r\n" in page:
        section = section.replace("\n", "\r\n")
    if START not in page and END not in page:
        newline = "\r\n" if "\r\n" in page else "\n"
        before = page.rstrip("\r\n")
        return f"{before}{newline * 2}{section}" if before else section
    before, _, rest = page.partition(START)
    _, ended, after = rest.partition(END)
    if not ended or END in before or START in rest or END in after:
        raise ValueError("the two comments do not stand there once each, the start first")
    return before + section.rstrip("\r\n") + after


def escaped(text: str) -> str:
    """A text as Markdown that shows just that text, on one line."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", line(text))


def _section(heading: str, lines: list[str]) -> str:
    return "\n".join([f"## {heading}", "", *lines]) if lines else ""


def _project(project: CvEntry) -> str:
    said = escaped(project.lines[0]) if project.lines else ""
    days = f" ({when(project.end)})" if project.end[:4].isdigit() else ""
    return f"- {_linked(project.title, project.link)}{days}" + (f": {said}" if said else "")


def _certificate(certificate: CvCertificate) -> str:
    said = escaped(details(certificate))
    return f"- {_linked(certificate.name, certificate.link)}" + (f", {said}" if said else "")


def _linked(name: str, address: str) -> str:
    safe = link(address)
    return f"[{escaped(name)}](<{safe}>)" if safe else f"**{escaped(name)}**"
