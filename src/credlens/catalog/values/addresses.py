"""Web addresses as names: two writings of one page's address are equal after this."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What follows a reader around and does not name the page.
_FOLLOWS = re.compile(
    r"utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|ref|referrer|source|trk|wt\.mc_id|irclickid|siteid|ranmid|raneaid|ransiteid|action"
)
_INDEX = re.compile(r"/(?:index|default|home)\.(?:html?|php|aspx?)$")
# Learning platforms put the language of their pages into the path.
_LANGUAGE = re.compile(r"^/(?:[a-z]{2}-[a-z]{2})(?=/)")


def canonical(address: object) -> str | None:
    """The address without scheme, ``www.``, port 80 or 443, fragment, tracking, index page and trailing slash, in lower case up to the path.

    None when it is no http address with a host, or names nothing but a site: a home page is not one credential's.
    """
    if not isinstance(address, str):
        return None
    text = re.sub(r"\s+", "", address)  # an address has no space in it; one that was broken over lines has
    if not re.match(r"https?://", text, re.IGNORECASE):
        text = f"https://{text}" if re.match(r"[\w-]+(\.[\w-]+)+/", text) else ""
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    path = _LANGUAGE.sub("", _INDEX.sub("/", parts.path.lower())).rstrip("/")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _FOLLOWS.fullmatch(k.lower())))
    if "." not in host or not (path or query):
        return None
    where = host.removeprefix("www.") + (f":{port}" if port not in {None, 80, 443} else "")
    return f"{where}{path}" + (f"?{query}" if query else "")


def is_address(text: object) -> bool:
    """Whether a text is an http(s) address that can be opened, a home page included."""
    if not isinstance(text, str) or not re.match(r"https?://[^\s/]+\.[^\s/]", text.strip(), re.IGNORECASE):
        return False
    try:
        return bool(urlsplit(text.strip()).hostname)
    except ValueError:
        return False
