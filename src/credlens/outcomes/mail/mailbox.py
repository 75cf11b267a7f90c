"""The header blocks of the mails in a mailbox file, in little memory however large it is.

A mailbox in the mbox form is mails one after the other, each after a line that begins with "From " (RFC 4155). Programs differ in what else stands in
that line, and some do not quote a line of a body that begins so. A mail begins here where the line after it is a header field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 1024 * 1024  # bytes read at once
MAX_HEAD = 128 * 1024  # bytes kept of a header block; judgement: ten times what the wordiest servers write

_FROM = b"From "
_LONGEST_FROM = 1024  # bytes of a "From " line; judgement
_FIELD = re.compile(rb"[!-9;-~]{1,100}:")  # a header field's name (RFC 5322, 2.2)
_WAITS = _LONGEST_FROM + 128  # a "From " line and the name of the field after it
_BLANK = re.compile(rb"\r?\n\r?\n")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Head:
    """The header block of one mail.

    Attributes:
        number: place of the mail in the file, from 1.
        data: its bytes, at most :data:`MAX_HEAD`.
        cut: whether it was longer.
    """

    number: int
    data: bytes
    cut: bool


def is_mailbox(beginning: bytes) -> bool:
    """Whether a file that begins so is a mailbox."""
    return beginning.removeprefix(_BOM).lstrip(b"\r\n").startswith(_FROM)


def is_mail(beginning: bytes) -> bool:
    """Whether a file that begins so is one mail: header fields, among them one that every mail has."""
    block = _BLANK.split(beginning.removeprefix(_BOM).lstrip(b"\r\n"), maxsplit=1)[0]
    fields = [line.partition(b":")[0].lower() for line in block.splitlines() if _FIELD.match(line)]
    return bool(_FIELD.match(block)) and bool({b"from", b"date", b"message-id", b"received"} & set(fields))


def one_mail(stream: BinaryIO) -> Head:
    """The header block of a file that is one mail."""
    data = stream.read(MAX_HEAD + 1).removeprefix(_BOM).lstrip(b"\r\n")
    return _head(1, data)


def heads(stream: BinaryIO) -> Iterator[Head]:
    """The header block of every mail of a mailbox, in order.

    At most two chunks and one header block are held at once. Where a mail begins is looked for in whole chunks, so that bodies cost next to
    nothing.
    """
    data = b"\n" + stream.read(CHUNK).removeprefix(_BOM).lstrip(b"\r\n")
    head: bytearray | None = None
    number = 0
    while True:
        following = stream.read(CHUNK)
        # What may be the beginning of a mail that is not all there yet waits for the next chunk.
        until = max(len(data) - _WAITS, 0) if following else len(data)
        last = 0
        for found, begin in _beginnings(data, until):
            if head is not None:
                _feed(head, data, last, found)
                yield _head(number, bytes(head))
            head, last, number = bytearray(), begin, number + 1
        if head is not None:
            _feed(head, data, last, max(until, last))
        data = data[max(until, last) :] + following
        if not following:
            break
    if head is not None:
        yield _head(number, bytes(head))


def _beginnings(data: bytes, until: int) -> Iterator[tuple[int, int]]:
    """(end of the mail before, beginning of the header block) for every mail that begins before a place."""
    at = 0
    while 0 <= (found := data.find(b"\n" + _FROM, at)) < until:
        line = data.find(b"\n", found + 1, found + _LONGEST_FROM)
        if line >= 0 and _FIELD.match(data, line + 1):
            yield found, line + 1
            at = line
        else:
            at = found + 1


def _feed(head: bytearray, data: bytes, start: int, end: int) -> None:
    """Add to a header block what it may still hold."""
    room = MAX_HEAD + 1 - len(head)
    if room > 0:
        head += data[start : min(end, start + room)]


def _head(number: int, data: bytes) -> Head:
    end = data.find(b"\n\n")
    other = data.find(b"\n\r\n", 0, end if end >= 0 else len(data))  # some write lines as the network does
    ends = [e for e in (end, other) if e >= 0]
    block = data[: min(ends)] if ends else data
    return Head(number, block[:MAX_HEAD].rstrip(b"\r\n"), not ends and len(data) > MAX_HEAD)
