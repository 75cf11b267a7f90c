"""Every check there is: what it asks in plain words, where the standard says so, and what its failure means for the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.verification import Verdict

OB3 = "https://www.imsglobal.org/spec/ob/v3p0/"
OB2 = "https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html"
VCDM = "https://www.w3.org/TR/vc-data-model-2.0/"
DI = "https://www.w3.org/TR/vc-data-integrity/"
JOSE = "https://www.w3.org/TR/vc-jose-cose/"
BITSTRING = "https://www.w3.org/TR/vc-bitstring-status-list/"
DID = "https://www.w3.org/TR/did-1.0/"


@dataclass(frozen=True, slots=True)
class CheckKind:
    """One kind of check.

    Attributes:
        title: what it asks.
        reference: where the standard asks it; empty for rules of our own.
        failed: the verdict when it fails; None when its failure changes no verdict.
        needed: whether the verdict cannot be VERIFIED while it is not checked.
    """

    title: str
    reference: str = ""
    failed: Verdict | None = Verdict.INVALID
    needed: bool = True


def _note(title: str, reference: str = "") -> CheckKind:
    """One whose failure is told and changes no verdict."""
    return CheckKind(title, reference, failed=None, needed=False)


CHECKS: dict[str, CheckKind] = {
    # What came in
    "container": CheckKind("Can the file be opened, and does it hold one badge?", OB3 + "#baking"),
    "json": CheckKind("Is its text sound, with one meaning only?", "https://www.rfc-editor.org/rfc/rfc8259"),
    "format": CheckKind("Is it a kind of badge that is known here?"),
    "structure": CheckKind("Does it have what the standard demands?", OB3 + "#data-models"),
    "context": CheckKind("Are its terms those of the standard?", VCDM + "#contexts"),
    "terms": CheckKind("Is every statement covered by the signature?", DI + "#context-injection"),
    "schema": CheckKind("Does it fit the schema that it names?", VCDM + "#data-schemas", needed=False),
    "related": CheckKind(
        "Are the files it refers to unchanged?", VCDM + "#integrity-of-related-resources", needed=False
    ),
    "extension": CheckKind("Do its extensions fit their own rules?", OB2 + "#Extensions", needed=False),
    # Who says so
    "proof": CheckKind("Is it signed?", VCDM + "#securing-mechanisms", Verdict.COULD_NOT_CHECK),
    "algorithm": CheckKind(
        "Is the signature of a kind that is safe?", JOSE + "#securing-json-ld-verifiable-credentials-with-jose"
    ),
    "key": CheckKind("Can the issuer's key be found, and is it sound?", DI + "#retrieve-verification-method"),
    "signature": CheckKind("Does the signature fit what is written?", DI + "#verify-proof"),
    "purpose": CheckKind("May that key be used to issue badges?", DI + "#proof-purposes"),
    "proof_dates": CheckKind("Was the signature made, and does it still count, at this time?", DI + "#proofs"),
    "chain": CheckKind("Do the signatures that build on others fit?", DI + "#proof-chains"),
    "binding": CheckKind("Does the key belong to the issuer?", OB3 + "#verification", Verdict.ISSUER_NOT_BOUND),
    # Hosted badges
    "hosted": CheckKind("Does the issuer's own copy say the same?", OB2 + "#hosted-verification"),
    "scope": CheckKind("Is that copy where the issuer keeps its badges?", OB2 + "#VerificationObject"),
    "transport": _note("Is the issuer's address protected against tampering on the way?", OB2 + "#hosted-verification"),
    # Does it still hold
    "status_revocation": CheckKind("Is it not revoked?", BITSTRING + "#validate-algorithm", Verdict.REVOKED),
    "status_suspension": CheckKind("Is it not suspended?", BITSTRING + "#validate-algorithm", Verdict.SUSPENDED),
    "status_list": CheckKind(
        "Is the list that tells whether it still holds sound itself?", BITSTRING + "#validate-algorithm"
    ),
    "status_message": _note("What else does its issuer say about its state?", BITSTRING + "#bitstringstatuslistentry"),
    "refresh": CheckKind("Is it the newest version?", OB3 + "#refresh-service", needed=False, failed=None),
    "valid_from": CheckKind("Does it count already?", VCDM + "#validity-period"),
    "valid_until": CheckKind("Does it still count?", VCDM + "#validity-period", Verdict.AUTHENTIC_BUT_EXPIRED),
    # Whose is it, and who else says so
    "recipient": CheckKind("Was it issued to this person?", OB3 + "#identityobject"),
    "endorsement": _note("Do the endorsements hold?", OB3 + "#endorsementcredential"),
    "contained": _note(
        "Do the badges inside it hold?", "https://www.imsglobal.org/spec/clr/v2p0/"
    ),  # the parts' own verdicts count
    # Who is the issuer
    "issuer_known": _note("Is the issuer on a list that you trust?", ""),
    "issuer_name": _note("Is the issuer who its name says?", "https://www.unicode.org/reports/tr39/"),
    # Our own bounds
    "work": CheckKind("Could it be checked with reasonable effort?", "", Verdict.COULD_NOT_CHECK),
}
