"""What verifying asks of the outside, and what it is answered: the whole contact of this room with the world.

Verifying is a generator (:data:`Steps`): it yields a :class:`Need` and is sent a :data:`Reply`. Whoever drives it decides whether anything
is fetched at all; nothing in this room opens a socket.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar


class Kind(StrEnum):
    """What a document is needed as."""

    CREDENTIAL = "credential"  # the badge itself, when only its address was given or baked
    ASSERTION = "assertion"
    BADGE_CLASS = "badge_class"
    ISSUER = "issuer"
    KEY = "key"
    DID_DOCUMENT = "did_document"
    STATUS_LIST = "status_list"
    REVOCATION_LIST = "revocation_list"
    SCHEMA = "schema"
    REFRESH = "refresh"
    ENDORSEMENT = "endorsement"
    RELATED = "related"  # something whose digest the badge states


@dataclass(frozen=True, slots=True)
class Need:
    """A document that is asked for.

    Attributes:
        url: absolute, ``https:`` or ``http:``, without fragment.
        max_bytes: more of it is not wanted.
    """

    url: str
    kind: Kind
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Document:
    """An answer: its bytes.

    Attributes:
        url: where it was in the end, after redirects.
        how: ``fetched``, ``given`` by the person, or ``kept`` in the wallet.
        content_type: as the server called it; empty when nobody said.
    """

    url: str
    data: bytes
    how: str = "given"
    content_type: str = ""


class Why(StrEnum):
    """Why a document is missing."""

    OFFLINE = "offline"  # nothing may be fetched
    NOT_ALLOWED = "not_allowed"  # an address that is never asked: not https, or inside a network
    UNREACHABLE = "unreachable"
    NOT_FOUND = "not_found"  # the host says that there is no such thing (404)
    GONE = "gone"  # the host says that it was there and is gone for good (410)
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"  # the badge asks for more than :attr:`Limits.documents`


@dataclass(frozen=True, slots=True)
class Missing:
    """An answer: there is none. ``words`` says why, in a sentence for people."""

    url: str
    why: Why
    words: str


Reply: TypeAlias = Document | Missing
T = TypeVar("T")
Steps: TypeAlias = Generator[Need, Reply, T]
"""A part of verifying that ends with a T and may ask for documents on its way."""
