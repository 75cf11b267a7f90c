"""Text that is hard to read, or that two programs read differently: in a file, in a token, in what a badge refers to."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.keys import b64, jws
from credlens.app.bench.badges.world import HOST, STATUS, academy_key, dumps, status_entry
from credlens.model.verification import Mode

GOOD = b'"name": "SQL'


def spoiled(stage: Any, old: bytes, new: bytes) -> bytes:
    """The text of a signed badge with a piece replaced."""
    text = dumps(stage.text_signed())
    assert old in text
    return text.replace(old, new, 1)


def raw_token(payload: bytes, head: bytes = b'{"alg":"ES256"}') -> str:
    """A token around bytes, with something like a signature."""
    return f"{b64(head)}.{b64(payload)}.{b64(bytes(64))}"


def signed_text(payload: str) -> str:
    """A token whose signature fits, around a text that json.dumps would never write."""
    signer, method = academy_key("p256")
    start = f"{b64(json.dumps({'alg': 'ES256', 'kid': method}).encode())}.{b64(payload.encode())}"
    return f"{start}.{b64(signer.sign(start.encode()))}"


def twice(stage: Any) -> str:
    """A badge's own text, with a second issuer's name at its end."""
    text = json.dumps(stage.badge())
    return text[:-1] + ', "name": "Another name"}'


FILES: list[tuple[str, Callable[[Any], Any], str, str]] = [
    ("100,000 opening brackets", lambda s: b"[" * 100_000, "COULD_NOT_CHECK", "work"),
    ("100,000 opening braces with names", lambda s: b'{"a":' * 100_000, "COULD_NOT_CHECK", "work"),
    ("a list in a list, 65 deep, inside a badge", lambda s: {**s.badge(), "x": deep(65)}, "COULD_NOT_CHECK", "work"),
    ("60,000 numbers in a list", lambda s: {**s.badge(), "x": [1] * 60_000}, "COULD_NOT_CHECK", "work"),
    ("30,000 empty objects", lambda s: {**s.badge(), "x": [{}] * 30_000}, "COULD_NOT_CHECK", "work"),
    ("a whole number of a million digits", lambda s: b'{"a": ' + b"9" * 10**6 + b"}", "COULD_NOT_CHECK", "work"),
    ("a fraction of a thousand digits", lambda s: b'{"a": 0.' + b"1" * 1_000 + b"}", "COULD_NOT_CHECK", "work"),
    ("a number beyond all others", lambda s: b'{"a": 1e999}', "INVALID", "json"),
    ("NaN as a number", lambda s: spoiled(s, GOOD, b'"x": NaN, ' + GOOD), "INVALID", "json"),
    ("Infinity as a number", lambda s: spoiled(s, GOOD, b'"x": -Infinity, ' + GOOD), "INVALID", "json"),
    ("half a character, escaped", lambda s: spoiled(s, GOOD, b'"x": "\\ud83d", ' + GOOD), "INVALID", "json"),
    ("half a character as three bytes", lambda s: spoiled(s, GOOD, b'"x": "\xed\xa0\xbd", ' + GOOD), "INVALID", "json"),
    ("a name twice in it", lambda s: spoiled(s, GOOD, b'"name": "Another", ' + GOOD), "INVALID", "json"),
    ("a name twice, once escaped", lambda s: spoiled(s, GOOD, b'"n\\u0061me": "A", ' + GOOD), "INVALID", "json"),
    ("a name with NUL in it", lambda s: spoiled(s, GOOD, b'"name\\u0000": "A", ' + GOOD), "INVALID", "json"),
    ("something after its end", lambda s: dumps(s.text_signed()) + b"{}", "INVALID", "json"),
    ("a remark in it", lambda s: b"{/* so */" + dumps(s.text_signed())[1:], "INVALID", "json"),
    ("bytes that are not UTF-8", lambda s: spoiled(s, GOOD, b'"x": "\xff", ' + GOOD), "INVALID", "json"),
    ("UTF-16", lambda s: dumps(s.text_signed()).decode().encode("utf-16"), "INVALID", "container"),
    ("more than four mebibytes", lambda s: {**s.text_signed(), "x": "x" * 4 * 2**20}, "COULD_NOT_CHECK", "work"),
    ("a token with a deep payload", lambda s: raw_token(b"[" * 70_000), "COULD_NOT_CHECK", "work"),
    ("a token with a deep header", lambda s: raw_token(b"{}", b"[" * 70_000), "COULD_NOT_CHECK", "work"),
    ("a signed token with a name twice", lambda s: signed_text(twice(s)), "INVALID", "json"),
    ("a signed token with NaN", lambda s: signed_text('{"a": NaN}'), "INVALID", "json"),
    ("a token whose payload is a list", lambda s: jws([], academy_key("p256")[0]), "INVALID", "structure"),
    ("a token whose payload is null", lambda s: jws(None, academy_key("p256")[0]), "INVALID", "structure"),
    ("no byte at all", lambda s: b"", "INVALID", "container"),
    ("only blanks", lambda s: b" \n\t" * 1_000, "INVALID", "container"),
    ("a number as the whole badge", lambda s: b"17", "INVALID", "container"),
    ("a list of badges", lambda s: [s.text_signed()], "INVALID", "container"),
]  # fmt: skip


def deep(levels: int) -> Any:
    """A list in a list."""
    found: Any = 1
    for _ in range(levels):
        found = [found]
    return found


@pytest.mark.parametrize(("build", "verdict", "check"), [f[1:] for f in FILES], ids=[f[0] for f in FILES])
def test_text_that_is_no_sound_badge_is_refused(judged: Any, build: Any, verdict: str, check: str) -> None:
    judged(build, verdict, check, "failed")


@pytest.mark.parametrize(("build", "verdict", "check"), [f[1:] for f in FILES], ids=[f[0] for f in FILES])
def test_the_public_validators_rules_read_no_text_more_laxly(judged: Any, build: Any, verdict: str, check: str) -> None:
    judged(build, verdict, check, "failed", Mode.ONE_EDTECH)


SOUND: list[tuple[str, Callable[[Any], Any]]] = [
    ("a byte order mark in front", lambda s: b"\xef\xbb\xbf" + dumps(s.text_signed())),
    ("every letter escaped that can be", lambda s: json.dumps(s.text_signed(), ensure_ascii=True).encode()),
    ("braces in a text", lambda s: s.text_signed(s.badge(name="{[" * 10_000))),
    ("60 levels", lambda s: s.text_signed(s.badge(termsOfUse={"type": "Terms", "narrative": deep(55)}))),
    ("a picture as a data: address of 300,000 letters", lambda s: s.text_signed(
        s.badge(image={"id": "data:image/png;base64," + "A" * 300_000, "type": "Image"}))),
]  # fmt: skip


@pytest.mark.parametrize("build", [s[1] for s in SOUND], ids=[s[0] for s in SOUND])
def test_odd_but_sound_text_is_read(judged: Any, build: Any) -> None:
    judged(build, "VERIFIED", "json", "passed")


BOMBS = {
    "deep": b"[" * 100_000,
    "many": b'{"id": "x", "x": [' + b"1," * 60_000 + b"1]}",
    "digits": b'{"id": ' + b"9" * 100_000 + b"}",
    "no JSON": b"<html>not found</html>",
    "not UTF-8": b'{"id": "\xff"}',
    "a name twice": b'{"id": "did:web:academy.example", "id": "did:web:evil.example"}',
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_did_document_that_cannot_be_read_gives_no_key(stage: Any, judged: Any, bomb: bytes) -> None:
    stage.host(f"{HOST}/.well-known/did.json", bomb)
    judged(lambda s: s.token(), "INVALID", "key", "failed")


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_status_list_that_cannot_be_read_tells_nothing(stage: Any, bomb: bytes) -> None:
    stage.host(STATUS, bomb)
    report = stage.judge(stage.token(stage.badge(credentialStatus=status_entry(STATUS, 3))))
    assert report.verdict in {"COULD_NOT_CHECK", "INVALID"}
    assert not any(c.id == "status_revocation" and c.outcome == "passed" for c in report.checks)
