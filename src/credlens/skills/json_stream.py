"""JSON text piece by piece, made safe for a parser that reads streams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import ijson

from credlens.model.errors import InputError, Problem
from credlens.skills.decode_stream import TextStream

TOO_LONG = "There is a number in it of a thousand digits or more."
_MEND = "Mend it there, or download the file again."
_DEPTH = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}
_NO_NUMBER = re.compile(r"(?<=[:,\[])(\s{0,20})(?:NaN|-?Infinity)(?=\s{0,20}[,}\]])")
_LONGEST_WORD = 64  # characters, with the space around it
_LONG_NUMBER = re.compile(r"(?<!\d)\d{1000}")


def has_long_number(text: str) -> bool:
    """Whether a run of a thousand digits is in a text: ijson 3.6 ends the process at an integer of more than 4,300."""
    return _LONG_NUMBER.search(text) is not None


def bounded(source: Any, where: str, deepest: int) -> Iterator[tuple[str, Any]]:
    """What :func:`ijson.basic_parse` finds, as long as it is nested no deeper than so many levels.

    The parser itself would write out the path to each level, which takes the square of the depth in memory.

    Raises:
        InputError: it is nested deeper.
    """
    depth = 0
    for event, value in ijson.basic_parse(source):
        depth += _DEPTH.get(event, 0)
        if depth > deepest:
            raise InputError([Problem(where, f"The JSON is nested more than {deepest} levels deep.", _MEND)])
        yield event, value


class Utf8Json:
    """A text as a stream of UTF-8 bytes; numbers that JSON has no words for, which Python's own writer puts down, become null.

    Args:
        text: the JSON.
        where: what to call it in messages.

    Raises:
        InputError: while it is read, at a number that no parser here survives.
    """

    def __init__(self, text: TextStream, where: str) -> None:
        self._where = where
        self._pieces = self._encoded(text)
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most so many."""
        while not self._left and size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._left = piece
        size = len(self._left) if size < 0 else size
        data, self._left = self._left[:size], self._left[size:]
        return data

    def _encoded(self, text: TextStream) -> Iterator[bytes]:
        kept = ""  # a word may stand where two pieces meet
        for piece in text.pieces():
            if has_long_number(piece):
                raise InputError([Problem(self._where, TOO_LONG, _MEND)])
            part = _NO_NUMBER.sub(r"\1null", kept + piece)
            yield part[:-_LONGEST_WORD].encode("utf-8", "replace")
            kept = part[-_LONGEST_WORD:]
        yield kept.encode("utf-8", "replace")


def in_words(error: ijson.JSONError) -> str:
    """What the parser found wrong, without the piece of text it quotes."""
    first = str(error).split("\n", maxsplit=1)[0]
    return first.strip().removeprefix("parse error: ").removesuffix(".") or "it breaks off"
