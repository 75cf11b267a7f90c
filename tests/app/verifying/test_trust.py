"""Lists of issuers that a person trusts, from the file to the verdict's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import plain
from credlens.app.bench.badges.keys import jws, key
from credlens.app.bench.badges.signing import as_jwt
from credlens.app.ports import NamedBytes, Ports
from credlens.app.verifying import trust
from credlens.io.home import open_home
from credlens.model.errors import InputError, UserError

PUBLISHER = key("publisher")
SCHOOL = "did:web:school.example"
LIST = {"issuers": [{"id": SCHOOL, "name": "School"}]}


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    return open_home(tmp_path / "home", today=date(2026, 11, 23))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "My Schools (2026).yaml"
    path.write_text(f"issuers:\n  - {{id: '{SCHOOL}', name: School}}\n")
    return path


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "pilots.jwt"
    path.write_text(jws(LIST, PUBLISHER))
    return path


def test_a_list_is_kept_under_its_files_name_and_read_again(ports: Ports, own: Path) -> None:
    added = trust.add(ports, own)
    kept = trust.KeptRegistry("my-schools-2026", None, ((SCHOOL, "School"),))
    assert added == trust.Registries((kept,))
    own.unlink()
    assert trust.show(ports) == added
    assert added.to_json() == {
        "registries": [
            {"name": "my-schools-2026", "key": None, "issuers": [{"id": SCHOOL, "name": "School"}], "problem": None}
        ],
        "removed": [],
    }


def test_a_signed_list_is_kept_with_its_key(ports: Ports, signed: Path) -> None:
    (kept,) = trust.add(ports, signed, key=PUBLISHER.did_key, name="p").registries
    assert (kept.name, kept.key, kept.problem) == ("p", PUBLISHER.did_key, None)
    (registry,) = trust.trusted(ports).registries
    assert registry.signed_by == PUBLISHER.did_key


@pytest.mark.parametrize("named", [None, key("evil").did_key])
def test_nothing_is_kept_of_a_signed_list_without_its_key(ports: Ports, signed: Path, named: str | None) -> None:
    with pytest.raises(InputError):
        trust.add(ports, signed, key=named)
    assert trust.show(ports).registries == ()


def test_a_list_that_was_changed_on_the_disk_counts_no_more(ports: Ports, signed: Path) -> None:
    trust.add(ports, signed, key=PUBLISHER.did_key)
    (ports.home / "registries" / "pilots.list").write_text(
        jws({"issuers": [{"id": "did:web:evil.example"}]}, key("evil"))
    )
    (kept,) = trust.show(ports).registries
    assert kept.problem is not None
    assert "not signed with the key" in kept.problem.message
    assert kept.to_json()["problem"]["message"] == kept.problem.message
    found = trust.trusted(ports)
    assert (found.registries, [lapsed.name for lapsed in found.lapsed]) == ((), ["pilots"])
    assert "not signed with the key" in found.lapsed[0].why


def test_a_list_counts_until_its_last_day(ports: Ports, tmp_path: Path) -> None:
    subject = {"id": "https://lists.example/1", **LIST}
    made = plain(PUBLISHER.did_key, credentialSubject=subject, validUntil="2026-12-31T00:00:00Z")
    path = tmp_path / "year.jwt"
    path.write_text(as_jwt(made, PUBLISHER, PUBLISHER.did_key_method))
    trust.add(ports, path, key=PUBLISHER.did_key)
    later = open_home(ports.home, today=date(2027, 1, 2))
    (kept,) = trust.show(later).registries
    assert kept.problem is not None
    assert "2026-12-31" in kept.problem.message
    assert [lapsed.name for lapsed in trust.trusted(later).lapsed] == ["year"]


@pytest.mark.parametrize("name", ["", "Schools", "-a", "a b", "../a", "a" * 41, "é"])
def test_a_name_is_plain(ports: Ports, own: Path, name: str) -> None:
    with pytest.raises(UserError, match="no name for a list"):
        trust.add(ports, own, name=name)


def test_a_file_whose_name_has_no_plain_letters_needs_another(ports: Ports, own: Path) -> None:
    with pytest.raises(UserError, match="no name for a list"):
        trust.add(ports, own.rename(own.with_name("学院.yaml")))


def test_a_name_is_taken_once(ports: Ports, own: Path) -> None:
    trust.add(ports, own, name="a")
    with pytest.raises(UserError, match="already"):
        trust.add(ports, own, name="a")
    assert trust.remove(ports, "a") == trust.Registries(removed=("a",))
    assert trust.add(ports, own, name="a").registries


@pytest.mark.parametrize("name", ["nobody", "../a", ""])
def test_what_is_not_there_cannot_be_taken_out(ports: Ports, name: str) -> None:
    with pytest.raises(UserError, match="no list"):
        trust.remove(ports, name)


def test_well_known_names_come_with_the_program(ports: Ports) -> None:
    found = trust.trusted(ports)
    assert found.registries == ()
    assert len(found.names) >= 60
    assert trust.trusted(ports).names is found.names  # read once


def test_a_mistake_in_the_well_known_names_is_told(ports: Ports) -> None:
    class Broken:
        def files(self, _folder: str) -> list[Any]:
            return [NamedBytes("issuers/a.yaml", b"issuers: [{}]\n")]

    with pytest.raises(InputError):
        trust.trusted(replace(ports, starter=Broken()))  # type: ignore[arg-type]
