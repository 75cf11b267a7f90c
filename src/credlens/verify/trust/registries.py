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
class LapsedRegistry:
    """A list that the person trusts and that does not count now, so that nobody can tell what it would say: its signature has run out, say."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class KnownIssuer:
    """An issuer whose name is worth imitating.

    Attributes:
        names: what it is called; the first as it calls itself.
        domains: hosts that are its own, without ``www.``; their subdomains count.
        dids: its DIDs, when they are known.
        platforms: hosts where it issues and others may issue, too; the longer one counts where one of ``domains`` fits as well.
    """

    names: tuple[str, ...]
    domains: tuple[str, ...]
    dids: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trust:
    """What is known of issuers."""

    registries: tuple[IssuerRegistry, ...] = ()
    names: tuple[KnownIssuer, ...] = ()
    lapsed: tuple[LapsedRegistry, ...] = ()

    def __hash__(self) -> int:
        """From the sizes alone: it is looked up for every badge, and a hash of every entry would cost more than the check."""
        return hash((len(self.registries), len(self.names), len(self.lapsed)))
