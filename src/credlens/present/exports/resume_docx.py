"""A resume as DOCX: headings and lists by their styles, one column and no tables, so that every reader finds its parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from credlens.model.cv import Cv
from credlens.present.views.resume import Part, ResumeEntry, ResumePage, resume_page

_ACCENTS: Final = {"plain": "1B1F24", "modern": "0B4F78"}
_MUTED: Final = "4B535B"
_FONT: Final = "Calibri"
_SIZES: Final = {"Title": 21.0, "Heading 1": 13.0, "Heading 2": 10.5, "Normal": 10.5, "List Bullet": 10.5}  # points
_SPACES: Final = {"Title": (0, 2), "Heading 1": (13, 4), "Heading 2": (8, 0), "Normal": (0, 3), "List Bullet": (0, 2)}
_DAY: Final = datetime(
    2000, 1, 1, tzinfo=UTC
)  # the same resume is to give the same bytes, so the file has no day of its own
_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def render(cv: Cv, style: str = "plain") -> bytes:
    """The document. The same resume gives the same bytes.

    Args:
        cv: what it shows.
        style: "plain", or "modern" with coloured headings.
    """
    import docx  # large, and few commands make documents

    page = resume_page(cv, style)
    document = docx.Document()
    _dress(document, page)
    _write(document, page)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _dress(document: Any, page: ResumePage) -> None:
    """Styles, margins, language and properties."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(17)
    accent = RGBColor.from_string(_ACCENTS[page.style])
    for name, size in _SIZES.items():
        style = document.styles[name]
        heads = name.startswith(("Title", "Heading"))
        style.font.size, style.font.bold = Pt(size), heads
        style.font.color.rgb = accent if heads and name != "Heading 2" else RGBColor.from_string(_ACCENTS["plain"])
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if "heme" in key]:
            del fonts.attrib[key]
        style.font.name = _FONT
        before, after = _SPACES[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = heads
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), page.language)
    properties = document.styles["Normal"].element.get_or_add_rPr()
    properties.append(language)
    core = document.core_properties
    core.title, core.author, core.language, core.comments = page.title, page.name, page.language, ""
    core.last_modified_by, core.created, core.modified = page.name, _DAY, _DAY


def _write(document: Any, page: ResumePage) -> None:
    if page.name:
        document.add_paragraph(page.name, style="Title")
    _joined(document.add_paragraph(), page.reach) if page.reach else None
    for words in page.above:
        document.add_paragraph(words)
    for section in page.sections:
        document.add_heading(section.heading, 1)
        for words in section.paragraphs:
            document.add_paragraph(words)
        for entry in section.entries:
            _entry(document, entry)
        for point in section.points:
            paragraph = document.add_paragraph(style="List Bullet")
            if point.strong:
                paragraph.add_run(point.strong).bold = True
            paragraph.add_run(f"{': ' if point.strong and point.text else ''}{point.text}")


def _entry(document: Any, entry: ResumeEntry) -> None:
    if entry.title:
        document.add_heading(entry.title, 2)
    rows = ([Part(words) for words in (*entry.below, entry.days) if words], list(entry.details))
    for row in filter(None, rows):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = bool(entry.lines) or (row is rows[0] and bool(rows[1]))
        _joined(paragraph, row, muted=True)
    for line in entry.lines:
        document.add_paragraph(line, style="List Bullet").paragraph_format.keep_together = True


def _joined(paragraph: Any, parts: Iterable[Part], *, muted: bool = False) -> None:
    """Parts in one line, with dots between them; those that lead somewhere as links."""
    from docx.shared import RGBColor

    for number, part in enumerate(parts):
        for words, link in ((" · " if number else "", ""), (part.text, part.link)):
            run = paragraph.add_run(words)
            if muted and not link:
                run.font.color.rgb = RGBColor.from_string(_MUTED)
            if link:
                _link(paragraph, run, link)


def _link(paragraph: Any, run: Any, address: str) -> None:
    """Put a run into a link."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, _LINK, is_external=True))
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(_ACCENTS["modern"])
    paragraph._p.append(link)  # noqa: SLF001  (python-docx has no way of adding a link)
    link.append(run._r)  # noqa: SLF001


def _timeless(data: bytes) -> bytes:
    """The archive with its members' days set to the first an archive can have."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()
