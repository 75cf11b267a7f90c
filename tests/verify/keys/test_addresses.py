from __future__ import annotations

import pytest

from credlens.verify.keys.addresses import is_host, place

ONE = "https://badges.example/issuers/1"


@pytest.mark.parametrize(
    ("address", "owned"),
    [
        (ONE, True),
        (ONE + "#key", True),
        (ONE + "/keys/1", True),
        (ONE + "/", True),
        (ONE + "2", False),
        (ONE + ".json", False),
        (ONE + "?x", False),
        (ONE + "/key?x", False),
        ("https://badges.example/issuers/2", False),
        ("https://badges.example/", False),
        ("https://badges.example.evil/issuers/1/x", False),
        ("https://badges.example:444/issuers/1/x", False),
        ("https://Badges.Example/issuers/1/x", True),
        ("https://badges.example/Issuers/1/x", False),
    ],
)
def test_whoever_has_an_address_has_what_is_beneath_it(address: str, owned: bool) -> None:
    one, other = place(ONE), place(address)
    assert one is not None
    assert other is not None
    assert one.owns(other) is owned


@pytest.mark.parametrize(
    "address",
    [
        "", "https://", "https:///x", "http://a.example/x", "HTTPS//a.example", "https:/a.example", "https:a.example", "//a.example",
        "https://a.example\\x", "https://u@a.example", "https://u:p@a.example/", "https://a.example:0/", "https://a.example:65536/",
        "https://a.example:/", "https://a.example:4x/", "https://a.example./", "https://.a.example/", "https://a..example/",
        "https://-a.example/", "https://a_b.example/", "https://localhost/", "https://127.0.0.1/", "https://2130706433/",
        "https://0x7f.1/", "https://[::1]/", "https://a.example/x y", "https://a.example/\n", "https://a.example/\t", " https://a.example/",
        "https://a.example/%", "https://a.example/%2", "https://a.example/%zz", "https://a.example/%2e%2e/x", "https://a.example/%2E/x",
        "https://a.example/a%2fb", "https://a.example/a%5cb", "https://a.example/a%252fb", "https://a.example/%00", "https://a.example/%0d",
        "https://a.example/%7f", "https://a.example//x", "https://a.example/x//", "https://a.example/../x", "https://a.example/x/..",
        "https://a.example/./x", "https://a.example/x/.", "https://münchen.example/", "https://a.example/ü", "https://a。example/",
        "https://a.example/\u2028", "https://a.example/x#y#z", "https://a.example/" + "x" * 3_000, "ftp://a.example/x",
    ],
)  # fmt: skip
def test_an_address_that_can_be_read_in_two_ways_is_nobodys(address: str) -> None:
    assert place(address) is None


def test_an_address_is_read_in_its_parts() -> None:
    found = place("https://A.example:8443/x/%20?q=1/2#k")
    assert found is not None
    assert (found.host, found.port, found.path, found.query, found.fragment) == (
        "a.example",
        8443,
        "/x/%20",
        "q=1/2",
        "k",
    )


@pytest.mark.parametrize(
    ("name", "ok"),
    [("a.example", True), ("xn--80ak6aa92e.com", True), ("a", False), ("1.2.3.4", False), ("A.example", False)],
)
def test_a_host_has_two_labels_and_is_no_number(name: str, ok: bool) -> None:
    assert is_host(name) is ok
