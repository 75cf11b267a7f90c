"""Whether a claim of accreditation stands in the accreditor's own list, and whether anybody recognises the accreditor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from credlens.model.credential import Accreditation, Credential
from credlens.model.register import Entry, Lists, Register, Registers
from credlens.skills.text import comparable

WORLD = "WORLD"
REMEMBERED = (
    8192  # names whose keys are kept: the registers hold a few hundred, and a comparison asks for them again and again
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_MARKS = re.compile(r"[^\w+# ]+")
_ABBREVIATION = 3  # a name in brackets that is shorter tells too little


@lru_cache(maxsize=REMEMBERED)
def name_keys(name: str) -> frozenset[str]:
    """A name as it is compared: folded, without marks; with, without and only what stands in its brackets."""
    inside = [part for part in _BRACKET.findall(name) if len(part) >= _ABBREVIATION]
    return frozenset(key for text in (name, _BRACKET.sub(" ", name), *inside) if (key := _key(text)))


def _key(text: str) -> str:
    return " ".join(_MARKS.sub(" ", comparable(text).replace("&", " and ").replace(".", "")).split()).removeprefix(
        "the "
    )


def any_keys(names: Iterable[str]) -> frozenset[str]:
    """The keys of several names of one thing."""
    return frozenset(chain.from_iterable(map(name_keys, names)))


def resembles(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a name of two words or more stands inside the other: perhaps the same, written out further."""
    pairs = ((a, b) for a in one for b in other)
    return any(f" {a} " in f" {b} " for x, y in pairs for a, b in ((x, y), (y, x)) if " " in a)


def lists_of(claim: Accreditation, registers: Registers) -> Iterator[Register]:
    """The accreditor's own lists that a claim refers to."""
    body, standard = name_keys(claim.body), _key(claim.standard)
    for register in registers.registers.values():
        if register.of != claim.what:
            continue
        known = any(_key(s) in standard for s in register.standards)
        named = bool(body & any_keys(register.by)) if body else known
        if named and (known or not standard or not register.standards):
            yield register


def line_of(register: Register, credential: Credential) -> Entry | None:
    """The line that stands for a credential: by its id, else by the names of its holder and of what is accredited."""
    named = (e for e in register.entries if credential.id in e.credentials)
    holders, titles = _holders(credential), _titles(credential)
    same = (e for e in register.entries if _holder(e) & holders and (not e.scheme or name_keys(e.scheme) & titles))
    return next(chain(named, same), None)


def perhaps(register: Register, credential: Credential) -> bool:
    """Whether a line may mean the credential under other names, or whether its holder is not known: then its absence says nothing."""
    holders, titles = _holders(credential), _titles(credential)
    if not holders:
        return True
    if any(e.scheme and name_keys(e.scheme) & titles for e in register.entries):
        return True
    return any(resembles(_holder(e), holders) and not _holder(e) & holders for e in register.entries)


def accreditor_lines(body: str, registers: Registers, of: Lists, what: str = "") -> Iterator[tuple[Register, Entry]]:
    """Where an accreditor itself is listed, as recognised or as not."""
    keys = name_keys(body)
    for register in registers.registers.values():
        if register.of is of and (not what or not register.accredits or what in register.accredits):
            yield from ((register, e) for e in register.entries if _holder(e) & keys)


def authorities(credential: Credential, claim: Accreditation, registers: Registers) -> Iterator[Register]:
    """Whole lists of recognised accreditors that have the say over this claim, wherever the credential holds."""
    places = credential.jurisdictions.get(())
    for register in registers.registers.values():
        if register.of is not Lists.ACCREDITOR or not register.whole or claim.what not in register.accredits:
            continue
        if not register.places or (places and all(_within(p, register.places) for p in places)):
            yield register


def on_own_pages(claim: Accreditation, registers: Registers) -> str | None:
    """The address on the accreditor's own pages, or of its decision in an authority's list, where the claim was seen."""
    body = name_keys(claim.body)
    hosts = [
        host
        for r in registers.registers.values()
        if r.of is not Lists.UNRECOGNISED and (body & any_keys(r.by) or any(_holder(e) & body for e in r.entries))
        for host in r.hosts
    ]
    addresses = (claim.report, *(s.address or "" for s in claim.sources))
    return next((a for a in addresses if a and any(lies_at(a, h) for h in hosts)), None)


def host_of(address: str) -> str:
    """The domain of an address, or of what may be one: lower case, without scheme, path and ``www.``."""
    return (
        re.sub(r"^[a-z][a-z0-9+.-]*://", "", address.strip().casefold())
        .partition("/")[0]
        .partition(":")[0]
        .removeprefix("www.")
    )


def lies_at(address: str, host: str) -> bool:
    """Whether an address lies at a host or below it."""
    return f".{host_of(address)}".endswith(f".{host.casefold()}")


def _holder(entry: Entry) -> frozenset[str]:
    return any_keys((entry.holder, *entry.names))


def _holders(credential: Credential) -> frozenset[str]:
    roles = (credential.issuer, credential.provider)
    return any_keys(o.name for role in roles for o in role.candidates())


def _titles(credential: Credential) -> frozenset[str]:
    return any_keys((credential.title, *(a.text for a in credential.aliases)))


def _within(place: str, places: tuple[str, ...]) -> bool:
    return place != WORLD and any(place == p or place.startswith(f"{p}-") for p in places)
