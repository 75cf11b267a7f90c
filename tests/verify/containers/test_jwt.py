"""A badge as a signed token."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Outcome

TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL2V4YW1wbGUub3JnIn0.c2ln-_nat"  # noqa: S105


@pytest.mark.parametrize(
    "text", [TOKEN, f" {TOKEN}\r\n", f"\ufeff{TOKEN}\n", "eyJhbGciOiJub25lIn0.e30.", "ewogImFsZyI6MX0.e30.AA"]
)
def test_a_token_is_opened_unread(opened: Any, text: str) -> None:
    found = opened(text.encode())
    assert found.badge.token == text.strip().strip("\ufeff")
    assert found.badge.container == "jwt"
    assert [(c.id, c.outcome) for c in found.checks] == [("container", Outcome.PASSED)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (TOKEN + "~WyJzYWx0IiwibmFtZSIsIkFkYSJd~", "SD-JWT"),
        (TOKEN + "~", "SD-JWT"),
        (TOKEN.replace("JpZ", "JpZ\n") + "\n.x", "looks like a signed token"),
        (TOKEN[:30] + "\r\n" + TOKEN[30:], "line breaks"),
        (TOKEN.replace(".", "=."), "looks like a signed token"),
        (TOKEN + "==", "looks like a signed token"),
        (TOKEN.rpartition(".")[0], "looks like a signed token"),
        (TOKEN + ".AA.BB", "encrypted"),
        (TOKEN + ".AA", "looks like a signed token"),
        (TOKEN + "\N{CYRILLIC SMALL LETTER A}", "looks like a signed token"),
    ],
)
def test_what_is_almost_a_token_is_refused_with_a_next_step(opened: Any, text: str, part: str) -> None:
    failed = opened(text.encode()).failed
    assert failed.id == "container"
    assert part in failed.reason + failed.next_step
    assert failed.next_step


@pytest.mark.parametrize(
    "text", ["eyJ" + "a" * 200_000, "eyJ" + "\n" * 200_000, "a" * 200_000 + "~" * 3 + "!", "eyJ" + "a." * 100_000]
)
def test_long_texts_are_refused(opened: Any, text: str) -> None:
    assert opened(text.encode()).failed.id == "container"
