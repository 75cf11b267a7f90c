"""What changes, and why, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any as Case

import pytest

from credlens.model.plan import Plan
from credlens.model.progress import Begun, Event, EventKind, Failed, Finished, Progress, Spent
from credlens.model.quantity import Money
from credlens.plan.replanning.changes import Change, Replanned, What, because, changes, due, same

DAY = date(2026, 1, 5)


def found(case: Case, new: Plan | None, progress: Progress | None = None, **more: object) -> Replanned:
    given = {"events": (), "still": new, "titles": {"a": "Course A", "b": "Course B", "c": "Course C"}} | more
    return Replanned(case.plan, new, Progress(), progress or Progress(), case.problem, **given)  # type: ignore[arg-type]


def moved(case: Case, days: int) -> Plan:
    """Both steps so many days later."""
    by = timedelta(days=days)
    steps = tuple(replace(s, start=s.start + by, finish=s.finish + by) for s in case.plan.steps)
    return replace(case.plan, steps=steps, finish=case.plan.finish + by)


def test_the_same_plan_is_no_change(case: Case) -> None:
    result = found(case, case.plan)

    assert same(result)
    assert [(c.credential, c.what) for c in changes(result)] == [("a", What.KEPT), ("b", What.KEPT)]
    assert because(result) == (
        "Nothing was paid so far; USD 1,000 is left to plan with.",
        "The plan ends on 2026-03-01, as before.",
        "It costs USD 495 in all, USD 495 of it from today: as before.",
    )


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (5, "ends 5 days later, on 2026-02-14: there is no study from 2026-01-06 to 2026-01-10"),
        (-1, "ends 1 day earlier, on 2026-02-08: there is no study from 2026-01-06 to 2026-01-10"),
    ],
)
def test_a_step_that_moves_says_how_far_and_why(case: Case, days: int, says: str) -> None:
    pause = Event(EventKind.PAUSE, case.on(5), until=case.on(9))
    result = found(case, moved(case, days), events=(pause,))

    assert not same(result)
    assert changes(result)[0].what is What.MOVED
    assert changes(result)[0].because == says
    assert because(result)[0] == "There is no study from 2026-01-06 to 2026-01-10."


def test_a_second_attempt_says_its_day_its_price_and_what_it_moves(case: Case) -> None:
    again = replace(
        case.plan.steps[0],
        option="second attempt",
        start=case.on(53),
        finish=case.on(62),
        payments=(case.plan.steps[0].payments[2],),
    )
    new = replace(case.plan, steps=(case.plan.steps[1], again), finish=case.on(71))

    assert changes(found(case, new))[1] == Change(
        "a",
        What.SECOND_ATTEMPT,
        "The exam of Course A is repeated on 2026-03-04, which costs USD 165 and moves the end by 12 days.",
        case.on(53),
        case.on(62),
    )


def test_what_takes_the_place_of_another_says_what_is_gained(case: Case) -> None:
    third = replace(case.plan.steps[1], credential="c")
    new = replace(case.plan, steps=(case.plan.steps[0], third), coverage=0.6)

    result = found(case, new, still=case.plan, why_dropped={"b": "it would still fit, but"})

    assert [c.what for c in changes(result)] == [What.KEPT, What.ADDED, What.DROPPED]
    assert changes(result)[1].because == (
        "with it the plan builds evidence for 60% of what is missing, with the old steps alone for 50%"
    )
    assert changes(result)[2].because == "it would still fit, but"


def test_what_is_dropped_for_a_reason_says_it(case: Case) -> None:
    problem = replace(case.problem, excluded=(("b", "is no longer awarded"),))
    result = replace(found(case, replace(case.plan, steps=case.plan.steps[:1])), problem=problem)

    assert changes(result)[1] == Change("b", What.DROPPED, "is no longer awarded")


def test_what_is_only_taken_to_be_so_is_asked_about(case: Case) -> None:
    progress = Progress(
        spent=(Spent(case.on(0), Decimal(40), "tuition, month 1", "a"),),
        finished=(Finished("a", case.on(39), told=False),),
        begun=(Begun("b", case.on(40), 0.25),),
    )
    new = replace(case.plan, steps=case.plan.steps[1:], cost=Money(Decimal(465)))

    assert because(found(case, new, progress))[:4] == (
        "By the plan Course A should be finished since 2026-02-09: say --finished a or --did a=HOURS.",
        "Course B is taken to be 25% done, as planned: say --did b=HOURS if that is wrong.",
        "USD 40 was paid so far; USD 1,000 is left to plan with.",
        "The plan ends on 2026-03-01, as before.",
    )
    assert because(found(case, new, progress))[4] == (
        "It costs USD 505 in all, USD 465 of it from today: USD 10 more than before."
    )


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (Event(EventKind.DID, DAY, "a", hours=20.0, share=0.25), "20 h went into Course A for 25% of it."),
        (Event(EventKind.DID, DAY, "a", hours=0.0), "Course A was not begun."),
        (Event(EventKind.PRICE, DAY, "a", amount=Decimal(80), option="exam"), "Course A (exam) costs USD 80 now."),
        (Event(EventKind.NEW_ADS, DAY, count=3), "3 ads were read anew."),
    ],
)
def test_events_are_said_in_words(case: Case, event: Event, says: str) -> None:
    assert because(found(case, case.plan, events=(event,)))[0] == says


def test_a_wait_that_nobody_names_is_said_to_be_a_guess(case: Case) -> None:
    progress = Progress(failed=(Failed("a", case.on(39), 1),))
    says = (
        "Nobody says how long to wait before another attempt at Course A: one day is reckoned with, ask the provider."
    )

    assert says in because(found(case, case.plan, progress, no_wait=frozenset("a")))
    assert says not in because(found(case, case.plan, progress, no_wait=frozenset("b")))
    assert says not in because(found(case, None, progress, no_wait=frozenset("a")))


def test_what_is_due_from_today_is_split_into_what_was_begun_and_renewals(case: Case) -> None:
    progress = Progress(begun=(Begun("a", case.on(0), 0.5),), due=(Spent(case.on(90), Decimal(30), "renewal", "x"),))

    assert due(found(case, case.plan, progress)) == (525, 295, 30)  # A: 40 + 40 + 165 + 50, B: 200, and the renewal
    assert due(found(case, None, progress)) == (30, 0, 30)
