"""Signatures inside JSON: Data Integrity proofs, one or several (Data Integrity 1.0 section 4.4 and 4.5).

By our own rules every proof that can be checked has to hold, and one of them has to be the issuer's; others may sign, too. The public
validator looks at the first proof of a kind that it knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from credlens.model.verification import Check, Outcome
from credlens.verify.content import Content
from credlens.verify.dates import moment
from credlens.verify.inquiry import Inquiry
from credlens.verify.jsonld.rdf import TermError, TooMuchWorkError, UnknownContextError
from credlens.verify.keys.binding import bind
from credlens.verify.keys.resolve import Method, resolve
from credlens.verify.needs import Steps
from credlens.verify.proofs.chains import ChainFlaw, previous
from credlens.verify.proofs.coverage import check_all_covered, check_proof_covered, note_token_covered
from credlens.verify.proofs.suites import SignatureFlaw, Suite, suite_name, suite_of

_SHOWN = 60
_BLIND = "bbs-2023"  # the public validator takes it; nothing here does


@dataclass(frozen=True, slots=True)
class _Signed:
    """One proof with what it is about.

    Attributes:
        document: what it was made over: the credential without its proofs, or with those it builds on.
        where: JSON Pointer to it.
    """

    proof: Mapping[str, Any]
    document: Mapping[str, Any]
    where: str
    purpose: str


def over_rdf(document: Mapping[str, Any]) -> bool:
    """Whether a document has a proof over the meaning of its terms, or of a kind that is not known."""
    return any((suite := suite_of(p)) is None or suite.over_rdf for p in _entries(document) if isinstance(p, dict))


def check(
    document: Mapping[str, Any], content: Content, inquiry: Inquiry, *, purpose: str = "assertionMethod"
) -> Steps[tuple[str, ...]]:
    """Check the proofs in a document.

    Records ``proof``, ``terms``, and for each proof ``algorithm``, ``chain``, ``proof_dates``, ``key``, ``purpose``, ``signature`` and
    ``binding``.

    Args:
        content: what the document says.
        purpose: what the proofs have to be made for: ``authentication`` for presentations.

    Returns:
        Names of the kinds of the proofs that were looked at.
    """
    proofs = _proofs(document, inquiry)
    if not proofs:
        return ()
    names = tuple(suite_name(p) or "?" for p in proofs)
    inquiry.passed("proof", f"It is signed: {', '.join(names)}.", "/proof")
    chosen = list(enumerate(proofs)) if inquiry.strict else _first_public(proofs, purpose)
    if not chosen and _BLIND in names:
        inquiry.not_checked("signature", f"Signatures of the kind {_BLIND} are not known here.", "/proof")
        return names
    if not chosen:
        inquiry.failed("algorithm", "None of its signatures is of a kind that the public validator takes.", "/proof")
        return names
    unsigned = {k: v for k, v in document.items() if k != "proof"}
    _check_terms(unsigned, [p for _, p in chosen], inquiry)
    judged = []
    for number, proof in chosen:
        where = f"/proof/{number}" if isinstance(document["proof"], list) else "/proof"
        own = _beside(inquiry)
        try:
            before = previous(proof, proofs)
        except ChainFlaw as flaw:
            own.failed("chain", str(flaw))
        else:
            if before:
                own.passed("chain", "It was made over the signatures that it names as well.")
            over = {**unsigned, "proof": [dict(p) for p in before]} if before else unsigned
            yield from _check_one(_Signed(proof, over, where, purpose), content, own)
        judged.append([replace(c, where=c.where or where) for c in own.checks])
    _put_together(judged, inquiry)
    return tuple(names[number] for number, _ in chosen)


def _entries(document: Mapping[str, Any]) -> list[Any]:
    found = document.get("proof", [])
    return found if isinstance(found, list) else [found]


def _proofs(document: Mapping[str, Any], inquiry: Inquiry) -> list[dict[str, Any]]:
    """The proofs; none when there is nothing to go on with, which is recorded."""
    found = _entries(document)
    if not found:
        inquiry.failed("proof", "It carries no signature.", next_step="Ask the issuer for the signed badge.")
        return []
    if not all(isinstance(p, dict) for p in found):
        inquiry.failed("structure", "A signature must stand in the badge, as an object.", "/proof")
        return []
    if len(found) > inquiry.limits.proofs:
        inquiry.failed("work", f"It has more than {inquiry.limits.proofs} signatures.", "/proof")
        return []
    return found


def _first_public(proofs: list[dict[str, Any]], purpose: str) -> list[tuple[int, dict[str, Any]]]:
    """The first proof of a kind that the public validator knows; one made for another purpose only when there is no other."""
    fitting = [(n, p) for n, p in enumerate(proofs) if (suite := suite_of(p)) is not None and suite.public]
    return ([(n, p) for n, p in fitting if p.get("proofPurpose") == purpose] or fitting)[:1]


def _check_terms(unsigned: Mapping[str, Any], proofs: list[dict[str, Any]], inquiry: Inquiry) -> None:
    if not inquiry.strict or any((suite := suite_of(p)) is not None and suite.over_rdf for p in proofs):
        check_all_covered(unsigned, inquiry)
    elif any(suite_of(p) is not None for p in proofs):
        note_token_covered(inquiry)
    else:
        inquiry.not_checked("terms", "What its signature covers is not known here.")


def _check_one(signed: _Signed, content: Content, own: Inquiry) -> Steps[None]:
    """Check one proof, as far as it makes sense; the issuer is asked for nothing before the signature fits."""
    suite = suite_of(signed.proof)
    if suite is None or (own.strict and not suite.strict):
        name = suite_name(signed.proof) or "without a name"
        step = "Ask the issuer for a badge with a signature of a usual kind."
        own.not_checked("signature", f"Signatures of the kind {name} are not known here.", next_step=step)
        return
    if not _options_hold(signed, suite, own):
        return
    named = signed.proof.get("verificationMethod")
    carried = named if isinstance(named, dict) else None
    reference = named.get("id") if isinstance(named, dict) else named
    if not isinstance(reference, str) or not reference:
        own.failed("key", "It does not say which key it was signed with (verificationMethod).")
        return
    method = yield from resolve(reference, own, purpose=signed.purpose, carried=carried)
    if method is None:
        own.not_checked("signature", "Its key is not at hand.")
        return
    if not _fits(signed, suite, method, own):
        return
    if signed.purpose == "authentication" and not content.issuer_id:
        own.not_applicable("binding", "It does not say who presents it.")
        return
    yield from bind(method, content.issuer, content.issuer_id, own)


def _fits(signed: _Signed, suite: Suite, method: Method, own: Inquiry) -> bool:
    if method.key.kind not in suite.kinds:
        words = f"Its key is of the kind {method.key.kind}, and {suite.name} is made with {' or '.join(suite.kinds)}."
        own.failed("algorithm", words)
        return False
    own.passed("algorithm", f"{suite.name}, {method.key.kind}.")
    step = "Ask for the badge as it was issued; do not rely on this one."
    try:
        suite.verify(signed.document, signed.proof, method.key, own.limits)
    except SignatureFlaw as flaw:
        own.failed("signature", str(flaw), next_step=step)
    except UnknownContextError as error:
        own.not_checked("signature", f"What is signed is not known: {error}")
    except TermError as error:
        own.failed("signature", f"What is signed cannot be found out: {error}", next_step=step)
    except TooMuchWorkError as error:
        own.failed("work", str(error))
    else:
        own.passed("signature", f"{suite.name}.")
        return True
    return False


def _options_hold(signed: _Signed, suite: Suite, own: Inquiry) -> bool:
    """Whether the proof's own words allow to go on: contexts, purpose, dates (Data Integrity 1.0 section 2.1 and 4.4)."""
    proof = signed.proof
    if not _begins_with(signed.document.get("@context"), proof.get("@context")):
        words = "The signature was made with other contexts than the badge has."
        own.failed("signature", words, f"{signed.where}/@context")
        return False
    if proof.get("proofPurpose") != signed.purpose:
        words = f"It was made for {str(proof.get('proofPurpose'))[:_SHOWN]!r} and not as {signed.purpose!r}."
        own.failed("purpose", words, f"{signed.where}/proofPurpose")
    for name in ("domain", "challenge"):
        if name in proof:
            words = f"It was made for one occasion ({name}: {str(proof[name])[:_SHOWN]!r}); whether this is it is not known."
            own.warn("purpose", words, f"{signed.where}/{name}")
    _check_dates(signed, own)
    if suite.over_rdf and not check_proof_covered(signed.document, proof, own, signed.where):
        return False
    return not own.has_failed()


def _begins_with(contexts: Any, own: Any) -> bool:
    """Whether a proof's contexts are the first of the document's, in their order (EdDSA Cryptosuites 1.0 section 3.3.2)."""
    if own is None:
        return True
    whole = contexts if isinstance(contexts, list) else [contexts]
    part = own if isinstance(own, list) else [own]
    return whole[: len(part)] == part


def _check_dates(signed: _Signed, own: Inquiry) -> None:
    proof, at = signed.proof, own.settings.at
    read = {name: moment(proof[name]) for name in ("created", "expires") if name in proof}
    for name, when in read.items():
        if when is None:
            words = f"Its date {name} is no date and time with a zone: {str(proof[name])[:_SHOWN]!r}."
            own.failed("proof_dates", words, f"{signed.where}/{name}")
    made, ends = read.get("created"), read.get("expires")
    if made is not None and made > at:
        words = f"It was made in the future, {proof['created']}."
        if own.strict:
            own.failed("proof_dates", words, f"{signed.where}/created")
        else:
            own.warn("proof_dates", f"{words} The public validator does not ask.", f"{signed.where}/created")
    if ends is not None and ends < at:
        own.failed("proof_dates", f"The signature counted until {proof['expires']}.", f"{signed.where}/expires")
    if not read:
        own.not_applicable("proof_dates", "It states no dates.")
    elif not own.has_failed("proof_dates"):
        own.passed("proof_dates", f"Made {proof['created']}." if made else "")


def _beside(inquiry: Inquiry) -> Inquiry:
    """An inquiry on one proof alone, whose checks are not yet those of the whole."""
    own = Inquiry(inquiry.desk, inquiry.where)
    own.level, own.around = inquiry.level, inquiry.around
    return own


def _put_together(judged: list[list[Check]], inquiry: Inquiry) -> None:
    """Record what was found on each proof; once the issuer's own holds, those of others that could not be checked harm nothing."""
    held = any(_is_issuers(checks) for checks in judged)
    for checks in judged:
        further = held and not _is_issuers(checks)
        inquiry.checks += [_further(c) if further else c for c in checks]


def _is_issuers(checks: list[Check]) -> bool:
    bad = any(c.outcome in {Outcome.FAILED, Outcome.NOT_CHECKED} for c in checks)
    fits = any(c.id == "signature" and c.outcome is Outcome.PASSED for c in checks)
    belongs = any(c.id == "binding" and c.outcome in {Outcome.PASSED, Outcome.NOT_APPLICABLE} for c in checks)
    return fits and belongs and not bad


def _further(check: Check) -> Check:
    """A check of somebody else's signature: not whose it is, but whether it fits still counts."""
    unknown = check.outcome is Outcome.NOT_CHECKED or (
        check.outcome is Outcome.FAILED and check.id in {"binding", "key"}
    )
    if not unknown:
        return check
    reason = f"A further signature, not the issuer's: {check.reason}"
    return replace(check, outcome=Outcome.WARNING, reason=reason)
