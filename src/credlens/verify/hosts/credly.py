"""Credly: a page ``www.credly.com/badges/UUID`` shows a badge that is hosted as Open Badges 3.0 and 2.0.

Addresses as badges themselves state them: the credential in https://github.com/openwallet-foundation-labs/learner-credential-wallet/issues/649
(seen 2026-11-23) has the id ``www.credly.com/api/v1/obi/v3/open_badge_credentials/UUID``; assertions of 2.0 are under
``api.credly.com/v1/obi/v2/badge_assertions/UUID``, as several public programs that read them have it.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult

_HOSTS = {"credly.com", "www.credly.com"}
_PAGE = re.compile(
    r"/badges/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:/[a-z_]*)*", re.ASCII | re.IGNORECASE
)


def addresses(page: SplitResult) -> tuple[str, ...]:
    """The badge of a Credly page, newest format first."""
    found = _PAGE.fullmatch(page.path)
    if page.hostname not in _HOSTS or found is None:
        return ()
    badge = found[1].lower()
    return (
        f"https://www.credly.com/api/v1/obi/v3/open_badge_credentials/{badge}",
        f"https://api.credly.com/v1/obi/v2/badge_assertions/{badge}",
    )
