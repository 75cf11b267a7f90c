"""Lists of issuers: those a person trusts, and those whose names others may imitate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssuerEntry:
    """An issuer on a registry.

    Attributes:
        id: its DID or address, compared as it stands.
    """

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class IssuerRegistry:
    """A list of issuers that the person trusts.

    Attributes:
        signed_by: the key that the list was signed with and verified; empty for an unsigned one.
    """

    name: str
    entries: tuple[IssuerEntry, ...]
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class KnownIssuer:
    """An issuer whose name is worth imitating.

    Attributes:
        names: what it is called; the first as it calls itself.
        domains: hosts that are its own, or where it issues (a platform), without ``www.``; their subdomains count.
        dids: its DIDs, when they are known.
    """

    names: tuple[str, ...]
    domains: tuple[str, ...]
    dids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trust:
    """What is known of issuers."""

    registries: tuple[IssuerRegistry, ...] = ()
    names: tuple[KnownIssuer, ...] = ()
