"""DOCX: paragraphs, items, headings, tables and text boxes, by python-docx."""

from __future__ import annotations

import io

import docx

from credlens.model.errors import InputError
from credlens.profile.openers import zips
from credlens.profile.openers.judge import letters_quality, notes_on, quality_of
from credlens.profile.openers.opened import Note, Opened
from credlens.profile.openers.word import Walk

_PARTS = "[Content_Types].xml"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old documents, and of protected new ones


def open_(data: bytes) -> Opened:
    """The lines of a DOCX in reading order.

    Raises:
        InputError: it is no DOCX, broken, protected with a password, would unpack to too much, or has no text.
    """
    if data.startswith(_OLD):
        raise zips.refused(
            "This is an old Word document (.doc), or one that is protected with a password.",
            "Save a copy as DOCX or PDF, without a password, and give that one.",
        )
    if _PARTS not in zips.check(data):
        raise _not_word()
    try:
        walk = Walk(docx.Document(io.BytesIO(data)))
        lines = walk.lines()
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001  (what the library raises at a stranger's bytes is not declared)
        if "not a Word file" in str(error):
            raise _not_word() from None
        raise zips.refused(
            "The document is damaged: its parts do not fit together.",
            "Open it in the program it was made with and save it anew.",
        ) from None
    if not lines:
        raise zips.refused(
            "There is no text in the document.",
            "If it holds pictures of pages, give the document they were made from, or its text.",
        )
    letters = letters_quality(lines)
    columns = (Note("The document has columns; they were read one after the other."),) if walk.columns else ()
    return Opened(tuple(lines), (*columns, *notes_on(letters, None)), quality_of(letters, None))


def _not_word() -> InputError:
    return zips.refused(
        "This is not a Word document, whatever its name says.", "Save it as DOCX or PDF and give that one."
    )
