"""Whether a signature covers every statement: the check ``terms``.

Signatures over RDF cover only what a document's terms mean (Data Integrity 1.0 section 2.4.1 and 5.2): what has no meaning could be
added by anybody. Signatures over a text cover all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.inquiry import Inquiry
from credlens.verify.jsonld.coverage import uncovered
from credlens.verify.jsonld.rdf import TermError, TooMuchWorkError, UnknownContextError

_MOST = 5
_SIGNED_OPTIONS = frozenset(
    {
        "type", "cryptosuite", "created", "expires", "verificationMethod", "proofPurpose", "domain", "challenge", "nonce",
        "previousProof", "id",
    }
)  # fmt: skip
"""Members of a proof that are judged here; others, without a meaning, change nothing."""


def note_token_covered(inquiry: Inquiry) -> None:
    """Record that there is nothing to ask: the signature is over the text."""
    inquiry.not_applicable("terms", "The signature covers every byte.")


def check_all_covered(document: Mapping[str, Any], inquiry: Inquiry, where: str = "") -> bool:
    """Record ``terms`` for a document without its proof; whether all of it has a meaning."""
    found = _uncovered(document, inquiry)
    if found is None:
        return False
    for place, reason in found[:_MOST]:
        step = "Ask the issuer to issue it again; do not rely on what stands there."
        inquiry.failed("terms", reason, where + place, step)
    if not found:
        inquiry.passed("terms", "", where)
    return not found


def check_proof_covered(document: Mapping[str, Any], proof: Mapping[str, Any], inquiry: Inquiry, where: str) -> bool:
    """Record ``terms`` for members of a proof that its signature does not cover; whether those that count are covered."""
    options = {k: v for k, v in proof.items() if k not in {"@context", "proofValue", "jws"}}
    found = _uncovered({"@context": document.get("@context"), **options}, inquiry)
    if found is None:
        return False
    serious = [(place, reason) for place, reason in found if _first_name(place) in _SIGNED_OPTIONS]
    harmless = [(place, reason) for place, reason in found if _first_name(place) not in _SIGNED_OPTIONS]
    for place, reason in serious[:_MOST]:
        inquiry.failed("terms", reason, where + place)
    for place, reason in harmless[:_MOST]:
        inquiry.warn("terms", f"{reason} It was not used.", where + place)
    return not serious


def _first_name(place: str) -> str:
    return place.lstrip("/").partition("/")[0]


def _uncovered(document: Mapping[str, Any], inquiry: Inquiry) -> tuple[tuple[str, str], ...] | None:
    """Place and reason of each; None when it could not be found out, which is recorded."""
    try:
        return tuple((u.where, u.reason) for u in uncovered(document, inquiry.limits))
    except UnknownContextError as error:
        inquiry.not_checked("terms", f"What its terms mean is not known here: {error}")
    except TermError as error:
        inquiry.failed("terms", f"What its terms mean cannot be found out: {error}")
    except TooMuchWorkError as error:
        inquiry.failed("work", str(error))
    return None
