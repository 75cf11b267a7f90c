"""Hosts of badges whose pages for people are not where the badge itself is: which addresses to ask instead."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from credlens.registry import Registry

Host = Callable[[SplitResult], tuple[str, ...]]
"""Addresses of the badge that a page shows, best first; none for a page of another host."""

HOSTS: Registry[Host] = Registry(
    "badge_host",
    {
        "credly": "credlens.verify.hosts.credly:addresses",
        "badgr": "credlens.verify.hosts.badgr:addresses",
    },
)


def addresses_of(address: str) -> tuple[str, ...]:
    """Where to look for the badge at an address, best first: the address itself when no host is known to keep it elsewhere."""
    try:
        page = urlsplit(address)
    except ValueError:
        return (address,)
    for host in HOSTS.values():
        found = host(page)
        if found:
            return found
    return (address,)
