"""How long demand lasts, against other ways to compute it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import NormalDist
from typing import Any

import pytest

from credlens.evaluate.case import Case
from credlens.evaluate.shelf_life import DECLINE_GOES_ON, SCATTER, YEARS, ahead, expected, in_demand
from credlens.market.trends import half_life

Build = Callable[[Mapping[str, Any]], Case]


@pytest.mark.parametrize("share", [0.02, 0.2, 0.6])
@pytest.mark.parametrize("slope", [-0.8, -0.3, 0.0, 0.4])
@pytest.mark.parametrize("valid", [0.3, 1.0])
def test_the_expectation_is_the_mean_over_all_slopes_that_may_come(share: float, slope: float, valid: float) -> None:
    slopes = NormalDist(slope, SCATTER)
    fine = [slopes.inv_cdf((i + 0.5) / 4000) for i in range(4000)]
    lasting = [min(valid, half_life(share, s) / YEARS) if s < 0 else valid for s in fine]
    assert expected(share, slope, valid) == pytest.approx(sum(lasting) / len(lasting), abs=0.006)


def test_declines_slow_down_and_growth_is_not_counted_on() -> None:
    assert ahead(-0.5) == pytest.approx(-0.5 * DECLINE_GOES_ON)
    assert ahead(0.5) == 0


def test_skills_count_by_depth_and_by_how_sure_they_are(build_case: Build) -> None:
    def lasting(**skills: Any) -> tuple[float, float]:
        return in_demand(build_case({"credential": {"skills": skills}, "trends": {"sql": {"slope": [0.1, 0.2]}}}), 1.0)

    alone = lasting(sql="core")[0]
    assert lasting(sql="core", excel="core")[0] == pytest.approx(alone / 2)
    assert lasting(sql="core", excel="part")[0] == pytest.approx(alone / 1.5)
    assert lasting(sql="core", excel={"depth": "core", "probability": 0.5})[0] == pytest.approx(alone / 1.5)
    assert lasting(sql="core", excel="core")[1] == pytest.approx(1.0, abs=0.01)


def test_what_holds_for_two_years_is_worth_two_of_five_at_most(build_case: Build) -> None:
    case = build_case({"credential": {"skills": {"sql": "core"}}, "trends": {"sql": {"slope": [-0.1, 0.1]}}})
    low, high = in_demand(case, 0.4)
    assert 0.38 < low <= high <= 0.4
    assert in_demand(build_case({}), 0.4) == (0.0, 0.4)
