"""Whose an address on the web is: reading it in one way only, and who else may write beneath it.

On one host many issuers may live (``/issuers/1`` and ``/issuers/2``), and programs disagree about how odd addresses are read. So only
addresses that have one reading are taken for somebody's, and only at the border of a path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ADDRESS = re.compile(
    r"https://(?P<host>[A-Za-z0-9.-]{1,253})(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\?(?P<query>[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*))?"
    r"(?:\#(?P<fragment>[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*))?",
    re.ASCII,
)
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
_HEXADECIMAL = re.compile(r"0x[0-9a-f]*", re.ASCII)
_ESCAPE = re.compile(r"%(?:[0-9A-Fa-f]{2})?")
_HIDDEN = {
    "%",
    "%2E",
    "%2F",
    "%5C",
    "%25",
}  # a dot, slash, backslash or percent sign that only some programs see; and half an escape
_LONGEST = 2_048
_HTTPS = 443
_LARGEST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Place:
    """An https address that has one reading only.

    Attributes:
        host: in lower case.
        query, fragment: None when there is none.
    """

    host: str
    port: int
    path: str
    query: str | None
    fragment: str | None

    def same_origin(self, other: Place) -> bool:
        """Whether the same server answers for both."""
        return (self.host, self.port) == (other.host, other.port)

    def answered_by(self, other: Place) -> bool:
        """Whether what was found at another address, after redirects, is still this host's word; ``www.`` in front makes no difference.

        Many hosts send people on to any address that stands in a link; what is found there is not theirs.
        """
        return self.port == other.port and self.host.removeprefix("www.") == other.host.removeprefix("www.")

    def owns(self, other: Place) -> bool:
        """Whether whoever has this address has the other, too: it is the same but for the fragment, or beneath it.

        Nothing is beneath the root of a host: whoever may put one file on a host would speak for all of it. And nothing that is asked
        with a query: such pages often repeat what the asker says.
        """
        if not self.same_origin(other):
            return False
        if (self.path, self.query) == (other.path, other.query):
            return True
        border = self.path.rstrip("/") + "/"
        return border != "/" and self.query is None and other.query is None and other.path.startswith(border)


@lru_cache(1_024)
def place(address: str) -> Place | None:
    """Read an address; None when it is not https, or could be read in more than one way (RFC 3986 section 3, and WHATWG URL).

    Refused are, among others, user names, backslashes, blanks, letters beyond ASCII (a host in its own letters is written with ``xn--``),
    hosts that are numbers or end with a dot, ``//``, ``.`` and ``..`` in paths, and escapes of the characters that divide a path.
    """
    found = _ADDRESS.fullmatch(address) if len(address) <= _LONGEST else None
    if found is None:
        return None
    host = found["host"].lower()
    port = int(found["port"] or _HTTPS)
    path = found["path"] or "/"
    escapes = {e.upper() for e in _ESCAPE.findall(address)}
    plain = not escapes & _HIDDEN and not any(e[1] in "01" or e == "%7F" for e in escapes)
    if not plain or not is_host(host) or not 0 < port <= _LARGEST_PORT:
        return None
    if "//" in path or any(segment in {".", ".."} for segment in path.split("/")):
        return None
    return Place(host, port, path, found["query"], found["fragment"])


def is_host(host: str) -> bool:
    """Whether this is the name of a host on the web, in lower case: at least two labels, the last with a letter."""
    labels = host.split(".")
    named = any(c.isalpha() for c in labels[-1]) and not _HEXADECIMAL.fullmatch(
        labels[-1]
    )  # else a browser takes it for an IP address
    return len(labels) > 1 and all(_LABEL.fullmatch(part) for part in labels) and named
