"""How names of bodies and schemes are compared, and which addresses lie at a host."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.registers.listed import any_keys, host_of, lies_at, name_keys, resembles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Higher Learning Commission (HLC)", "Higher Learning Commission"),
        ("HLC", "Higher Learning Commission (HLC)"),
        ("I.C.E.", "ICE"),
        ("Project Management Professional (PMP)®", "PMP"),
        ("Southern Association of Colleges & Schools", "southern association of colleges and schools"),
        ("EC-Council", "EC Council"),
        ("Hcéres", "HCÉRES"),
    ],
)
def test_two_writings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_keys(one) & name_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CompTIA A+", "CompTIA A"),
        ("Accrediting Commission International", "Accrediting Commission"),
        ("International Council (US)", "National Council (US)"),
    ],
)
def test_two_names_share_no_key(one: str, other: str) -> None:
    assert not name_keys(one) & name_keys(other)


def test_a_longer_name_resembles_a_shorter_one_of_two_words() -> None:
    assert resembles(name_keys("Gadget Guild of North America"), name_keys("Gadget Guild"))
    assert not resembles(name_keys("Gadget Guild of North America"), name_keys("Gadget"))
    assert not resembles(name_keys("Board of Widgets"), name_keys("Gadget Guild"))


@given(st.lists(st.text(max_size=30), max_size=4))
def test_keys_are_stable_under_folding_twice(names: list[str]) -> None:
    keys = any_keys(names)
    assert all(name_keys(k) == {k} for k in keys)


@pytest.mark.parametrize(
    ("address", "host", "there"),
    [
        ("https://www.eqar.eu/register/agencies/", "eqar.eu", True),
        ("http://data.deqar.eu:8080/x", "deqar.eu", True),
        ("badges.old.example", "old.example", True),
        ("https://noteqar.eu/", "eqar.eu", False),
        ("https://eqar.eu.example.com/", "eqar.eu", False),
        ("https://example.com/?u=https://eqar.eu", "eqar.eu", False),
        ("", "eqar.eu", False),
    ],
)
def test_an_address_lies_at_its_own_host_and_those_above(address: str, host: str, there: bool) -> None:
    assert lies_at(address, host) is there


def test_the_host_of_an_address_has_no_scheme_path_or_www() -> None:
    assert host_of("HTTPS://WWW.Credly.com/badges/1") == "credly.com"
