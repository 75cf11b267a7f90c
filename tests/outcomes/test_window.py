"""Which applications count, and as what."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from credlens.model.application import Application, Step, StepKind
from credlens.outcomes.window import counts, interviewed, over

MAY = date(2026, 5, 1)


def application(*steps: tuple[StepKind, int | None]) -> Application:
    """Sent on the first of May, with steps so many days later."""
    made = tuple(Step(kind, None if after is None else MAY + timedelta(days=after)) for kind, after in steps)
    return Application("a", MAY, "Acme", "Analyst", steps=made)


@pytest.mark.parametrize(("days", "settled"), [(0, False), (44, False), (45, True), (400, True)])
def test_one_is_pending_for_45_days_whatever_came_of_it(days: int, settled: bool) -> None:
    for sent in (application(), application((StepKind.INTERVIEW, 3)), application((StepKind.REJECTION, 3))):
        assert over(sent, MAY + timedelta(days=days)) is settled
        assert counts(sent, MAY + timedelta(days=days)) is settled


@pytest.mark.parametrize(
    ("step", "brought"),
    [
        ((StepKind.INTERVIEW, 45), True),
        ((StepKind.INTERVIEW, 46), False),  # too late to count
        ((StepKind.INTERVIEW, None), True),
        ((StepKind.OFFER, 20), True),  # nobody offers work without having talked
        ((StepKind.REPLY, 2), False),
        ((StepKind.REJECTION, 2), False),
    ],
)
def test_what_is_an_interview_in_time(step: tuple[StepKind, int | None], brought: bool) -> None:
    assert interviewed(application(step)) is brought


def test_who_withdraws_before_anything_came_is_no_failure() -> None:
    later = MAY + timedelta(days=60)
    assert not counts(application((StepKind.WITHDRAWN, 5)), later)
    assert counts(application((StepKind.INTERVIEW, 3), (StepKind.WITHDRAWN, 5)), later)
