"""RDF statements of a JSON-LD document in their one canonical form (JSON-LD 1.1 and RDF Dataset Canonicalization 1.0)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyld import jsonld

from credlens.verify.jsonld.contexts import context_of
from credlens.verify.jsonld.rdfc import TooMuchWorkError, canonical_text
from credlens.verify.jsonld.statements import TermError, read_nquads, statements
from credlens.verify.jsonld.work import check_contexts
from credlens.verify.limits import Limits

__all__ = ["TermError", "TooMuchWorkError", "UnknownContextError", "canonical", "canonical_quads", "expanded"]

_SCOPES = frozenset({"type", "@type", "@context"})
_UNREADABLE = (TypeError, ValueError, KeyError, IndexError, AttributeError)
"""What the library raises, besides its own errors, for some documents that are no JSON-LD."""


class UnknownContextError(Exception):
    """A document names a context that is not known here; ``url`` says which."""

    def __init__(self, url: str) -> None:
        """Put the address into words, and keep it."""
        super().__init__(f"What the terms of {url} mean is not known here, and contexts are never fetched.")
        self.url = url


def canonical(document: Mapping[str, Any], limits: Limits, digest: str = "sha256") -> str:
    """Canonical N-Quads of a JSON-LD document.

    Language codes are in lower case, as in the common JSON-LD libraries with which badges are signed (JSON-LD 1.1 section 4.2.4 allows
    it). The direction of texts makes no statement.

    Args:
        digest: as of :func:`credlens.verify.jsonld.rdfc.canonical_text`.

    Raises:
        UnknownContextError: it names a context that is not known here.
        TermError: it is no JSON-LD that can be read.
        TooMuchWorkError: it has too many statements, or nodes too alike.
    """
    tree = expanded(document, limits)
    try:
        text = canonical_text(statements(tree, limits.quads), limits.hashes, digest)
        text.encode()
    except UnicodeEncodeError:
        raise TermError("It has half of a character in it.") from None
    return text


def canonical_quads(nquads: str, limits: Limits, digest: str = "sha256") -> str:
    """Canonical N-Quads of N-Quads.

    Args:
        digest: as of :func:`canonical`.

    Raises:
        TermError: a line is no statement.
        TooMuchWorkError: as :func:`canonical`.
    """
    return canonical_text(read_nquads(nquads, limits.quads), limits.hashes, digest)


def expanded(
    document: Mapping[str, Any], limits: Limits, dropped: Callable[[str | None], Any] | None = None
) -> list[Any]:
    """A document in expanded form (JSON-LD 1.1 API section 5.1), with every term by its IRI.

    Args:
        dropped: told each name that has no meaning.

    Raises:
        UnknownContextError, TermError, TooMuchWorkError: as :func:`canonical`.
    """
    _count_scopes(document, limits.scopes)
    check_contexts(document, limits)
    try:
        found: list[Any] = jsonld.expand(document, _OPTIONS, dropped or _ignored)
    except UnknownContextError:
        raise
    except jsonld.JsonLdError as error:
        _raise_unknown(error)
        raise TermError(f"It is not JSON-LD that can be read ({error.code or error.type}).") from None
    except RecursionError:
        raise TooMuchWorkError("It is nested too deeply.") from None
    except _UNREADABLE:
        raise TermError("It is not JSON-LD that can be read.") from None
    return found


def _count_scopes(document: Any, most: int) -> None:
    """Refuse a document with so many types and contexts that finding out what its names mean takes long."""
    stack = [document]
    found = 0
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in _SCOPES:
                    found += len(inner) if isinstance(inner, list) else 1
                stack.append(inner)
        elif isinstance(value, list):
            stack.extend(value)
    if found > most:
        raise TooMuchWorkError(f"It has more than {most} types and contexts.")


def _ignored(_name: str | None) -> None:
    """Names without a meaning make no statement; :mod:`credlens.verify.jsonld.coverage` is about them."""


def _load(url: str, _options: object) -> dict[str, Any]:
    document = context_of(url)
    if document is None:
        raise UnknownContextError(url)
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": document,
        "tag": "static",  # it never changes: the library may keep what it made of it
    }


def _raise_unknown(error: BaseException | None) -> None:
    """Find the unknown context behind what the library raised in its place."""
    while error is not None:
        if isinstance(error, UnknownContextError):
            raise error from None
        error = getattr(error, "cause", None) or error.__cause__


_OPTIONS = {"documentLoader": _load, "base": None, "processingMode": "json-ld-1.1"}
"""``base`` is None and not empty: with an empty one the library makes up an address for names that are none, and they seem to be covered."""
