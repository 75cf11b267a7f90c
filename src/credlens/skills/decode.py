"""Bytes to text: which encoding it is, and what it is when it is no text at all."""

from __future__ import annotations

import codecs

from credlens.model.errors import InputError, Problem

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (doc, xls)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, where: str, *, exact: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text in ``data``, and notes about how it was read.

    Tried in this order: the encoding a byte-order mark names, UTF-8, Windows-1252.

    Args:
        data: a file's content.
        where: what to call it in messages.
        exact: keep line ends as they are, for callers that count characters; else they become plain ones.

    Raises:
        InputError: it is no text (a PDF, an archive, a picture), or there is nothing in it.
    """
    kind = binary_kind(data)
    if kind:
        raise InputError(
            [Problem(where, f"This is {kind}, not text.", "Export it as plain text or Markdown and give that file.")]
        )
    text, notes = _decode(data)
    if not exact:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError([Problem(where, "The file is empty.", "Give a file with text in it.")])
    return text, tuple(f"{where}: {note}" for note in notes)


def binary_kind(data: bytes) -> str | None:
    """What binary data seems to be, in words; None when it may be text."""
    start = data.removeprefix(codecs.BOM_UTF8)[:1024].lstrip()
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    return "a binary file" if b"\x00" in data and byte_order_mark(data) is None else None


def byte_order_mark(data: bytes) -> str | None:
    """The encoding that a byte-order mark at the start of the data names; None when there is no mark."""
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def _decode(data: bytes) -> tuple[str, list[str]]:
    encoding = byte_order_mark(data)
    if encoding:
        text = data.decode(encoding, errors="replace")
        lost = [f"read as {encoding.upper()}, with characters that could not be read"] if "\ufffd" in text else []
        return text, lost
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return text, ["read as Windows-1252, since it is not UTF-8"]
