"""Hosts that can be taken for another one."""

from __future__ import annotations

import pytest

from credlens.verify.trust.lookalikes import domains_like, under

KNOWN = ("google.com", "credly.com", "udacity.com", "microsoft.com", "open.ac.uk", "ibm.com", "coursera.org", "mit.edu")


@pytest.mark.parametrize(
    ("host", "domain", "inside"),
    [
        ("credly.com", "credly.com", True),
        ("api.credly.com", "credly.com", True),
        ("notcredly.com", "credly.com", False),
        ("credly.com.evil.example", "credly.com", False),
        ("com", "credly.com", False),
        ("", "credly.com", False),
    ],
)
def test_a_host_is_inside_a_domain_at_a_dot(host: str, domain: str, inside: bool) -> None:
    assert under(host, domain) is inside


@pytest.mark.parametrize(
    ("host", "like"),
    [
        ("credly.com.evil.example", "credly.com"),
        ("badges.credly.com.evil.example", "credly.com"),
        ("www-credly.com", "credly.com"),
        ("goog1e.com", "google.com"),
        ("g00gle.net", "google.com"),
        ("gogole.com", "google.com"),
        ("gooogle.com", "google.com"),
        ("gogle.com", "google.com"),
        ("credlly.com", "credly.com"),
        ("crde1y.com", ""),  # two mistakes
        ("rnicrosoft.com", "microsoft.com"),
        ("micrososft.com", "microsoft.com"),
        ("microsoft.com.co.example", "microsoft.com"),
        ("0pen.ac.uk", "open.ac.uk"),
        ("courserra.ac.uk", "coursera.org"),
    ],
)
def test_a_host_that_looks_like_a_known_one(host: str, like: str) -> None:
    assert domains_like(host, KNOWN)[:1] == ((like,) if like else ())


@pytest.mark.parametrize(
    "host",
    [
        "audacity.com",
        "google.com",
        "badges.google.com",
        "google.de",
        "google.com.br",
        "googles.example",
        "credit.example",
        "udacity.org",
        "iba.example",
        "mitt.example",
        "cursor.example",
        "learning.ac.uk",
        "localhost",
        "192.0.2.1",
    ],
)
def test_a_host_of_its_own(host: str) -> None:
    assert domains_like(host, KNOWN) == ()
