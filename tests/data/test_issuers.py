"""The well-known issuers of the starter data."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from credlens.app.bench.badges.driving import AT
from credlens.io.starter import PackageStarter
from credlens.model.verification import Claims, Outcome, Party
from credlens.verify.content import Content
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.trust.issuers import read
from credlens.verify.trust.names import check_issuer_name
from credlens.verify.trust.registries import Trust

FILES = PackageStarter().files("issuers")
ISSUERS, PROBLEMS = read((f.name, f.data) for f in FILES)
TRUST = Trust((), ISSUERS)
KEY = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"


def odd(name: str, id: str) -> list[str]:  # noqa: A002
    inquiry = Inquiry(Desk(Settings(AT, trust=TRUST), lambda *_: iter(())))  # type: ignore[arg-type, return-value]
    check_issuer_name(Content(Claims(issuer=Party(id, name))), inquiry)
    return [c.reason for c in inquiry.checks if c.outcome is Outcome.WARNING]


def test_they_have_no_mistakes_and_are_many() -> None:
    assert [str(p) for p in PROBLEMS] == []
    assert len(ISSUERS) >= 120


def test_no_two_are_called_the_same() -> None:
    names = Counter(name.casefold() for issuer in ISSUERS for name in issuer.names)
    assert [name for name, times in names.items() if times > 1] == []


def test_who_says_so_was_read_at_an_address_or_is_from_memory() -> None:
    for file in FILES:
        for name, source in yaml.safe_load(file.data)["sources"].items():
            read_there = source["method"] == "read" and source["address"].startswith("https://")
            assert read_there or source["method"] == "recalled", (file.name, name)


def test_a_did_is_only_there_when_somebody_read_it() -> None:
    for file in FILES:
        data = yaml.safe_load(file.data)
        for issuer in data["issuers"]:
            keys = issuer.get("from", data["from"])
            methods = {data["sources"][k]["method"] for k in ([keys] if isinstance(keys, str) else keys)}
            assert not issuer.get("dids") or "read" in methods, issuer["names"]


@pytest.mark.parametrize("issuer", ISSUERS, ids=lambda issuer: issuer.names[0])
def test_each_is_itself_at_its_own_places_and_told_elsewhere(issuer: object) -> None:
    known = next(i for i in ISSUERS if i is issuer)
    for name in known.names:
        for host in (*known.domains, *known.platforms):
            assert odd(name, f"https://{host}/issuer") == [], (name, host)
        assert odd(name, KEY) != [], name


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Goog1e", KEY),
        ("lBM", KEY),
        ("Crédly", KEY),
        ("Google LLC", "did:web:google-certificates.example"),
        ("Microsoft Corp.", KEY),
        ("Credly", "https://credly.com.evil.example/issuer"),
        ("Example", "https://credly.com.evil.example/issuer"),
        ("Example", "https://cr\u0435dly.com/issuer"),
        ("Example", "https://goog1e.com/issuer"),
    ],
)
def test_imitations_are_told(name: str, id: str) -> None:  # noqa: A002
    assert odd(name, id) != []


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Stadtbücherei Beispiel", "https://bücherei.example"),
        ("Audacity", "https://audacity.com"),
        ("Ünited Learning", "https://united.example"),
        ("Méta", KEY),
        ("Applied Sciences Example", "https://applied.example"),
        ("Pearl School", "https://pearl.example"),
        ("Intellect", "https://intellect.example"),
        ("Oracles of Example", "https://oracles.example"),
        ("Snowflakes Nursery", "https://snowflakes.example"),
        ("Codecademia", "https://academia.example"),
        ("University of Michelstadt", "https://umichel.example"),
        ("École Exemple", "https://école.example"),
        ("Universität Tübingen", "https://uni-tuebingen.de"),
        ("Universidad de Cádiz", "https://uca.es"),
        ("Example Institute of Technology", "https://mitt.example"),
        ("Red Hats Society", "https://redhats.example"),
    ],
)
def test_nothing_is_told_of_honest_names(name: str, id: str) -> None:  # noqa: A002
    assert odd(name, id) == []
