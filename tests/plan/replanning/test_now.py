"""The problem that is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any as Case

import pytest

from credlens.model.credential import CostPattern
from credlens.model.progress import Begun, Failed, Finished, NewPrice, Progress, Spent
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Award, Bundle, Need, Offer, Paid, Saving
from credlens.plan.problem import Problem
from credlens.plan.replanning.now import limits_now, priced, problem_now, too_much_this_month


def left(case: Case, progress: Progress, day: int = 20, problem: Problem | None = None, **more: object) -> Problem:
    given = problem or case.problem
    limits = limits_now(case.limits, progress, case.on(day), {"a", "b"})
    return problem_now(replace(given, limits=limits), progress, more.get("waits", {}), more.get("opening", ()))  # type: ignore[arg-type]


def offer(problem: Problem, name: str) -> Offer:
    return next(o for o in problem.offers if o.credential == name)


def test_nothing_happened_leaves_the_problem_as_it_was(case: Case) -> None:
    assert left(case, Progress(), day=0) == case.problem


def test_money_that_is_spent_or_owed_is_not_there_any_more(case: Case) -> None:
    spent = Spent(case.on(0), Decimal(40), "tuition, month 1", "a")
    due = Spent(case.on(99), Decimal(25), "renewal", "a")
    over = Finished("a", case.on(5), told=True)

    found = limits_now(case.limits, Progress((spent,), (due,), (over,)), case.on(20), {"a", "b"})

    assert (found.budget, found.start, found.max_credentials) == (Money(Decimal(935)), case.on(20), 2)


def test_what_is_finished_counts_once_meets_needs_and_saves_hours(case: Case) -> None:
    later = replace(case.b, needs=(Need(("a", "x"), "a"),), savings=(Saving(("a",), 5.0, "half of it is the same"),))
    problem = replace(
        case.problem,
        offers=(case.a, later),
        bundles=(Bundle("both", ("a", "b"), Decimal(30)),),
        awards=(Award("big", ("a", "b"), (("sql", 0.3),)),),
        fixed=("a",),
    )

    found = left(case, Progress(finished=(Finished("a", case.on(19), told=True),)), problem=problem)

    assert found.offers == (replace(later, hours=15.0, needs=(), savings=()),)
    assert found.bundles == (Bundle("both", ("b",), Decimal(30)),)
    assert found.awards == (Award("big", ("b",), (("sql", 0.3),)), Award("a", (), (("sql", 0.6),)))
    assert found.fixed == ()
    assert found.coverage(())[0] == pytest.approx(0.3)  # half the weight, 0.6 of it: without a step in the plan
    assert found.worth(()) == case.problem.worth((0,))


def test_what_is_as_good_as_something_finished_is_left_out(case: Case) -> None:
    problem = replace(case.problem, rivals=(("a", "b"),))

    found = left(case, Progress(finished=(Finished("a", case.on(19), told=True),)), problem=problem)

    assert (found.offers, found.excluded) == ((), (("b", "is as good as a, which you have"),))


def test_a_step_that_runs_goes_on_today_with_what_is_left_of_it(case: Case) -> None:
    paid = Spent(case.on(0), Decimal(40), "tuition, month 1", "a", "campus", date(2026, 1, 31))
    progress = Progress(spent=(paid,), begun=(Begun("a", case.on(0), 0.5, 1.5),))

    found = left(case, progress)

    assert offer(found, "a").hours == pytest.approx(30)
    assert {c.valid_until for c in offer(found, "a").charges} == {case.on(20)}
    assert found.paid == (Paid("campus", date(2026, 1, 31)),)
    assert offer(found, "b") == case.b


def test_a_subscription_of_its_own_is_known_by_the_step(case: Case) -> None:
    own = replace(case.month, subscription=None)
    paid = Spent(case.on(0), Decimal(40), "tuition, month 1", "a", "a: tuition", date(2026, 1, 31))
    problem = replace(case.problem, offers=(replace(case.a, charges=(own, case.exam)), case.b))

    found = left(case, Progress(spent=(paid,), begun=(Begun("a", case.on(0), 0.5),)), problem=problem)

    assert [c.subscription for c in offer(found, "a").charges] == ["a: tuition", None]
    assert found.paid == (Paid("a: tuition", date(2026, 1, 31)),)


def test_what_was_bought_once_is_not_bought_again(case: Case) -> None:
    bought = Spent(case.on(10), Decimal(200), "tuition", "b")

    found = left(case, Progress(spent=(bought,), begun=(Begun("b", case.on(10), 0.1),)))

    assert [(c.pattern, c.amount) for c in offer(found, "b").charges] == [(CostPattern.FREE, 0)]


def test_a_failed_exam_leaves_the_exam_after_some_revision_and_the_days_to_wait(case: Case) -> None:
    found = left(case, Progress(failed=(Failed("a", case.on(19), 1),)), waits={"a": 14.0})

    again = offer(found, "a")
    assert (again.option, again.hours, again.first_day) == ("second attempt", 10.0, case.on(33))
    assert again.charges == (replace(case.exam, attempts=2),)


def test_no_attempt_is_left_when_all_were_used(case: Case) -> None:
    found = left(case, Progress(failed=(Failed("a", case.on(19), 3),)))

    assert found.offers == (case.b,)
    assert found.excluded == (("a", "its exam may be tried 3 times, and was"),)


def test_without_an_exam_fee_the_second_attempt_needs_the_subscription(case: Case) -> None:
    problem = replace(case.problem, offers=(replace(case.a, charges=(case.month,)), case.b))

    found = left(case, Progress(failed=(Failed("a", case.on(19), 1),)), problem=problem)

    assert offer(found, "a").charges == (case.month,)


def test_dropped_is_out_and_says_so(case: Case) -> None:
    found = left(case, Progress(dropped=("b",)))

    assert found.offers == (case.a,)
    assert found.excluded == (("b", "dropped, as you said"),)


def test_while_something_else_is_worth_more_what_runs_or_is_worth_it_all_the_same_is_left(case: Case) -> None:
    third = replace(case.b, credential="c")
    problem = replace(case.problem, offers=(case.a, case.b, third))
    running = Progress(
        begun=(Begun("a", case.on(0), 0.5),), instead="send more applications", worthwhile=("c",), interviews=2
    )

    found = left(case, running, problem=problem, opening={"python"})

    assert [o.credential for o in found.offers] == ["a", "c"]
    assert found.excluded == (("b", "can wait: by your log it is worth more now to send more applications"),)


def test_with_interviews_only_what_runs_or_opens_ads_is_left(case: Case) -> None:
    running = Progress(begun=(Begun("a", case.on(0), 0.5),), interviews=2)

    assert [o.credential for o in left(case, running).offers] == ["a"]
    assert [o.credential for o in left(case, running, opening={"python"}).offers] == ["a", "b"]
    assert left(case, running).excluded == (
        ("b", "you got 2 interviews: applying matters more now, and this opens no further ads"),
    )


def test_a_new_price_of_a_subscription_holds_for_all_who_share_it(case: Case) -> None:
    sharing = replace(case.b, charges=(case.month,))
    problem = replace(case.problem, offers=(case.a, sharing))

    found, wrong = priced(problem, [NewPrice("a", Decimal(80), "tuition")])

    assert wrong == ()
    assert [c.amount for o in found.offers for c in o.charges] == [80, 165, 80]


@pytest.mark.parametrize(
    ("price", "says"),
    [
        (NewPrice("a", Decimal(1), ""), "a has more than one price: say which one changed, @exam or @tuition."),
        (NewPrice("b", Decimal(1), "exam"), "b has no price called 'exam'."),
    ],
)
def test_a_price_that_could_mean_two_things_or_none_is_asked_about(case: Case, price: NewPrice, says: str) -> None:
    assert priced(case.problem, [price])[1] == (says,)


def test_something_free_that_costs_now_is_paid_once(case: Case) -> None:
    free = replace(case.b, charges=(Charge(CostPattern.FREE, Decimal(0), "USD"),))

    found, _ = priced(replace(case.problem, offers=(free,)), [NewPrice("b", Decimal(20), "")])

    assert [(c.pattern, c.amount) for c in found.offers[0].charges] == [(CostPattern.ONE_OFF, 20)]


def test_what_was_paid_this_month_counts_against_its_budget(case: Case) -> None:
    limits = replace(case.limits, start=case.on(20), budget_per_month=Money(Decimal(50)))
    before = Progress(spent=(Spent(case.on(3), Decimal(20), "tuition", "x"),))

    assert too_much_this_month(case.plan, before, limits)  # 20 before today, 40 in January from the plan
    assert not too_much_this_month(case.plan, Progress(), limits)
    assert not too_much_this_month(case.plan, before, replace(limits, budget_per_month=Money(Decimal(60))))
