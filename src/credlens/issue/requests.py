"""A signed request for a review, before it is signed (W3C Verifiable Credentials 2.0, with words of schema.org)."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from hashlib import sha384
from typing import Any

from credlens.issue.credentials import written
from credlens.model.verification import Party

_VOCABULARY = "https://schema.org/"
CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    {
        "CreativeWork": f"{_VOCABULARY}CreativeWork",
        "ReviewRequest": "urn:credlens:ReviewRequest",
        "headline": f"{_VOCABULARY}headline",
        "abstract": f"{_VOCABULARY}abstract",
        "workUrl": {"@id": f"{_VOCABULARY}url", "@type": "@id"},
    },
)
"""Terms of our own names, since those of credentials may not be given another meaning."""


def review_request(
    by: Party,
    about: str,
    title: str,
    *,
    id: str,  # noqa: A002  (its name in the standard)
    at: datetime,
    content: bytes,
    link: str = "",
    message: str = "",
) -> dict[str, Any]:
    """A request for a word about a piece of work.

    Args:
        by: who asks, with the DID of the key.
        about: id of the work, which the review has to be about; ``title``: what it is called.
        id: of the request, an absolute address such as ``urn:uuid:...``.
        at: when it is asked, with a zone.
        content: the bytes of what is to be reviewed, so that both sides know which version (VCDM 2.0, integrity of related resources).
        link: where the work can be seen; empty without one.
        message: what to look at; empty without one.
    """
    subject: dict[str, Any] = {"id": about, "type": ["CreativeWork"], "headline": title}
    if link:
        subject["workUrl"] = link
    if message:
        subject["abstract"] = message
    return {
        "@context": list(CONTEXT),
        "id": id,
        "type": ["VerifiableCredential", "ReviewRequest"],
        "name": f"A review of {title} is asked for",
        "issuer": {"id": by.id, "name": by.name},
        "validFrom": written(at),
        "credentialSubject": subject,
        "relatedResource": [{"id": about, "digestSRI": f"sha384-{b64encode(sha384(content).digest()).decode()}"}],
    }
