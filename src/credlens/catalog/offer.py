"""What comes out of a published catalog, before anything is compared: one source's word on one credential.

The contract of every file in ``sources/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, TypeAlias

from credlens.model.credential import Credential
from credlens.model.errors import Problem


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that can be opened, from its start, as often as a source needs.

    Attributes:
        name: what messages call it.
        open: gives the file opened for reading; close it.
    """

    name: str
    open: Callable[[], AbstractContextManager[BinaryIO]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person says about the files.

    Attributes:
        as_of: the day the catalog was taken, for records that carry no date of their own; None when nobody knows.
        mapping: column -> field, for sources with columns; empty when the program is to propose one.
    """

    as_of: date | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """One credential as one source states it.

    Attributes:
        key: the source's own name for it, the same at every import.
        credential: its ``id`` is a proposal, and other credentials are named as ``scheme:value`` (see
            :class:`~credlens.model.offer.Identifier`); ``skills`` is empty, since no taxonomy was asked yet.
        text: what it says of itself, to read skills in; plain text.
        where: its place in the files.
        source: whose key it is, when a source that reads many shapes found a table of another one; empty for the source itself.
        own: whether it was exported from a catalog of this program, so that ``credential.id`` is the id it had there.
    """

    key: str
    credential: Credential
    text: str = ""
    where: str = ""
    source: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """How a file was understood, or what was left aside on purpose and how often."""

    words: str


CatalogEvent: TypeAlias = Offer | Problem | Note


@dataclass(frozen=True, slots=True)
class CatalogSource:
    """A shape that catalogs are published in.

    Attributes:
        title: what it is, in a few words ("CTDL JSON-LD of the Credential Registry").
        endings: of the names of files that may be of this shape, with the dot.
        read: all files in (a record may need what another file says), events out, one at a time. Raises nothing for bad input: what
            cannot be used is a problem with its place.
    """

    title: str
    endings: tuple[str, ...]
    read: Callable[[Sequence[SourceFile], Settings], Iterator[CatalogEvent]]
