"""Badges inside a badge: what a record or presentation contains, and endorsements of it."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from credlens.model.verification import Report, Verdict
from credlens.verify.content import Content, Inside
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Steps
from credlens.verify.opened import Opened
from credlens.verify.structure.shapes import types_of

_ENVELOPES = frozenset({"EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation"})
_TOKENS = frozenset(f"application/{kind}+{more}" for kind in ("vc", "vp") for more in ("jwt", "ld+jwt", "ld+json+jwt"))
"""Media types of tokens (VC-JOSE-COSE section 6), those of its drafts included."""
_TOKEN_DOTS = 2
_NO_ENDORSEMENTS = frozenset({"ob3", "clr2", "vp", "vc2", "vc1"})
"""Formats of sound credentials that say something else of what they are about; those before Open Badges 3.0 have one name for both."""


def found_inside(found: Any, inner: Inquiry) -> Opened | None:
    """What was found inside another badge, ready to be examined; None when it is nothing that can be, which is recorded.

    Args:
        found: an object, a compact JWS, or an address, as it stands there.
        inner: the inquiry on it.
    """
    if not _affordable(inner):
        return None
    if isinstance(found, dict):
        if _ENVELOPES.isdisjoint(types_of(found)):
            return Opened("json", document=found)
        return _unwrapped(found.get("id"), inner)
    if isinstance(found, str):
        return _text(found.strip(), inner)
    inner.failed("format", "There is neither a badge nor an address of one.")
    return None


def _unwrapped(address: Any, inner: Inquiry) -> Opened | None:
    """What an envelope holds: a data: URL (RFC 2397; VCDM 2.0 sections 4.13.1 and 4.13.2)."""
    scheme, _, rest = address.partition(":") if isinstance(address, str) else ("", "", "")
    described, comma, data = rest.partition(",")
    if scheme.lower() != "data" or not comma:
        inner.failed("format", "There is nothing in the envelope.", "/id")
        return None
    kind, *options = described.lower().split(";")
    if not kind.startswith("application/"):
        inner.failed("format", f"What is wrapped as {kind[:60]!r} is no credential.", "/id")
        return None
    if kind.strip() not in _TOKENS:
        step = "Ask for it as a signed token (JWT) or as JSON with a signature in it."
        inner.not_checked("format", f"What is wrapped as {kind[:60]!r} is not read here.", "/id", step)
        return None
    if "base64" not in (o.strip() for o in options):
        return _text(data.strip(), inner)
    try:
        return _text(b64decode(data, validate=True).decode("ascii"), inner)
    except ValueError:
        inner.failed("format", "What is in the envelope cannot be read.", "/id")
        return None


def _text(found: str, inner: Inquiry) -> Opened | None:
    if found.startswith("ey") and found.count(".") == _TOKEN_DOTS:
        return Opened("jwt", token=found)
    if found.startswith(("https://", "http://")):
        if found in inner.around:
            inner.failed("work", f"The badges lead in a circle: {found} is examined already.")
            return None
        inner.enter(found)
        return Opened("address", address=found)
    inner.failed("format", "There is neither a badge nor an address of one.")
    return None


def _affordable(inner: Inquiry) -> bool:
    """Whether one more may be examined."""
    limits = inner.limits
    inner.desk.inside += 1
    if inner.desk.inside > limits.inside:
        inner.failed("work", f"More than {limits.inside} badges are in it; the rest was not looked at.")
        return False
    if inner.level > limits.levels:
        inner.failed("work", f"Badges are inside each other more than {limits.levels} levels deep.")
        return False
    return True


def check_contained(content: Content, inquiry: Inquiry) -> Steps[tuple[Report, ...]]:
    """Verify each badge inside, and record ``contained`` for each; the worst of them counts for the whole (:mod:`.verdict`)."""
    reports = []
    for inside in content.contained:
        report = yield from inquiry.desk.examine(inside.found, inquiry.where + inside.where, inquiry)
        reports.append(report)
        name = report.claims.achievement.name or report.claims.name or report.claims.id or "The badge"
        if report.verdict is Verdict.VERIFIED:
            inquiry.passed("contained", f"{name}: verified.", inside.where)
        elif report.verdict is Verdict.AUTHENTIC_BUT_EXPIRED:
            inquiry.warn("contained", f"{name}: {report.because}", inside.where)
        elif report.verdict is Verdict.COULD_NOT_CHECK:
            inquiry.not_checked("contained", f"{name}: {report.because}", inside.where, report.next_step)
        else:
            inquiry.failed("contained", f"{name}: {report.because}", inside.where, report.next_step)
    return tuple(reports)


def check_endorsements(content: Content, inquiry: Inquiry) -> Steps[tuple[Report, ...]]:
    """Verify each endorsement, and record ``endorsement`` for each: that nobody else vouches for it makes no badge worse."""
    reports = []
    for inside in content.endorsements:
        report = yield from inquiry.desk.examine(inside.found, inquiry.where + inside.where, inquiry.of_nobody())
        reports.append(report)
        _judge(report, inside, content, inquiry)
    return tuple(reports)


def _judge(report: Report, inside: Inside, content: Content, inquiry: Inquiry) -> None:
    by = report.claims.issuer.name or report.claims.issuer.id or "somebody"
    if report.verdict is Verdict.COULD_NOT_CHECK:
        inquiry.not_checked("endorsement", f"By {by}: {report.because}", inside.where, report.next_step)
    elif report.verdict is not Verdict.VERIFIED and inquiry.strict:
        inquiry.warn("endorsement", f"By {by}, but it does not hold: {report.because}", inside.where)
    elif report.verdict is not Verdict.VERIFIED:
        inquiry.failed_as_invalid("endorsement", f"By {by}, and it does not hold: {report.because}", inside.where)
    elif report.format in _NO_ENDORSEMENTS:
        inquiry.warn("endorsement", f"By {by}, but it is no endorsement: {report.title}.", inside.where)
    elif _about(inside, content).isdisjoint(report.claims.subjects):
        inquiry.warn(
            "endorsement", f"By {by}, but about something else: {', '.join(report.claims.subjects)}", inside.where
        )
    elif report.claims.issuer.id and report.claims.issuer.id == content.issuer_id:
        inquiry.warn("endorsement", "Its own issuer endorses it, which says nothing new.", inside.where)
    else:
        inquiry.passed("endorsement", f"By {by}.", inside.where)


def _about(inside: Inside, content: Content) -> frozenset[str]:
    """What an endorsement may be about: what holds it; at the badge itself also its achievement and its issuer (OB 3.0 section B.1.2)."""
    if inside.about:
        return frozenset({inside.about})
    claims = content.claims
    return frozenset({claims.id, claims.issuer.id, *(achievement.id for achievement in claims.achievements)}) - {""}
