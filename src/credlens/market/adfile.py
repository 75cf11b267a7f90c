"""What comes out of files of job ads, and the words the formats share."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from credlens.model.errors import InputError, Problem
from credlens.model.posting import Posting

MAX_WHOLE = (
    512 * 1024 * 1024
)  # bytes of what must be held whole: one ad, a page; far above any, well below a laptop's memory
CHUNK = 1024 * 1024  # read at once


@dataclass(frozen=True, slots=True)
class Note:
    """How a file was understood ("read 'Job Description' as the text ...")."""

    words: str

    def __str__(self) -> str:
        return self.words


AdEvent: TypeAlias = Posting | Problem | Note
"""An ad, something that could not be read, or a word about how the file was understood."""

AdFormat: TypeAlias = Callable[[BinaryIO, str], Iterator[AdEvent]]
"""A format: a file opened for reading and its name in, what is found in it out, one at a time.

It raises nothing for bad input: problems are among what it yields. Formats of many ads never hold the whole file.
"""


@dataclass(frozen=True, slots=True)
class AdFile:
    """The ads of one file.

    Attributes:
        postings: the ads that could be read, in the file's order, doubles included.
        problems: what could not be read, each with its place.
        notes: how the file was understood.
    """

    postings: tuple[Posting, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def collect(events: Iterable[AdEvent]) -> AdFile:
    """All that a format yields, sorted by kind."""
    found = list(events)
    return AdFile(
        tuple(e for e in found if isinstance(e, Posting)),
        tuple(e for e in found if isinstance(e, Problem)),
        tuple(e.words for e in found if isinstance(e, Note)),
    )


def collecting(read: AdFormat) -> AdFormat:
    """A format whose :class:`InputError` becomes problems of the file."""

    @functools.wraps(read)
    def collected(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
        try:
            yield from read(stream, where)
        except InputError as error:
            yield from error.problems

    return collected


def whole(stream: BinaryIO, where: str) -> bytes:
    """All bytes of a stream.

    Raises:
        InputError: there are more than :data:`MAX_WHOLE`.
    """
    parts, size = [], 0
    while part := stream.read(CHUNK):
        size += len(part)
        if size > MAX_WHOLE:
            limit = f"The file is larger than {MAX_WHOLE // 2**20} MiB."
            raise InputError([Problem(where, limit, "Split it into smaller files.")])
        parts.append(part)
    return b"".join(parts)
