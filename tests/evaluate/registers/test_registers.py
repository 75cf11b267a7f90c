"""Registers out of YAML: every mistake is named with its place, and what has one is left out."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.evaluate.registers.loading import read
from credlens.model.fact import Method
from credlens.model.register import Lists

REGISTER = """
id: ncca
title: NCCA's directory
by: [NCCA, National Commission for Certifying Agencies]
of: scheme
standards: [NCCA]
address: "https://example.org/ncca"
hosts: [example.org]
whole: true
read_on: 2026-11-22
sources:
  page: {method: read, address: "https://example.org/ncca", date: 2026-11-22}
  memory: {method: recalled, date: 2026-11-22}
from: memory
entries:
  - {holder: PTCB, scheme: CPhT, credentials: [ptcb-cpht], names: [Pharmacy Technician Certification Board], from: page, until: 2026-12-31}
  - {holder: AAMA, scheme: CMA}
"""
HOSTS = """
sources: {memory: {method: recalled, date: 2026-11-22}}
badge_hosts:
  - {name: Old, hosts: [old.example], alive: false, since: 2019-08-22, instead: new.example, from: memory}
"""


def problems(*files: str) -> list[str]:
    found, wrong = read([(f"{n}.yaml", f.encode()) for n, f in enumerate(files)])
    assert len(found.registers) + len(found.badge_hosts) < len(files) or not wrong
    return [str(p) for p in wrong]


def test_a_register_and_a_list_of_hosts_are_read_whole() -> None:
    found, wrong = read([("ncca.yaml", REGISTER.encode()), ("badge_hosts.yaml", HOSTS.encode())])

    assert wrong == []
    ncca = found.registers["ncca"]
    assert (ncca.of, ncca.whole, ncca.read_on) == (Lists.SCHEME, True, date(2026, 11, 22))
    assert [(e.holder, e.sources[0].method) for e in ncca.entries] == [("PTCB", Method.READ), ("AAMA", Method.RECALLED)]
    assert ncca.entries[0].until == date(2026, 12, 31)
    assert [(h.name, h.alive, h.since) for h in found.badge_hosts] == [("Old", False, date(2019, 8, 22))]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("of: scheme", "of: schemes", "`of` cannot be 'schemes'"),
        ("of: scheme\n", "", "`of` is missing"),
        ("by: [NCCA, National Commission for Certifying Agencies]\n", "", "Whose list it is"),
        ("read_on: 2026-11-22\n", "", "the day on which it was taken"),
        ('address: "https://example.org/ncca"\nhosts', "hosts", "`address` is missing"),
        ("holder: AAMA, ", "", "`holder` is missing"),
        ("scheme: CMA", "scheem: CMA", "`scheem` is not a field"),
        ("from: page, ", "from: pages, ", "There is no source 'pages'"),
        ("whole: true", "accredits: [schools]\nwhole: true", "`accredits` cannot hold 'schools'"),
    ],
)
def test_a_mistake_in_a_register_is_named_and_the_register_left_out(old: str, new: str, told: str) -> None:
    assert old in REGISTER
    found, wrong = read([("ncca.yaml", REGISTER.replace(old, new, 1).encode())])

    assert any(told in str(p) and str(p).startswith("ncca.yaml") for p in wrong), wrong
    assert not found.registers


def test_a_register_defined_twice_counts_once() -> None:
    assert any("defined twice" in p for p in problems(REGISTER, REGISTER))


def test_a_host_has_to_say_whether_it_answers() -> None:
    assert any("`alive` is missing" in p for p in problems(HOSTS.replace("alive: false, ", "")))
