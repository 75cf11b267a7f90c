from __future__ import annotations

import pytest

from credlens.verify.hosts import HOSTS, addresses_of

UUID = "2116ec78-6c6a-4c8f-b837-5740379a5687"
V3 = f"https://www.credly.com/api/v1/obi/v3/open_badge_credentials/{UUID}"
V2 = f"https://api.credly.com/v1/obi/v2/badge_assertions/{UUID}"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"https://www.credly.com/badges/{UUID}", (V3, V2)),
        (f"https://www.credly.com/badges/{UUID.upper()}/public_url", (V3, V2)),
        (f"https://credly.com/badges/{UUID}/linked_in_profile", (V3, V2)),
        (V3, (V3,)),
        (f"https://www.credly.com.example/badges/{UUID}", (f"https://www.credly.com.example/badges/{UUID}",)),
        ("https://www.credly.com/users/somebody", ("https://www.credly.com/users/somebody",)),
        (
            "https://badges.parchment.com/public/assertions/FNw6FkwfSwWucjgpDXotew?identity__email=a%40b.example",
            ("https://api.badges.parchment.com/public/assertions/FNw6FkwfSwWucjgpDXotew.json?v=2_0",),
        ),
        (
            "https://academy.badges.parchment.com/public/assertions/FNw6FkwfSwWucjgpDXotew",
            ("https://api.badges.parchment.com/public/assertions/FNw6FkwfSwWucjgpDXotew.json?v=2_0",),
        ),
        (
            "https://api.eu.badgr.io/public/assertions/FNw6FkwfSwWucjgpDXotew",
            ("https://api.eu.badgr.io/public/assertions/FNw6FkwfSwWucjgpDXotew.json?v=2_0",),
        ),
        (
            "https://notbadgr.io/public/assertions/FNw6FkwfSwWucjgpDXotew",
            ("https://notbadgr.io/public/assertions/FNw6FkwfSwWucjgpDXotew",),
        ),
        ("https://[broken", ("https://[broken",)),
    ],
)
def test_a_page_for_people_leads_to_the_badge_itself(page: str, expected: tuple[str, ...]) -> None:
    assert addresses_of(page) == expected


def test_every_host_passes_over_pages_of_others() -> None:
    from urllib.parse import urlsplit

    assert all(host(urlsplit("https://issuer.example/badges/1")) == () for host in HOSTS.values())
