"""Lists of issuers as files: a person's own, one of the kind that the Digital Credentials Consortium publishes, or a signed one.

A signed list is a compact JWS (RFC 7515) or a credential, as a token or with a Data Integrity proof. It counts only with the key that the person
names: a key that comes with the list would prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn

from credlens.model.errors import InputError, Problem
from credlens.model.verification import Outcome
from credlens.verify.dates import moment
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.jsonld.rdf import TermError, TooMuchWorkError, UnknownContextError
from credlens.verify.keys.dids import key_of_did, parted
from credlens.verify.keys.key import KeyFlaw, PublicKey
from credlens.verify.limits import LIMITS
from credlens.verify.needs import Steps
from credlens.verify.proofs import jwt
from credlens.verify.proofs.coverage import check_all_covered, check_proof_covered
from credlens.verify.proofs.suites import SignatureFlaw, suite_name, suite_of
from credlens.verify.strict_json import JsonFlaw
from credlens.verify.strict_json import read as read_json
from credlens.verify.trust.registries import IssuerEntry, IssuerRegistry
from credlens.yamltree import Lined, TreeError, parse

_TOKEN = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_KEY = "did:key:"
_SHAPE = "Write `issuers:` and below it lines such as `- {id: did:web:example.org, name: Example School}`."
_NAME_IT = "Ask whoever publishes it for the key, and name it: --key did:key:z6Mk..."
_DO_NOT = "Do not use it: get the list anew from whoever publishes it, and ask them for their key."
_BEGINS, _ENDS = ("validFrom", "issuanceDate"), ("validUntil", "expirationDate")
_LONGEST = 2_048  # letters of an id


def read_registry(data: bytes, name: str, key: str | None = None, at: datetime | None = None) -> IssuerRegistry:
    """A list of issuers.

    Args:
        data: the file, UTF-8.
        name: what the person calls it; used in messages, too.
        key: the did:key that it has to be signed with; None for a list that is not signed.
        at: the moment it has to count at, with a zone; None when that does not matter.

    Raises:
        InputError: it is no such list; or it is signed and no key is named; or it is not signed with the key that is.
    """
    with_key = None if key is None else _key(key, name)
    if len(data) > LIMITS.file:
        _refuse(name, f"The list has more than {LIMITS.file // 2**20} MiB.", "Take a smaller one.")
    if _TOKEN.fullmatch(data.strip()):
        found = _token(data.strip().decode("ascii"), name, with_key, at)
    else:
        found = _document(data, name)
        if "proof" in found:
            _check_proofs(found, name, with_key, at)
        elif with_key is not None:
            _refuse(name, "The list is not signed, and a key is named for it.", _DO_NOT)
    return IssuerRegistry(name, _entries(_list_in(found, name), name), key or "")


def _refuse(where: str, message: str, what_to_do: str) -> NoReturn:
    raise InputError([Problem(where, message, what_to_do)])


def _key(did: str, name: str) -> PublicKey:
    own = parted(did) if did.startswith(_KEY) else None
    if own is None:
        _refuse(name, f"{did[:100]!r} is no did:key.", "Name the key as it was given to you: did:key:z6Mk...")
    try:
        return key_of_did(*own)
    except KeyFlaw as flaw:
        _refuse(name, f"The key that is named for it cannot be used: {flaw}", "Name it as it was given to you.")


def _document(data: bytes, name: str) -> dict[str, Any]:
    """What is in a file that is no token: JSON, read strictly, or YAML."""
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    try:
        found = read_json(data, LIMITS) if is_json else parse(data)
    except JsonFlaw as flaw:
        _refuse(f"{name}: {flaw.where}" if flaw.where else name, flaw.message, _SHAPE)
    except TreeError as error:
        _refuse(name if error.line is None else f"{name}:{error.line}", error.message, error.what_to_do or _SHAPE)
    if not isinstance(found, dict):
        _refuse(name, "This is no list of issuers.", _SHAPE)
    twice = [Problem(f"{name}:{line}", f"`{key}` is given twice.", "Keep one of them.") for key, line in _twice(found)]
    if twice:
        raise InputError(twice)
    return found


def _twice(found: Any) -> Iterator[tuple[str, int]]:
    """Keys that YAML gives again, with the line; JSON is refused for it before."""
    waiting = [found]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Lined):
            yield from value.twice
        if isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value


def _token(token: str, name: str, key: PublicKey | None, at: datetime | None) -> dict[str, Any]:
    """What a token says, once its signature fits."""
    if key is None:
        _refuse(name, "The list is signed, and no key is named to check it with.", _NAME_IT)
    inquiry = _inquiry(at)
    unpacked = jwt.unpack(token, inquiry)
    if unpacked is None:
        _refuse(name, f"The signed list cannot be read. {_first_failed(inquiry)}", _DO_NOT)
    if not key.verify(unpacked.algorithm, unpacked.signing_input, unpacked.signature):
        _refuse(name, "The list is not signed with the key that is named, or was changed since.", _DO_NOT)
    if at is not None:
        claims = unpacked.payload
        _check_time(_seconds(claims.get("nbf"), name), _seconds(claims.get("exp"), name), name, at)
        _check_dates(unpacked.document, name, at)
    return unpacked.document


def _check_proofs(document: Mapping[str, Any], name: str, key: PublicKey | None, at: datetime | None) -> None:
    """See that one of its proofs is made with the key (Data Integrity 1.0 section 4.4); what others sign beside it proves nothing here."""
    if key is None:
        _refuse(name, "The list is signed, and no key is named to check it with.", _NAME_IT)
    proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    if len(proofs) > LIMITS.proofs:
        _refuse(name, f"It has more than {LIMITS.proofs} signatures.", _DO_NOT)
    flaws = [_flaw(document, proof, key, at) for proof in proofs]
    if not flaws or all(flaws):
        words = next(iter(flaws), "It has none.")
        _refuse(name, f"The list is not signed with the key that is named. {words}", _DO_NOT)
    if at is not None:
        _check_dates(document, name, at)


def _flaw(document: Mapping[str, Any], proof: Any, key: PublicKey, at: datetime | None) -> str:
    """Why a proof does not count; empty when it does."""
    suite = suite_of(proof) if isinstance(proof, dict) else None
    if suite is None or not suite.strict:
        kind = suite_name(proof) if isinstance(proof, dict) else None
        return f"Signatures of the kind {kind or 'without a name'} are not known here."
    if key.kind not in suite.kinds:
        return f"{suite.name} is made with keys of another kind."
    if proof.get("proofPurpose") != "assertionMethod" or "previousProof" in proof:
        return "Its signature was made for something else."
    contexts, own = (c if isinstance(c, list) else [c] for c in (document.get("@context"), proof.get("@context", [])))
    if contexts[: len(own)] != own:
        return "The signature was made with other contexts than the list has."
    ends = moment(proof["expires"]) if "expires" in proof else None
    if "expires" in proof and (ends is None or (at is not None and ends < at)):
        return f"The signature counted until {str(proof['expires'])[:40]}."
    unsigned = {k: v for k, v in document.items() if k != "proof"}
    inquiry = _inquiry(at)
    try:
        if suite.over_rdf and not (
            check_all_covered(unsigned, inquiry) and check_proof_covered(unsigned, proof, inquiry, "/proof")
        ):
            return f"The signature does not cover all of it. {_first_failed(inquiry)}"
        suite.verify(unsigned, proof, key, LIMITS)
    except (SignatureFlaw, TermError, UnknownContextError, TooMuchWorkError) as flaw:
        return str(flaw)
    return ""


def _check_dates(document: Mapping[str, Any], name: str, at: datetime) -> None:
    """The dates of a credential (VCDM 2.0 section 4.9)."""
    _check_time(_stated(document, _BEGINS, name), _stated(document, _ENDS, name), name, at)


def _check_time(begins: datetime | None, ends: datetime | None, name: str, at: datetime) -> None:
    if begins is not None and begins > at:
        _refuse(name, f"The list counts only from {begins:%Y-%m-%d}.", "Wait, or take the list that counts now.")
    if ends is not None and ends < at:
        _refuse(name, f"The list counted until {ends:%Y-%m-%d}.", "Get the newest one from whoever publishes it.")


def _stated(document: Mapping[str, Any], names: tuple[str, ...], name: str) -> datetime | None:
    said = next((document[n] for n in names if n in document), None)
    found = None if said is None else moment(said)
    if said is not None and found is None:
        _refuse(name, f"{str(said)[:40]!r} is no date and time with a zone.", _DO_NOT)
    return found


def _seconds(value: Any, name: str) -> datetime | None:
    """A NumericDate (RFC 7519 section 2)."""
    if value is None:
        return None
    try:
        return datetime.fromtimestamp(float(value), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        _refuse(name, f"{str(value)[:40]!r} is no number of seconds.", _DO_NOT)


def _list_in(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The list itself: the document, or what a credential says of its subject."""
    if "issuers" in document or "registry" in document:
        return document
    subjects = document.get("credentialSubject")
    for subject in subjects if isinstance(subjects, list) else [subjects]:
        if isinstance(subject, dict) and ("issuers" in subject or "registry" in subject):
            return subject
    _refuse(name, "This is no list of issuers.", _SHAPE)


def _entries(found: Mapping[str, Any], name: str) -> tuple[IssuerEntry, ...]:
    """Issuers of a list, each id once."""
    entries: dict[str, IssuerEntry] = {}
    problems = []
    for where, id, called in _lines(found):  # noqa: A001
        if not isinstance(id, str) or not 0 < len(id) <= _LONGEST or ":" not in id or any(c.isspace() for c in id):
            problems.append(Problem(f"{name}: {where}", "It has no id.", "Add `id:` with its DID or address."))
        elif not isinstance(called, str):
            problems.append(Problem(f"{name}: {where}", "Its name is no text.", "Write a text, or leave it out."))
        else:
            entries.setdefault(id, IssuerEntry(id, called))
    if not (entries or problems):
        problems.append(Problem(name, "The list names no issuer.", _SHAPE))
    if problems:
        raise InputError(problems)
    return tuple(entries.values())


def _lines(found: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Place, id and name of each issuer, as they stand there."""
    listed = found.get("issuers", [])
    for number, entry in enumerate(listed if isinstance(listed, list) else [listed]):
        one = entry if isinstance(entry, dict) else {}
        yield f"issuers[{number}]", one.get("id"), one.get("name") or ""
    registry = found.get("registry", {})
    for id, entry in registry.items() if isinstance(registry, dict) else [(None, None)]:  # noqa: A001
        yield f"registry: {id}", id, (entry.get("name") or "") if isinstance(entry, dict) else None


def _inquiry(at: datetime | None) -> Inquiry:
    """What the readers of signatures note into; nothing is asked for on its behalf."""
    return Inquiry(Desk(Settings(at or datetime.max.replace(tzinfo=UTC)), _examines_nothing))


def _examines_nothing(_found: Any, _where: str, _inquiry: Inquiry) -> Steps[Any]:
    yield from ()
    raise AssertionError("a list of issuers holds no badges")


def _first_failed(inquiry: Inquiry) -> str:
    bad = (c for c in inquiry.checks if c.outcome in {Outcome.FAILED, Outcome.NOT_CHECKED})
    return next((f"{c.reason} ({c.where})" if c.where else c.reason for c in bad), "")
