"""Which addresses may be fetched. Every rule against being led into a network (SSRF) is in this file.

A badge names addresses, and whoever made it may want this machine to call a neighbour: a router, a database, the place where a cloud keeps
keys. So an address is read once, strictly, and the client gets the parts that were read here, never the text; its host is a name and no
number; and every number the name stands for is looked at before a connection is made to exactly that number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import quote

LONGEST = 2_048  # characters of an address; longer ones are cut by much of the web
PORT = 443
_LEAST_PORT = 1_024  # below are the services of a machine; issuers that are no web server of it use ports above
_OTHER_SERVICES = {
    1719,
    1720,
    1723,
    2049,
    3659,
    4045,
    4190,
    5060,
    5061,
    6000,
    6566,
    *range(6665, 6670),
    6679,
    6697,
    10080,
}
"""Ports above that no browser fetches from either (WHATWG Fetch, "port blocking"): a request there could be taken for something else."""

_URL = re.compile(
    r"(?i:(?P<scheme>[a-z][a-z0-9+.-]*):)//(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#.*)?", re.DOTALL
)
_AUTHORITY = re.compile(r"(?P<host>\[[^\]]*\]|[^:]*)(?::(?P<port>[1-9][0-9]{0,4}))?")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff\\]"
)
"""Control characters, spaces, signs that cannot be seen, halves of characters, and the backslash, which some take for a slash."""
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"  # left as they are when the rest of a path is encoded
_LONGEST_HOST = 253

_INSIDE = {
    "localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "home", "corp", "mail", "host", "domain", "workgroup",
    "arpa", "onion", "i2p", "test", "alt",
}  # fmt: skip
"""Last parts of names that are no part of the public web, or stand for things inside of it (RFC 6761, 6762, 7686, 8375, 9476, and custom)."""

_NOT_FOR_US = tuple(
    IPv4Network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
"""IPv4 that is not the public web (IANA's special-purpose registry), and the one public number by which a cloud reaches its own host."""

_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_FOR_US_6 = tuple(
    IPv6Network(net)
    for net in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20")
)
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (
    0x00005EFE,
    0x02005EFE,
)  # in the third quarter of an address: the last one is an IPv4 address inside a network


class RefusedError(Exception):
    """An address that is not fetched; its text says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address, taken apart.

    Attributes:
        host: in lower case and ASCII.
        target: path and query, as they are sent.
    """

    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """As a whole again."""
        return f"https://{self.host}{'' if self.port == PORT else f':{self.port}'}{self.target}"


def read_url(url: str) -> Place:
    """An address that may be fetched, as far as can be told from how it is written. A fragment is passed over.

    Raises:
        RefusedError: it may not.
    """
    if len(url) > LONGEST:
        raise RefusedError(f"The address has more than {LONGEST:,} characters.")
    if _UNSEEN.search(url):
        raise RefusedError("There are spaces, backslashes or signs that cannot be seen in the address.")
    parts = _URL.fullmatch(url)
    if parts is None:
        raise RefusedError("This is no address on the web.")
    if parts["scheme"].lower() != "https":
        raise RefusedError(
            f"Only https addresses are fetched, and this one is {parts['scheme'].lower()}: what comes could have been changed."
        )
    if "@" in parts["authority"]:
        raise RefusedError("There is a user name in the address.")
    authority = _AUTHORITY.fullmatch(parts["authority"])
    if authority is None:
        raise RefusedError("The port in the address makes no sense.")
    host = _host(authority["host"].lower())
    target = (parts["path"] or "/") + (parts["query"] or "")
    return Place(host, _port(authority["port"]), quote(target, safe=_SAFE))


def refuse_url(url: str) -> str | None:
    """Why an address is not fetched, in a sentence; None when it may be, as far as can be told from how it is written."""
    try:
        read_url(url)
    except RefusedError as refused:
        return str(refused)
    return None


def _host(host: str) -> str:
    if not host.isascii():
        raise RefusedError(
            "The host's name is not in ASCII; hosts with other letters have a name that begins with xn--."
        )
    labels = host.split(".")
    if host.startswith("[") or _NUMBER.fullmatch(labels[-1] or labels[-2:][0]):
        raise RefusedError("The host is a number; issuers are looked up by their name only.")
    if len(host) > _LONGEST_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        raise RefusedError("The host's name makes no sense.")
    if len(labels) == 1 or labels[-1] in _INSIDE:
        raise RefusedError("The host is inside a network and not on the public web.")
    return host


def _port(port: str | None) -> int:
    if port is None:
        return PORT
    number = int(port)
    if number != PORT and not (_LEAST_PORT <= number < 2**16 and number not in _OTHER_SERVICES):
        raise RefusedError(f"Port {number} is not one for the web.")
    return number


def refuse_ip(ip: str) -> str | None:
    """Why no connection is made to an IP address, in a sentence; None when it is on the public web.

    Args:
        ip: as the system's resolver writes it.
    """
    address: IPv4Address | IPv6Address
    try:
        address = IPv6Address(ip) if ":" in ip else IPv4Address(ip)
    except ValueError:
        return f"{ip} is no address of a machine."
    if isinstance(address, IPv6Address):
        return None if _public_6(address) else _inside(ip)
    return None if _public_4(address) else _inside(ip)


def _inside(ip: str) -> str:
    return f"The host's name stands for {ip}, which is inside a network or on no network at all."


def _public_4(address: IPv4Address) -> bool:
    return address.is_global and not any(address in net for net in _NOT_FOR_US)


def _public_6(address: IPv6Address) -> bool:
    """Whether it is public and no cover of an IPv4 address that is not; mapped ones count as what they map."""
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return _public_4(address.ipv4_mapped)
    number = int(address)
    last = IPv4Address(number & 0xFFFFFFFF)
    if address in _NAT64:  # how a network without IPv4 reaches the rest of the world
        return _public_4(last)
    if (number >> 32) & 0xFFFFFFFF in _ISATAP:
        return False
    return address in _PUBLIC_6 and address.is_global and not any(address in net for net in _NOT_FOR_US_6)
