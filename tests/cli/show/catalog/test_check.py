"""The work list in words."""

from __future__ import annotations

from collections.abc import Callable

from credlens.app.catalog.checking import CheckResult
from credlens.catalog.identity import Doubt
from credlens.catalog.worklist import Lack, Task
from credlens.cli.show.catalog.check import show_check
from credlens.model.errors import Problem

TASKS = (
    Task("quiet", "costs", Lack.UNKNOWN, ()),
    Task("quiet", "level", Lack.UNKNOWN, ()),
    Task("fog", "costs", Lack.CONFLICTING, ("https://example.org/fog",)),
    Task("fog", "hours", Lack.RECALLED, ("https://example.org/fog", "https://example.org/hours")),
)


def test_disputed_credentials_come_first_with_fields_by_what_is_wrong_and_addresses(said: Callable[..., str]) -> None:
    words = said(show_check, CheckResult(2, (), TASKS), limit=9)

    assert "2 records checked. No mistakes." in words
    assert "sources disagree 1 unknown 2 from memory alone 1" in words
    assert "fog sources disagree: price from memory alone: hours of work look at https://example.org/fog" in words
    assert words.index("fog sources") < words.index("quiet unknown: price, level nobody knows a page to look at")
    assert "more credentials" not in words


def test_the_list_ends_where_it_was_asked_to(said: Callable[..., str]) -> None:
    doubts = tuple(Doubt("a", f"b{n}", 0.7, "alike") for n in range(7))
    words = said(
        show_check, CheckResult(2, (Problem("x", "bad"),), TASKS, doubts, ("3 more were not looked at",)), limit=1
    )

    assert "1 mistake." in words
    assert "quiet" not in words
    assert "... and 1 more credentials" in words
    assert "... and 2 more pairs." in words
    assert "3 more were not looked at." in words
