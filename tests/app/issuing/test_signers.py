"""Keys stay with their owner, and others learn what they need to check them."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from credlens.app.issuing.signers import make_key, signer
from credlens.app.ports import Ports
from credlens.model.errors import InputError, UserError


@pytest.mark.parametrize(("kind", "begins"), [("ed25519", "did:key:z6Mk"), ("p256", "did:key:zDn")])
def test_a_key_without_a_website_is_its_own_id(ports: Ports, kind: str, begins: str) -> None:
    made = make_key(ports, "club", kind)
    assert made.did.startswith(begins)
    assert made.method == f"{made.did}#{made.did.removeprefix('did:key:')}"
    assert (made.document, made.publish_at, made.keys) == (None, "", ())
    again = signer(ports, "club")
    assert (again.did, again.method) == (made.did, made.method)


@pytest.mark.skipif(os.name != "posix", reason="only these systems tell who may read a file")
def test_only_its_owner_can_read_a_key_and_its_folder(ports: Ports) -> None:
    made = make_key(ports, "club")
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.file.parent.stat().st_mode) == 0o700


def test_each_key_is_another_one(ports: Ports) -> None:
    assert make_key(ports, "one").did != make_key(ports, "other").did


def test_a_key_is_never_replaced(ports: Ports) -> None:
    made = make_key(ports, "club")
    before = made.file.read_bytes()
    with pytest.raises(UserError, match="not replaced"):
        make_key(ports, "club", "p256")
    assert made.file.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="only these systems tell who may read a file")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o606, 0o620])
def test_a_key_that_others_may_read_or_change_is_refused_with_what_to_do(ports: Ports, mode: int) -> None:
    made = make_key(ports, "club")
    made.file.chmod(mode)
    with pytest.raises(InputError, match="Others on this machine") as caught:
        signer(ports, "club")
    assert "chmod 600" in str(caught.value.what_to_do)


@pytest.mark.parametrize(
    ("site", "did", "place"),
    [
        ("https://chess.example.org", "did:web:chess.example.org", "https://chess.example.org/.well-known/did.json"),
        ("https://chess.example.org/", "did:web:chess.example.org", "https://chess.example.org/.well-known/did.json"),
        (
            "https://example.org:8443/a/chess",
            "did:web:example.org%3A8443:a:chess",
            "https://example.org:8443/a/chess/did.json",
        ),
    ],
)
def test_an_issuer_with_a_website_gets_a_document_to_publish(ports: Ports, site: str, did: str, place: str) -> None:
    made = make_key(ports, "club", did_web=site)
    assert (made.did, made.method, made.publish_at) == (did, f"{did}#club", place)
    assert made.document is not None
    document = json.loads(made.document.read_text("utf-8"))
    assert document["id"] == did
    assert document["assertionMethod"] == [made.method]
    assert "PRIVATE" not in made.document.read_text("utf-8")
    assert signer(ports, "club").method == made.method


def test_the_document_goes_on_naming_older_keys_of_that_website_and_no_others(ports: Ports, tmp_path: Path) -> None:
    make_key(ports, "first", did_web="https://chess.example.org")
    make_key(ports, "other", did_web="https://go.example.org")
    make_key(ports, "private")
    made = make_key(ports, "second", "p256", "https://chess.example.org", tmp_path / "did.json")
    assert made.keys == ("first", "second")
    assert made.document == tmp_path / "did.json"
    methods = json.loads((tmp_path / "did.json").read_text("utf-8"))["verificationMethod"]
    assert [(m["id"].partition("#")[2], m["type"]) for m in methods] == [
        ("first", "Multikey"),
        ("second", "JsonWebKey"),
    ]


@pytest.mark.skipif(os.name != "posix", reason="only these systems tell who may read a file")
def test_no_key_is_made_whose_document_could_not_be_written(ports: Ports) -> None:
    make_key(ports, "first", did_web="https://chess.example.org").file.chmod(0o644)
    with pytest.raises(InputError, match="Others on this machine"):
        make_key(ports, "second", did_web="https://chess.example.org")
    assert ports.issuing.key_names() == ("first",)


@pytest.mark.parametrize("name", ["", "../club", "Club", "a/b", "-x", "a" * 41, "a.b"])
def test_a_name_that_is_no_file_name_is_refused(ports: Ports, name: str) -> None:
    with pytest.raises(UserError, match="no name"):
        make_key(ports, name)
    assert not ports.home.exists()


@pytest.mark.parametrize(
    "site",
    [
        "http://example.org", "https://", "https://localhost", "https://a@example.org", "https://example.org?x=1",
        "https://example.org/a b", "https://example.org/../x", "https://example.org/%2e", "example.org", "https://exämple.org", "",
        "https://example.org/a//b",
    ],
)  # fmt: skip
def test_an_address_that_is_no_website_is_refused_and_no_key_is_made(ports: Ports, site: str) -> None:
    with pytest.raises(UserError, match="cannot be an issuer's id"):
        make_key(ports, "club", did_web=site)
    assert ports.issuing.key_names() == ()


def test_an_unknown_kind_and_a_file_for_nothing_are_refused(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kind"):
        make_key(ports, "club", "rsa")
    with pytest.raises(UserError, match="nothing to publish"):
        make_key(ports, "club", out=tmp_path / "did.json")


def test_an_unknown_key_is_named_with_those_there_are(ports: Ports) -> None:
    with pytest.raises(UserError, match="no key 'club'") as caught:
        signer(ports, "club")
    assert "credlens badge key club" in str(caught.value.what_to_do)
    make_key(ports, "school")
    with pytest.raises(UserError) as caught:
        signer(ports, "club")
    assert caught.value.what_to_do == "Use one of: school."


def test_a_file_that_holds_no_key_is_told(ports: Ports) -> None:
    ports.issuing.keep_key("club", b"nothing like it")
    with pytest.raises(InputError, match="not a private key") as caught:
        signer(ports, "club")
    assert caught.value.where == "club.pem"


def test_a_key_made_elsewhere_can_be_put_there(ports: Ports) -> None:
    made = make_key(ports, "here")
    ports.issuing.keep_key("there", made.file.read_bytes())
    assert signer(ports, "there").did == made.did
