"""Finding the key that a signature names.

Controlled Identifiers 1.0 section 3.3 (retrieve verification method), RFC 7515 section 4.1.4 (``kid``).
A key that the badge itself carries is taken as it is, and marked: whose it is, :mod:`credlens.verify.keys.binding` finds out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from credlens.verify.inquiry import Inquiry
from credlens.verify.keys.addresses import Place, place
from credlens.verify.keys.dids import OWN_KEY, key_of_did, parted, web_address
from credlens.verify.keys.key import KeyFlaw, PublicKey, from_multibase
from credlens.verify.keys.methods import Listed, absolute, allowed, controller_of, key_in, listed, name_of
from credlens.verify.needs import Kind, Missing, Steps
from credlens.verify.strict_json import JsonFlaw, read

_ANY = ("https://", "http://", "did:")
_SHOWN = 120  # letters of a stranger's reference in a message


@dataclass(frozen=True, slots=True)
class Method:
    """A key and where it is from.

    Attributes:
        id: the reference it was found by; empty when the badge carries a key and names none.
        controller: the DID or address whose key it is, by the word of ``document``; empty when nobody says.
        carried: whether the badge itself brought the key: it proves nothing about who has it.
        document: address of the document it was found in; empty for a key that is carried, or is its own identifier (did:key, did:jwk).
        purpose: what it is to be used for.
        allowed: whether the document lists it for that purpose; False while nobody said so.
    """

    id: str
    controller: str
    key: PublicKey
    carried: bool
    document: str
    purpose: str = "assertionMethod"
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class NoKey:
    """Why a key was not found, or must not be used.

    Attributes:
        check: ``key`` or ``purpose``.
        missing: the reply, when a document was not there; nothing is known then.
        unknown: whether it is of a kind that is not looked up here; nothing is known then either.
    """

    check: str
    words: str
    missing: Missing | None = None
    unknown: bool = False


def resolve(
    reference: str, inquiry: Inquiry, *, purpose: str, carried: Mapping[str, Any] | None = None
) -> Steps[Method | None]:
    """Find a key, and record ``key`` and, where its document says it, ``purpose``.

    Args:
        reference: a verificationMethod or ``kid``, absolute; empty when there is none.
        purpose: the verification relationship it has to have ("assertionMethod").
        carried: the key that the badge brings along, as a JSON Web Key or a verification method.
    """
    own = parted(reference) if reference.startswith(OWN_KEY) else None
    if own is not None and (carried is None or inquiry.strict):
        found: Method | NoKey = _of_itself(reference, own, purpose, carried, inquiry)
    elif carried is not None:
        found = _brought(reference, purpose, carried, inquiry)
    else:
        found = _in_fragment(reference, purpose, inquiry) or (yield from look_up(reference, purpose, inquiry))
    if isinstance(found, NoKey):
        _say(found, reference, inquiry)
        return None
    if found.carried:
        words = "The badge itself brings the key; that alone does not say whose it is."
        inquiry.passed(
            "key", words if inquiry.strict else f"{words} It is taken, as the public validator does.", reference
        )
        inquiry.not_applicable("purpose", "Nobody but the badge says what its key may be used for.", reference)
    else:
        source = f"at {found.document}" if found.document else "in its own identifier"
        inquiry.passed("key", f"A key of the kind {found.key.kind}, found {source}.", reference)
        if found.allowed:
            inquiry.passed("purpose", "", reference)
        elif _is_did(found):
            inquiry.warn(
                "purpose", f"It is not listed as {purpose}; outside our own rules, that is told and no more.", reference
            )
        elif not inquiry.strict:
            inquiry.not_applicable("purpose", "Nobody says what it may be used for.", reference)
    return found


def look_up(reference: str, purpose: str, inquiry: Inquiry) -> Steps[Method | NoKey]:
    """The key of a did:web or https reference as the document there has it. Records nothing.

    A DID document has to list it for the purpose; for other documents, see ``allowed`` of the answer.
    """
    if reference.startswith("did:"):
        return (yield from _in_did_document(reference, parted(reference), purpose, inquiry))
    at = place(reference)
    if at is None:
        if reference.startswith("http://"):
            return NoKey("key", "Its address is not protected against tampering on the way (http instead of https).")
        return NoKey("key", "It is neither a DID nor an address on the web that can be read in one way only.")
    return (yield from _at_address(reference, at, purpose, inquiry))


def document_at(address: str, kind: Kind, inquiry: Inquiry) -> Steps[dict[str, Any] | NoKey]:
    """A JSON object from the web that counts as the word of the host it was asked of."""
    asked = place(address)
    if asked is None:
        return NoKey("key", f"{address[:_SHOWN]} is not an https address that can be read in one way only.")
    reply = yield from inquiry.ask(address, kind)
    if isinstance(reply, Missing):
        return NoKey("key", reply.words, reply)
    answered = place(reply.url)
    if answered is None or not asked.answered_by(answered):
        return NoKey(
            "key", f"{address} sends its visitors on to another host, {reply.url[:_SHOWN]}, whose word is not its own."
        )
    try:
        found = read(reply.data, inquiry.limits)
    except JsonFlaw as flaw:
        return NoKey("key", f"What is at {address} cannot be read: {flaw.message}")
    return found if isinstance(found, dict) else NoKey("key", f"What is at {address} is not a JSON object.")


def _of_itself(
    reference: str, own: tuple[str, str], purpose: str, carried: Mapping[str, Any] | None, inquiry: Inquiry
) -> Method | NoKey:
    try:
        key = key_of_did(*own)
        if carried is not None and key_in(carried, inquiry.settings.at) != key:
            return NoKey("key", "The badge brings another key than the one it names.")
    except KeyFlaw as flaw:
        return NoKey("key", str(flaw))
    return Method(reference, own[0], key, carried=False, document="", purpose=purpose, allowed=True)


def _brought(reference: str, purpose: str, carried: Mapping[str, Any], inquiry: Inquiry) -> Method | NoKey:
    try:
        key = key_in(carried, inquiry.settings.at)
    except KeyFlaw as flaw:
        return NoKey("key", f"The key that the badge brings: {flaw}")
    return Method(reference, reference.partition("#")[0], key, carried=True, document="", purpose=purpose)


def _in_fragment(reference: str, purpose: str, inquiry: Inquiry) -> Method | None:
    """A fragment that is a key itself: https://issuer.example#z6Mk... The public validator takes it behind any address."""
    before, _, fragment = reference.partition("#")
    if not fragment.startswith("z") or not before.startswith(("https://", "did:web:") if inquiry.strict else _ANY):
        return None
    try:
        key = from_multibase(fragment)
    except KeyFlaw:
        return None
    return Method(reference, before, key, carried=True, document="", purpose=purpose)


def _in_did_document(
    reference: str, own: tuple[str, str] | None, purpose: str, inquiry: Inquiry
) -> Steps[Method | NoKey]:
    if own is None:
        return NoKey("key", "It is no plain DID with a key's name behind #.")
    did, _ = own
    if not did.startswith("did:web:"):
        return NoKey(
            "key", f"DIDs of the kind {':'.join(did.split(':')[:2])[:30]} are not looked up here.", unknown=True
        )
    address = web_address(did)
    if address is None:
        return NoKey("key", "The did:web names no proper address on the web.")
    document = yield from document_at(address, Kind.DID_DOCUMENT, inquiry)
    if isinstance(document, NoKey):
        return document
    if name_of(document) != did:
        return NoKey("key", f"The document at {address} is that of another DID, {name_of(document)[:_SHOWN]!r}.")
    return _picked(reference, did, document, address, purpose, inquiry, is_did=True)


def _at_address(reference: str, at: Place, purpose: str, inquiry: Inquiry) -> Steps[Method | NoKey]:
    """A document about one key, a key set, or something with keys in it, such as the issuer's profile."""
    address = reference.partition("#")[0]
    document = yield from document_at(address, Kind.KEY, inquiry)
    if isinstance(document, NoKey):
        return document
    name = name_of(document)
    if isinstance(document.get("keys"), list):
        return _in_set(reference, at, document["keys"], address, purpose, inquiry)
    if "kty" in document or any(part in document for part in ("publicKeyPem", "publicKeyJwk", "publicKeyMultibase")):
        if name and absolute(name, address) not in {reference, address}:
            return NoKey("key", f"The document at {address} says that it is another one, {name[:_SHOWN]!r}.")
        try:
            key = key_in(document, inquiry.settings.at)
        except KeyFlaw as flaw:
            return NoKey("key", str(flaw))
        return Method(reference, controller_of(document), key, carried=False, document=address, purpose=purpose)
    if name not in {address, reference}:
        return NoKey("key", f"The document at {address} says that it is another one, {name[:_SHOWN]!r}.")
    return _picked(reference, name, document, address, purpose, inquiry, is_did=False)


def _in_set(reference: str, at: Place, keys: list[Any], address: str, purpose: str, inquiry: Inquiry) -> Method | NoKey:
    """A key set (RFC 7517 section 5): the key with that ``kid``, or the only one."""
    names = {reference, at.fragment} if at.fragment else {reference}
    fitting = [k for k in keys if isinstance(k, Mapping) and isinstance(k.get("kid"), str) and k["kid"] in names]
    if not fitting and not at.fragment and len(keys) == 1 and isinstance(keys[0], Mapping):
        fitting = [keys[0]]
    if len(fitting) != 1:
        words = "has more than one key" if fitting else "has no key"
        return NoKey("key", f"The key set at {address} {words} of that name.")
    try:
        key = key_in(fitting[0], inquiry.settings.at)
    except KeyFlaw as flaw:
        return NoKey("key", str(flaw))
    return Method(reference, "", key, carried=False, document=address, purpose=purpose)


def _picked(
    reference: str,
    owner: str,
    document: Mapping[str, Any],
    address: str,
    purpose: str,
    inquiry: Inquiry,
    *,
    is_did: bool,
) -> Method | NoKey:
    """The method of a document that a reference names; when it names none, the only one for the purpose."""
    try:
        methods = listed(document, owner)
        if "#" in reference:
            fitting = [m for m in methods if m.id == reference]
        else:
            fitting = [m for m in methods if allowed(m, document, purpose, is_did=is_did)]
        if len(fitting) != 1 or not fitting[0].entry:
            words = (
                "names more than one key, and the badge does not say which" if len(fitting) > 1 else "does not list it"
            )
            return NoKey("key", f"The document at {address} {words}.")
        (method,) = fitting
        key = key_in(method.entry, inquiry.settings.at)
    except KeyFlaw as flaw:
        return NoKey("key", str(flaw))
    controller = controller_of(method.entry) or owner
    if controller != owner:
        return NoKey("key", f"The document at {address} says that the key is another's, {controller[:_SHOWN]!r}.")
    if not _permits(method, document, purpose, inquiry, is_did=is_did):
        return NoKey("purpose", f"The document at {address} does not list the key for this use ({purpose}).")
    permitted = allowed(method, document, purpose, is_did=is_did)
    # A document may call its key by a name that belongs to somebody else: only names beneath its own count.
    name = method.id if method.id.startswith(f"{owner}#") else reference
    return Method(name, owner, key, carried=False, document=address, purpose=purpose, allowed=permitted)


def _permits(method: Listed, document: Mapping[str, Any], purpose: str, inquiry: Inquiry, *, is_did: bool) -> bool:
    return not inquiry.strict or allowed(method, document, purpose, is_did=is_did)


def _is_did(method: Method) -> bool:
    return method.controller.startswith("did:")


def _say(found: NoKey, reference: str, inquiry: Inquiry) -> None:
    if found.missing is not None:
        inquiry.missing(found.check, found.missing, "The document with the issuer's key", reference)
        return
    if found.unknown:
        inquiry.not_checked(found.check, found.words, reference[:_SHOWN])
        return
    step = "Ask the issuer to put its key in order, or to issue the badge again."
    named = reference[:_SHOWN] or "The badge names no key"
    inquiry.failed(found.check, f"{named}: {found.words}", reference[:_SHOWN], step)
