"""Signed badges: whose key it is, and whether the badge is on its issuer's list of revoked ones (OB 2.0, Signed Verification).

The key counts when the issuer's profile, found at the issuer's own address, lists it. Open Badges 1.x has no such list: there, the key has to be
at the issuer's own host, where its profile is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from credlens.verify.earlier.backing import Backing, gather
from credlens.verify.earlier.documents import Nothing, bytes_at, spot
from credlens.verify.earlier.form import Form, id_of, web
from credlens.verify.earlier.hosted import Stated, named_issuer, says_hosted
from credlens.verify.earlier.revocation import check_revocation
from credlens.verify.inquiry import Inquiry
from credlens.verify.keys.key import ALGORITHMS, KeyFlaw, PublicKey, from_pem
from credlens.verify.keys.methods import Listed, absolute, controller_of, key_in, listed, name_of
from credlens.verify.needs import Kind, Steps
from credlens.verify.proofs.jwt import Unpacked
from credlens.verify.strict_json import JsonFlaw, read

_PEM = b"-----BEGIN"
_SHOWN = 120
_ASK = "Ask the issuer whether it issued this badge."
_WHAT = "The issuer's key"


@dataclass(frozen=True, slots=True)
class _Key:
    """A key with its address, and whose it is by its own word; empty when it does not say."""

    id: str
    key: PublicKey
    owner: str


def check_signed(
    document: Mapping[str, Any], shown: Mapping[str, Any], unpacked: Unpacked, form: Form, inquiry: Inquiry
) -> Steps[Stated]:
    """Record ``proof``, ``key``, ``signature``, ``binding`` and ``status_revocation``.

    Args:
        document: the signed text; ``shown``: it in the words of 2.0.
    """
    inquiry.passed("proof", f"It is a token, signed with {unpacked.algorithm}.")
    inquiry.passed("terms", "The signature is over the whole text.")
    named = _creator(shown)
    if says_hosted(shown):
        words = "It is signed, but says that the copy at its issuer counts, where it may be revoked."
        inquiry.not_checked("hosted", words, "/verification", "Give the address of the badge instead.")
    nothing = Stated(shown, document, Backing(issuer_id=named_issuer(shown, form)), form, unpacked.algorithm)
    backing = None
    if named:
        found = yield from _key_at(named, inquiry)
        if found is None:
            inquiry.not_checked("signature", "Its key is not at hand.")
            return nothing
        keys = [found]
    else:  # then the profile's own keys are meant
        backing = yield from gather(shown, {}, form, "binding", inquiry)
        keys = yield from _keys_of(backing, inquiry)
        if not keys:
            return Stated(shown, document, backing, form, unpacked.algorithm)
    key = _fitting(keys, unpacked, inquiry)
    if key is None:
        return nothing
    if backing is None:
        backing = yield from gather(shown, {}, form, "binding", inquiry)
    if backing.complete:
        _bind(key, backing, form, inquiry)
        if not inquiry.has_failed("binding"):
            yield from check_revocation(shown, backing, form, inquiry)
    return Stated(shown, document, backing, form, unpacked.algorithm)


def _creator(shown: Mapping[str, Any]) -> str:
    told = shown.get("verification")
    if not isinstance(told, dict):
        return ""
    return id_of(told.get("creator")) or id_of(told.get("publicKey"))


def _key_at(address: str, inquiry: Inquiry) -> Steps[_Key | None]:
    """The key that the badge names; records ``key``."""
    if not web(address):
        inquiry.failed(
            "key", "It names its key by something that is no address on the web.", "/verification/creator", _ASK
        )
        return None
    data = yield from bytes_at(address, Kind.KEY, inquiry)
    if isinstance(data, Nothing):
        data.note("key", _WHAT, address, inquiry)
        return None
    try:
        found = _key_in(data, address, inquiry)
    except (KeyFlaw, JsonFlaw) as flaw:
        inquiry.failed("key", f"{address[:_SHOWN]}: {flaw}", address, "Ask the issuer to put its key in order.")
        return None
    inquiry.passed("key", f"A key of the kind {found.key.kind}, found at {address}.", address)
    return found


def _key_in(data: bytes, address: str, inquiry: Inquiry) -> _Key:
    """The key in a document: PEM as it is (OB 1.x), a CryptographicKey, or a profile with the key in it.

    Raises:
        KeyFlaw: there is none that is sound.
        JsonFlaw: it cannot be read.
    """
    if data.lstrip().startswith(_PEM):
        return _Key(address, from_pem(data.decode("ascii", "replace")), "")
    found = read(data, inquiry.limits)
    if not isinstance(found, dict):
        raise KeyFlaw("This is no JSON object.")
    at = inquiry.settings.at
    base = address.partition("#")[0]
    name = absolute(name_of(found), base)
    if any(form in found for form in ("publicKeyPem", "publicKeyJwk", "publicKeyMultibase", "kty")):
        if name not in {"", address, base}:  # OB 2.0 demands no id of a key; one at its own address needs none
            raise KeyFlaw(f"The document says that it is another one, {name[:_SHOWN]!r}.")
        return _Key(address, key_in(found, at), controller_of(found))
    if name != base:
        raise KeyFlaw(f"The document says that it is another one, {name[:_SHOWN]!r}.")
    fitting = [m for m in listed(found, base) if m.entry and address in {m.id, base}]
    if len(fitting) != 1:
        raise KeyFlaw("The document does not hold exactly one key of that name.")
    (method,) = fitting
    # A document may call its key by a name that belongs to somebody else: only names beneath its own count.
    name = method.id if method.id.startswith(f"{base}#") else address
    return _Key(name, key_in(method.entry, at), controller_of(method.entry) or base)


def _keys_of(backing: Backing, inquiry: Inquiry) -> Steps[list[_Key]]:
    """The keys that the profile lists, for a badge that does not say which it was signed with."""
    if not backing.issuer:
        inquiry.not_checked("key", "It does not say which key it is signed with, and its issuer is not known.")
        return []
    found: list[_Key] = []
    try:
        methods = listed(backing.issuer, backing.issuer_id)
        for method in methods[: inquiry.limits.proofs]:
            if method.entry:
                owner = controller_of(method.entry) or backing.issuer_id
                found.append(_Key(method.id, key_in(method.entry, inquiry.settings.at), owner))
            else:
                key = yield from _key_at(method.id, inquiry)
                found += [key] if key else []
    except KeyFlaw as flaw:
        inquiry.failed("key", f"The keys of its issuer: {flaw}", "", _ASK)
        return []
    if not found and not any(c.id == "key" for c in inquiry.checks):
        inquiry.failed("key", "It does not say which key it is signed with, and its issuer lists none.", "", _ASK)
    return found


def _fitting(keys: list[_Key], unpacked: Unpacked, inquiry: Inquiry) -> _Key | None:
    """The key that the signature fits; records ``signature``, or ``algorithm``."""
    name = unpacked.algorithm
    same_kind = [key for key in keys if key.key.kind == ALGORITHMS[name]]
    if not same_kind:
        inquiry.failed("algorithm", f"It says that it is signed with {name}, but its key is of another kind.", "/alg")
        return None
    for key in same_kind:
        if key.key.verify(name, unpacked.signing_input, unpacked.signature):
            inquiry.passed("signature", f"{name}, over the whole token.")
            return key
    step = "Ask for the badge as it was issued; do not rely on this one."
    inquiry.failed("signature", "It was changed after it was signed, or signed with another key.", "", step)
    return None


def _bind(key: _Key, backing: Backing, form: Form, inquiry: Inquiry) -> None:
    """Record ``binding``: whether the issuer's profile lists the key."""
    issuer = backing.issuer_id
    if key.owner not in {"", issuer}:
        inquiry.failed("binding", f"The key is another's, by its own word: {key.owner[:_SHOWN]!r}.", key.id, _ASK)
        return
    try:
        methods = listed(backing.issuer, issuer)
        flaw = ""
    except KeyFlaw as error:
        methods, flaw = (), str(error)
    if flaw:
        inquiry.failed("binding", f"The issuer's profile: {flaw}", issuer, _ASK)
    elif any(_is_listed(key, method, inquiry) for method in methods):
        inquiry.passed("binding", "The issuer's profile lists the key.", key.id)
    elif form.first and not methods and _at_home(key.id, issuer):
        words = "The key is at the host of the issuer's profile; badges of this format have no other tie."
        inquiry.passed("binding", words, key.id)
    else:
        words = f"The issuer's profile ({issuer}) does not list the key."
        inquiry.failed("binding", words, key.id, _ASK)


def _is_listed(key: _Key, method: Listed, inquiry: Inquiry) -> bool:
    if not method.entry or not any(name.startswith("publicKey") for name in method.entry):
        return bool(method.id) and method.id == key.id
    if controller_of(method.entry) not in {"", key.owner} and key.owner:
        return False
    try:
        return key_in(method.entry, inquiry.settings.at) == key.key
    except KeyFlaw:
        return False


def _at_home(address: str, issuer: str) -> bool:
    there, home = spot(address), spot(issuer)
    return there is not None and home is not None and home.same_origin(there)
