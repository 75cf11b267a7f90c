"""Resumes as PDF, by four generators."""

from __future__ import annotations

import html
import io
from collections.abc import Sequence
from functools import cache
from typing import Any

from benchmarks.render.content import Block, Drawn

CHROMIUM = "/usr/bin/chromium"


def reportlab(drawn: Drawn, style: int) -> bytes:
    """Platypus: paragraphs, tables for lines with dates at the right, frames for columns."""
    from reportlab.lib.pagesizes import A4, LETTER
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph, Table

    font = ("Helvetica", "Times-Roman", "Helvetica")[style % 3]
    bold = ("Helvetica-Bold", "Times-Bold", "Helvetica-Bold")[style % 3]
    size = (10, 11, 9)[style % 3]
    text = ParagraphStyle("text", fontName=font, fontSize=size, leading=size * 1.25, spaceAfter=1)
    strong = ParagraphStyle("strong", parent=text, fontName=bold)
    heading = ParagraphStyle(
        "heading", parent=text, fontName=bold, fontSize=size + 3, leading=size + 6, spaceBefore=9, spaceAfter=3
    )
    name = ParagraphStyle("name", parent=heading, fontSize=22, leading=27)
    item = ParagraphStyle("item", parent=text, leftIndent=12, bulletIndent=2)
    width, height = A4 if style % 2 else LETTER

    def flow(blocks: Sequence[Block], room: float) -> list[Any]:
        out: list[Any] = []
        for b in blocks:
            words = html.escape(b.text)
            if b.kind == "item":
                out.append(Paragraph(words, item, bulletText="\u2022"))
            elif b.kind == "label":
                out.append(Paragraph(f'<font name="{bold}">{html.escape(b.label)}:</font> {words}', text))
            elif b.right:
                kind = strong if b.kind == "title" else text
                right = ParagraphStyle("right", parent=text, alignment=2)
                row = [[Paragraph(words, kind), Paragraph(html.escape(b.right), right)]]
                out.append(
                    Table(
                        row,
                        colWidths=[room * 0.68, room * 0.32],
                        style=[
                            ("LEFTPADDING", (0, 0), (-1, -1), 0),
                            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                            ("TOPPADDING", (0, 0), (-1, -1), 2),
                            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                        ],
                    )
                )
            else:
                out.append(Paragraph(words, {"heading": heading, "title": strong}.get(b.kind, text)))
        return out

    head = [
        Paragraph(html.escape(w), s) for w, s in ((drawn.name, name), (drawn.title, strong), (drawn.contact, text)) if w
    ]
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=(width, height))
    margin = 48.0
    if not drawn.sidebar:
        document.addPageTemplates(
            PageTemplate(frames=[Frame(margin, margin, width - 2 * margin, height - 2 * margin, 0, 0, 0, 0)])
        )
        document.build([*head, *flow(drawn.main, width - 2 * margin)])
        return out.getvalue()
    top, gap, side = 100.0, 20.0, 150.0
    room = width - 2 * margin - side - gap
    tall = height - 2 * margin - top
    left = Frame(margin, margin, side, tall, 0, 0, 0, 0)
    right = Frame(margin + side + gap, margin, room, tall, 0, 0, 0, 0)
    header = Frame(margin, height - margin - top, width - 2 * margin, top, 0, 0, 0, 0)
    more = Frame(margin + side + gap, margin, room, height - 2 * margin, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("first", [header, left, right]), PageTemplate("more", [more])])
    document.build(
        [
            *head,
            NextPageTemplate("more"),
            FrameBreak(),
            *flow(drawn.sidebar, side),
            FrameBreak(),
            *flow(drawn.main, room),
        ]
    )
    return out.getvalue()


def fpdf2(drawn: Drawn, style: int) -> bytes:
    """Cells and multi-cells placed by hand."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format="A4")
    pdf.core_fonts_encoding = "cp1252"
    pdf.set_auto_page_break(auto=True, margin=50)
    pdf.set_margins(50, 50, 50)
    pdf.add_page()
    font, size, line = ("Helvetica", "Times", "Helvetica")[style % 3], (10, 11, 10)[style % 3], (13, 14, 15)[style % 3]

    def draw(blocks: Sequence[Block]) -> None:
        for b in blocks:
            words = b.text.encode("cp1252", "replace").decode("cp1252")
            if b.kind == "heading":
                pdf.ln(8)
                pdf.set_font(font, "B", size + 3)
                pdf.multi_cell(0, line + 4, words, new_x="LMARGIN", new_y="NEXT")
                continue
            pdf.set_font(font, "B" if b.kind == "title" else "", size)
            if b.right:
                pdf.cell(0, line, words)
                pdf.set_font(font, "", size)
                pdf.set_x(pdf.l_margin)
                pdf.cell(0, line, b.right, align="R", new_x="LMARGIN", new_y="NEXT")
            elif b.kind == "item":
                pdf.cell(12, line, "\u2022" if style % 2 else "-")
                pdf.multi_cell(0, line, words, new_x="LMARGIN", new_y="NEXT", align="L")
            elif b.kind == "label":
                marked = f"**{b.label}:** {words}"
                pdf.multi_cell(0, line, marked, new_x="LMARGIN", new_y="NEXT", align="L", markdown=True)
            else:
                pdf.multi_cell(0, line, words, new_x="LMARGIN", new_y="NEXT", align="J" if style % 2 else "L")

    align = "C" if style % 2 else "L"
    pdf.set_font(font, "B", 20)
    pdf.multi_cell(0, 26, drawn.name, new_x="LMARGIN", new_y="NEXT", align=align)
    pdf.set_font(font, "", size)
    for words in (drawn.title, drawn.contact):
        if words:
            pdf.multi_cell(0, line, words, new_x="LMARGIN", new_y="NEXT", align=align)
    if not drawn.sidebar:
        draw(drawn.main)
        return bytes(pdf.output())
    top = pdf.get_y()
    at_right = style % 2 == 0
    pdf.set_left_margin(400 if at_right else 50)
    pdf.set_right_margin(40 if at_right else 400)
    pdf.set_xy(pdf.l_margin, top)
    draw(drawn.sidebar)
    pdf.page = 1
    pdf.set_left_margin(50 if at_right else 215)
    pdf.set_right_margin(215 if at_right else 40)
    pdf.set_xy(pdf.l_margin, top)
    draw(drawn.main)
    return bytes(pdf.output())


def typst(drawn: Drawn, style: int) -> bytes:
    """Typst markup: justified and parted words in one style of three, a grid for columns."""
    import typst as compiler

    def quoted(words: str) -> str:
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def body(blocks: Sequence[Block]) -> str:
        out: list[str] = []
        for b in blocks:
            words = f"#text({quoted(b.text)})"
            if b.kind == "heading":
                out.append(f"\n== #text({quoted(b.text)})\n")
            elif b.kind == "item":
                out.append(f"- {words}")
            elif b.kind == "label":
                out.append(f"\n#strong({quoted(b.label + ':')}) {words}\n")
            elif b.right:
                left = f"#strong({quoted(b.text)})" if b.kind == "title" else words
                out.append(f"\n{left} #h(1fr) #text({quoted(b.right)})\n")
            else:
                out.append(f"\n#strong({quoted(b.text)})\n" if b.kind == "title" else f"\n{words}\n")
        return "\n".join(out)

    justify = "true" if style % 3 == 1 else "false"
    font = ("New Computer Modern", "Libertinus Serif", "DejaVu Sans Mono")[style % 3]
    rule = "#show heading: it => block(smallcaps(it.body))" if style % 3 == 1 else ""
    head = f"#set page(margin: 1.6cm)\n#set text(size: 10pt, font: {quoted(font)})\n#set par(justify: {justify}, spacing: 0.75em)\n{rule}\n"
    head += f'#align(center)[#text(size: 22pt, weight: "bold", {quoted(drawn.name)})\n\n#text({quoted(drawn.title)})\n\n#text({quoted(drawn.contact)})]\n'
    if drawn.sidebar:
        text = f"{head}\n#grid(columns: (1fr, 2.3fr), gutter: 16pt)[{body(drawn.sidebar)}][{body(drawn.main)}]"
    else:
        text = head + body(drawn.main)
    return bytes(compiler.compile(text.encode()))


_SERIF = "body{font:11pt Georgia,serif;margin:0;text-align:justify} h1{font-size:26pt;text-align:center;margin:0;letter-spacing:2px}"
_WIDE = (
    "body{font:10pt Verdana,sans-serif;margin:0} h1{font-size:22pt;font-weight:300;margin:0;text-transform:uppercase}"
)
_CSS = (
    "body{font:10.5pt Arial;margin:0} h1{font-size:24pt;margin:0} h2{font-size:14pt;border-bottom:1px solid #999;margin:10px 0 4px}",
    f"{_SERIF} h2{{font-size:11pt;text-transform:uppercase;letter-spacing:3px;margin:14px 0 4px}}",
    f"{_WIDE} h2{{font-size:12pt;font-variant:small-caps;margin:12px 0 4px;color:#06c}} ul{{list-style:square}}",
)
_SHARED_CSS = "p{margin:1px 0} ul{margin:2px 0;padding-left:18px} .row{display:flex;justify-content:space-between;gap:12px;margin-top:4px} .two{display:flex;gap:24px}"


def chromium(drawn: Drawn, style: int) -> bytes:
    """A page of HTML, printed."""

    def body(blocks: Sequence[Block]) -> str:
        out: list[str] = []
        for b in blocks:
            words, right = html.escape(b.text), html.escape(b.right)
            if b.kind == "item":
                out.append(f"<ul><li>{words}</li></ul>")
            elif b.kind == "heading":
                out.append(f"<h2>{words}</h2>")
            elif b.kind == "label":
                out.append(f"<p><b>{html.escape(b.label)}:</b> {words}</p>")
            else:
                left = f"<b>{words}</b>" if b.kind == "title" else f"<span>{words}</span>"
                out.append(f'<div class="row">{left}<span>{right}</span></div>' if b.right else f"<p>{left}</p>")
        return "".join(out).replace("</ul><ul>", "")

    head = f"<h1>{html.escape(drawn.name)}</h1><p>{html.escape(drawn.title)}</p><p>{html.escape(drawn.contact)}</p>"
    columns = f'<div class="two"><div style="width:30%">{body(drawn.sidebar)}</div><div style="width:70%">{body(drawn.main)}</div></div>'
    text = head + (columns if drawn.sidebar else body(drawn.main))
    return printed(_CSS[style % 3] + _SHARED_CSS, text)


def printed(css: str, text: str) -> bytes:
    """A page of HTML as PDF."""
    page = _browser().new_page()
    page.set_content(
        f"<meta charset=utf-8><style>body{{font:10.5pt Arial;margin:0}}ul{{margin:2px 0}}{css}</style>{text}"
    )
    pdf = page.pdf(format="Letter", margin=dict.fromkeys(("top", "bottom", "left", "right"), "16mm"))
    page.close()
    return bytes(pdf)


@cache
def _browser() -> Any:
    from playwright.sync_api import sync_playwright

    options = [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return sync_playwright().start().chromium.launch(executable_path=CHROMIUM, args=options)


PDF = {"reportlab": reportlab, "fpdf2": fpdf2, "typst": typst, "chromium": chromium}
