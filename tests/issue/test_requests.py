"""A request for a review says what it is about, and means the same to whoever reads its terms."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha384
from typing import Any

import pytest
from pyld import jsonld

from credlens.issue.requests import CONTEXT, review_request
from credlens.model.errors import UserError
from credlens.model.verification import Party

AT = datetime(2026, 11, 22, tzinfo=UTC)
BY = Party("did:key:z6Mk", "Maria Example")


def request(**more: Any) -> dict[str, Any]:
    given = {"id": "urn:uuid:2", "at": AT, "content": b"# Work", **more}
    return review_request(BY, "urn:uuid:1", "Work", **given)


def test_it_names_the_work_the_version_and_who_asks() -> None:
    made = request(link="https://work.example", message="Is it clear?")
    assert made["credentialSubject"] == {
        "id": "urn:uuid:1",
        "type": ["CreativeWork"],
        "headline": "Work",
        "workUrl": "https://work.example",
        "abstract": "Is it clear?",
    }
    digest = b64encode(sha384(b"# Work").digest()).decode()
    assert made["relatedResource"] == [{"id": "urn:uuid:1", "digestSRI": f"sha384-{digest}"}]
    assert made["issuer"] == {"id": "did:key:z6Mk", "name": "Maria Example"}
    assert made["validFrom"] == "2026-11-22T00:00:00Z"


def test_what_is_not_said_is_not_there() -> None:
    assert set(request()["credentialSubject"]) == {"id", "type", "headline"}


def test_its_own_terms_are_those_of_schema_org() -> None:
    own = CONTEXT[1]
    (node,) = jsonld.expand(
        {"@context": own, "@type": "CreativeWork", "headline": "Work", "workUrl": "https://a.example"}
    )
    assert node == {
        "@type": ["https://schema.org/CreativeWork"],
        "https://schema.org/headline": [{"@value": "Work"}],
        "https://schema.org/url": [{"@id": "https://a.example"}],
    }


def test_a_time_needs_a_zone() -> None:
    with pytest.raises(UserError, match="zone"):
        request(at=datetime(2026, 11, 22))  # noqa: DTZ001
