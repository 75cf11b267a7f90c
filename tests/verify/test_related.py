from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import Claims, Outcome
from credlens.verify.content import Content
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.needs import Document, Missing, Need, Reply, Why
from credlens.verify.related import check_related, digests, fits

DATA = b"a file"
ADDRESS = "https://academy.example/file"
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def sri(name: str, data: bytes = DATA) -> str:
    return f"{name}-{base64.b64encode(hashlib.new(name, data).digest()).decode()}"


def multihash(code: int, name: str, data: bytes = DATA) -> bytes:
    digest = hashlib.new(name, data).digest()
    return bytes([code, len(digest)]) + digest


def in_base64(data: bytes) -> str:
    return "u" + base64.urlsafe_b64encode(data).decode().rstrip("=")


def in_base58(data: bytes) -> str:
    number, text = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return "z" + text


def checked(*entries: Any, reply: Reply | None = None) -> list[tuple[Outcome, str]]:
    inquiry = Inquiry(Desk(Settings(datetime(2026, 1, 1, tzinfo=UTC)), lambda *_: pytest.fail("nothing is inside")))
    steps = check_related(Content(Claims(), related=entries), inquiry)
    answer: Reply | None = None
    while True:
        try:
            need: Need = steps.send(answer)  # type: ignore[arg-type]
        except StopIteration:
            break
        answer = reply or Document(need.url, DATA)
    return [(check.outcome, check.where) for check in inquiry.checks]


@pytest.mark.parametrize(
    "entry",
    [
        {"digestSRI": sri("sha256")},
        {"digestSRI": sri("sha384")},
        {"digestSRI": sri("sha512") + "?option"},
        {"digestSRI": f"{sri('sha512', b'other')} {sri('sha512')}"},
        {"digestSRI": f"md5-AA {sri('sha256')}"},
        {"digestMultibase": in_base64(multihash(0x12, "sha256"))},
        {"digestMultibase": in_base58(multihash(0x12, "sha256"))},
        {"digestMultibase": in_base58(multihash(0x13, "sha512"))},
        {"digestSRI": sri("sha256"), "digestMultibase": in_base64(multihash(0x20, "sha384"))},
    ],
)
def test_a_file_with_its_digest_passes_and_a_changed_one_fails(entry: dict[str, Any]) -> None:
    assert checked({"id": ADDRESS, **entry}) == [(Outcome.PASSED, ADDRESS)]
    assert checked({"id": ADDRESS, **entry}, reply=Document(ADDRESS, b"changed")) == [(Outcome.FAILED, ADDRESS)]


@pytest.mark.parametrize(
    "entry",
    [
        {"digestSRI": "md5-AA"},
        {"digestSRI": "sha256-AA"},
        {"digestSRI": "sha256-%%"},
        {"digestSRI": ""},
        {"digestSRI": "sha256-" + "A" * 1000},
        {"digestSRI": [sri("sha256")]},
        {"digestMultibase": "u"},
        {"digestMultibase": "zl0"},
        {"digestMultibase": in_base64(multihash(0x12, "sha256"))[1:]},
        {"digestMultibase": in_base64(multihash(0x12, "sha256")[:-1])},
        {"digestMultibase": in_base64(multihash(0x99, "sha256"))},
        {"digestMultibase": in_base64(multihash(0x12, "sha256")) + "="},
        {"digestMultibase": None},
        {"digestSRI": sri("sha256"), "digestMultibase": "u"},
    ],
)
def test_a_digest_that_cannot_be_read_fails(entry: dict[str, Any]) -> None:
    assert digests(entry) is None
    assert checked({"id": ADDRESS, **entry}) == [(Outcome.FAILED, ADDRESS)]


def test_only_the_strongest_kind_of_hash_counts() -> None:
    stated = digests({"digestSRI": f"{sri('sha256')} {sri('sha512', b'other')}"})
    assert stated is not None
    assert not fits(DATA, stated)


def test_both_digests_have_to_fit() -> None:
    entry = {
        "id": ADDRESS,
        "digestSRI": sri("sha256"),
        "digestMultibase": in_base64(multihash(0x12, "sha256", b"other")),
    }
    assert checked(entry) == [(Outcome.FAILED, ADDRESS)]


def test_a_file_that_cannot_be_had_is_not_checked() -> None:
    missing = Missing(ADDRESS, Why.OFFLINE, "Nothing is fetched.")
    assert checked({"id": ADDRESS, "digestSRI": sri("sha256")}, reply=missing) == [(Outcome.NOT_CHECKED, ADDRESS)]


def test_nothing_without_a_digest_is_asked_for() -> None:
    assert checked({"id": ADDRESS}, "x", None, {"digestSRI": sri("sha256")}) == []
    assert checked() == [(Outcome.NOT_APPLICABLE, "")]
