"""``credlens bench verify``."""

from __future__ import annotations

from typing import Any
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.app.bench.verify import VerifyBench

SMALL = ("bench", "verify", "--repeat", "1", "--mutations", "24", "--many", "24")


def test_the_figures_as_data_and_in_words(cli: Cli) -> None:
    outcome = cli(*SMALL, "--json")
    assert outcome.code == 0
    assert set(outcome.json) >= {"speeds", "limits", "mutations", "many"}
    assert outcome.json["mutations"]["n"] == 24
    assert outcome.json["mutations"]["false_verified"] == 0
    assert outcome.json["many"]["n"] == 24
    assert outcome.json["many"]["seconds"] > 0  # also when the day is given, as here
    shown = cli("bench", "verify", "--repeat", "1", "--mutations", "0", "--many", "0")
    assert shown.code == 0
    assert "ecdsa-sd-2023" in shown.out


MUTATIONS: dict[str, Any] = {
    "n": 1, "unchanged": 0, "false_verified": 0, "examples": [], "crashes": [], "verdicts": {"INVALID": 1},
    "ways": {"flip": {"INVALID": 1}}, "slowest_ms": 1.0, "slowest": "x", "peak_memory_mb": None, "cpu_s": 0.1,
}  # fmt: skip
FORGED = {"false_verified": 1, "examples": [{"what": "ob3 badge, EdDSA", "way": "flip", "badge": "\x1b[2J{}"}]}
BROKEN = {"crashes": [{"what": "ob3 badge, EdDSA", "way": "flip", "error": "KeyError('x')"}]}


@pytest.mark.parametrize(("found", "code"), [({}, 0), (FORGED, 1), (BROKEN, 1)], ids=["sound", "forged", "broken"])
def test_a_forged_badge_that_passes_or_a_crash_is_a_no(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, found: dict[str, Any], code: int
) -> None:
    result = VerifyBench((), {**MUTATIONS, **found}, None)
    monkeypatch.setattr("credlens.cli.commands.bench_verify.BENCHES", {"verify": lambda *_, **__: result})
    for words in ((), ("--json",)):
        outcome = cli("bench", "verify", *words)
        assert outcome.code == code
        assert "\x1b[2J" not in outcome.out


@pytest.mark.parametrize("words", [("--repeat", "0"), ("--mutations", "-1"), ("--many", "x")])
def test_what_cannot_be_measured(cli: Cli, words: tuple[str, str]) -> None:
    outcome = cli("bench", "verify", *words)
    assert outcome.code == 2
    assert words[0] in outcome.err
