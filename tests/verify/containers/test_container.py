"""Any bytes are opened or refused with words; a badge is told from what people take for one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.verify.containers import CONTAINERS
from credlens.verify.limits import LIMITS

STARTS = st.sampled_from(
    [b"", b"{", b"[", b"eyJ", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"<svg>", b"<?xml version='1.0'?>", b"\xef\xbb\xbf", b"\xff\xfe<\x00"]
)  # fmt: skip


@given(STARTS, st.binary(max_size=300))
def test_any_bytes_are_opened_or_refused(opened: Any, start: bytes, rest: bytes) -> None:
    found = opened(start + rest)
    if found.badge is not None:
        given_ = (found.badge.document, found.badge.token, found.badge.address)
        assert sum(part is not None for part in given_) == 1
    else:
        assert found.failed.reason


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xff\xd8\xff\xe0 jpeg", "JPEG"),
        (b"GIF89a", "a picture of a kind"),
        (b"RIFF\0\0\0\0WEBP", "a picture of a kind"),
        (b"PK\x03\x04 zip", "an archive"),
        (b"\x1f\x8b\x08 gzip", "gzip"),
        (b"<!DOCTYPE html><title>Badge</title>", "website"),
        (b"\n<HTML><body>", "website"),
        (b"Dear holder, this is your badge.", "no kind of file"),
        (b"\0" * 100, "no kind of file"),
        (b"42", "no kind of file"),
    ],
)
def test_what_is_no_badge_is_named(opened: Any, data: bytes, part: str) -> None:
    failed = opened(data).failed
    assert failed.id == "container"
    assert part in failed.reason
    assert failed.next_step


def test_a_file_may_be_as_large_as_its_bound(opened: Any) -> None:
    limits = replace(LIMITS, file=100)
    badge = b'{"a": 1}'
    assert opened(badge.ljust(99), limits).badge
    assert opened(badge.ljust(100), limits).badge
    assert opened(badge.ljust(101), limits).failed.id == "work"


def test_every_way_of_carrying_a_badge_is_named_as_in_the_table() -> None:
    assert {name: kind.name for name, kind in CONTAINERS.items()} == {name: name for name in CONTAINERS}
    assert all(kind.title.startswith("a ") or kind.title.startswith("an ") for kind in CONTAINERS.values())
