"""Tampering finds what a broken verifier lets through; it would be worth nothing if it did not."""

from __future__ import annotations

import json
from itertools import islice

import pytest

from credlens.app.bench.badges.keys import jws, key
from credlens.app.bench.badges.mutating import DOCUMENT, TOKEN, Tamperer, meaning
from credlens.app.bench.badges.world import Sample, World


@pytest.fixture
def world() -> World:
    world = World()
    signer = key("somebody")
    world.add(
        "badge", "ob3", "EdDSA", jws({"id": "urn:1", "name": "One", "issuer": {"id": "did:x"}}, signer, {"kid": "k"})
    )
    world.add(
        "badge", "ob3", "EdDSA", jws({"id": "urn:2", "name": "Two", "issuer": {"id": "did:x"}}, signer, {"kid": "k"})
    )
    world.add(
        "badge",
        "ob3",
        "eddsa-jcs-2022",
        {"id": "urn:3", "tag": ["a", "b"], "issuer": {"id": "did:x"}, "proof": {"v": "z"}},
    )
    world.add(
        "badge", "ob3", "eddsa-jcs-2022", {"id": "urn:4", "tag": ["a", "b"], "issuer": "did:x", "proof": {"v": "y"}}
    )
    return world


def test_the_same_seed_makes_the_same_badges(world: World) -> None:
    once, again = ([data for _, _, data in islice(Tamperer(world, 7).tampered(), 200)] for _ in range(2))
    assert once == again
    assert once != [data for _, _, data in islice(Tamperer(world, 8).tampered(), 200)]


def test_every_way_of_tampering_is_used_and_most_change_the_meaning(world: World) -> None:
    ways: dict[str, int] = {}
    for sample, way, data in islice(Tamperer(world, 1).tampered(), 4000):
        ways[way] = ways.get(way, 0) + (data != sample.data)
    assert set(ways) == set(TOKEN) | set(DOCUMENT)
    assert all(ways.values())


def test_a_verifier_that_believes_everything_is_caught(world: World) -> None:
    changed = sum(
        meaning(data) is not None and meaning(data) != meaning(sample.data)
        for sample, _, data in islice(Tamperer(world, 3).tampered(), 1000)
    )
    assert changed > 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1, "b": [1, 2]}, {"b": [2, 1], "a": 1}, True),  # lists are sets in RDF
        ({"a": ["x"]}, {"a": "x"}, True),
        ({"a": None}, {}, True),
        ({"a": 1, "proof": {"x": 1}}, {"a": 1, "proof": {"x": 2}}, True),
        ({"a": "1"}, {"a": 1}, False),
        ({"a": True}, {"a": 1}, False),
        ({"a": "\u00e9"}, {"a": "e\u0301"}, False),
        ({"a": ["x", "y"]}, {"a": ["x"]}, False),
        ({"a": []}, {}, True),
        ({"a": {}}, {}, False),
    ],
)
def test_what_counts_as_the_same_meaning(one: object, other: object, same: bool) -> None:
    assert (meaning(json.dumps(one).encode()) == meaning(json.dumps(other).encode())) is same


def test_what_cannot_be_read_has_no_meaning() -> None:
    assert meaning(b"{") is None
    assert meaning(b"a.b.c") is None
    assert meaning(b"") is None


def test_a_token_means_its_payload() -> None:
    token = jws({"a": 1}, key("x")).encode()
    assert meaning(token) == meaning(b'{"a": 1}')


def test_samples_are_left_as_they_are(world: World) -> None:
    before = [Sample(s.name, s.format, s.proof, bytes(s.data)) for s in world.samples]
    list(islice(Tamperer(world, 5).tampered(), 300))
    assert world.samples == before
