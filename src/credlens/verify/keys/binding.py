"""Whether a key is its issuer's: what keeps a badge that anybody signed with any key from passing for a real one.

A badge says who issued it and which key signed it; both can be anybody's words. What counts is the word of whoever has the issuer's id:

- did:key, did:jwk: the id is the key.
- did:web: the document at the DID's address, which has to list the key for the purpose.
- https: the profile at exactly that address; or the host's ``.well-known/jwt-vc-issuer`` for that issuer (JWT VC Issuer Metadata of SD-JWT VC); or the
  did:web of the host itself; or, when the profile lists no keys, a document about the key beneath the issuer's own address.

What the badge repeats of its issuer (an embedded profile, keys in it) and what a key's own document claims (``controller``) count for
nothing elsewhere. Open Badges 3.0 (verification), Open Badges 2.0 (Profile, ``publicKey``), Controlled Identifiers 1.0 section 3.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from credlens.verify.inquiry import Inquiry
from credlens.verify.keys.addresses import Place, place
from credlens.verify.keys.dids import OWN_KEY, key_of_did, parted, web_address
from credlens.verify.keys.key import KeyFlaw
from credlens.verify.keys.methods import Listed, allowed, controller_of, key_in, listed, name_of
from credlens.verify.keys.resolve import Method, NoKey, document_at, look_up
from credlens.verify.needs import Kind, Missing, Steps, Why

_SHOWN = 120
_WELL_KNOWN = "/.well-known/jwt-vc-issuer"
_ONLINE = "Run it again with --online, or give the issuer's document with --documents."
_ASK = "Ask the issuer whether it issued this badge."


@dataclass(frozen=True, slots=True)
class _Listing:
    """What a document of the issuer says of a key.

    Attributes:
        found: whether it lists it.
        flaw: why it must not be used although it is listed, or another key of its name is; ``check`` says which check that fails.
        others: whether it lists any key at all.
        missing: the reply, when the document is not there; ``words``: why the document is no evidence.
    """

    found: bool = False
    check: str = "binding"
    flaw: str = ""
    others: bool = False
    missing: Missing | None = None
    words: str = ""


def bind(method: Method, issuer: Any, issuer_id: str, inquiry: Inquiry, *, token: bool = False) -> Steps[None]:
    """Record whether a key is the issuer's (``binding``), and ``purpose`` when only the issuer's document says it.

    Args:
        method: as :func:`~credlens.verify.keys.resolve.resolve` found it.
        issuer: the issuer as it stands in the badge; no evidence, but worth a word when it lists keys.
        issuer_id: its id.
        token: whether the badge is a JWT: the public validator binds the keys of these to nobody.
    """
    if not inquiry.strict:
        _as_the_public_validator(method, issuer_id, inquiry, token=token)
        return
    if not issuer_id:
        inquiry.failed("binding", "It does not say by its id who issued it.", "/issuer")
        return
    confirmed = yield from _confirmed(method, inquiry)
    if isinstance(confirmed, NoKey):
        inquiry.failed(confirmed.check, confirmed.words, method.id, _ASK)
        if confirmed.check != "binding":
            inquiry.failed("binding", "Its issuer does not let this key be used.", method.id, _ASK)
        return
    if method.carried and confirmed.allowed:
        inquiry.passed("purpose", "", method.id)
    if issuer_id.startswith("did:"):
        yield from _to_did(confirmed, issuer, issuer_id, inquiry)
        return
    at = place(issuer_id)
    if at is None:
        words = "its address is not protected against tampering on the way (http instead of https)"
        if not issuer_id.startswith("http://"):
            words = "its id is neither a DID nor an https address that can be read in one way only"
        inquiry.failed("binding", f"Nothing can tie a key to this issuer: {words}.", "/issuer", _ASK)
        return
    yield from _to_address(confirmed, issuer, issuer_id, at, inquiry)


def _as_the_public_validator(method: Method, issuer_id: str, inquiry: Inquiry, *, token: bool) -> None:
    """Whose key it is, by the key's or the badge's own word."""
    said = "This proves nothing; the public validator takes it."
    alone = method.id.startswith("did:jwk:") or (method.id.startswith("did:key:") and "#" not in method.id)
    if token or alone:  # a key that is its own name, without a fragment, has no controller there
        inquiry.passed("binding", f"Nobody was asked whose key it is. {said}")
    elif method.controller != issuer_id:
        words = f"The key says that it is another's, {method.controller[:_SHOWN]!r}."
        inquiry.failed("binding", words, method.id, _ASK)
    else:
        who = "the badge" if method.carried else "the key's own document"
        foreign = method.carried or method.id.partition("#")[0] != issuer_id
        inquiry.passed("binding", f"Only {who} says that the key is the issuer's. {said}" if foreign else "")


def _confirmed(method: Method, inquiry: Inquiry) -> Steps[Method | NoKey]:
    """A key that the badge brings, found where its name says, too; as it was when it is not found there.

    It is looked up only now: the signature fits, so it is worth asking.
    """
    if not method.carried or not method.id.startswith(("https://", "did:")):
        return method
    found = yield from look_up(method.id, method.purpose, inquiry)
    if isinstance(found, Method):
        if found.key == method.key:
            return found
        return NoKey("binding", f"At {method.id[:_SHOWN]} there is another key than the badge brings along.")
    return found if found.check == "purpose" else method


def _to_did(method: Method, issuer: Any, issuer_id: str, inquiry: Inquiry) -> Steps[None]:
    if (
        not method.carried and method.id.partition("#")[0] == issuer_id
    ):  # not by its controller: a key's document may claim any
        _bound(method, inquiry, "It is the key of the issuer's own DID.")
        return
    if issuer_id.startswith(OWN_KEY):
        if _is_key(issuer_id, method):
            inquiry.passed("purpose", "", method.id)
            _bound(replace(method, allowed=True), inquiry, "The issuer's id is the key itself.")
        else:
            inquiry.failed("binding", "The issuer's id is another key than the one that signed.", "/issuer", _ASK)
        return
    address = web_address(issuer_id)
    if address is None:
        words = "The issuer's id is of a kind that is not looked up here, and the key is not one of its own."
        inquiry.failed("binding", words, "/issuer", _ASK)
        return
    listing = yield from _listing(method, issuer_id, address, Kind.DID_DOCUMENT, inquiry)
    _judge(method, (listing,), issuer, inquiry, own_origin=False)


def _is_key(did: str, method: Method) -> bool:
    own = parted(did)
    try:
        return own is not None and key_of_did(own[0], "") == method.key
    except KeyFlaw:
        return False


def _to_address(method: Method, issuer: Any, issuer_id: str, at: Place, inquiry: Inquiry) -> Steps[None]:
    document = place(method.document) if method.document and not method.carried else None
    if document is not None and method.id.startswith("did:web:"):
        own = {"/.well-known/did.json"}
        if at.path != "/" and at.query is None:
            own.add(at.path.rstrip("/") + "/did.json")
        if at.same_origin(document) and document.path in own:
            _bound(method, inquiry, "It is the key of the DID of the issuer's own address.")
            return
    profile = yield from _listing(method, issuer_id, issuer_id, Kind.ISSUER, inquiry)
    if profile.found or profile.flaw:
        _judge(method, (profile,), issuer, inquiry, own_origin=False)
        return
    known = yield from _well_known(method, issuer_id, at, inquiry)
    if known.found or known.flaw:
        _judge(method, (known,), issuer, inquiry, own_origin=False)
        return
    own_address = document is not None and not method.id.startswith("did:") and at.owns(document)
    if own_address and method.controller in {"", issuer_id} and not profile.others and not known.others:
        _bound(method, inquiry, "The document about the key is beneath the issuer's own address.")
        return
    own_origin = document is not None and at.same_origin(document)
    _judge(method, (profile, known), issuer, inquiry, own_origin=own_origin)


def _listing(method: Method, owner: str, address: str, kind: Kind, inquiry: Inquiry) -> Steps[_Listing]:
    """What the issuer's profile or DID document says of a key."""
    document = yield from document_at(address, kind, inquiry)
    if isinstance(document, NoKey):
        return _Listing(missing=document.missing, words=_unseen(document, address))
    if name_of(document) != owner:
        return _Listing(words=f"The document at {address} is that of somebody else, {name_of(document)[:_SHOWN]!r}.")
    try:
        methods = listed(document, owner)
    except KeyFlaw as flaw:
        return _Listing(flaw=str(flaw))
    fitting, flaw_found = [], ""
    for listed_method in methods:
        fits, flaw_of = _fits(listed_method, method, owner, inquiry)
        flaw_found = flaw_found or flaw_of
        if fits:
            fitting.append(listed_method)
    if flaw_found:
        return _Listing(flaw=flaw_found, others=True)
    if not fitting:
        return _Listing(others=bool(methods), words=f"The document at {address} does not list the key.")
    is_did = kind is Kind.DID_DOCUMENT
    if not any(allowed(m, document, method.purpose, is_did=is_did) for m in fitting):
        words = f"The document at {address} lists the key, but not for this use ({method.purpose})."
        return _Listing(flaw=words, check="purpose", others=True)
    return _Listing(found=True, words=f"The document at {address} lists the key.")


def _unseen(found: NoKey, address: str) -> str:
    return found.words if found.missing is None else f"{address} was not looked at: {found.words}"


def _fits(entry: Listed, method: Method, owner: str, inquiry: Inquiry) -> tuple[bool, str]:
    """Whether a listed method is this one, and why it must not be used.

    An entry that holds a key fits by its key. One that only names a key fits by its name, when that name was looked up itself.
    """
    if not entry.entry or set(entry.entry) <= {"id", "@id", "type", "@type"}:
        return not method.carried and _same_name(entry.id, method.id), ""
    same_name = bool(entry.id) and entry.id == method.id
    try:
        same_key = key_in(entry.entry, None) == method.key
    except KeyFlaw as flaw:
        return False, str(flaw) if same_name else ""
    if not same_key:
        return False, f"The issuer's key {entry.id[:_SHOWN]} is another than the one that signed." if same_name else ""
    if controller_of(entry.entry) not in {"", owner}:
        return False, "The issuer's document lists the key as somebody else's."
    try:
        key_in(entry.entry, inquiry.settings.at)
    except KeyFlaw as flaw:
        return False, str(flaw)
    return True, ""


def _same_name(name: str, other: str) -> bool:
    """A did:key or did:jwk has one key: with or without its fragment, it is the same."""
    if name.startswith(OWN_KEY):
        return name.partition("#")[0] == other.partition("#")[0]
    return bool(name) and name == other


def _well_known(method: Method, issuer_id: str, at: Place, inquiry: Inquiry) -> Steps[_Listing]:
    """What the host says of the keys of an issuer at it: JWT VC Issuer Metadata of SD-JWT VC."""
    port = "" if at.port == 443 else f":{at.port}"
    address = f"https://{at.host}{port}{_WELL_KNOWN}{at.path.rstrip('/')}"
    metadata = yield from document_at(address, Kind.ISSUER, inquiry)
    if isinstance(metadata, NoKey):
        return _Listing(missing=metadata.missing, words=_unseen(metadata, address))
    if metadata.get("issuer") != issuer_id:
        return _Listing(words=f"The document at {address} is about another issuer.")
    keys: Any = metadata.get("jwks")
    source = metadata.get("jwks_uri")
    if keys is None and isinstance(source, str):
        where = place(source)
        if where is None or not at.same_origin(where):
            return _Listing(words=f"The document at {address} has its keys at another host.")
        keys = yield from document_at(source, Kind.KEY, inquiry)
        if isinstance(keys, NoKey):
            return _Listing(missing=keys.missing, words=_unseen(keys, source))
    entries = keys.get("keys") if isinstance(keys, Mapping) else None
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, Mapping) and _is_this(entry, method, inquiry):
            return _Listing(found=True, words=f"The document at {address} lists the key.")
    return _Listing(others=bool(entries), words=f"The document at {address} does not list the key.")


def _is_this(entry: Mapping[str, Any], method: Method, inquiry: Inquiry) -> bool:
    try:
        return key_in(entry, inquiry.settings.at) == method.key
    except KeyFlaw:
        return False


def _bound(method: Method, inquiry: Inquiry, words: str) -> None:
    inquiry.passed("binding", words, method.id)
    if not method.allowed:
        inquiry.not_applicable(
            "purpose", "The document about the key says of no key what it may be used for.", method.id
        )


def _judge(method: Method, listings: tuple[_Listing, ...], issuer: Any, inquiry: Inquiry, *, own_origin: bool) -> None:
    """Record what the issuer's documents say."""
    first = listings[0]
    if first.found:
        inquiry.passed("binding", first.words, method.id)
        if not method.allowed:
            inquiry.passed("purpose", first.words, method.id)
        return
    if first.flaw:
        if first.check != "binding":
            inquiry.failed(first.check, first.flaw, method.id, _ASK)
        inquiry.failed("binding", first.flaw, method.id, _ASK)
        return
    missing = first.missing
    if missing is not None and own_origin and missing.why not in {Why.NOT_FOUND, Why.GONE}:
        inquiry.missing("binding", missing, "The issuer's profile", method.id)
        if not method.allowed:
            inquiry.missing("purpose", missing, "The issuer's profile", method.id)
        return
    words = f"{first.words} Nothing else ties the key to the issuer."
    if isinstance(issuer, Mapping) and ("verificationMethod" in issuer or "publicKey" in issuer):
        words += " What the badge itself says of its issuer's keys counts for nothing."
    offline = any(other.missing is not None and other.missing.why is Why.OFFLINE for other in listings)
    inquiry.failed("binding", words, method.id, _ONLINE if offline else _ASK)
