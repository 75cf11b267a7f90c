"""Reading well-known issuers."""

from __future__ import annotations

import pytest

from credlens.verify.trust.issuers import read
from credlens.verify.trust.registries import KnownIssuer

TOP = "sources: {memory: {method: recalled, date: 2026-11-23}}\nfrom: memory\nissuers:\n"


def test_an_issuer_has_names_hosts_and_ids() -> None:
    line = "  - {names: [School, SE], domains: [school.example], platforms: [badges.example], dids: ['did:web:school.example']}\n"
    found, problems = read([("a.yaml", (TOP + line).encode())])
    assert problems == []
    assert found == (
        KnownIssuer(("School", "SE"), ("school.example",), ("did:web:school.example",), ("badges.example",)),
    )


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("{domains: [a.example]}", "issuers[0].names", "no name"),
        ("{names: [A]}", "issuers[0].domains", "does not stand there"),
        ("{names: [A], domains: ['https://a.example']}", "issuers[0].domains", "no host"),
        ("{names: [A], domains: [www.a.example]}", "issuers[0].domains", "no host"),
        ("{names: [A], domains: [A.example]}", "issuers[0].domains", "no host"),
        ("{names: [A], platforms: [example]}", "issuers[0].platforms", "no host"),
        ("{names: [A], domains: [a.example], dids: [key]}", "issuers[0].dids", "no DID"),
        ("{names: [A], domains: [a.example], hosts: [a]}", "issuers[0]", "hosts"),
        ("{names: [A], domains: [a.example], from: nobody}", "issuers[0].from", "no source 'nobody'"),
    ],
)
def test_a_mistake_is_named_and_the_rest_is_read(line: str, place: str, words: str) -> None:
    good = "  - {names: [Good], domains: [good.example]}\n"
    found, problems = read([("a.yaml", f"{TOP}  - {line}\n{good}".encode()), ("b.yaml", b"- no\n")])
    assert [i.names for i in found if i.names != ("A",)] == [("Good",)]
    assert problems[0].where.startswith("a.yaml:4")
    assert place in problems[0].where
    assert words in problems[0].message
    assert problems[-1].where.startswith("b.yaml")
