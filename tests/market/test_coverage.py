"""The market's intervals hold the truth about as often as they say: the benchmark's simulations, smaller and with one seed.

Bounds leave room for chance (three standard errors of so few repeats); the benchmark has the figures.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from credlens.market.trends import trends
from credlens.model.market import Verdict

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "coverage.py"
pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="the benchmarks are not part of this copy")


@pytest.fixture(scope="module")
def simulated() -> ModuleType:
    spec = importlib.util.spec_from_file_location("coverage_benchmark", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def average(rows: list[dict[str, Any]], question: str = "coverage", **setting: object) -> float:
    chosen = [r[question]["rate"] for r in rows if question in r and all(r[k] == v for k, v in setting.items())]
    assert chosen
    return float(np.mean(chosen))


def test_intervals_of_shares_hold_the_truth_also_when_employers_post_many(simulated: ModuleType) -> None:
    rows = list(simulated.shares(3, 1))

    assert 0.86 < average(rows) < 0.95
    assert 0.86 < average(rows, "clustered") < 0.95
    assert average(rows, "blind_to_employers", ads=1000) < 0.8, "what the employers are counted for"


def test_intervals_of_recognition_hold_the_truth_whatever_the_prior_was(simulated: ModuleType) -> None:
    rows = list(simulated.rates(1, 1))

    for ads in (100, 1000):
        assert 0.85 < average(rows, ads=ads) < 0.94
    assert 0.84 < average(rows, "coverage_pooled", ads=30) < 0.95
    assert average(rows, "rule_of_three") > 0.95


@pytest.mark.parametrize("tau", [0.05, 0.15, 0.4])
@pytest.mark.parametrize("phi", [1, 3])
def test_intervals_of_slopes_hold_the_truth_in_narrow_and_wide_families(
    simulated: ModuleType, tau: float, phi: float
) -> None:
    random = np.random.default_rng(7)
    held = []
    for _ in range(5):
        truths = random.normal(random.normal(0, 0.1), tau, 30)
        for b, t in zip(truths, trends(simulated.family(truths, 14, phi, random), {}), strict=True):
            assert t.low is not None
            assert t.high is not None
            held.append(t.low <= b <= t.high)

    assert 0.8 < np.mean(held) < 0.98


def test_skills_that_stay_are_hardly_ever_called_declining(simulated: ModuleType) -> None:
    random = np.random.default_rng(3)
    called = [
        t.verdict is Verdict.DECLINING
        for phi in (1, 2, 4)
        for _ in range(3)
        for t in trends(simulated.family(np.zeros(30), 16, phi, random), {})
    ]

    assert np.mean(called) < 0.05


def test_intervals_of_blends_hold_the_truth_where_ads_differ_as_assumed(simulated: ModuleType) -> None:
    rows = list(simulated.blends(2, 1))

    assert 0.86 < average(rows, market_ads=2000) < 0.94
    assert 0.84 < average(rows, market_ads=50) < 0.94


def test_net_turnover_is_nearer_the_truth_than_raw(simulated: ModuleType) -> None:
    rows = list(simulated.turnovers(1, 1))

    assert average(rows) > 0.85
    assert average(rows, "net_nearer_than_raw", change=0.1) > 0.9
