from __future__ import annotations

from typing import Any
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.app.bench.plan import SIZES, SKILLS
from credlens.app.ports import Ports
from credlens.io.apart import apart as in_another_process


class Measured:
    """Figures that were never measured."""

    def to_json(self) -> dict[str, Any]:
        few = {"n": 2, "median": 0.25, "min": 0.2, "max": 0.3}
        never = {"n": 0, "median": None, "min": None, "max": None}
        once = {"n": 1, "median": 9.0, "min": 9.0, "max": 9.0}
        cell = {
            "credentials": 1000, "skills": 20, "seeds": 2, "offers": few, "first_s": few, "near_s": few, "proven_s": once, "gap": few,
            "peak_memory_mb": few, "accepted": 2, "circular_supports": 0, "same_on_repeat": True, "same_when_shuffled": 1,
            "peers": {"joint": {"worth_of_ours": few, "bound_of_ours": never, "cpu_s": few}},
        }  # fmt: skip
        cases = {
            "n": 1234, "with_a_plan": 900, "equal": {"strongest": 899}, "different": 1, "refused_by_the_checker": 2, "circular_supports": 3,
        }  # fmt: skip
        limits = [
            {"credentials": 1000, "skills": 20, "figure": "near_s", "asked": 0.5, "measured": 0.3, "kept": True},
            {"credentials": 1000, "skills": 20, "figure": "proven_s", "asked": 30.0, "measured": None, "kept": False},
        ]
        return {"cases": cases, "cells": [cell], "limits": limits}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []

    def plan(_ports: Ports, **asked: Any) -> Measured:
        seen.append(asked)
        return Measured()

    monkeypatch.setattr("credlens.cli.commands.bench.BENCHES", {"plan": plan})
    return seen


def test_what_is_shown(cli: Cli, asked: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert cli("bench", "plan", "--json").json == Measured().to_json()
    words = " ".join(cli("bench", "plan").out.split())
    for said in (
        "1,234 random small problems, 900 with a plan. As good as the best of all plans: strongest 899.",
        "1 different, 2 refused by the checker, 3 circular supports.",
        "0.25 (0.2 to 0.3)",
        "9, 1 of 2",
        "2 of 2 plans accepted by the checker, 0 circular supports; the same on repeat, the same in another order for 1 of 2.",
        "seconds to a gap of 1 %: at most 0.5 asked, 0.3 at worst, kept.",
        "seconds to proof: at most 30 asked, not reached at worst, not kept.",
    ):
        assert said in words
    assert asked[0]["sizes"] == SIZES
    assert asked[0]["skills"] == SKILLS


def test_what_is_asked(cli: Cli, asked: list[dict[str, Any]]) -> None:
    sizes = ("--size", "50", "--size", "60", "--skills", "7")
    cli("bench", "plan", *sizes, "--seeds", "1", "--cases", "5", "--effort", "2", "--no-peers", "--json")
    cli("bench", "plan", "--size", "0", "--json")
    assert asked[0] == {
        "sizes": (50, 60), "skills": (7,), "seeds": 1, "cases": 5, "effort": 2.0, "peers": False, "apart": in_another_process,
    }  # fmt: skip
    assert asked[1]["sizes"] == (), "only the random small problems"
