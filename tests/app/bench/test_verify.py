"""The figures of verifying."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.app.bench import verify as bench
from credlens.app.bench.badges.world import shared
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.verification import Mode, Report, Verdict


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    return open_home(tmp_path, today=date(2026, 11, 23))


def test_every_badge_of_the_world_is_measured_and_verified(ports: Ports) -> None:
    found = bench.verify(ports, repeat=1, mutations=0, many=0)
    assert [s["verdict"] for s in found.speeds] == ["VERIFIED"] * len(shared().samples)
    assert {s["class"] for s in found.speeds} == {"jwt", "jcs", "rdfc", "other"}
    assert all(0 < s["median_ms"] <= s["p95_ms"] <= s["max_ms"] for s in found.speeds)
    assert (found.mutations, found.many) == (None, None)
    limits = found.to_json()["limits"]
    assert {each["asked_ms"] for each in limits} == {1.0, 30.0}
    assert all(each["kept"] == (each["median_ms"] <= each["asked_ms"]) for each in limits)


def test_only_badges_with_one_signature_and_nothing_to_look_up_are_held_to_a_limit(ports: Ports) -> None:
    others = {s["what"] for s in bench.verify(ports, repeat=1, mutations=0, many=0).speeds if s["class"] == "other"}
    assert {"ob3 with status, eddsa-jcs-2022", "ob3 endorsed, eddsa-jcs-2022", "clr2 record, EdDSA"} <= others


def test_tampering_is_shared_out_and_put_together(ports: Ports) -> None:
    asked: list[tuple[str, dict[str, Any]]] = []

    def apart(name: str, each: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        asked.extend((name, one) for one in each)
        return [bench.tamper(ports, **one) for one in each]

    found = bench.verify(ports, repeat=1, mutations=50, many=0, cores=3, apart=apart).mutations
    assert asked == [("verify_mutations", {"seed": seed, "wanted": n}) for seed, n in enumerate((17, 17, 16))]
    assert found is not None
    assert found["n"] == sum(found["verdicts"].values()) == 50
    assert sum(n for way in found["ways"].values() for n in way.values()) == 50
    assert (found["false_verified"], found["crashes"], found["examples"]) == (0, [], [])


def test_fewer_badges_than_processes_ask_fewer_of_them(ports: Ports) -> None:
    found = bench.verify(ports, repeat=1, mutations=2, many=0, cores=8).mutations
    assert found is not None
    assert found["n"] == 2


def test_a_verifier_that_believes_everything_is_caught(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    def believes(_data: bytes, _documents: object) -> Report:
        return Report(Verdict.VERIFIED, "", Mode.STRICT, bench.AT)

    monkeypatch.setattr(bench, "verified", believes)
    found = bench.tamper(ports, seed=1, wanted=100)
    assert found["false_verified"] > 50
    assert found["false_verified"] + found["unchanged"] == 100
    assert len(found["examples"]) == bench.SHOWN
    assert set(found["examples"][0]) == {"what", "way", "badge"}


def test_a_verifier_that_breaks_is_told(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_data: bytes, _documents: object) -> Report:
        raise KeyError("x")

    monkeypatch.setattr(bench, "verified", breaks)
    found = bench.tamper(ports, seed=1, wanted=20)
    assert len(found["crashes"]) == bench.SHOWN
    assert found["crashes"][0]["error"] == "KeyError('x')"
    assert found["verdicts"] == {}


def test_many_badges_are_verified_in_processes_of_their_own(ports: Ports) -> None:
    found = bench.verify(ports, repeat=1, mutations=0, many=40, clock=time.monotonic).many
    assert found is not None
    assert found["n"] == 40
    assert found["verdicts"] == {"VERIFIED": 40}
    assert found["seconds"] > 0


@pytest.fixture(autouse=True)
def _few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "WARM", 0)
