"""How a badge is verified, step by step; the only place that knows the order.

1. Open the container, read its text (``container``, ``json``).
2. Recognise the format, look at its structure and its terms (``format``, ``structure``, ``context``).
3. Check who says so: proofs, keys, and that a key belongs to the issuer (``proof`` ... ``binding``); for hosted badges, the issuer's copy.
4. Check whether it still holds: status, newer versions, dates.
5. Check whose it is, and who the issuer is.
6. Look at what it refers to and what is inside it: schemas, related files, endorsements, contained badges.
7. Put the checks together to a verdict.

What a badge refers to is asked for only once its signature fits: a forged one shall not make anybody look anything up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from credlens.model.verification import Claims, Outcome, Report, Verdict
from credlens.verify.containers import open_badge
from credlens.verify.content import Content
from credlens.verify.dates import check_dates
from credlens.verify.earlier import examine as examine_earlier
from credlens.verify.earlier import recognises as is_earlier
from credlens.verify.formats import FORMATS, BadgeFormat
from credlens.verify.hosts import addresses_of
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.inside import check_contained, check_endorsements, found_inside
from credlens.verify.jsonld.context_rules import check_context
from credlens.verify.needs import Kind, Missing, Steps, Why
from credlens.verify.opened import Opened
from credlens.verify.proofs import embedded, jwt
from credlens.verify.proofs.embedded import over_rdf
from credlens.verify.proofs.jwt import Unpacked
from credlens.verify.recipient import check_recipient
from credlens.verify.related import check_related
from credlens.verify.schema import check_schema
from credlens.verify.status import check_status
from credlens.verify.status.refresh import check_refresh
from credlens.verify.trust.known import check_issuer_known
from credlens.verify.trust.names import check_issuer_name
from credlens.verify.verdict import Answer, answer

_LONGEST_ADDRESS = 2_048
_PRESENTATION = "vp"
_HOLDING = frozenset({"@context", "id", "type", "verifiableCredential"})
_NAMED, _FEW = 40, 5  # letters of a name, and names, that are shown
_SELECTIVE = "ecdsa-sd-2023"
_FORGED = ("json", "proof", "algorithm", "signature", "terms", "context")


def steps(data: bytes, settings: Settings) -> Steps[Report]:
    """Verify a badge.

    Args:
        data: a file as it came, or the address of a badge.
        settings: the moment, whose rules decide, and what is known of issuers.
    """
    inquiry = Inquiry(Desk(settings, _examine_inside))
    opened = _address(data) or open_badge(data, inquiry)
    return (yield from _examine(opened, inquiry))


def _examine_inside(found: Any, where: str, inquiry: Inquiry) -> Steps[Report]:
    """Verify a credential that another one holds or names: an object, a compact JWS, or an address."""
    inner = Inquiry(inquiry.desk, where, inquiry)
    opened = found_inside(found, inner)
    return (yield from _examine(opened, inner))


def _address(data: bytes) -> Opened | None:
    """The badge's address, when there is nothing else."""
    if len(data) > _LONGEST_ADDRESS or not data.strip().lower().startswith((b"https://", b"http://")):
        return None
    text = data.decode("ascii", "replace").strip()
    return None if any(c.isspace() for c in text) else Opened("address", address=text)


def _examine(opened: Opened | None, inquiry: Inquiry) -> Steps[Report]:
    if opened is not None and opened.address is not None:
        opened = yield from _looked_up(opened, opened.address, inquiry)
    if opened is None:
        return _report(inquiry, "", None, Content(Claims()))
    unpacked = None
    if opened.token is not None:
        unpacked = jwt.unpack(opened.token, inquiry)
        if unpacked is None:
            return _report(inquiry, opened.container, None, Content(Claims()))
    document = opened.document if unpacked is None else unpacked.document
    assert document is not None  # noqa: S101  (an opened badge is one or the other)
    kind = next((f for f in FORMATS.values() if f.recognises(document)), None)
    if kind is not None:
        return (yield from _credential(opened.container, kind, document, unpacked, inquiry))
    if is_earlier(document):
        return (yield from _earlier(opened, document, unpacked, inquiry))
    step = "Known are Open Badges 0.5 to 3.0, Comprehensive Learner Records and W3C verifiable credentials."
    inquiry.failed("format", "Neither its context nor its type is that of a badge.", next_step=step)
    return _report(inquiry, opened.container, None, Content(Claims()))


def _looked_up(opened: Opened, address: str, inquiry: Inquiry) -> Steps[Opened | None]:
    """The badge at the address that stands in the place of one."""
    places = addresses_of(address)
    reply = yield from inquiry.ask(places[0], Kind.CREDENTIAL)
    for place in places[1:]:
        if isinstance(reply, Missing):
            reply = yield from inquiry.ask(place, Kind.CREDENTIAL)
    if isinstance(reply, Missing):
        inquiry.missing("container", reply, "The badge itself")
        if reply.why is Why.GONE:  # how a hosted badge is taken back (Open Badges 1.x and 2.0, revoking)
            inquiry.failed("status_revocation", f"Its issuer has taken it away: {reply.words}", address)
        return None
    found = open_badge(reply.data, inquiry)
    if found is not None and found.address is not None:
        inquiry.failed("container", "There is another address instead of a badge at this address.", address)
        return None
    return found and Opened(opened.container, found.document, found.token, where=reply.url)


def _credential(
    container: str,
    kind: BadgeFormat,
    document: dict[str, Any],
    unpacked: Unpacked | None,
    inquiry: Inquiry,
) -> Steps[Report]:
    """A credential of the W3C family: Open Badges 3.0, CLR 2.0, endorsements, presentations and any other."""
    inquiry.passed("format", kind.title)
    content = kind.read(document, inquiry)
    unsigned = unpacked is None and "proof" not in document
    check_context(document, inquiry, signed_as_rdf=unpacked is None and over_rdf(document), unsigned=unsigned)
    proofs = yield from _secured(kind, document, content, unpacked, inquiry)
    if not proofs:
        content = replace(content, claims=Claims())  # nobody stands behind what it says itself
    forged = inquiry.has_failed(*_FORGED)
    fits = any(c.id == "signature" and c.outcome is Outcome.PASSED for c in inquiry.checks)
    if not forged and fits:
        yield from check_status(content, inquiry)
        yield from check_refresh(content, inquiry)
    elif not forged:
        _not_looked_up(content, inquiry)
    check_dates(content, inquiry)
    if kind.name == _PRESENTATION and content.contained:
        inquiry.not_applicable("recipient", "It is asked of the badges in it.")
    else:
        check_recipient(content, inquiry)
    check_issuer_known(content, inquiry)
    check_issuer_name(content, inquiry)
    endorsements: tuple[Report, ...] = ()
    parts: tuple[Report, ...] = ()
    if not forged and fits:
        yield from check_schema(content, document, inquiry)
        yield from check_related(content, inquiry)
        endorsements = yield from check_endorsements(content, inquiry)
    if not forged:
        parts = yield from check_contained(content, inquiry)
    return _report(inquiry, container, (kind.name, kind.title), content, proofs, parts, endorsements)


def _not_looked_up(content: Content, inquiry: Inquiry) -> None:
    """Say of what a credential refers to that it was not looked up, as nobody is known to stand behind it."""
    for name, entries in (
        ("status_revocation", content.status),
        ("refresh", content.refresh),
        ("schema", content.schemas),
        ("related", content.related),
    ):
        if entries:
            inquiry.not_checked(name, "It was not looked up: no signature of it could be checked.")


def _secured(
    kind: BadgeFormat, document: dict[str, Any], content: Content, unpacked: Unpacked | None, inquiry: Inquiry
) -> Steps[tuple[str, ...]]:
    """Who says so: the names of the kinds of its proofs."""
    if unpacked is not None:
        return ((yield from jwt.check(unpacked, content, inquiry)),)
    if kind.name == _PRESENTATION and content.contained and "proof" not in document:
        # A presentation need not be signed, and an envelope never is: what is in it is judged by itself.
        _unsigned(document, wrapped=content.contained[0].where == "", inquiry=inquiry)
        return ()
    purpose = "authentication" if kind.name == _PRESENTATION else "assertionMethod"
    proofs = yield from embedded.check(document, content, inquiry, purpose=purpose)
    if _SELECTIVE in proofs and not content.status and inquiry.strict:
        step = "Ask its holder for a proof that shows its status, or for the whole badge."
        inquiry.not_checked(
            "status_revocation", "Its holder shows a part of it, and may have hidden its status.", "", step
        )
    return proofs


def _unsigned(document: dict[str, Any], *, wrapped: bool, inquiry: Inquiry) -> None:
    """A presentation without a signature, or an envelope, may hold badges, and say nothing itself."""
    said = sorted(document.keys() - _HOLDING)
    if said:
        named = ", ".join(name[:_NAMED] for name in said[:_FEW])
        step = "Ask its holder for a signed one, or give the badges in it alone."
        words = f"It is not signed itself: nobody stands behind what it says beside the badges in it ({named})."
        inquiry.not_checked("proof", words, "", step)
    elif wrapped:
        inquiry.not_applicable("proof", "It is wrapped in the signature of what is in it.")
    else:
        inquiry.warn("proof", "The presentation is not signed: nothing shows who presents these badges.")


def _earlier(opened: Opened, document: dict[str, Any], unpacked: Unpacked | None, inquiry: Inquiry) -> Steps[Report]:
    """A badge of before Open Badges 3.0, or a first comprehensive learner record."""
    examined = yield from examine_earlier(document, opened.where or None, unpacked, inquiry)
    content = examined.content
    inquiry.passed("format", examined.title)
    check_dates(content, inquiry, early=True)
    check_recipient(content, inquiry)
    check_issuer_known(content, inquiry)
    check_issuer_name(content, inquiry)
    endorsements: tuple[Report, ...] = ()
    parts: tuple[Report, ...] = ()
    if not inquiry.has_failed(*_FORGED, "hosted", "scope"):
        endorsements = yield from check_endorsements(content, inquiry)
        parts = yield from check_contained(content, inquiry)
    return _report(
        inquiry, opened.container, (examined.format, examined.title), content, examined.proofs, parts, endorsements
    )


def _report(
    inquiry: Inquiry,
    container: str,
    kind: tuple[str, str] | None,
    content: Content,
    proofs: tuple[str, ...] = (),
    parts: tuple[Report, ...] = (),
    endorsements: tuple[Report, ...] = (),
) -> Report:
    name, title = kind or ("", "")
    unsigned = Verdict.COULD_NOT_CHECK if inquiry.strict else Verdict.INVALID
    found: Answer = answer(inquiry.checks, content.claims, parts, unsigned=unsigned)
    return Report(
        verdict=found.verdict,
        because=found.because,
        next_step=found.next_step,
        mode=inquiry.settings.mode,
        at=inquiry.settings.at,
        format=name,
        title=title,
        container=container,
        proofs=proofs,
        claims=content.claims,
        checks=tuple(inquiry.checks),
        parts=parts,
        endorsements=endorsements,
        fetched=() if inquiry.where else tuple(inquiry.desk.fetched),
        part_of=inquiry.where,
    )
