"""Badges in whatever they come in, as JSON."""

from __future__ import annotations

import json

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.signing import as_jwt
from credlens.app.bench.badges.world import ACADEMY, HOST, academy_key, dumps, shared
from credlens.app.carried import at_address, unpacked
from credlens.app.ports import NamedBytes, Ports
from credlens.model.errors import InputError

CLASS = f"{HOST}/ob2/badges/sql"
ISSUER = f"{HOST}/ob2/issuer"
ASSERTION = f"{HOST}/ob2/assertions/1"
HELD = dumps({"type": "Assertion", "id": ASSERTION, "badge": CLASS})


@pytest.mark.parametrize("data", [b"{", b" \n[1]", b"\xef\xbb\xbf{}", '{"a": 1}'.encode("utf-16")])
def test_json_stays_as_it_is_whatever_its_letters(ports: Ports, data: bytes) -> None:
    file = NamedBytes("b.json", data)
    assert unpacked(ports, file).file is file


def test_a_token_is_opened_apart_and_called_as_before(ports: Ports) -> None:
    token = as_jwt(open_badge(ACADEMY), *academy_key("ed"))
    found = unpacked(ports, NamedBytes("b.jwt", token.encode()))
    assert (found.file.name, found.signed) == ("b.jwt", True)
    assert json.loads(found.file.data)["credentialSubject"] == open_badge(ACADEMY)["credentialSubject"]


def test_documents_are_put_where_only_their_addresses_stand(ports: Ports) -> None:
    known = {url: shared().documents[url] for url in (CLASS, ISSUER)}
    found = json.loads(unpacked(ports, NamedBytes("b.json", HELD), known).file.data)
    assert (found["badge"]["name"], found["badge"]["issuer"]["name"]) == ("SQL for analysts", "Example Academy")


def test_an_address_gives_what_lies_there(ports: Ports) -> None:
    known = {ASSERTION: HELD, CLASS: shared().documents[CLASS]}
    found = at_address(ports, "picture.png", f"{ASSERTION}#x", known)
    assert json.loads(found.file.data)["badge"]["name"] == "SQL for analysts"
    assert found.file.name == "picture.png"


def test_an_address_that_nobody_looked_up_is_named_with_what_to_do(ports: Ports) -> None:
    with pytest.raises(InputError, match="only the address") as caught:
        at_address(ports, "picture.png", ASSERTION, {})
    assert "--scorecard --online" in str(caught.value.what_to_do)


def test_documents_that_name_each_other_come_to_an_end(ports: Ports) -> None:
    known = {CLASS: dumps({"issuer": ISSUER}), ISSUER: dumps({"badge": CLASS})}
    assert b"issuer" in unpacked(ports, NamedBytes("b.json", HELD), known).file.data


@pytest.mark.parametrize("document", [b"{", b"[]", b"\xff"])
def test_what_is_no_object_is_not_put_in(ports: Ports, document: bytes) -> None:
    found = unpacked(ports, NamedBytes("b.json", HELD), {CLASS: document})
    assert json.loads(found.file.data)["badge"] == CLASS
