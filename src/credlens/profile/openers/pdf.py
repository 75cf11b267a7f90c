"""PDF: the letters and their places by PDFium, the words a second time by pypdf."""

from __future__ import annotations

import io
import logging
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

from credlens.model.errors import InputError, Problem
from credlens.profile.openers.glyphs import PageGlyphs, read_page
from credlens.profile.openers.judge import agreement, letters_quality, notes_on, quality_of
from credlens.profile.openers.layout import ordered
from credlens.profile.openers.opened import Note, Opened
from credlens.profile.openers.paragraphs import lines_of, without_running
from credlens.profile.openers.pieces import pieces_of

MOST_PAGES = 40  # the longest academic CV; more is a book
_SECOND_OPINION = 6  # pages read twice; it is slow, and a document is of one making
_FEW = 20  # characters on a page that is a picture
_PASSWORD = 4  # PDFium's number for "a password is needed"


def open_(data: bytes) -> Opened:
    """The lines of a PDF in reading order.

    Raises:
        InputError: it is no PDF, broken, protected with a password, has no text or too many pages.
    """
    if b"%PDF-" not in data[:1024]:
        raise _refused(
            "This is not a PDF, whatever its name says.",
            "Open it in the program it was made with and export it as PDF.",
        )
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(error) from None
    try:
        pages = _pages(document)
    finally:
        document.close()
    return _opened(data, pages)


def _pages(document: pypdfium2.PdfDocument) -> list[PageGlyphs]:
    count = len(document)
    if count > MOST_PAGES:
        raise _refused(
            f"This PDF has {count} pages; a resume has at most {MOST_PAGES}.", "Give a document with the resume only."
        )
    pages: list[PageGlyphs] = []
    offset = 0.0
    for index in range(count):
        try:
            pages.append(read_page(document, index, offset))
        except pypdfium2.PdfiumError:
            pages.append(PageGlyphs((), 0.0, 0.0, 0.0))
        offset += pages[-1].height
    return pages


def _opened(data: bytes, pages: list[PageGlyphs]) -> Opened:
    offsets = [(sum(p.height for p in pages[:i]), page.height) for i, page in enumerate(pages)]
    pieces = without_running([piece for page in pages for piece in pieces_of(page.glyphs)], offsets)
    if not pieces:
        raise _textless(pages)
    blocks = ordered(pieces)
    lines = [replace(line, text=_whole(line.text)) for line in lines_of(blocks)]
    notes: list[Note] = []
    bare = [i for i, p in enumerate(pages, start=1) if len(p.glyphs) < _FEW and p.pictures > 0.5]
    if bare:
        named = ", ".join(map(str, bare))
        notes.append(Note(f"Of page {named} nothing was read: it is a picture.", "Give its text as well."))
    if any(block.column for block in blocks):
        notes.append(Note("The document has columns; they were read one after the other."))
    letters = letters_quality(lines)
    agreed = _agreed(data, " ".join(line.text for line in lines if line.page <= _SECOND_OPINION))
    share = 1 - len(bare) / len(pages)
    return Opened(tuple(lines), (*notes, *notes_on(letters, agreed)), quality_of(letters, agreed) * share)


def _whole(text: str) -> str:
    """A text with the halves of its letters beyond 16 bits put together; PDFium gives them one by one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _agreed(data: bytes, text: str) -> float | None:
    """How far a second reader finds the same words; None when it cannot read the document at all."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")
        other = " ".join(page.extract_text() for page in reader.pages[:_SECOND_OPINION])
    except Exception:  # noqa: BLE001  (what a library raises at a stranger's bytes is not declared, and the first reader did well)
        return None
    return agreement(text, other)


def _unopened(error: pypdfium2.PdfiumError) -> InputError:
    if getattr(error, "err_code", None) == _PASSWORD or pdfium.FPDF_GetLastError() == _PASSWORD:
        return _refused("The PDF is protected with a password.", "Save a copy without a password and give that one.")
    return _refused(
        "The PDF is damaged: it cannot be opened.",
        "Open it in a PDF viewer; if it shows there, print it to a new PDF and give that one.",
    )


def _textless(pages: list[PageGlyphs]) -> InputError:
    if any(p.pictures > 0.3 for p in pages):
        return _refused(
            "The PDF holds pictures of pages and no text, as a scan does; pictures are not read here.",
            "Export it as PDF from the program it was made with, or give it as DOCX or text.",
        )
    return _refused(
        "There is no text in the PDF.",
        "Export it as PDF from the program it was made with, or give it as DOCX or text.",
    )


def _refused(message: str, what_to_do: str) -> InputError:
    return InputError([Problem("", message, what_to_do)])
