"""Baked badges are found again."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.issue.baking import bake
from credlens.issue.securing import as_json, as_token
from credlens.model.errors import UserError
from credlens.verify.containers import CONTAINERS
from credlens.verify.limits import LIMITS


@pytest.mark.parametrize("picture", ["png", "svg"])
def test_what_was_baked_is_found_again(school: Any, picture: str) -> None:
    plain = getattr(school, picture)
    token = as_token(school.badge(school.p256), school.p256)
    document = as_json(school.badge(school.ed25519), school.ed25519, school.at)
    assert CONTAINERS[picture].open(bake(plain, token), LIMITS).token == token
    assert CONTAINERS[picture].open(bake(plain, document), LIMITS).document == document


@pytest.mark.parametrize("picture", ["png", "svg"])
def test_a_picture_with_a_badge_takes_no_other(school: Any, picture: str) -> None:
    baked = bake(getattr(school, picture), "eyJ.e30.AA")
    with pytest.raises(UserError, match="already"):
        bake(baked, "eyJ.e30.AA")


@pytest.mark.parametrize("picture", [b"", b"GIF89a", b"<html></html>", b"<svg>", b"\x89PNG\r\n\x1a\n", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'])  # fmt: skip
def test_other_pictures_are_refused(picture: bytes) -> None:
    with pytest.raises(UserError, match="cannot be used"):
        bake(picture, "eyJ.e30.AA")


def test_scripts_are_taken_out_of_a_picture() -> None:
    active = b'<svg xmlns="http://www.w3.org/2000/svg" onload="steal()"><script>steal()</script></svg>'
    assert b"steal" not in bake(active, "eyJ.e30.AA")
