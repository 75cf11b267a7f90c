"""Badges whose terms mean something else than they seem to: contexts made up, and JSON rewritten so that a signature over RDF still fits.

The attacker's aim is mostly to hide an end or a state: the statements stay as they were signed, and nobody finds them where they look.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import ED2020, OB3, VC1, VC2, first_envelope
from credlens.app.bench.badges.signing import with_proof
from credlens.app.bench.badges.world import ACADEMY, REVOKED_AT, STATUS, academy_key, status_entry
from credlens.model.verification import Mode

GOOD, INVALID, UNKNOWN, ENDED = "VERIFIED", "INVALID", "COULD_NOT_CHECK", "AUTHENTIC_BUT_EXPIRED"
CREDENTIALS = "https://www.w3.org/2018/credentials#"
END = "2026-03-01T00:00:00Z"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
Json = dict[str, Any]
Build = Callable[[Any], Any]


def later(change: Callable[[Json], Json | None], **signed: Any) -> Build:
    """The academy's signed badge, changed afterwards."""

    def build(stage: Any) -> Any:
        badge = stage.signed(stage.badge(**signed))
        return change(badge) or badge

    return build


def ended(change: Callable[[Json], Json | None]) -> Build:
    """A badge that has ended, changed afterwards."""
    return later(change, validUntil=END)


def revoked(change: Callable[[Json], Json | None]) -> Build:
    return later(change, credentialStatus=status_entry(STATUS, REVOKED_AT))


def adding(**more: Any) -> Build:
    return later(lambda b: b | more)


def written(name: str, value: Any) -> Build:
    """With something that no Python keyword can name."""
    return later(lambda b: b | {name: value})


def in_subject(name: str, value: Any) -> Build:
    return later(lambda b: b["credentialSubject"].update({name: value}))


def renamed(old: str, new: str, change: Callable[[Any], Any] = lambda value: value) -> Callable[[Json], Json]:
    return lambda b: {new if k == old else k: change(v) if k == old else v for k, v in b.items()}


def contexts(*names: Any) -> Build:
    """The academy's badge with these contexts and a signature that is none: nobody could have made one."""
    return lambda stage: stage.garbage(stage.badge(**{"@context": list(names)}))


def besides(*more: Any) -> Build:
    return contexts(VC2, OB3, *more)


def with_context(*more: Any) -> Callable[[Json], Json]:
    return lambda b: b | {"@context": [*b["@context"], *more]}


def hidden(alias: Any, old: str, new: str = "x") -> Callable[[Json], Json]:
    """Something under another name, which a context that comes with the badge makes mean the same."""
    return lambda b: with_context({new: alias})(renamed(old, new)(b))


def typed(value: Any) -> Json:
    return {"@value": value, "@type": DATE_TIME}


def moved_out(b: Json) -> Json:
    """The end, said of the badge's id beside it."""
    return {k: v for k, v in b.items() if k != "validUntil"} | {
        "@included": [{"id": b["id"], "validUntil": b["validUntil"]}]
    }


def first_envelope_of(b: Json) -> Json:
    """The contexts of version 1.1, in which most names mean the same."""
    return b | {"@context": [VC1, OB3, "https://w3id.org/security/data-integrity/v2"]}


TERM, CONTEXT, CHANGED = (INVALID, "terms", "failed"), (INVALID, "context", "failed"), (INVALID, "signature", "failed")
FITS, OPEN = (GOOD, "signature", "passed"), (UNKNOWN, "context", "not_checked")
REWRITTEN: list[tuple[str, Build, tuple[str, str, str]]] = [
    ("nothing", later(lambda b: b), FITS),
    ("nothing, in one that has ended", ended(lambda b: b), (ENDED, "valid_until", "failed")),
    ("nothing, in one that is revoked", revoked(lambda b: b), ("REVOKED", "status_revocation", "failed")),
    ("a name that means nothing", adding(grade="with honours"), TERM),
    ("a name that means nothing, in its subject", in_subject("grade", "with honours"), TERM),
    ("a name that means nothing, with an object", adding(honours={"id": "urn:x", "type": "Honours"}), TERM),
    ("a name that only version 1.1 has", adding(expirationDate="2099-01-01T00:00:00Z"), TERM),
    ("a name in capitals", adding(Name="Doctor of everything"), TERM),
    ("a name with a letter of another alphabet", written("n\u0430me", "Doctor of everything"), TERM),
    ("an empty name", written("", "Doctor of everything"), TERM),
    ("a type that means nothing", later(lambda b: b | {"type": [*b["type"], "DoctoralDegree"]}), TERM),
    ("an address that is none", in_subject("image", "medal.png"), TERM),
    ("the end under its address", ended(renamed("validUntil", f"{CREDENTIALS}validUntil", typed)), TERM),
    ("the end under a name with a prefix", ended(lambda b: with_context({"vc": CREDENTIALS})(
        renamed("validUntil", "vc:validUntil", typed)(b))), TERM),
    ("the end as a value with its type", ended(lambda b: b | {"validUntil": typed(b["validUntil"])}), TERM),
    ("the end in @nest", ended(renamed("validUntil", "@nest", lambda v: {"validUntil": v})), TERM),
    ("the end in @included", ended(moved_out), TERM),
    ("the end said of its id, in its evidence", ended(lambda b: {k: v for k, v in b.items() if k != "validUntil"} | {
        "evidence": [{"id": b["id"], "type": ["Evidence"], "validUntil": END}]}), TERM),
    ("the state under its address", revoked(renamed("credentialStatus", f"{CREDENTIALS}credentialStatus")), TERM),
    ("the state in @nest", revoked(renamed("credentialStatus", "@nest", lambda v: {"credentialStatus": v})), TERM),
    ("the issuer under its address", later(renamed("issuer", f"{CREDENTIALS}issuer")), TERM),
    ("the proof under its address", later(renamed("proof", "https://w3id.org/security#proof")),
     (UNKNOWN, "proof", "failed")),
    ("@id instead of id", later(renamed("id", "@id")), TERM),
    ("@type instead of type", later(renamed("type", "@type")), TERM),
    ("an empty @graph", written("@graph", []), TERM),
    ("an empty @included", written("@included", []), TERM),
    ("an empty @reverse", written("@reverse", {}), TERM),
    ("an empty @nest", written("@nest", {}), TERM),
    ("an @index", in_subject("@index", "with honours"), TERM),
    ("another issuer by @reverse", written("@reverse", {"issuer": {"id": "did:web:evil.example"}}), TERM),
    ("the whole of it in @graph", later(lambda b: {"@context": b["@context"], "type": b["type"], "@graph": [
        {k: v for k, v in b.items() if k != "@context"}]}), (INVALID, "structure", "failed")),
    ("a local name for its subject", in_subject("id", "_:kim"), TERM),
    ("the end under a name of the badge's own", ended(hidden(
        {"@id": f"{CREDENTIALS}validUntil", "@type": DATE_TIME}, "validUntil")), CONTEXT),
    ("the state under a name of the badge's own", revoked(hidden(
        {"@id": f"{CREDENTIALS}credentialStatus", "@type": "@id"}, "credentialStatus")), CONTEXT),
    ("the proof under a name of the badge's own", later(hidden(
        {"@id": "https://w3id.org/security#proof", "@type": "@id"}, "proof")), CONTEXT),
    ("the type under a name of the badge's own", later(lambda b: with_context({"kind": "@type"})(
        b | {"kind": "DoctoralDegree"})), CONTEXT),
    ("a context of its own further in", in_subject("@context", {"@vocab": "https://evil.example/"}), CONTEXT),
    ("a context that takes all names away, further in", in_subject("@context", None), CONTEXT),
    ("a context nobody knows, further in", in_subject("@context", "https://evil.example/context"), OPEN),
    ("a context nobody knows", later(with_context("https://evil.example/context")), OPEN),
    ("the contexts of version 1.1, where it has ended", ended(first_envelope_of), (INVALID, "structure", "failed")),
    ("a known context more", later(with_context(EXTENSIONS)), FITS),
    ("a context for examples, and a name more", later(lambda b: with_context(EXAMPLES)(b | {"grade": "A"})), CHANGED),
    ("values in another order", later(lambda b: b["credentialSubject"]["achievement"].update(tag=["data", "sql"])),
     FITS),
    ("types in another order", later(lambda b: b | {"type": b["type"][::-1]}), FITS),
]  # fmt: skip
IDS = [case[0] for case in REWRITTEN]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("build", "found"), [case[1:] for case in REWRITTEN], ids=IDS)
def test_what_a_signature_does_not_cover_or_not_under_that_name_is_refused(
    stage: Any, judged: Any, build: Build, found: tuple[str, str, str], mode: Mode
) -> None:
    # By the public validator's rules, a badge without a signature is none.
    verdict = INVALID if mode is Mode.ONE_EDTECH and found[1:] == ("proof", "failed") else found[0]
    judged(build, verdict, *found[1:], mode)
    assert not any("evil.example" in need.url for need in stage.asked)


MADE_UP: list[tuple[str, Build]] = [
    ("a context that gives issuer another meaning", besides({"issuer": "https://evil.example/issuer"})),
    ("a context that gives type another meaning", besides({"type": "https://evil.example/type"})),
    ("a context that gives id another meaning", besides({"id": "https://evil.example/id"})),
    ("a context that makes a known type another", besides({"OpenBadgeCredential": "https://evil.example/B"})),
    ("a context that takes a name away", besides({"validUntil": None})),
    ("a context that takes a new name away", besides({"grade": None})),
    ("a context that gives a name further in another meaning", besides({"achievement": "https://evil.example/a"})),
    ("a context that gives any name a meaning", besides({"@vocab": "https://evil.example/"})),
    ("a context that gives any name the meaning of the standard's", besides({"@vocab": CREDENTIALS})),
    ("a context that gives addresses a beginning", besides({"@base": "https://evil.example/"})),
    ("a context that fetches another", besides({"@import": "https://evil.example/context"})),
    ("a context that counts here only", besides({"@propagate": False, "grade": "https://evil.example/g"})),
    ("a context that protects its names", besides({"@protected": True, "grade": "https://evil.example/g"})),
    ("a context with a language", besides({"@language": "en"})),
    ("a context of a type", besides({"Extra": {"@id": "https://evil.example/E", "@context": {"validUntil": None}}})),
    ("a context of a name", besides({"extra": {"@id": "https://evil.example/e", "@context": VC2}})),
    ("a context with a container", besides({"extra": {"@id": "https://evil.example/e", "@container": "@graph"}})),
    ("a context with a nest", besides({"extra": "@nest"})),
    ("a context that turns a name round", besides({"extra": {"@reverse": f"{CREDENTIALS}issuer"}})),
    ("a context that gives the signature's meaning a name", besides({"seal": "https://w3id.org/security#proof"})),
    ("an empty context", besides({})),
    ("no context", contexts()),
    ("null in front", contexts(None, VC2, OB3)),
    ("null behind", besides(None)),
    ("a number", besides(7)),
    ("a list in the list", besides([OB3])),
    ("another order", contexts(OB3, VC2)),
    ("an object in front", contexts({"@vocab": "https://evil.example/"}, VC2, OB3)),
    ("the first one without https", contexts(VC2.replace("https", "http"), OB3)),
    ("the first one in capitals", contexts(VC2.upper(), OB3)),
    ("the first one with a slash", contexts(VC2 + "/", OB3)),
    ("the first one with a fragment", contexts(VC2 + "#", OB3)),
]  # fmt: skip


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("build", [m[1] for m in MADE_UP], ids=[m[0] for m in MADE_UP])
def test_a_context_that_comes_with_the_badge_may_only_add_names(
    stage: Any, judged: Any, build: Build, mode: Mode
) -> None:
    judged(build, INVALID, "context", "failed", mode)
    assert not any("evil.example" in need.url for need in stage.asked)


UNPINNED = [
    "https://evil.example/context",
    OB3.replace("3.0.3", "9.9.9"),
    VC2 + "?x=1",
    "file:///etc/passwd",
    "data:,{}",
]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("context", UNPINNED)
def test_a_context_that_is_not_known_is_never_fetched(stage: Any, judged: Any, context: str, mode: Mode) -> None:
    judged(besides(context), UNKNOWN, "context", "not_checked", mode)
    assert {need.url for need in stage.asked} <= {"https://academy.example/.well-known/did.json"}


def test_without_the_contexts_of_badges_their_names_mean_nothing(judged: Any) -> None:
    judged(contexts(VC2), INVALID, "terms", "failed")


OWN = {"grade": "https://academy.example/terms#grade"}
DATA = {"marks": {"@id": "https://academy.example/terms#marks", "@type": "@json"}}


@pytest.mark.parametrize("mode", Mode)
def test_names_that_the_issuer_adds_and_signs_are_covered(judged: Any, mode: Mode) -> None:
    def build(stage: Any) -> Any:
        names = [VC2, OB3, OWN, DATA]
        return stage.signed(stage.badge(**{"@context": names}, grade="A", marks={"of": 10, "validUntil": END}))

    judged(build, GOOD, "terms", "passed", mode)
    judged(lambda s: build(s) | {"marks": {"of": 10}}, INVALID, "signature", "failed", mode)
    judged(lambda s: build(s) | {"grade": "A+"}, INVALID, "signature", "failed", mode)


@pytest.mark.parametrize(("official", "more"), [(INVALID, {"name": "https://evil.example/n"}), (GOOD, OWN)])
def test_a_token_is_covered_whatever_its_contexts_say(stage: Any, judged: Any, official: str, more: Any) -> None:
    def build(stage: Any) -> Any:
        return stage.token(stage.badge(**{"@context": [VC2, OB3, more]}))

    judged(build, GOOD, "signature", "passed")
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official


def test_an_end_of_the_first_envelope_counts_under_its_own_name(judged: Any) -> None:
    signer, method = academy_key("ed")

    def build(_stage: Any) -> Any:
        return with_proof(first_envelope(ACADEMY, expirationDate=END), "Ed25519Signature2020", signer, method)

    judged(build, ENDED, "valid_until", "failed")
    judged(lambda s: build(s) | {"@context": [VC2, OB3, ED2020]}, *TERM)
    judged(lambda s: renamed("expirationDate", "validUntil")(build(s)), *CHANGED)
