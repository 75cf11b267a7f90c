"""What is in a badge's file, for who does not verify it."""

from __future__ import annotations

import json

import pytest

from credlens.app.bench.badges.credentials import first_envelope, open_badge
from credlens.app.bench.badges.signing import as_first_jwt, as_jwt
from credlens.app.bench.badges.world import ACADEMY, academy_key, dumps
from credlens.io.sandboxed import answer
from credlens.io.verifying.opener import OPENERS, Carried, open_
from credlens.model.errors import InputError

NAME = "SQL for analysts"


def name_of(found: Carried) -> str:
    assert found.document is not None
    name: str = found.document["credentialSubject"]["achievement"]["name"]
    return name


@pytest.mark.parametrize("token", [as_jwt(open_badge(ACADEMY), *academy_key("ed")), as_first_jwt(first_envelope(ACADEMY), *academy_key("rsa"))], ids=["content", "in vc"])  # fmt: skip
def test_a_token_gives_its_credential_and_that_it_is_one(token: str) -> None:
    found = open_(token.encode())
    assert (name_of(found), found.signed, found.address) == (NAME, True, "")


def test_json_is_as_it_stands_there() -> None:
    found = open_(dumps(open_badge(ACADEMY)))
    assert found == Carried(open_badge(ACADEMY))


def test_an_address_in_the_place_of_a_badge_is_given_back() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org"><o:assertion verify="https://host.example/1"/></svg>'
    assert open_(svg) == Carried(address="https://host.example/1")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "an empty file"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"[]", "a list"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b"eyJhbGciOiJub25lIn0.e30.", "not signed at all"),
        (b"%PDF-1.7\n", "PDF"),
    ],
)
def test_what_is_no_badge_is_told_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        open_(data)
    assert says in str(caught.value)


def test_it_is_in_the_sandbox_s_table() -> None:
    said = json.loads(answer(OPENERS["any"], dumps(open_badge(ACADEMY))))
    assert said["opened"]["document"]["name"] == open_badge(ACADEMY)["name"]
