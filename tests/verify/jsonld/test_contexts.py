"""Contexts that are known: where they come from, and what they say."""

from __future__ import annotations

import json
import socket
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pytest
from openbadgeslib.ob3.contexts import _URL_TO_RESOURCE
from pyld.documentloader.frozen import BUNDLED_CONTEXTS

from credlens.verify.jsonld.contexts import KNOWN, WITH_VOCAB, context_of, known
from credlens.verify.jsonld.rdf import canonical, expanded
from credlens.verify.limits import LIMITS

VC1, VC2 = "https://www.w3.org/2018/credentials/v1", "https://www.w3.org/ns/credentials/v2"
OB = "https://purl.imsglobal.org/spec/ob/v3p0"
SEC, OBV = "https://w3id.org/security#", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: Any) -> None:
    """Fail on any attempt to open a connection."""

    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.parametrize("url", sorted(KNOWN))
def test_each_known_context_is_a_json_ld_context(url: Any) -> None:
    document = context_of(url)
    assert known(url)
    assert json.loads(json.dumps(document)) == document
    beside = [VC1, f"{OB}/context-3.0.1.json"] if "/clr/" in url else []
    assert expanded({"@context": [*beside, url], "@id": "urn:x", "@type": "urn:kind"}, LIMITS) == [
        {"@id": "urn:x", "@type": ["urn:kind"]}
    ]


@pytest.mark.parametrize("url", ["https://no.example/", VC2 + "/", "http://www.w3.org/ns/credentials/v2", ""])
def test_any_other_address_is_not_known(url: Any) -> None:
    assert not known(url)
    assert context_of(url) is None


def test_the_packages_bring_these_contexts_under_the_same_addresses() -> None:
    for url, path in BUNDLED_CONTEXTS.items():
        if known(url):
            assert context_of(url) == json.loads(path.read_bytes())
    for url, name in _URL_TO_RESOURCE.items():
        if url not in {VC2, f"{OB}/context.json"}:
            assert context_of(url) == json.loads(files("openbadgeslib.ob3.contexts").joinpath(name).read_bytes())


def _gives_any_name_a_meaning(value: Any) -> Any:
    if isinstance(value, dict):
        return "@vocab" in value or any(map(_gives_any_name_a_meaning, value.values()))
    return isinstance(value, list) and any(map(_gives_any_name_a_meaning, value))


def test_contexts_that_give_any_name_a_meaning_are_told() -> None:
    assert {url for url in KNOWN if _gives_any_name_a_meaning(context_of(url))} == WITH_VOCAB


def test_the_first_context_of_open_badges_3_is_what_1edtech_serves() -> None:
    # Its SHA-256, as openbadgeslib recorded it (ob3/contexts: b077fa13...dd48ac10), is over the text with these oddities.
    text = json.dumps(context_of(f"{OB}/context.json"), indent=2)
    for ours, theirs in [
        ('"@type",\n    "xsd"', '"@type",\n\n    "xsd"'),
        ('#",\n    "OpenBadgeCredential"', '#",\n\n    "OpenBadgeCredential"'),
        ('"geo": {\n          "@id": ', '"geo": {\n          "@id" : '),
        ('"salt": {', '"salt":  {'),
        (f'"@id": "{OBV}resultType"', f'"@id":"{OBV}resultType"'),
    ]:
        text = text.replace(ours, theirs)
    assert sha256(text.encode()).hexdigest() == "b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10"


@pytest.mark.parametrize(
    ("contexts", "thing", "statement"),
    [
        (
            [VC1, f"{OB}/context.json"],
            {"type": "Profile", "phone": "1", "parentOrg": "x"},
            f'<urn:x> <{OBV}PhoneNumber> "1"^^<https://www.w3.org/2001/XMLSchema#string> .',
        ),
        (
            [VC1, f"{OB}/context.json"],
            {"type": "AchievementSubject", "achievement": {"id": "urn:a"}},
            f"<urn:x> <{OBV}Achievement> <urn:a> .",
        ),
        (
            [VC1, "https://purl.imsglobal.org/spec/clr/v2p0/context.json", f"{OB}/context.json"],
            {"type": "ClrSubject", "verifiableCredential": [{"id": "urn:a"}]},
            "<urn:x> <https://purl.imsglobal.org/spec/vc/clr/vocab.html#verifiableCredential> <urn:a> .",
        ),
        (
            ["https://w3id.org/security/data-integrity/v1"],
            {"type": "DataIntegrityProof", "cryptosuite": "eddsa-2022"},
            f'<urn:x> <{SEC}cryptosuite> "eddsa-2022" .',
        ),
        (
            ["https://w3id.org/security/data-integrity/v1"],
            {"type": "DataIntegrityProof", "proofPurpose": "assertionMethod"},
            f"<urn:x> <{SEC}proofPurpose> <{SEC}assertionMethod> .",
        ),
        (
            ["https://w3id.org/security/suites/ed25519-2018/v1"],
            {"type": "Ed25519Signature2018", "jws": "a..b"},
            f'<urn:x> <{SEC}jws> "a..b" .',
        ),
        (
            [VC1, "https://w3id.org/vc/status-list/2021/v1"],
            {"type": "StatusList2021Entry", "statusListCredential": "https://example.org/l"},
            "<urn:x> <https://w3id.org/vc/status-list#statusListCredential> <https://example.org/l> .",
        ),
        (
            [VC1, "https://w3id.org/vc-revocation-list-2020/v1"],
            {"type": "RevocationList2020Status", "revocationListIndex": "7"},
            '<urn:x> <https://w3id.org/vc-revocation-list-2020#revocationListIndex> "7" .',
        ),
        (
            [VC1, "https://www.w3.org/ns/credentials/status/v1"],
            {"type": "BitstringStatusListEntry", "statusSize": 2},
            '<urn:x> <https://www.w3.org/ns/credentials/status#statusSize> "2"^^<https://www.w3.org/2001/XMLSchema#integer> .',
        ),
        (
            [VC2, "https://www.w3.org/ns/credentials/examples/v2"],
            {"degree": "Bachelor"},
            '<urn:x> <https://www.w3.org/ns/credentials/examples#degree> "Bachelor" .',
        ),
    ],
)
def test_a_document_of_its_kind_says_what_it_should(contexts: Any, thing: Any, statement: Any) -> None:
    assert statement in canonical({"@context": contexts, "id": "urn:x", **thing}, LIMITS).splitlines()


def test_the_first_context_beside_that_of_vc_2_names_one_term_twice() -> None:
    # 1EdTech's file says again what "name" means, which VC 2.0 protects: no JSON-LD processor takes both.
    with pytest.raises(ValueError, match="protected term redefinition"):
        canonical({"@context": [VC2, f"{OB}/context.json"], "id": "urn:x", "name": "A"}, LIMITS)


def test_an_early_badge_has_a_canonical_text() -> None:
    badge = {
        "@context": [VC1, f"{OB}/context.json", "https://w3id.org/security/suites/ed25519-2020/v1"],
        "id": "urn:uuid:7c6a4c1e-0000-4000-8000-000000000001",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Rope work",
        "issuer": {"id": "did:web:example.org", "type": "Profile", "name": "Climbing Club"},
        "issuanceDate": "2023-05-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:holder",
            "type": "AchievementSubject",
            "achievement": {
                "id": "urn:uuid:7c6a4c1e-0000-4000-8000-000000000002",
                "type": "Achievement",
                "name": "Rope work",
                "criteria": {"narrative": "Tied ten knots."},
            },
        },
    }
    lines = canonical(badge, LIMITS).splitlines()
    assert len(lines) == 14
    assert f"<did:example:holder> <{OBV}Achievement> <urn:uuid:7c6a4c1e-0000-4000-8000-000000000002> ." in lines
    assert f'_:c14n0 <{OBV}narrative> "Tied ten knots."^^<https://www.w3.org/2001/XMLSchema#string> .' in lines
