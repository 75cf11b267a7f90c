"""What Open Badges before 3.0 have to have; extensions, endorsements, and JSON of any kind."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credlens.app.bench.badges.driving import AT
from credlens.model.verification import Outcome, Verdict
from credlens.verify.earlier import examine, recognises
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.needs import Document, Why

V = Verdict
HOST = "https://club.example"
REMOVED = "(removed)"

FLAWS: list[tuple[str, str, Any, str]] = [  # version, path, value, where the flaw is told
    ("2.0", "both/recipient", REMOVED, ""),
    ("2.0", "both/recipient/hashed", "yes", "/recipient/hashed"),
    ("2.0", "both/recipient/type", REMOVED, "/recipient"),
    ("2.0", "both/recipient", {"type": "email", "hashed": True, "identity": "kim@learner.example"}, "/recipient/identity"),
    ("2.0", "both/issuedOn", REMOVED, ""),
    ("2.0", "both/issuedOn", "2026-01-15", "/issuedOn"),
    ("2.0", "both/issuedOn", 1_400_000_000, "/issuedOn"),
    ("2.0", "both/expires", "soon", "/expires"),
    ("2.0", "both/verification", REMOVED, ""),
    ("2.0", "both/verification", {"type": "Trust"}, "/verification/type"),
    ("2.0", "both/type", "Badge", "/type"),
    ("2.0", "both/evidence", [{"narrative": 7}], "/evidence/0/narrative"),
    ("2.0", "both/evidence", "work", "/evidence"),
    ("2.0", "both/narrative", ["a", "b"], "/narrative"),
    ("2.0", "both/image", {"caption": "A picture"}, "/image"),
    ("2.0", "class/name", REMOVED, f"{HOST}/b/sql#"),
    ("2.0", "class/image", REMOVED, f"{HOST}/b/sql#"),
    ("2.0", "class/criteria", {}, f"{HOST}/b/sql#/criteria"),
    ("2.0", "class/criteria", [], f"{HOST}/b/sql#/criteria"),
    ("2.0", "class/tags", [1], f"{HOST}/b/sql#/tags/0"),
    ("2.0", "class/alignment", [{"targetName": "SQL"}], f"{HOST}/b/sql#/alignment/0"),
    ("2.0", "class/type", "Class", f"{HOST}/b/sql#/type"),
    ("2.0", "class/criteria", [f"{HOST}/a.html", f"{HOST}/b.html"], f"{HOST}/b/sql#/criteria"),
    ("2.0", "class/alignment", [{"targetName": "SQL", "targetUrl": "urn:x:1"}], f"{HOST}/b/sql#/alignment/0/targetUrl"),
    ("2.0", "class/version", {"of": 1}, f"{HOST}/b/sql#/version"),
    ("2.0", "class/@language", "not a language", f"{HOST}/b/sql#/@language"),
    ("2.0", "issuer/email", ["a@club.example", "b@club.example"], f"{HOST}/issuer#/email"),
    ("2.0", "both/recipient", {"type": "email", "hashed": False, "identity": "sha256$" + "0f" * 32}, "/recipient/identity"),
    ("2.0", "both/recipient", {"type": "email", "hashed": False, "identity": "kim"}, "/recipient/identity"),
    ("2.0", "both/recipient", {"type": "shoeSize", "hashed": False, "identity": "41"}, "/recipient/type"),
    ("2.0", "both/issuedOn", "2026-01-15T09:00", "/issuedOn"),
    ("1.1", "issuer/verification", {"allowedOrigins": "club.example/a"}, f"{HOST}/issuer#/verification/allowedOrigins"),
    ("2.0", "issuer/name", REMOVED, f"{HOST}/issuer#"),
    ("2.0", "issuer/email", "club", f"{HOST}/issuer#/email"),
    ("2.0", "issuer/url", "club", f"{HOST}/issuer#/url"),
    ("2.0", "issuer/type", "Club", f"{HOST}/issuer#/type"),
    ("1.0", "both/uid", REMOVED, ""),
    ("1.0", "both/issuedOn", "May", "/issuedOn"),
    ("1.0", "class/criteria", REMOVED, f"{HOST}/b/sql#"),
    ("1.0", "issuer/url", REMOVED, f"{HOST}/issuer#"),
    ("1.1", "both/recipient/identity", 7, "/recipient/identity"),
    ("clr", "both/learner", REMOVED, ""),
    ("clr", "both/issuedOn", "May", "/issuedOn"),
    ("clr", "both/assertions/0/achievement/name", REMOVED, "/assertions/0/achievement"),
]  # fmt: skip


@pytest.mark.parametrize(("version", "path", "value", "where"), FLAWS)
def test_a_flaw_is_told_with_its_place(tools: Any, version: str, path: str, value: Any, where: str) -> None:
    report = tools.case(version).change({path: value}).judge()
    told = [c.where for c in report.checks if c.id == "structure" and c.outcome is Outcome.FAILED]
    assert report.verdict is V.INVALID
    assert where in told


GOOD: list[tuple[str, str, Any]] = [
    ("2.0", "both/type", ["Assertion", "extensions:Certificate"]),
    ("2.0", "both/evidence", f"{HOST}/work.html"),
    ("2.0", "both/evidence", [{"id": f"{HOST}/work.html", "narrative": "It ran."}]),
    ("2.0", "both/image", {"id": f"{HOST}/a.png", "caption": "A picture"}),
    ("2.0", "class/criteria", f"{HOST}/criteria.html"),
    ("2.0", "class/image", "data:image/png;base64,iVBORw0KGgo="),
    ("2.0", "class/alignment", {"targetName": "SQL", "targetUrl": "https://skills.example/sql"}),
    ("2.0", "issuer/type", "Profile"),
    ("2.0", "issuer/image", None),
    ("2.0", "class/alignment", []),
    ("2.0", "both/recipient", {"type": ["email"], "hashed": True, "salt": "x", "identity": "sha256$" + "0f" * 32}),
    ("2.0", "both/related", [{"id": "https://club.example/a/0", "version": "1"}]),
    ("2.0", "both/related", f"{HOST}/a/0"),
    ("2.0", "class/version", 2),
    ("2.0", "class/@language", "pt-BR"),
    ("2.0", "both/issuedOn", "2026-01-15T09:00+01:00"),
    ("2.0", "both/issuedOn", "2026-01-15T09:00:00+0100"),
    ("2.0", "both/issuedOn", "2026-01-15T09:00:00,5-05"),
    ("2.0", "both/issuedOn", "20260115T090000Z"),
    ("2.0", "both/recipient", {"type": "schema:email", "hashed": False, "identity": "kim"}),
    ("2.0", "both/recipient", {"type": "url", "hashed": False, "identity": "https://kim.example"}),
    ("1.1", "both/issuedOn", "2014-05-13T10:00:00"),
    ("1.0", "both/issuedOn", "1400000000"),
    ("1.0", "both/issuedOn", "2014-05-13"),
]


@pytest.mark.parametrize(("version", "path", "value"), GOOD)
def test_other_ways_to_write_it_are_fine(tools: Any, version: str, path: str, value: Any) -> None:
    report = tools.case(version).change({path: value}).judge()
    assert report.verdict is V.VERIFIED, report.because
    assert tools.outcomes(report, "structure") == [Outcome.PASSED]


def test_a_context_may_bring_another_property_for_the_recipient(tools: Any) -> None:
    changes = {
        "both/@context": [tools.context, {"studentNumber": "https://club.example/terms#studentNumber"}],
        "both/recipient": {"type": "studentNumber", "hashed": False, "identity": "41"},
    }
    assert tools.case().change(changes).judge().verdict is V.VERIFIED


def test_verify_is_another_word_for_verification_in_2_0(tools: Any) -> None:
    changes = {"both/verify": {"type": "hosted"}, "both/verification": REMOVED}
    assert tools.case().change(changes).judge().verdict is V.VERIFIED
    changes["both/verify"] = {"type": "signed"}
    assert tools.case().change(changes).judge().verdict is not V.VERIFIED


@pytest.mark.parametrize("old", ["1.0", "1.1"])
def test_a_badge_of_2_0_may_be_of_an_older_class_and_issuer(tools: Any, old: str) -> None:
    case = tools.case()
    case.hosted |= {name: tools.case(old).hosted[name] for name in ("class", "issuer")}
    report = case.judge()
    assert report.verdict is V.VERIFIED, report.because
    assert [s.name for s in report.claims.achievement.skills] == ["Databases"]
    case.hosted["issuer"]["verification"] = {"allowedOrigins": "university.example"}
    assert case.judge().verdict is V.INVALID


def test_what_has_an_id_or_a_type_is_not_taken_for_a_class_of_1_0(tools: Any) -> None:
    assert tools.case().change({"class/@context": REMOVED, "class/id": REMOVED}).judge().verdict is V.INVALID


def test_alignments_of_1_0_are_read_with_the_names_of_2_0(tools: Any) -> None:
    (skill,) = tools.case("1.0").judge().claims.achievement.skills
    assert (skill.name, skill.url) == ("Databases", "https://skills.example/1")


CONTEXT, SCHEMA = "https://ext.example/context.json", "https://ext.example/schema.json"
RULES = {"obi:validation": [{"obi:validatesType": "extensions:Level", "obi:validationSchema": SCHEMA}]}
LEVEL = {"@context": CONTEXT, "type": ["Extension", "extensions:Level"], "level": 3}
EXTENSIONS: list[tuple[str, dict[str, Any], Any, list[Outcome]]] = [
    ("it fits", LEVEL, {"type": "object", "properties": {"level": {"type": "number"}}}, [Outcome.PASSED]),
    ("it does not fit", LEVEL, {"properties": {"level": {"type": "string"}}}, [Outcome.FAILED]),
    ("no schema there", LEVEL, None, [Outcome.NOT_CHECKED]),
    ("no schema at all", LEVEL, {"type": 7}, [Outcome.NOT_CHECKED]),
    ("a schema that leads elsewhere", LEVEL, {"$ref": "https://evil.example/schema"}, [Outcome.NOT_CHECKED]),
    ("another type", LEVEL | {"type": ["Extension", "extensions:Other"]}, {}, [Outcome.NOT_CHECKED]),
    ("no type", LEVEL | {"type": "Extension"}, {}, [Outcome.FAILED]),
    ("no context", {k: v for k, v in LEVEL.items() if k != "@context"}, {}, [Outcome.FAILED]),
    (
        "beside the context of the standard",
        LEVEL | {"@context": ["https://w3id.org/openbadges/v2", CONTEXT]},
        {},
        [Outcome.PASSED],
    ),
    ("its context stands in it", LEVEL | {"@context": RULES}, {}, [Outcome.PASSED]),
]


@pytest.mark.parametrize(
    ("extension", "schema", "expected"), [c[1:] for c in EXTENSIONS], ids=[c[0] for c in EXTENSIONS]
)
def test_an_extension_is_held_against_its_own_schema(
    tools: Any, extension: dict[str, Any], schema: Any, expected: list[Outcome]
) -> None:
    case = tools.case().change({"class/extensions:level": extension})
    case.extra[CONTEXT] = RULES
    if schema is not None:
        case.extra[SCHEMA] = schema
    report = case.judge()
    assert tools.outcomes(report, "extension") == expected
    assert report.verdict is (V.INVALID if Outcome.FAILED in expected else V.VERIFIED)


def test_a_badge_may_name_the_context_for_its_extensions(tools: Any) -> None:
    bare = {name: value for name, value in LEVEL.items() if name != "@context"}
    case = tools.case().change({"class/extensions:level": bare, "class/@context": [tools.context, CONTEXT]})
    case.extra |= {CONTEXT: RULES, SCHEMA: {"properties": {"level": {"type": "string"}}}}
    assert case.judge().verdict is V.INVALID
    case.extra[SCHEMA] = {"properties": {"level": {"type": "number"}}}
    assert case.judge().verdict is V.VERIFIED
    assert tools.context not in case.asked


def endorsement(about: str) -> dict[str, Any]:
    """A peer's endorsement."""
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Endorsement",
        "id": "https://peer.example/e/1",
        "claim": {"id": about, "endorsementComment": "Good work."},
        "issuer": "https://peer.example/me",
        "issuedOn": "2026-02-01T00:00:00Z",
        "verification": {"type": "HostedBadge"},
    }


PEER = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Profile",
    "id": "https://peer.example/me",
    "name": "A peer",
}


@pytest.mark.parametrize(
    ("about", "outcome"), [(f"{HOST}/b/sql", Outcome.PASSED), (f"{HOST}/b/other", Outcome.WARNING)]
)
@pytest.mark.parametrize("embedded", [True, False])
def test_an_endorsement_is_examined_by_itself(tools: Any, about: str, outcome: Outcome, embedded: bool) -> None:
    theirs = endorsement(about)
    case = tools.case().change({"class/endorsement": [theirs if embedded else theirs["id"]]})
    case.extra |= {theirs["id"]: theirs, PEER["id"]: PEER}
    report = case.judge()
    assert report.verdict is V.VERIFIED
    assert [e.verdict for e in report.endorsements] == [V.VERIFIED]
    assert tools.outcomes(report, "endorsement") == [outcome]


def test_an_endorsement_that_nobody_hosts_is_not_checked(tools: Any) -> None:
    report = tools.case().change({"class/endorsement": [endorsement(f"{HOST}/b/sql")]}).judge()
    assert tools.outcomes(report, "endorsement") == [Outcome.NOT_CHECKED]


def test_a_record_tells_of_its_publishers_badges_and_holds_those_of_others(tools: Any) -> None:
    case = tools.case("clr")
    other = {
        "id": "urn:uuid:00000000-0000-4000-8000-000000000007",
        "type": "Assertion",
        "recipient": {"type": "id", "hashed": False, "identity": "x"},
        "achievement": {
            "id": "urn:uuid:1",
            "achievementType": "Course",
            "name": "Degree",
            "issuer": {"id": "https://university.example/i"},
        },
    }
    for copy in (case.given, case.hosted["assertion"]):
        copy["assertions"].append(other)
    report = case.judge(recipient="kim@learner.example")
    assert [a.name for a in report.claims.achievements] == ["SQL for analysts"]
    assert [r.value for r in report.claims.results] == ["92"]
    assert [p.verdict for p in report.parts] == [V.COULD_NOT_CHECK]
    assert report.verdict is V.COULD_NOT_CHECK


RECOGNISED: list[tuple[Any, bool]] = [
    ({"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "badge": "x", "recipient": {}}, True),
    ({"@context": ["https://w3id.org/openbadges/v1"], "type": "Assertion", "badge": "x", "recipient": {}}, True),
    ({"@context": "https://evil.example/?openbadges/v2", "badge": "x"}, False),
    ({"uid": "1", "recipient": {}, "badge": "x"}, True),
    ({"recipient": "x", "badge": {"issuer": {}}}, True),
    ({"recipient": "x", "badge": {"issuer": 7}}, False),
    ({"@type": "Assertion", "verification": {}, "badge": 1}, True),
    ({"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "name": "x"}, False),
    ({"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld", "type": "CLR"}, True),
    ({"credentialSubject": {}, "recipient": "x", "badge": {"issuer": {}}}, False),
    ([], False),
    (None, False),
]


@pytest.mark.parametrize(("document", "expected"), RECOGNISED)
def test_formats_are_recognised_by_what_stands_in_them(document: Any, expected: bool) -> None:
    assert recognises(document) is expected


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
ODD = st.sampled_from([[], {}, [[]], "", "https://club.example/a/1", "https://[", "http://x", 10**40, -1, None, {"id": 7}, [{}]]) | ANY  # fmt: skip
PLACES = st.sampled_from(
    [
        "id",
        "type",
        "@context",
        "recipient",
        "recipient/type",
        "recipient/identity",
        "badge",
        "issuedOn",
        "expires",
        "verification",
        "verification/type",
        "verification/creator",
        "verify",
        "verify/url",
        "verify/type",
        "evidence",
        "image",
        "revoked",
        "endorsement",
        "extensions:x",
        "uid",
        "narrative",
        "related",
        "badge/issuer",
        "badge/issuer/origin",
        "badge/image",
        "learner",
        "publisher",
        "publisher/id",
        "assertions",
        "signedAssertions",
        "claim",
        "issuer",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    version=st.sampled_from(["0.5", "1.0", "1.1", "2.0", "clr"]),
    name=st.sampled_from(["both", "given", "assertion", "class", "issuer"]),
    place=PLACES,
    value=ODD,
)
def test_no_json_makes_it_fail(tools: Any, version: str, name: str, place: str, value: Any) -> None:
    case = tools.case(version)
    if name in {"both", "given"} or name in case.hosted:
        try:
            case.change({f"{name}/{place}": value})
        except (KeyError, TypeError, IndexError, ValueError):
            return
    report = case.judge()
    assert report.verdict is not None
    if version == "0.5":
        assert case.judge(tools.names["assertion"].encode()).verdict is not None
    if version in {"1.0", "2.0"}:
        case.given["verification" if version == "2.0" else "verify"] = {"type": "signed", "url": f"{HOST}/key"}
        assert case.judge(case.signed()).verdict is not None


@settings(max_examples=60, deadline=None)
@given(document=st.dictionaries(PLACES, ODD, max_size=5), data=ODD)
def test_no_document_makes_it_fail(document: dict[str, Any], data: Any) -> None:
    assert _ended(document, json.dumps(data).encode()).content is not None


def _ended(document: dict[str, Any], data: bytes) -> Any:
    running = examine(document, "https://club.example/a/1", None, Inquiry(Desk(Settings(AT), None)))  # type: ignore[arg-type]
    reply = None
    try:
        while True:
            need = running.send(reply) if reply else next(running)
            reply = Document(need.url, data)
    except StopIteration as end:
        return end.value


def test_missing_documents_never_verify(tools: Any) -> None:
    for version in ("1.0", "1.1", "2.0", "clr"):
        for name in ("assertion", "class", "issuer"):
            if version == "clr" and name == "class":
                continue
            for why in (Why.OFFLINE, Why.NOT_FOUND, Why.UNREACHABLE, Why.TOO_MANY):
                report = tools.case(version).change({name: why}).judge()
                assert report.verdict is V.COULD_NOT_CHECK
