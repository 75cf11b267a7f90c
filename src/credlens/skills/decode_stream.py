"""Bytes to text piece by piece, for files too large to hold."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from credlens.model.errors import InputError, Problem
from credlens.skills.decode import binary_kind, byte_order_mark

CHUNK = 1024 * 1024  # bytes read at once
_LOST = "read as UTF-8, with characters that could not be read"
MAX_LINE = 64 * 1024 * 1024  # characters; a hundred times a long book


class TextStream:
    """The text in a stream of bytes, read once.

    Tried in this order, as :func:`credlens.skills.decode.decode` does: the encoding that a byte-order mark names, UTF-8, Windows-1252.
    The last is chosen where the first letter stands that UTF-8 does not have; after letters that are UTF-8 beyond doubt, a broken one
    is only replaced.

    Args:
        stream: opened for reading, at its start.
        where: what to call it in messages.

    Raises:
        InputError: it is no text (a PDF, an archive, a picture).
    """

    def __init__(self, stream: BinaryIO, where: str) -> None:
        self._stream = stream
        self._where = where
        head = stream.read(CHUNK)
        kind = binary_kind(head)
        if kind:
            what_to_do = "Export it as plain text or Markdown and give that file."
            raise InputError([Problem(where, f"This is {kind}, not text.", what_to_do)])
        self._marked = byte_order_mark(head)
        self._broken: str | None = None
        self._pieces = self._decoded(head)
        self.head = next(self._pieces, "")
        """The first piece of the text, for a look ahead; :meth:`pieces` and :meth:`lines` begin with it."""

    @property
    def notes(self) -> tuple[str, ...]:
        """How it was read; complete when all of it was."""
        return (f"{self._where}: {self._broken}",) if self._broken else ()

    def pieces(self) -> Iterator[str]:
        """The text in order, with plain line ends.

        Raises:
            InputError: at the end, when there was nothing but white space.
        """
        yield self.head
        empty = not self.head.strip()
        for piece in self._pieces:
            empty = empty and not piece.strip()
            yield piece
        if empty:
            raise InputError([Problem(self._where, "The file is empty.", "Give a file with text in it.")])

    def lines(self) -> Iterator[str]:
        """The text's lines with their ends.

        Raises:
            InputError: a line is longer than :data:`MAX_LINE`, or there was nothing but white space.
        """
        number, length = 1, 0
        parts: list[str] = []  # of a line that is not whole yet
        for piece in self.pieces():
            *whole, rest = piece.split("\n")
            for line in whole:
                parts.append(line)
                yield "".join(parts) + "\n"
                parts, length = [], 0
                number += 1
            parts.append(rest)
            length += len(rest)
            if length > MAX_LINE:
                message = f"The line is longer than {MAX_LINE // 2**20} million characters."
                raise InputError([Problem(f"{self._where}:{number}", message, "Split the file into lines.")])
        if length:
            yield "".join(parts)

    def _decoded(self, head: bytes) -> Iterator[str]:
        ends = io.IncrementalNewlineDecoder(None, translate=True)
        for piece in self._marked_text(head) if self._marked else self._unmarked_text(head):
            if text := ends.decode(piece):
                yield text
        if text := ends.decode("", final=True):
            yield text

    def _chunks(self, head: bytes) -> Iterator[tuple[bytes, bool]]:
        """(bytes, whether they are the last)."""
        chunk = head
        while chunk:
            following = self._stream.read(CHUNK)
            yield chunk, not following
            chunk = following

    def _marked_text(self, head: bytes) -> Iterator[str]:
        encoding = self._marked or "utf-8"
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        for chunk, last in self._chunks(head):
            text = decoder.decode(chunk, last)
            if "\ufffd" in text:
                self._broken = f"read as {encoding.upper()}, with characters that could not be read"
            yield text

    def _unmarked_text(self, head: bytes) -> Iterator[str]:
        decoder: codecs.IncrementalDecoder = codecs.getincrementaldecoder("utf-8")()
        certain = False  # whether a letter beyond ASCII was read as UTF-8
        for chunk, last in self._chunks(head):
            try:
                text = decoder.decode(chunk, last)
            except UnicodeDecodeError as error:  # once: what comes after it is replaced and no error
                data = error.object  # with what was held back of the piece before
                certain = certain or not data[: error.start].isascii()
                self._broken = _LOST if certain else "read as Windows-1252, since it is not UTF-8"
                decoder = codecs.getincrementaldecoder("utf-8" if certain else "cp1252")(errors="replace")
                text = decoder.decode(data, last)
            certain = certain or not text.isascii()
            yield text


class Lines:
    """The lines of a text; knows whether they came to an end, and how."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.ended = False
        self.last = ""

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        try:
            self.last = next(self._lines)
        except StopIteration:
            self.ended = True
            raise
        return self.last


def up_to(most: int, stream: BinaryIO) -> bytes:
    """The next bytes of a stream, at most so many; a stream may hand them out in pieces."""
    parts, left = [], most
    while left and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
