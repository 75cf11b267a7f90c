from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import AchievementClaim, Claims, Mode, Outcome, Party, Report, Verdict
from credlens.verify.content import Content, Inside
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.inside import check_contained, check_endorsements, found_inside
from credlens.verify.limits import Limits
from credlens.verify.needs import Steps

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ENVELOPED = "EnvelopedVerifiableCredential"
JWS = "eyJhbGciOiJFZERTQSJ9.e30.AA"


def _ended(steps: Steps[Any]) -> Any:
    """What steps come to that ask for nothing."""
    with pytest.raises(StopIteration) as end:
        next(steps)
    return end.value.value


def _inquiry(verdict: Verdict = Verdict.VERIFIED, mode: Mode = Mode.STRICT, **claims: Any) -> Inquiry:
    """An inquiry whose inner badges all get this verdict and say this."""

    def examine(_found: Any, where: str, _inquiry: Inquiry) -> Steps[Report]:
        return Report(verdict, "as said", mode, NOW, claims=Claims(**claims), part_of=where)
        yield

    return Inquiry(Desk(Settings(NOW, mode), examine))


@pytest.mark.parametrize(
    ("found", "token", "address"),
    [
        (JWS, JWS, None),
        (f"  {JWS}\n", JWS, None),
        ({"id": f"data:application/vc+jwt,{JWS}", "type": "EnvelopedVerifiableCredential"}, JWS, None),
        ({"id": f"data:application/vp+jwt,{JWS}", "type": ["EnvelopedVerifiablePresentation"]}, JWS, None),
        (
            {"id": f"data:application/vc+jwt;base64,{b64encode(JWS.encode()).decode()}", "type": ENVELOPED},
            JWS,
            None,
        ),
        ("https://issuer.example/badges/1", None, "https://issuer.example/badges/1"),
    ],
)
def test_a_badge_inside_is_an_object_a_token_or_an_address(found: Any, token: Any, address: Any) -> None:
    opened = found_inside(found, _inquiry())
    assert opened is not None
    assert (opened.token, opened.address) == (token, address)


def test_an_object_is_taken_as_it_is() -> None:
    opened = found_inside({"id": "urn:uuid:1"}, _inquiry())
    assert opened is not None
    assert opened.document == {"id": "urn:uuid:1"}


@pytest.mark.parametrize(
    "found",
    [
        17,
        None,
        ["x"],
        "words",
        "ftp://issuer.example/1",
        {"type": "EnvelopedVerifiableCredential"},
        {"type": "EnvelopedVerifiableCredential", "id": "data:text/html,x"},
        {"type": "EnvelopedVerifiableCredential", "id": "https://issuer.example/1"},
        {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt;{JWS}"},
        {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt;base64,{JWS}"},
        {"type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,https//issuer.example/1"},
    ],
)
def test_anything_else_inside_is_no_badge(found: Any) -> None:
    inquiry = _inquiry()
    assert found_inside(found, inquiry) is None
    assert [(c.id, c.outcome) for c in inquiry.checks] == [("format", Outcome.FAILED)]


@pytest.mark.parametrize("kind", ["application/vc+sd-jwt", "application/vc+cose", "application/mdl"])
def test_what_is_wrapped_in_a_way_that_is_not_read_here_is_not_called_wrong(kind: str) -> None:
    inquiry = _inquiry()
    assert found_inside({"type": ENVELOPED, "id": f"data:{kind},x"}, inquiry) is None
    assert [(c.id, c.outcome) for c in inquiry.checks] == [("format", Outcome.NOT_CHECKED)]


def test_an_id_that_is_a_data_url_makes_no_envelope() -> None:
    found = {"type": "VerifiableCredential", "id": f"data:application/vc+jwt,{JWS}"}
    opened = found_inside(found, _inquiry())
    assert opened is not None
    assert opened.document == found


def test_badges_that_lead_in_a_circle_end() -> None:
    outer = _inquiry()
    first = Inquiry(outer.desk, "/1", outer)
    assert found_inside("https://a.example/1", first) is not None
    second = Inquiry(outer.desk, "/2", first)
    assert found_inside("https://b.example/2", second) is not None
    third = Inquiry(outer.desk, "/3", second)
    assert found_inside("https://a.example/1", third) is None
    assert "circle" in third.checks[0].reason


def test_a_sibling_may_name_the_same_address() -> None:
    outer = _inquiry()
    for place in ("/1", "/2"):
        assert found_inside("https://a.example/1", Inquiry(outer.desk, place, outer)) is not None


def test_there_is_an_end_to_how_many_and_how_deep() -> None:
    outer = _inquiry()
    limits = Limits(inside=2, levels=1)
    desk = Desk(Settings(NOW, limits=limits), outer.desk.examine)
    top = Inquiry(desk)
    one = Inquiry(desk, "/1", top)
    assert found_inside({}, one) is not None
    deeper = Inquiry(desk, "/1/1", one)
    assert found_inside({}, deeper) is None
    assert "levels" in deeper.checks[0].reason
    third = Inquiry(desk, "/2", top)
    assert found_inside({}, third) is None
    assert "More than 2" in third.checks[0].reason


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.VERIFIED, Outcome.PASSED),
        (Verdict.AUTHENTIC_BUT_EXPIRED, Outcome.WARNING),
        (Verdict.COULD_NOT_CHECK, Outcome.NOT_CHECKED),
        (Verdict.REVOKED, Outcome.FAILED),
        (Verdict.ISSUER_NOT_BOUND, Outcome.FAILED),
    ],
)
def test_each_badge_in_a_record_is_told(verdict: Verdict, expected: Outcome) -> None:
    inquiry = _inquiry(verdict)
    contained = (Inside({}, "/credentialSubject/verifiableCredential/0"),)
    reports = _ended(check_contained(Content(Claims(), contained=contained), inquiry))
    assert [r.part_of for r in reports] == ["/credentialSubject/verifiableCredential/0"]
    assert [(c.id, c.outcome, c.where) for c in inquiry.checks] == [
        ("contained", expected, "/credentialSubject/verifiableCredential/0")
    ]


CONTENT = Content(
    Claims(issuer=Party("https://issuer.example")), endorsements=(Inside({}, "/endorsement/0", "urn:it"),)
)


@pytest.mark.parametrize(
    ("verdict", "mode", "by", "about", "expected"),
    [
        (Verdict.VERIFIED, Mode.STRICT, "https://peer.example", "urn:it", Outcome.PASSED),
        (Verdict.VERIFIED, Mode.STRICT, "https://peer.example", "urn:other", Outcome.WARNING),
        (Verdict.VERIFIED, Mode.STRICT, "https://issuer.example", "urn:it", Outcome.WARNING),  # praise of one's own
        (Verdict.INVALID, Mode.STRICT, "https://peer.example", "urn:it", Outcome.WARNING),
        (Verdict.COULD_NOT_CHECK, Mode.STRICT, "https://peer.example", "urn:it", Outcome.NOT_CHECKED),
        (Verdict.INVALID, Mode.ONE_EDTECH, "https://peer.example", "urn:it", Outcome.FAILED),
    ],
)
def test_an_endorsement_counts_when_it_holds_and_is_about_this(
    verdict: Verdict, mode: Mode, by: str, about: str, expected: Outcome
) -> None:
    inquiry = _inquiry(verdict, mode, issuer=Party(by), subjects=(about,))
    _ended(check_endorsements(CONTENT, inquiry))
    assert inquiry.checks[0].outcome is expected
    assert inquiry.checks[0].id == "endorsement"


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("urn:badge", Outcome.PASSED),
        ("https://i.example/a", Outcome.PASSED),
        ("did:web:i.example", Outcome.PASSED),
        ("https://other.example/a", Outcome.WARNING),
        ("", Outcome.WARNING),
    ],
)
def test_an_endorsement_at_the_badge_is_about_it_its_achievement_or_its_issuer(about: str, expected: Outcome) -> None:
    inquiry = _inquiry(issuer=Party("did:web:peer.example"), subjects=(about,))
    claims = Claims(
        "urn:badge", issuer=Party("did:web:i.example"), achievements=(AchievementClaim("https://i.example/a"),)
    )
    _ended(check_endorsements(Content(claims, endorsements=(Inside(JWS, "/endorsementJwt/0"),)), inquiry))
    assert inquiry.checks[-1].outcome is expected
