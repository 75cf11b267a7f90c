from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credlens.model.offer import Schedule
from credlens.model.quantity import Months
from credlens.plan.building.cohorts import Dates, dates_of

DEC, FEB, MAY = date(2025, 12, 1), date(2026, 2, 1), date(2026, 5, 1)
TODAY = date(2026, 1, 1)


def dates(world: Any, duration: Any = None, **schedule: Any) -> Dates:
    facts = {"duration": duration} if duration else {}
    return dates_of(world.credential("c", schedule=Schedule(**schedule), **facts), TODAY)


@pytest.mark.parametrize("self_paced", [None, True])
def test_whoever_sets_their_own_pace_begins_on_any_day(world: Any, self_paced: Any) -> None:
    assert dates(world, Months(3, 3), self_paced=self_paced, starts=(FEB,)) == Dates()


def test_a_cohort_begins_on_its_dates_and_lasts_as_long_as_it_is_stated_to(world: Any) -> None:
    found = dates(world, Months(2, 3), self_paced=False, starts=(MAY, DEC, FEB))
    assert found == Dates((DEC, FEB, MAY), 92)  # 3 x 30.4375 = 91.3 days


@pytest.mark.parametrize(
    ("apply_by", "starts"),
    [(None, (FEB, MAY)), (TODAY, (FEB, MAY)), (date(2025, 12, 31), (MAY,)), (date(2025, 11, 1), (FEB, MAY))],
)
def test_the_start_that_can_no_longer_be_applied_for_is_left_out(world: Any, apply_by: Any, starts: Any) -> None:
    before = (DEC,) if apply_by == date(2025, 11, 1) else ()  # then it is the December start that has closed
    assert dates(world, self_paced=False, starts=(*before, FEB, MAY), apply_by=apply_by).starts == starts


def test_a_cohort_without_another_start_is_left_out_with_words(world: Any, made: Any) -> None:
    closed = Schedule(False, (FEB,), date(2025, 12, 20))
    over = Schedule(False, (DEC,))
    found = made(world.credential("a", "sql core", schedule=closed), world.credential("b", "sql core", schedule=over))
    assert found.excluded == (
        ("a", "no later start is known than 2026-02-01; the last day to apply was 2025-12-20"),
        ("b", "no later start is known than 2025-12-01"),
    )


def test_a_cohort_without_known_dates_may_begin_on_any_day_and_says_so(world: Any, made: Any) -> None:
    found = made(world.credential("c", "sql core", schedule=Schedule(False), duration=Months(1, 1)))
    assert [(o.starts, o.least_days) for o in found.offers] == [((), 31)]
    assert found.remarks == (("c", "It is given to cohorts; look up when the next one begins."),)
