"""Resumes as DOCX, by three generators."""

from __future__ import annotations

import html
import io
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.render.content import Block, Drawn


def python_docx(drawn: Drawn, style: int) -> bytes:
    """Word's own styles, a right tab for dates, a table of one row for columns."""
    import docx
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Inches, Pt

    document = docx.Document()

    def draw(place: Any, blocks: Sequence[Block], room: float) -> None:
        for b in blocks:
            if b.kind == "heading":
                paragraph = place.add_paragraph(style="Heading 1" if style % 3 else None)
                run = paragraph.add_run(b.text)
                if style % 3 == 0:
                    run.bold, run.font.size = True, Pt(14)
                continue
            paragraph = place.add_paragraph(style="List Bullet" if b.kind == "item" else None)
            if b.label:
                paragraph.add_run(f"{b.label}: ").bold = True
            run = paragraph.add_run(b.text)
            run.bold = b.kind == "title"
            if b.right:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(room), WD_TAB_ALIGNMENT.RIGHT)
                paragraph.add_run(f"\t{b.right}")

    if style % 2:
        document.add_heading(drawn.name, 0)
    else:
        run = document.add_paragraph().add_run(drawn.name)
        run.bold, run.font.size = True, Pt(22)
    for words in (drawn.title, drawn.contact):
        if words:
            document.add_paragraph(words)
    if drawn.sidebar:
        row = document.add_table(1, 2).rows[0]
        draw(row.cells[0], drawn.sidebar, 2)
        draw(row.cells[1], drawn.main, 4)
    else:
        draw(document, drawn.main, 6)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pandoc(drawn: Drawn, style: int) -> bytes:
    """Pandoc from HTML; a table for columns."""
    import pypandoc

    level = "h1" if style % 2 else "h2"

    def body(blocks: Sequence[Block]) -> str:
        out: list[str] = []
        for b in blocks:
            words = html.escape(b.text)
            if b.kind == "item":
                out.append(f"<ul><li>{words}</li></ul>")
            elif b.kind == "heading":
                out.append(f"<{level}>{words}</{level}>")
            elif b.kind == "label":
                out.append(f"<p><b>{html.escape(b.label)}:</b> {words}</p>")
            elif b.kind == "title" and style % 3 == 2:
                out.append(f"<h3>{words}</h3>" + (f"<p>{html.escape(b.right)}</p>" if b.right else ""))
            else:
                left = f"<b>{words}</b>" if b.kind == "title" else words
                out.append(f"<p>{left}{' | ' + html.escape(b.right) if b.right else ''}</p>")
        return "".join(out).replace("</ul><ul>", "")

    text = f"<h1>{html.escape(drawn.name)}</h1><p>{html.escape(drawn.title)}</p><p>{html.escape(drawn.contact)}</p>"
    if drawn.sidebar:
        text += f"<table><tr><td>{body(drawn.sidebar)}</td><td>{body(drawn.main)}</td></tr></table>"
    else:
        text += body(drawn.main)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "resume.docx"
        pypandoc.convert_text(text, "docx", format="html", outputfile=str(path))
        return path.read_bytes()


_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def raw(drawn: Drawn, style: int) -> bytes:
    """Plain WordprocessingML without styles: direct formatting, dates in tables, a row for each section or text boxes for columns."""

    def run(words: str, *, bold: bool = False, size: int = 20) -> str:
        weight = "<w:b/>" if bold else ""
        return f'<w:r><w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{html.escape(words)}</w:t></w:r>'

    def paragraph(*runs: str) -> str:
        return f"<w:p>{''.join(runs)}</w:p>"

    def table(*rows: Sequence[str]) -> str:
        return (
            "<w:tbl>"
            + "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in row)}</w:tr>" for row in rows)
            + "</w:tbl>"
        )

    def body(blocks: Sequence[Block]) -> str:
        out: list[str] = []
        for b in blocks:
            if b.kind == "heading":
                out += [paragraph(), paragraph(run(b.text, bold=True, size=26))]
            elif b.kind == "label":
                out.append(paragraph(run(f"{b.label}: ", bold=True), run(b.text)))
            elif b.kind == "item":
                out.append(paragraph(run(f"\u2022 {b.text}")))
            elif b.right and style % 2:
                out.append(table([paragraph(run(b.text, bold=b.kind == "title")), paragraph(run(b.right))]))
            elif b.right:
                out.append(paragraph(run(b.text, bold=b.kind == "title"), "<w:r><w:tab/></w:r>", run(b.right)))
            else:
                out.append(paragraph(run(b.text, bold=b.kind == "title")))
        return "".join(out) or paragraph()

    text = paragraph(run(drawn.name, bold=True, size=44)) + paragraph(run(drawn.title)) + paragraph(run(drawn.contact))
    text += table([body(drawn.sidebar), body(drawn.main)]) + paragraph() if drawn.sidebar else body(drawn.main)
    main = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{text}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", main),
        ):
            archive.writestr(name, content)
    return out.getvalue()


DOCX = {"python-docx": python_docx, "pandoc": pandoc, "raw": raw}
