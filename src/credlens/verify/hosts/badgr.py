"""Badgr, later Canvas Credentials, now Parchment Digital Badges: a page ``.../public/assertions/ID`` shows a hosted badge.

The data are at the ``api.`` host under the same path with ``.json?v=2_0``, as badges of the service state it
(``api.badgr.io/public/assertions/ID.json?v=2_0``, in public code seen 2026-11-23; ``api.badges.parchment.com`` from the service's own
documentation of its interface). A holder's address may stand in the page's query; it is not passed on.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult

_PAGE = re.compile(r"/public/assertions/([A-Za-z0-9_-]{16,32})(?:\.json)?/?", re.ASCII)
_API = {  # page host, without the part before it that an organisation has of its own -> host of the data
    "badgr.io": "api.badgr.io",
    "badgr.com": "api.badgr.io",
    "eu.badgr.com": "api.eu.badgr.io",
    "eu.badgr.io": "api.eu.badgr.io",
    "badges.parchment.com": "api.badges.parchment.com",
}


def addresses(page: SplitResult) -> tuple[str, ...]:
    """The badge of a page of Badgr or Parchment."""
    found = _PAGE.fullmatch(page.path)
    if found is None or page.hostname is None:
        return ()
    host = page.hostname.removeprefix("api.").removeprefix("www.")
    places = [name for name in _API if host == name or host.endswith(f".{name}")]
    if not places:
        return ()
    return (f"https://{_API[max(places, key=len)]}/public/assertions/{found[1]}.json?v=2_0",)
