"""Time passes: payments are made, work is done, steps end, as the plan says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any as Case

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.progress import Begun, Finished, Progress
from credlens.plan.replanning.passed import passed


def test_on_the_first_day_nothing_has_happened(case: Case) -> None:
    assert passed(Progress(), case.followed(0)) == Progress()


@pytest.mark.parametrize(
    ("day", "paid", "finished", "running"),
    [
        (1, 40, [], [("a", 1 / 40)]),
        (31, 40, [], [("a", 31 / 40)]),  # what is due today is not paid yet
        (32, 80, [], [("a", 32 / 40)]),
        (40, 245, ["a"], []),  # with the exam, without what was only set aside
        (41, 445, ["a"], [("b", 1 / 20)]),
        (90, 445, ["a", "b"], []),
    ],
)
def test_the_plan_is_taken_at_its_word(
    case: Case, day: int, paid: int, finished: list[str], running: list[tuple[str, float]]
) -> None:
    found = passed(Progress(), case.followed(day))

    assert found.paid == paid
    assert [f.credential for f in found.finished] == finished
    assert not any(f.told for f in found.finished)
    assert [(b.credential, b.share) for b in found.begun] == [(c, pytest.approx(s)) for c, s in running]


def test_a_month_is_paid_up_to_the_day_before_the_next_one(case: Case) -> None:
    found = passed(Progress(), case.followed(32))

    assert [(s.subscription, s.until) for s in found.spent] == [
        ("campus", date(2026, 1, 31)),
        ("campus", date(2026, 2, 28)),
    ]


def test_days_off_that_lie_behind_push_the_work_back_and_the_exam_with_it(case: Case) -> None:
    off = Progress(off=((case.on(10), case.on(14)),))

    found = passed(off, case.followed(42))

    assert found.begun == (Begun("a", case.on(0), pytest.approx(37 / 40)),)
    assert found.finished == ()
    assert "exam" not in [s.what for s in found.spent]


def test_days_off_known_when_the_plan_was_made_are_in_it_already(case: Case) -> None:
    span = ((case.on(10), case.on(14)),)
    followed = replace(case.followed(40), off=span)  # so that the step holds 35 days of work

    assert passed(Progress(off=span), followed).finished == (Finished("a", case.on(39), told=False),)


def test_what_was_done_before_the_plan_was_made_counts(case: Case) -> None:
    half = Progress(begun=(Begun("a", date(2025, 12, 1), 0.5, 1.5, told=True),))

    found = passed(half, case.followed(10))

    assert found.begun == (Begun("a", date(2025, 12, 1), pytest.approx(0.5 + 0.5 * 10 / 40), 1.5, told=False),)


@given(st.integers(0, 70), st.integers(0, 70))
def test_later_never_means_less(case: Case, one: int, other: int) -> None:
    early, late = (passed(Progress(), case.followed(d)) for d in sorted((one, other)))

    assert set(early.spent) <= set(late.spent)
    assert {f.credential for f in early.finished} <= {f.credential for f in late.finished}
    assert early.paid <= late.paid <= Decimal(445)
