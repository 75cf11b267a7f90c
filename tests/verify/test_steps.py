"""The order of verifying, on badges of the made-up world; attacks are in ``world/``."""

from __future__ import annotations

import json

import pytest

from credlens.app.bench.badges.credentials import learner_record, open_badge, presentation
from credlens.app.bench.badges.driving import AT, verified
from credlens.app.bench.badges.keys import key
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.app.bench.badges.world import ACADEMY, HOST, Sample, academy_key, disclosable, dumps, shared
from credlens.model.verification import Mode, Outcome, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Kind, Missing, Need, Reply, Steps, Why
from credlens.verify.steps import steps

SAMPLES = shared().samples
SHOWN = ("/id", "/type", "/credentialSubject/id", "/credentialSubject/type", "/credentialSubject/achievement")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: f"{s.format} {s.name} {s.proof}")
def test_every_badge_of_the_world_is_verified(sample: Sample) -> None:
    report = verified(sample.data, shared().documents)
    assert (report.verdict, report.format, report.proofs[:1]) == (Verdict.VERIFIED, sample.format, (sample.proof,))
    assert not [c for c in report.checks if c.outcome in {Outcome.FAILED, Outcome.NOT_CHECKED}]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: f"{s.format} {s.name} {s.proof}")
def test_nothing_is_verified_with_its_issuer_out_of_sight_but_what_carries_its_own(sample: Sample) -> None:
    alone = "did:key" in sample.name or "did:jwk" in sample.name or sample.format == "endorsement3"
    report = verified(sample.data, {})
    assert report.verdict is (Verdict.VERIFIED if alone else Verdict.COULD_NOT_CHECK)
    assert report.because
    assert all(f.how == "missing" for f in report.fetched)


def test_the_same_badge_gives_the_same_report() -> None:
    for sample in SAMPLES[:12]:
        assert verified(sample.data, shared().documents) == verified(sample.data, shared().documents)


def test_a_forged_badge_makes_nobody_look_anything_up() -> None:
    signer, method = academy_key("ed")
    named = {
        "credentialStatus": {"id": f"{HOST}/list", "type": "1EdTechRevocationList"},
        "credentialSchema": [{"id": f"{HOST}/schema", "type": "1EdTechJsonSchemaValidator2019"}],
        "refreshService": {"id": f"{HOST}/newer", "type": "1EdTechCredentialRefresh"},
        "endorsement": [f"{HOST}/praise"],
    }
    good = with_proof(open_badge(ACADEMY, 1, **named), "eddsa-jcs-2022", signer, method)
    forged = dumps({**good, "name": "Something better"})
    report = verified(forged, shared().documents)
    assert report.verdict is Verdict.INVALID
    assert [f.kind for f in report.fetched] == ["did_document"]  # to find out that it is forged


def test_a_document_is_asked_for_once() -> None:
    running = steps(SAMPLES[0].data, Settings(AT))
    need = next(running)
    assert need == Need(f"{HOST}/.well-known/did.json", Kind.DID_DOCUMENT, 2**20)
    with pytest.raises(StopIteration) as end:
        running.send(Document(need.url, shared().documents[need.url]))
    assert end.value.value.verdict is Verdict.VERIFIED


ADDRESS = "https://issuer.example/badges/1"


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        (Document(ADDRESS, SAMPLES[0].data), Verdict.VERIFIED),
        (Missing(ADDRESS, Why.UNREACHABLE, "Nobody answers."), Verdict.COULD_NOT_CHECK),
        (Missing(ADDRESS, Why.GONE, "It is gone."), Verdict.REVOKED),
        (Document(ADDRESS, b"<html>a page</html>"), Verdict.INVALID),
    ],
)
def test_an_address_in_place_of_a_badge_is_looked_up(reply: Document | Missing, verdict: Verdict) -> None:
    running = steps(ADDRESS.encode(), Settings(AT))
    assert next(running).kind is Kind.CREDENTIAL
    assert _ended(running, reply).verdict is verdict


def _ended(running: Steps[Report], reply: Reply) -> Report:
    """What it comes to, with this reply first and the world's documents then."""
    try:
        while True:
            need = running.send(reply)
            reply = Document(need.url, shared().documents[need.url])
    except StopIteration as end:
        report: Report = end.value
        return report


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"hello", b"https://a b", b"{" * 100_000, b"\x89PNG\r\n\x1a\n", b"a.b.c", b"%PDF-1.7"]
)
def test_what_is_no_badge_is_told_and_never_verified(data: bytes) -> None:
    for mode in Mode:
        report = verified(data, shared().documents, mode=mode)
        assert report.verdict in {Verdict.INVALID, Verdict.COULD_NOT_CHECK}
        assert report.because


def test_an_unsigned_badge_is_no_forgery_but_nobody_stands_behind_it() -> None:
    bare = dumps(open_badge(ACADEMY))
    strict, lenient = (verified(bare, shared().documents, mode=mode) for mode in Mode)
    assert strict.verdict is Verdict.COULD_NOT_CHECK
    assert lenient.verdict is Verdict.INVALID
    assert strict.claims.achievements == ()


def test_an_unsigned_presentation_says_nothing_itself() -> None:
    inner = json.loads(SAMPLES[4].data)
    shown = presentation(
        "did:web:evil.example", [inner], name="Rector", credentialSubject={"achievement": {"name": "PhD"}}
    )
    report = verified(dumps(shown), shared().documents)
    assert report.verdict is Verdict.COULD_NOT_CHECK
    assert "(credentialSubject, holder, name)" in report.check("proof").reason  # type: ignore[union-attr]
    assert report.claims.achievements == ()
    assert report.claims.issuer.name == ""
    assert report.parts[0].claims.achievement.name == "SQL for analysts"


def test_an_envelope_says_what_is_in_it_and_nothing_else() -> None:
    envelope = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": "EnvelopedVerifiableCredential",
        "id": f"data:application/vc+jwt,{SAMPLES[0].data.decode()}",
        "name": "PhD",
    }
    report = verified(dumps(envelope), shared().documents)
    assert (report.verdict, report.claims.name) == (Verdict.COULD_NOT_CHECK, "")
    del envelope["name"]
    assert verified(dumps(envelope), shared().documents).verdict is Verdict.VERIFIED
    assert [p.verdict for p in report.parts] == [Verdict.VERIFIED]
    forged = {**envelope, "id": f"data:application/vc+jwt,{SAMPLES[0].data.decode()[:-6]}AAAAAA"}
    assert verified(dumps(forged), shared().documents).verdict is Verdict.INVALID


def test_a_part_that_was_hidden_may_have_been_its_status() -> None:
    signer, method = academy_key("p256")
    hidden = with_proof(disclosable(open_badge(ACADEMY, 6)), "ecdsa-sd-2023", signer, method, reveal=SHOWN)
    report = verified(dumps(hidden), shared().documents)
    assert report.verdict is Verdict.COULD_NOT_CHECK
    assert "hidden" in report.because


def test_a_record_is_no_better_than_what_is_in_it() -> None:
    signer, method = academy_key("ed")
    forged = with_proof(open_badge(ACADEMY), "eddsa-jcs-2022", key("stranger"), method)
    record = as_jwt(learner_record(ACADEMY, [forged]), signer, method)
    report = verified(record.encode(), shared().documents)
    assert report.verdict is Verdict.INVALID
    assert "/credentialSubject/verifiableCredential" in report.because
