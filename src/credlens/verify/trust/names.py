"""Whether an issuer is who its name says: the check ``issuer_name`` (warnings only).

A badge may be signed soundly by somebody who calls himself like somebody else. Nobody can prove that from the badge; what can be seen is told.
"""

from __future__ import annotations

from functools import lru_cache

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.trust.hosts import host_of, odd_host
from credlens.verify.trust.known import listed
from credlens.verify.trust.letters import odd_letters, skeletons
from credlens.verify.trust.lookalikes import under
from credlens.verify.trust.registries import KnownIssuer, Trust

_ASK = "Look at the issuer's id and address, not at its name."
_NOBODY = Trust()
_FORMS = frozenset(
    {
        "ag",
        "bv",
        "co",
        "company",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "incorporated",
        "limited",
        "llc",
        "llp",
        "ltd",
        "plc",
        "sa",
        "sl",
    }
)
_NO_PLACE = ""


def check_issuer_name(content: Content, inquiry: Inquiry) -> None:
    """Record ``issuer_name``: a warning for each thing that is odd."""
    issuer = content.claims.issuer
    trust = inquiry.settings.trust or _NOBODY
    hosts = tuple(dict.fromkeys(filter(None, (host_of(issuer.id), host_of(issuer.url)))))
    odd = list(odd_letters(issuer.name))
    for host in hosts:
        odd += _odd_host(host, trust)
    alike = _called_like(issuer.name, trust)
    home = next((found for known in alike if (found := _home(known, issuer.id)) is not None), None)
    if alike and home is None and not _is_vouched_for(issuer.id, issuer.name, trust):
        name = alike[0].names[0]
        odd.append(f"It is called like {name}, and its id is none that is known of {name}.")
    for words in odd:
        inquiry.warn("issuer_name", words, "/issuer", _ASK)
    if odd:
        return
    if issuer.name:
        inquiry.passed("issuer_name", _on_platform(home, issuer.name))
    else:
        inquiry.not_applicable("issuer_name", "The issuer has no name.")


def _on_platform(platform: str | None, name: str) -> str:
    if not platform:
        return ""
    return f"It issues at {platform}, where others may issue, too: that it is {name}, {platform} says and no address of its own."


@lru_cache(maxsize=1024)
def _odd_host(host: str, trust: Trust) -> tuple[str, ...]:
    return tuple(odd_host(host, _domains(trust)))


def _called_like(name: str, trust: Trust) -> tuple[KnownIssuer, ...]:
    """Well-known issuers that have this name, as far as the eye can tell."""
    index = _index(trust)
    ways = dict.fromkeys((name, _without_form(name)))
    return tuple(dict.fromkeys(known for way in ways for s in skeletons(way) for known in index.get(s, ())))


def _without_form(name: str) -> str:
    """A name without what only says which kind of company it is: "Google LLC" is Google."""
    words = name.split()
    while len(words) > 1 and skeletons(words[-1])[0] in _FORMS:
        words.pop()
    return " ".join(words)


def _home(known: KnownIssuer, id: str) -> str | None:  # noqa: A002
    """Where an id is this issuer's: empty for a place of its own, a platform's host, or None. The address beside it is only a claim."""
    if id in known.dids:
        return _NO_PLACE
    host = host_of(id)
    own = max((d for d in known.domains if under(host, d)), key=len, default=None)
    shared = max((p for p in known.platforms if under(host, p)), key=len, default=None)
    if shared is not None and (own is None or len(shared) >= len(own)):
        return shared
    return None if own is None else _NO_PLACE


def _is_vouched_for(id: str, name: str, trust: Trust) -> bool:  # noqa: A002
    """Whether a list that the person trusts has this id, and under this name or none."""
    if not id or not trust.registries:
        return False
    said = skeletons(name)
    return any(not other or skeletons(other) == said for _, other in listed(trust).get(id, ()))


@lru_cache(maxsize=4)
def _index(trust: Trust) -> dict[str, tuple[KnownIssuer, ...]]:
    """Skeleton of a name -> issuers called so."""
    names: dict[str, tuple[KnownIssuer, ...]] = {}
    for issuer in trust.names:
        ways = (*issuer.names, *(name.lower() for name in issuer.names))
        for skeleton in dict.fromkeys(s for name in ways for s in skeletons(name)):
            names[skeleton] = (*names.get(skeleton, ()), issuer)
    return names


@lru_cache(maxsize=4)
def _domains(trust: Trust) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d for issuer in trust.names for d in (*issuer.domains, *issuer.platforms)))
