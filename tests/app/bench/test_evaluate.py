"""The bench of judging: what it counts, by a clock that can be checked, and what it says of the starter catalog's records."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from credlens.app.bench.evaluate import LIMITS, EvaluateBench, evaluate
from credlens.app.bench.records import auc
from credlens.evaluate.smaa import FATE
from credlens.io.home import open_home
from credlens.model.errors import UserError


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> EvaluateBench:
    """A bench whose clock goes on by a quarter of a second each time it is asked."""
    ticks = count()
    home = open_home(tmp_path_factory.mktemp("bench") / "home")
    return evaluate(replace(home, cpu_seconds=lambda: next(ticks) / 4), problems=2, repeat=1)


def test_seconds_are_those_of_the_clock(measured: EvaluateBench) -> None:
    seconds = measured.to_json()["seconds"]
    assert set(seconds) == {"rank_30_by_10000", "rank_2000", "judge"}
    assert all((s["n"], s["median"], s["min"], s["max"]) == (1, 0.25, 0.25, 0.25) for s in seconds.values())
    assert seconds["judge"]["credentials"] > 150


def test_every_limit_says_what_was_asked_and_measured(measured: EvaluateBench) -> None:
    limits = measured.to_json()["limits"]
    assert set(limits) == set(LIMITS)
    assert limits["few_seconds"] == {"asked": 0.5, "measured": 0.25, "kept": True}
    assert limits["coverage"]["kept"] == (limits["coverage"]["measured"] >= 0.85)


def test_accredited_schemes_stand_above_certificates_of_completion_without_their_accreditation(
    measured: EvaluateBench,
) -> None:
    found = measured.telling
    assert found.accredited >= 20
    assert found.completion >= 20
    assert found.auc >= 0.9
    assert found.low <= found.auc <= found.high


def test_a_shared_fate_holds_more_of_the_real_records(measured: EvaluateBench) -> None:
    coverage = measured.holding.coverage
    assert measured.holding.records > 80
    assert coverage[FATE] > coverage[0.0] + 0.03


def test_flags_are_held_against_the_labels_that_come_with_the_program(measured: EvaluateBench) -> None:
    found = measured.flags
    assert found.pairs >= 150
    assert found.to_json()["precision"] >= 0.9
    assert found.to_json()["recall"] >= 0.6


def test_ties_count_half() -> None:
    assert auc(np.array([2.0, 1.0]), np.array([1.0, 0.0])) == pytest.approx((1 + 1 + 0.5 + 1) / 4)


def test_nothing_to_measure_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="At least one problem"):
        evaluate(open_home(tmp_path), problems=0)
