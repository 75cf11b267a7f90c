"""RDF statements of a JSON-LD document in their one canonical form (RDF Dataset Canonicalization 1.0)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from math import factorial
from typing import Any

from pyld import jsonld
from pyld.canon import URDNA2015
from pyld.nquads import parse_nquads

from credlens.verify.jsonld.contexts import context_of
from credlens.verify.limits import Limits


class UnknownContextError(Exception):
    """A document names a context that is not known here; ``url`` says which."""

    def __init__(self, url: str) -> None:
        """Keep the address."""
        super().__init__(url)
        self.url = url


class TermError(ValueError):
    """What a document's terms mean cannot be found out."""


class TooMuchWorkError(ValueError):
    """Canonicalising would take more work than the limits allow."""


def canonical(document: Mapping[str, Any], limits: Limits) -> str:
    """Canonical N-Quads of a JSON-LD document.

    Raises:
        UnknownContextError: it names a context that is not known here.
        TermError: it is no JSON-LD that can be read.
        TooMuchWorkError: it has too many statements, or nodes too alike.
    """
    with _declared():
        dataset = jsonld.to_rdf(document, {"documentLoader": _load, "processingMode": "json-ld-1.1"})
    return _canonical(dataset, limits)


def expanded(document: Mapping[str, Any], limits: Limits, dropped: Callable[[str | None], Any]) -> list[Any]:
    """A document in expanded form (JSON-LD 1.1 API section 5.1), with every term by its IRI.

    Args:
        limits: as for :func:`canonical`.
        dropped: told each name that has no meaning.

    Raises:
        UnknownContextError, TermError, TooMuchWorkError: as :func:`canonical`.
    """
    with _declared():
        found: list[Any] = jsonld.expand(
            document, {"documentLoader": _load, "processingMode": "json-ld-1.1", "base": ""}, dropped
        )
    return found


@contextmanager
def _declared() -> Iterator[None]:
    """Turn what the library raises into what callers expect; of addresses that are not whole and odd values it raises plain errors."""
    try:
        yield
    except jsonld.JsonLdError as error:
        _raise_unknown(error)
        raise TermError(f"It is not JSON-LD that can be read ({error.code or error.type}).") from None
    except RecursionError:
        raise TooMuchWorkError("It is nested too deeply.") from None
    except (TypeError, ValueError, AttributeError, LookupError):
        raise TermError("Something in it is named by an address that is not whole, or has an odd value.") from None


def canonical_quads(nquads: str, limits: Limits) -> str:
    """Canonical N-Quads of N-Quads; raises TooMuchWorkError as ``canonical`` does."""
    return _canonical(parse_nquads(nquads), limits)


class _Bounded(URDNA2015):  # type: ignore[misc]
    """RDFC-1.0 that gives up after so much work.

    Calls of Hash N-Degree Quads (section 4.8) and the orders to be tried in them (step 5.4) are both counted. Orders are
    counted before any is tried, as one list of n alike nodes has n! of them.
    """

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.calls = limits.hashes
        self.orders = limits.hashes

    def create_hash_to_related(self, id_: str, issuer: Any) -> dict[str, list[str]]:
        """Count, then group as the standard says (section 4.8 step 3)."""
        related: dict[str, list[str]] = super().create_hash_to_related(id_, issuer)
        self.calls -= 1
        self.orders -= sum(factorial(min(len(nodes), 12)) for nodes in related.values() if len(nodes) > 1)
        if self.calls < 0 or self.orders < 0:
            raise TooMuchWorkError(
                "Too many nodes without a name are alike in it; to tell them apart takes too much work."
            )
        return related


def _canonical(dataset: dict[str, list[Any]], limits: Limits) -> str:
    if sum(map(len, dataset.values())) > limits.quads:
        raise TooMuchWorkError(f"It makes more than {limits.quads} statements.")
    text: str = _Bounded(limits).main(dataset, {"format": "application/n-quads"})
    return text


def _load(url: str, _options: object) -> dict[str, Any]:
    document = context_of(url)
    if document is None:
        raise UnknownContextError(url)
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": document,
        "tag": "static",
    }


def _raise_unknown(error: BaseException | None) -> None:
    """Find the unknown context behind what the library raised in its place."""
    while error is not None:
        if isinstance(error, UnknownContextError):
            raise error from None
        error = getattr(error, "cause", None) or error.__cause__
