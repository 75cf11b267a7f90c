"""What came out of one file of job ads, and the words the formats share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from credlens.model.errors import InputError, Problem
from credlens.model.posting import Posting


@dataclass(frozen=True, slots=True)
class AdFile:
    """The ads of one file.

    Attributes:
        postings: the ads that could be read, in the file's order, doubles included.
        problems: what could not be read, each with its place.
        notes: how the file was understood ("read 'Job Description' as the text ...").
    """

    postings: tuple[Posting, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


AdFormat = Callable[[bytes, str], AdFile]
"""A format: the file's bytes and its name in, its ads out. It raises nothing for bad input: problems are collected."""


def collecting(read: AdFormat) -> AdFormat:
    """A format whose :class:`InputError` becomes problems of the file."""

    @functools.wraps(read)
    def collected(data: bytes, where: str) -> AdFile:
        try:
            return read(data, where)
        except InputError as error:
            return AdFile(problems=error.problems)

    return collected
