"""What each event does to how far the person is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any as Case

import pytest

from credlens.model.progress import Begun, Event, EventKind, Failed, Finished, Progress
from credlens.plan.replanning.events import EVENTS, happened
from credlens.plan.replanning.passed import passed


def after(case: Case, day: int, *events: Event) -> Progress:
    followed = case.followed(day)
    return happened(passed(Progress(), followed), events, followed)


def spent(progress: Progress) -> Sequence[tuple[str, int]]:
    return [(s.what, int(s.amount)) for s in progress.spent]


def test_every_kind_has_its_file() -> None:
    assert set(EVENTS.names()) == {k.value for k in EventKind}
    for name in EVENTS.names():
        assert callable(EVENTS[name])


def test_finished_early_pays_the_exam_and_no_further_month(case: Case) -> None:
    found = after(case, 20, Event(EventKind.FINISHED, case.on(18), "a"))

    assert found.finished == (Finished("a", case.on(18), told=True),)
    assert found.begun == ()
    assert spent(found) == [("tuition, month 1", 40), ("exam", 165)]


def test_finished_as_planned_is_paid_once(case: Case) -> None:
    found = after(case, 50, Event(EventKind.FINISHED, case.on(39), "a"))

    assert spent(found).count(("exam", 165)) == 1
    assert found.paid == 445


def test_a_failed_exam_is_spent_and_the_step_is_not_over(case: Case) -> None:
    found = after(case, 40, Event(EventKind.FAILED, case.on(39), "a"))

    assert found.failed == (Failed("a", case.on(39), 1),)
    assert found.finished == ()
    assert found.paid == 245


def test_each_failed_attempt_is_paid_and_so_is_the_one_that_is_passed(case: Case) -> None:
    twice = (Event(EventKind.FAILED, case.on(39), "a"), Event(EventKind.FAILED, case.on(60), "a"))
    passed_then = Event(EventKind.FINISHED, case.on(70), "a")

    assert spent(after(case, 61, *twice)).count(("exam", 165)) == 2
    found = after(case, 71, *twice, passed_then)
    assert spent(found).count(("exam", 165)) == 3
    assert found.finished[-1] == Finished("a", case.on(70), told=True, failures=2)
    assert found.failed == ()


def test_a_second_attempt_that_was_planned_and_failed_too_is_the_second_failure(case: Case) -> None:
    followed = case.followed(50)
    before = Progress(failed=(Failed("a", case.on(-3), 1),))

    found = happened(passed(before, followed), [Event(EventKind.FAILED, case.on(39), "a")], followed)

    assert found.failed == (Failed("a", case.on(39), 2),)


@pytest.mark.parametrize(
    ("hours", "share", "done", "factor"),
    [
        (10.0, None, 0.25, 1.0),  # ten of forty hours: as far as planned
        (20.0, 0.25, 0.25, 2.0),  # twice the hours for a quarter: slower
        (10.0, 0.5, 0.5, 0.5),  # half the hours for a half: faster
        (30.0, 0.05, 0.05, 3.0),  # fifteen times: a small share says little
        (60.0, None, 0.95, 1.0),  # more than it takes, and not finished: a twentieth is left
    ],
)
def test_hours_spent_and_share_done_make_the_pace(
    case: Case, hours: float, share: float | None, done: float, factor: float
) -> None:
    found = after(case, 15, Event(EventKind.DID, case.on(15), "a", hours=hours, share=share))

    assert found.begun == (Begun("a", case.on(0), done, pytest.approx(factor), told=True),)


def test_a_step_that_drags_on_is_paid_by_the_month_and_not_examined_yet(case: Case) -> None:
    found = after(case, 62, Event(EventKind.DID, case.on(62), "a", hours=30))

    assert [s.until for s in found.spent if s.subscription] == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
    assert ("exam", 165) not in spent(found)
    assert not found.is_over("a")


def test_no_hours_at_all_mean_not_begun_and_not_paid(case: Case) -> None:
    found = after(case, 10, Event(EventKind.DID, case.on(10), "a", hours=0))

    assert (found.begun, found.spent) == ((), ())


def test_dropped_keeps_what_was_paid_but_takes_no_exam(case: Case) -> None:
    found = after(case, 41, Event(EventKind.DROPPED, case.on(41), "a"))

    assert found.dropped == ("a",)
    assert not found.is_over("a")
    assert spent(found) == [("tuition, month 1", 40), ("tuition, month 2", 40), ("tuition", 200)]


def test_prices_pauses_and_interviews_are_remembered(case: Case) -> None:
    found = after(
        case,
        5,
        Event(EventKind.PRICE, case.on(5), "b", amount=Decimal(100)),
        Event(EventKind.PRICE, case.on(5), "b", amount=Decimal(400)),
        Event(EventKind.PAUSE, case.on(6), until=case.on(19)),
        Event(EventKind.INTERVIEWS, case.on(5), count=2),
        Event(EventKind.INTERVIEWS, case.on(5), count=1),
    )

    assert [(p.credential, p.amount) for p in found.prices] == [("b", 400)]
    assert found.off == ((case.on(6), case.on(19)),)
    assert found.interviews == 3


def test_what_the_log_says_last_is_what_holds(case: Case) -> None:
    first = Event(EventKind.LOG, case.on(5), option="send more applications", count=30)
    kept = Event(EventKind.LOG, case.on(5), "b", option="send more applications", count=30)

    found = after(case, 5, first, kept)
    assert (found.instead, found.worthwhile) == ("send more applications", ("b",))
    found = after(case, 9, first, kept, Event(EventKind.LOG, case.on(9), option="", count=34))
    assert (found.instead, found.worthwhile) == ("", ())


def test_new_ads_leave_the_person_where_they_are(case: Case) -> None:
    assert after(case, 5, Event(EventKind.NEW_ADS, case.on(5), count=9)) == after(case, 5)
