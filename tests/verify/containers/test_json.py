"""A badge as JSON."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Outcome


@pytest.mark.parametrize("text", [b'{"a": 1}', b' \r\n\t{"a": 1}\n', b'\xef\xbb\xbf{"a": 1}', b" " * 100 + b'{"a": 1}'])
def test_an_object_is_opened(opened: Any, text: bytes) -> None:
    found = opened(text)
    assert found.badge.document == {"a": 1}
    assert found.badge.container == "json"
    assert [(c.id, c.outcome) for c in found.checks] == [("container", Outcome.PASSED), ("json", Outcome.PASSED)]


def test_a_flaw_of_the_text_is_told_with_its_place(opened: Any) -> None:
    found = opened(b'{\n "a": 1,, }')
    assert (found.failed.id, found.failed.where) == ("json", "line 2, column 9")
    assert found.checks[0].outcome is Outcome.PASSED


def test_a_depth_bomb_is_a_matter_of_our_bounds(opened: Any) -> None:
    assert opened(b"[" * 100_000).failed.id == "work"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (b'[{"a": 1}]', "a list"),
        (b"[]", "a list"),
        (b'{"payload": "e30", "signatures": []}', "JWS JSON serialisation"),
        (b'{"payload": "e30", "protected": "e30", "signature": "AA"}', "JWS JSON serialisation"),
    ],
)
def test_other_json_is_refused(opened: Any, text: bytes, part: str) -> None:
    failed = opened(text).failed
    assert failed.id == "container"
    assert part in failed.reason
    assert failed.next_step
