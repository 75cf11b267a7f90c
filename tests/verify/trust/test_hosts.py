"""Hosts in addresses, and what is odd about them."""

from __future__ import annotations

import pytest

from credlens.verify.trust.hosts import host_of, odd_host

KNOWN = ("google.com", "credly.com", "apple.com", "udacity.com")


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Example.org./x", "example.org"),
        ("did:web:example.org%3A8443:a#k", "example.org"),
        ("did:web:google%2ecom", ""),
        ("https://a@b.example/", ""),
        ("https://a.example\\@b.example/", ""),
        ("https://[::1", ""),
        ("https://[::1]/", ""),
        ("did:key:z6Mk", ""),
        ("urn:uuid:1", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_id(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("crédly.com", "looks like credly.com"),
        ("xn--crdly-csa.com", "looks like credly.com"),
        ("\u0261oogle.com", "looks like google.com"),
        ("a.g\u043eogle.com", "mixes letters of Latin and Cyrillic"),
        ("xn--80ak6aa92e.com", "only look like 'apple'"),
        ("xn--80ak6aa92e.com", "looks like apple.com"),
        ("xn--zzzzzzzzz.com", "no host may have"),
        ("xn--.com", "no host may have"),
        ("ｇoogle.com", "no host may have"),
        ("credly.com.evil.example", "looks like credly.com"),
    ],
)
def test_what_is_odd_about_a_host(host: str, words: str) -> None:
    assert any(words in sentence for sentence in odd_host(host, KNOWN)), list(odd_host(host, KNOWN))


@pytest.mark.parametrize(
    "host",
    ["bücherei.example", "xn--bcherei-n2a.example", "audacity.com", "школа.рф", "сахар.рф", "日本.example", "faß.de", "école.example", "credly.com"],
)  # fmt: skip
def test_nothing_is_odd_about_an_honest_host(host: str) -> None:
    assert list(odd_host(host, KNOWN)) == []
