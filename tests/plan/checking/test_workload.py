"""Hours that are left, and the day on which they are done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credlens.plan.offer import Saving


def test_hours_that_an_earlier_step_saves(case: Any) -> None:
    assert "b: planned with 26 h, 31 h are left to do" in case.offer("b", savings=())
    assert "b: planned with 26 h, 31 h are left to do" in case.offer("b", savings=(Saving(("d",), 5, "d"),))
    twice = (Saving(("a",), 5, "a"), Saving(("c", "a"), 6, "a or c"))
    assert "b: planned with 26 h, 20 h are left to do" in case.offer("b", savings=twice)
    assert "b: planned with 26 h, 0 h are left to do" in case.offer("b", savings=(Saving(("a",), 50, "a"),))


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        ({"hours_per_week": 6.9}, "a: finishes on 2026-01-13, 10 h from 2026-01-01 do not fit before 2026-01-14"),
        ({"hours_per_week": 14}, "a: finishes on 2026-01-13, its work is done on 2026-01-08"),
        ({"hours_per_week": 0}, "a: 10 h never get done at 0 h a week"),
        ({"off": ()}, "a: finishes on 2026-01-13, its work is done on 2026-01-10"),
        (
            {"off": ((date(2026, 1, 13), date(2026, 1, 13)), (date(2026, 1, 5), date(2026, 1, 7)))},
            "a: finishes on 2026-01-13, 10 h from 2026-01-01 do not fit before 2026-01-14",
        ),
    ],
)
def test_the_work_fits_exactly_into_the_days_of_study(case: Any, limits: Any, says: Any) -> None:
    assert says in case.limits(**limits)


def test_a_course_lasts_at_least_so_many_days(case: Any) -> None:
    assert "c: finishes on 2026-03-21, 7 h from 2026-03-02 do not fit before 2026-03-22" in case.offer(
        "c", least_days=21
    )
    assert "c: finishes on 2026-03-21, its work is done on 2026-03-20" in case.offer("c", least_days=19)
    assert "c: finishes on 2026-03-21, its work is done on 2026-03-08" in case.offer("c", least_days=0)


def test_hours_that_are_no_amount_of_work(case: Any) -> None:
    assert "a: planned with nan h, which is no amount of work" in case.wrong(case.with_step(0, hours=float("nan")))
