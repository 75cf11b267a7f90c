"""The characters of a PDF with their places, by PDFium."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

from credlens.profile.openers.pieces import SOFT_HYPHEN, Glyph

MOST_ON_A_PAGE = 60_000  # characters; a dense page of a book has 5,000
MOST_SHAPES = 3_000  # on a page; beyond that it is a drawing
_TINIEST = 2.0  # points; smaller letters are not meant to be read
_HEAVY = 600  # the weight at which a font is called semi-bold
_BOLD_NAMES = ("bold", "black", "heavy", "demi", "-bd", "cmbx", "sfbx")


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """What is on a page.

    Attributes:
        width, height: of the page as it is shown, in points.
        pictures: share of the page that pictures cover, at most 1.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    pictures: float


def read_page(document: PdfDocument, index: int, offset: float) -> PageGlyphs:
    """The characters of a page in the order of the file.

    Args:
        document: an open document.
        index: number of the page, from 0.
        offset: what to add to heights, so that pages hang one below the other.
    """
    page = document[index]
    textpage = page.get_textpage()
    try:
        width, height = page.get_size()
        marks = list(_marks(textpage.raw))
        turn = Counter(mark[5] for mark in marks).most_common(1)[0][0] if marks else 0
        box = page.get_bbox()
        glyphs = tuple(_glyph(m, turn, box, index + 1, offset) for m in marks if m[5] == turn)
        dots = _dots(page, box, glyphs, offset) if turn == 0 else ()
        return PageGlyphs((*glyphs, *dots), width, height, _pictures(page, width * height))
    finally:
        textpage.close()
        page.close()


_Mark = tuple[str, float, float, float, _Style, int, bool, int]
"""(character, x, y and end of its base line, style, quarter turns clockwise, space before, address of its stroke)"""


def _marks(textpage: Any) -> Iterator[_Mark]:
    styles: dict[int, _Style] = {}
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    spaced = False
    last = (0.0, 0.0, 0.0)
    for i in range(min(pdfium.FPDFText_CountChars(textpage), MOST_ON_A_PAGE)):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        if pdfium.FPDFText_IsGenerated(textpage, i) == 1:
            continue
        char = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if char.isspace() or char == "\u00a0":
            spaced = True
            continue
        if code in {0x02, 0xFFFE}:  # PDFium's own marks for a hyphen that may be a soft one
            char = SOFT_HYPHEN
        obj = pdfium.FPDFText_GetTextObject(textpage, i)
        key = ctypes.cast(obj, ctypes.c_void_p).value or 0
        if key not in styles:
            styles[key] = _style(textpage, i)
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        turn = round(pdfium.FPDFText_GetCharAngle(textpage, i) / (math.pi / 2)) % 4
        if styles[key].size >= _TINIEST:
            ends = (box.right, box.bottom, box.left, box.top)[turn]
            here = x.value, y.value, ends
            if here[:2] == last[:2]:  # one sign that stands for several letters: they come at one place
                here = (last[2], y.value, last[2]) if turn % 2 == 0 else (x.value, last[2], last[2])
            yield char, *here, styles[key], turn, spaced, key
            last = (x.value, y.value, ends)
            spaced = False


def _style(textpage: Any, index: int) -> _Style:
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(textpage, index)
    if pdfium.FPDFText_GetMatrix(textpage, index, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 256, flags)
    called = name.value.decode("utf-8", "replace").lower()
    bold = pdfium.FPDFText_GetFontWeight(textpage, index) >= _HEAVY or any(n in called for n in _BOLD_NAMES)
    return _Style(abs(size), bold)


def _glyph(mark: _Mark, turn: int, box: tuple[float, float, float, float], page: int, offset: float) -> Glyph:
    """A mark in the coordinates of a reader who holds the page so that most of it is upright."""
    char, x, y, end, style, _, spaced, drawn = mark
    left, bottom, right, top = box
    x0, x1, base = (
        (x - left, end - left, top - y),
        (top - y, top - end, right - x),
        (right - x, right - end, y - bottom),
        (y - bottom, end - bottom, x - left),
    )[turn]
    return Glyph(char, x0, max(x1, x0), base + offset, style.size, style.bold, page, spaced, drawn)


def _dots(
    page: PdfPage, box: tuple[float, float, float, float], glyphs: tuple[Glyph, ...], offset: float
) -> Iterator[Glyph]:
    """Bullets that are drawn, not written, as browsers do."""
    if not glyphs:
        return
    size = median(g.size for g in glyphs)
    for place, shape in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if place >= MOST_SHAPES:
            return
        left, bottom, right, top = shape.get_bounds()
        width, height = right - left, top - bottom
        if 0.12 * size <= width <= 0.75 * size and 0.7 <= height / width <= 1.4:
            base = box[3] - (top + bottom) / 2 + 0.3 * size + offset
            yield Glyph("\u2022", left - box[0], right - box[0], base, size, bold=False, page=glyphs[0].page)


def _pictures(page: PdfPage, area: float) -> float:
    covered = 0.0
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        covered += abs((right - left) * (top - bottom))
    return min(1.0, covered / area) if area else 0.0
