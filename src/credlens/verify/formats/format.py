"""What every format has in common, and which version of the W3C's data model a document is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure.shapes import listed, types_of
from credlens.verify.structure.vcdm import CREDENTIAL

CONTEXT_1 = "https://www.w3.org/2018/credentials/v1"
CONTEXT_2 = "https://www.w3.org/ns/credentials/v2"


@dataclass(frozen=True, slots=True)
class BadgeFormat:
    """One kind of credential.

    Attributes:
        name: of the report; ``title``: for people.
        recognises: whether a document is meant as one. Takes any object and never fails.
        read: what it says; records ``structure``. Takes any object and never fails: what is not as it should be is left out.
    """

    name: str
    title: str
    recognises: Callable[[Mapping[str, Any]], bool]
    read: Callable[[Mapping[str, Any], Inquiry], Content]


def version_of(document: Mapping[str, Any]) -> int:
    """The version of the data model, 1 or 2, by the first of its contexts that stands there; 0 when there is none."""
    for context in listed(document.get("@context")):
        if context == CONTEXT_2:
            return 2
        if context == CONTEXT_1:
            return 1
    return 0


def is_family(document: Mapping[str, Any]) -> bool:
    """Whether a document belongs to the W3C's data model at all: by its context, or by a type that only it has."""
    return version_of(document) > 0 or CREDENTIAL in types_of(document)


def is_old(document: Mapping[str, Any]) -> bool:
    """Whether the tables of version 1.1 count for it."""
    return version_of(document) == 1
